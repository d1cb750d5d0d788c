/** Intl objects cost 10–100 µs each to make and little to use, so they are kept; a bound keeps a long-lived page small. */
const LIMIT = 80;

function remember<T>(make: (locale: string, options: object) => T) {
  const kept = new Map<string, T>();
  return (locale: string, options: object = {}): T => {
    const key = `${locale} ${JSON.stringify(options)}`;
    const known = kept.get(key);
    if (known !== undefined) {
      // Most recently used last, so the first key is the one to drop.
      kept.delete(key);
      kept.set(key, known);
      return known;
    }
    if (kept.size >= LIMIT) kept.delete(kept.keys().next().value!);
    const made = make(locale, options);
    kept.set(key, made);
    return made;
  };
}

export const numberFormat = remember(
  (locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options),
);
export const dateFormat = remember(
  (locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
);
export const relativeFormat = remember(
  (locale, options: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(locale, options),
);
export const listFormat = remember(
  (locale, options: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options),
);
export const pluralRules = remember(
  (locale, options: Intl.PluralRulesOptions) => new Intl.PluralRules(locale, options),
);

/**
 * Plain `en` is nobody's region: numbers and symbols are written as in the United States, dates so that no reader
 * takes the day for the month (23 Nov, 14:02). A region (`en-US`, `en-GB`) has its own habits.
 */
export const isPlainEnglish = (locale: string): boolean => locale.toLowerCase() === 'en';
