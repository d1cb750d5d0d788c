const without = new Set('bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' '));
const withThree = new Set('bhd jod kwd omr tnd'.split(' '));

/**
 * How many decimals Stripe's minor unit has. `isk` and `ugx` are sent with two although they show none.
 *
 * @example decimalsOf('jpy') // 0
 */
export function decimalsOf(currency: string): 0 | 2 | 3 {
  if (without.has(currency)) return 0;
  return withThree.has(currency) ? 3 : 2;
}

/**
 * Minor units as a decimal number with a point and no grouping, exact at any size.
 *
 * @example decimalAmount(-1250, 'usd') // '-12.50'
 */
export function decimalAmount(amount: number, currency: string): string {
  const decimals = decimalsOf(currency);
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return amount < 0 ? `-${text}` : text;
}
