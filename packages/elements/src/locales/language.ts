/** A tag as `Intl` takes it, null where it is none (`en_US` is read as `en-US`). */
export function canonicalTag(tag: string | null | undefined): string | null {
  if (!tag) return null;
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0] ?? null;
  } catch {
    // Not a language tag at all: as if it had not been written.
    return null;
  }
}

/** The languages with texts that run from right to left. */
const rightToLeft: readonly string[] = ['ar'];
export const isRightToLeft = (language: string): boolean => rightToLeft.includes(language);

/** The elements around one, from itself outward, through shadow roots and slots' owners. */
export function* ancestors(start: Element): Generator<Element> {
  let node: Node | null = start;
  while (node) {
    if (node instanceof Element) yield node;
    node = node instanceof ShadowRoot ? node.host : node.parentNode;
  }
}

/**
 * The language an element speaks: its own `locale`, else its provider's, else the nearest `lang`, else the browser's.
 */
export function languageTag(host: Element): string {
  let nearest: string | null = null;
  for (const element of ancestors(host)) {
    const speaks = element === host || element.localName === 'express-provider';
    const chosen = speaks ? canonicalTag(element.getAttribute('locale')) : null;
    if (chosen) return chosen;
    nearest ??= canonicalTag(element.getAttribute('lang'));
  }
  return nearest ?? canonicalTag(navigator.language) ?? 'en';
}
