/** The tags that Stripe's components speak. */
const spoken =
  'bg-BG cs-CZ da-DK de-DE el-GR en-US en-GB es-ES es-419 et-EE fi-FI fil-PH fr-FR fr-CA hr-HR hu-HU id-ID it-IT ja-JP ko-KR lt-LT lv-LV ms-MY mt-MT nb-NO nl-NL pl-PL pt-PT pt-BR ro-RO sk-SK sl-SI sv-SE th-TH tr-TR vi-VN zh-Hans zh-Hant-TW zh-Hant-HK'.split(
    ' ',
  );

/** Where a region writes as another tag does, and not as the first of its language. */
const like: Readonly<Record<string, string>> = { no: 'nb-NO', nn: 'nb-NO', tl: 'fil-PH' };
const britishEnglish = new Set(['AU', 'GB', 'HK', 'IE', 'IN', 'MT', 'NZ', 'SG', 'ZA']);

function regional({ language, region, script }: Intl.Locale): string | undefined {
  if (language === 'en') return britishEnglish.has(region ?? '') ? 'en-GB' : 'en-US';
  if (language === 'es' && region !== undefined && region !== 'ES') return 'es-419';
  if (language !== 'zh') return like[language];
  if (script !== 'Hant') return 'zh-Hans';
  return region === 'HK' || region === 'MO' ? 'zh-Hant-HK' : 'zh-Hant-TW';
}

/**
 * A language tag as Stripe's components know it; undefined where they do not speak it, so that Stripe decides.
 *
 * @example connectLocale('es-MX') // 'es-419'
 */
export function connectLocale(tag: string): string | undefined {
  const locale = new Intl.Locale(tag).maximize();
  const asked = new Intl.Locale(tag);
  const exact = spoken.find((each) => each === asked.baseName);
  if (exact) return exact;
  const { language, script } = locale;
  const region = asked.region ?? (language === 'zh' ? locale.region : undefined);
  const near = regional(
    new Intl.Locale(language, { ...(script && { script }), ...(region && { region }) }),
  );
  return near ?? spoken.find((each) => each.startsWith(`${language}-`));
}
