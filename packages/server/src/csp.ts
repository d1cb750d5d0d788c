export interface CspOptions {
  /** Who may frame these pages. Default: nobody. */
  readonly frameAncestors?: readonly string[];
  /** Where forms may go besides this site and Stripe's login. */
  readonly formAction?: readonly string[];
  /** Where pages may fetch from besides this site: an endpoint on another origin. */
  readonly connect?: readonly string[];
  /** Origins that stand in for Stripe's script and API, in tests and demos. */
  readonly connectOrigins?: readonly string[];
  /** Where images may come from besides this site and Stripe: the platform's icon. */
  readonly images?: readonly string[];
}

/** The hash of an empty `<style>`, which Stripe's script puts in and fills by CSSOM. Stripe documents it. */
const EMPTY_STYLE = "'sha256-0hAheEzaMe6uXIKV4EehS9pu1am1lj/KnnzrOYqckXk='";
const STRIPE_SCRIPTS = ['https://connect-js.stripe.com', 'https://js.stripe.com'];
const STRIPE_LOGIN = 'https://connect.stripe.com';

const write = (directives: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ');

/**
 * The headers of a page with elements: a strict policy with no inline code and no other host than Stripe's, Trusted
 * Types in report-only until tried with Stripe's real script, and the opener that Stripe's login popup needs.
 *
 * @example for (const [name, value] of Object.entries(csp())) headers.set(name, value)
 */
export function csp(options: CspOptions = {}): Record<string, string> {
  const { frameAncestors = [], formAction = [], connect = [], images = [] } = options;
  const standIns = options.connectOrigins ?? [];
  return {
    'Content-Security-Policy': write({
      'default-src': ["'self'"],
      'script-src': ["'self'", ...STRIPE_SCRIPTS, ...standIns],
      'style-src': ["'self'", EMPTY_STYLE],
      'img-src': ["'self'", 'data:', 'https://*.stripe.com', ...images, ...standIns],
      'frame-src': [...STRIPE_SCRIPTS, ...standIns],
      'connect-src': ["'self'", ...connect, ...standIns],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'self'", STRIPE_LOGIN, ...formAction, ...standIns],
      'frame-ancestors': frameAncestors.length > 0 ? frameAncestors : ["'none'"],
    }),
    'Content-Security-Policy-Report-Only': write({
      'require-trusted-types-for': ["'script'"],
      'trusted-types': ['lit-html', 'express-elements', "'allow-duplicates'"],
    }),
    'Cross-Origin-Opener-Policy': 'unsafe-none',
  };
}
