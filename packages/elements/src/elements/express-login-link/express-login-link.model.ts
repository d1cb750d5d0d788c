/** Where a login link may lead. Anything else is not opened: a link is as good as a password. */
const STRIPE = 'https://connect.stripe.com';

/** Stripe's own sign-in for sellers. It knows live accounts only. */
export const SELF_SERVE = `${STRIPE}/express_login`;

/**
 * Whether a link is Stripe's, or of an origin that the page's own code allows: a stand-in's.
 *
 * @example isLoginUrl('https://connect.stripe.com/express/abc', []) // true
 */
export function isLoginUrl(url: string, allowed: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { origin, protocol } = new URL(url);
  return origin === STRIPE || (/^https?:$/.test(protocol) && allowed.includes(origin));
}

/** How an answer to the press of the button stands. */
export type Opening =
  | { readonly kind: 'idle' }
  | { readonly kind: 'opening' }
  /** The browser let no tab open; the link waits for a press of its own. It works once. */
  | { readonly kind: 'blocked'; readonly url: string };
