/** An amount as a person writes it ↔ minor units. */

/** @example decimalsOf('jpy') // 0 */
export const decimalsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
    .maximumFractionDigits ?? 2;

/**
 * Minor units of a written amount, worked out on the digits and not with floats; null where it is none.
 *
 * @example minorUnits('48,5', 'eur') // 4850
 * @example minorUnits('48.5', 'jpy') // null: there is no half yen
 */
export function minorUnits(text: string, currency: string): number | null {
  const [, whole = '', fraction = ''] = /^(\d{1,9})(?:[.,](\d{1,3}))?$/.exec(text.trim()) ?? [];
  const decimals = decimalsOf(currency);
  const kept = fraction.replace(/0+$/, '');
  if (whole === '' || kept.length > decimals) return null;
  return Number(whole + kept.padEnd(decimals, '0'));
}
