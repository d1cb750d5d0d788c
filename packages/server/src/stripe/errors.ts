import { ExpressError, type StripeFacts } from '../errors.ts';

/** The SDK's error by its shape, for a host may bring another copy of the SDK than ours. */
interface SdkError extends Error {
  readonly type: string;
  readonly statusCode?: number;
  readonly code?: string;
  readonly param?: string;
  readonly requestId?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly detail?: unknown;
}

export const isSdkError = (error: unknown): error is SdkError =>
  error instanceof Error &&
  'type' in error &&
  typeof error.type === 'string' &&
  error.type.startsWith('Stripe');

export const headerOf = (error: unknown, name: string): string | null =>
  isSdkError(error) ? (error.headers?.[name] ?? null) : null;

const isTimeout = (error: SdkError): boolean =>
  error.message.includes('timeout') ||
  (error.detail instanceof Error && 'code' in error.detail && error.detail.code === 'ETIMEDOUT');

const factsOf = (error: SdkError): StripeFacts => ({
  status: error.statusCode ?? null,
  code: error.code ?? null,
  param: error.param ?? null,
  requestId: error.requestId ?? null,
});

/** Seconds that Stripe asks to wait. It documents no `Retry-After`; one that is there is honoured. */
export function retryAfterOf(error: unknown): number | null {
  const seconds = Number(headerOf(error, 'retry-after'));
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : null;
}

const noAccess =
  'Stripe does not let this platform act for the account. Check that it is connected and that the key may read it.';

/** What a call gives, null where Stripe knows no such object. */
export async function ifFound<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof ExpressError && error.code === 'not_found') return null;
    throw error;
  }
}

/** What Stripe or the SDK threw, in the contract's words. Stripe's own message stays in the cause: it may name keys. */
export function fromStripe(error: unknown): ExpressError {
  if (error instanceof ExpressError) return error;
  if (!isSdkError(error))
    return new ExpressError('internal', 'Something went wrong on this server. Try again.', {
      cause: error,
    });
  const stripe = factsOf(error);
  const facts = { stripe, cause: error };
  if (error.type === 'StripeConnectionError')
    return isTimeout(error)
      ? new ExpressError('stripe_timeout', 'Stripe did not answer in time. Try again.', facts)
      : new ExpressError('stripe_error', 'Stripe could not be reached. Try again.', facts);
  if (stripe.code === 'account_invalid' || stripe.status === 403)
    return new ExpressError('account_unavailable', noAccess, facts);
  if (stripe.status === 404)
    return new ExpressError('not_found', 'Stripe knows no such object.', facts);
  if (stripe.status === 429)
    return new ExpressError('rate_limited', 'Too many requests to Stripe. Try again shortly.', {
      ...facts,
      retryAfter: retryAfterOf(error) ?? 1,
    });
  return new ExpressError('stripe_error', 'Stripe could not answer. Try again.', facts);
}
