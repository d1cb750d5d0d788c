import type { ExpressError } from '../endpoint/errors.ts';

/** Why an element has nothing to draw, so that its fallback content shows. */
export type AbsentReason =
  /** Neither `endpoint` nor a provider with one. */
  | 'no_endpoint'
  /** `/account` does not offer it to this sign-in. */
  | 'not_offered'
  /** It was offered, but the route is not there. */
  | 'not_found'
  /** `disconnect()` was called. */
  | 'closed';

/** All that an element can be showing: one at a time. */
export type View<T> =
  /** `last`: what the page knew of it before, to be shown meanwhile. */
  | { readonly kind: 'loading'; readonly last: T | null }
  | { readonly kind: 'ready'; readonly data: T }
  | { readonly kind: 'empty'; readonly data: T }
  | { readonly kind: 'error'; readonly error: ExpressError; readonly last: T | null }
  | { readonly kind: 'absent'; readonly reason: AbsentReason };
