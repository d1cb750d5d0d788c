import type { ErrorCode } from '@express-elements/contract';

/**
 * What went wrong: a code of the endpoint's contract, or one of what can only go wrong in a page.
 * `invalid_answer`: what came is not the contract. `script_failed`: Stripe's script did not load.
 * `component_failed`: Stripe's component said so. `component_unknown`: Stripe's script has no such component.
 * `component_removed`: something else on the page took Stripe's element out, twice.
 */
export type ExpressErrorCode =
  | ErrorCode
  | 'network'
  | 'timeout'
  | 'aborted'
  | 'invalid_answer'
  | 'script_failed'
  | 'component_failed'
  | 'component_unknown'
  | 'component_removed';

export interface ExpressErrorFacts {
  /** HTTP status, where there was an answer. */
  readonly status?: number | undefined;
  /** The answer's `Request-Id`. */
  readonly requestId?: string | undefined;
  /** The parameter the endpoint did not take. */
  readonly param?: string | undefined;
  /** Seconds, from `Retry-After`. */
  readonly retryAfter?: number | undefined;
  readonly cause?: unknown;
}

const retryableHere: ReadonlySet<ExpressErrorCode> = new Set([
  'network',
  'timeout',
  'rate_limited',
  'unavailable',
  'script_failed',
  'component_failed',
  'component_removed',
]);

/** The contract's rule: what is too much or broken at the server may go better later, what is refused will not. */
const isRetryable = (code: ExpressErrorCode, status: number | undefined): boolean =>
  status === undefined ? retryableHere.has(code) : status === 429 || status >= 500;

/** Every failure that an element shows or tells of in an event. The message is for developers; sellers read texts by `code`. */
export class ExpressError extends Error {
  override readonly name = 'ExpressError';
  readonly code: ExpressErrorCode;
  /** Whether asking again may help. */
  readonly retryable: boolean;
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly param: string | undefined;
  readonly retryAfter: number | undefined;

  constructor(code: ExpressErrorCode, message: string, facts: ExpressErrorFacts = {}) {
    super(message, { cause: facts.cause });
    this.code = code;
    this.status = facts.status;
    this.retryable = isRetryable(code, facts.status);
    this.requestId = facts.requestId;
    this.param = facts.param;
    this.retryAfter = facts.retryAfter;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** By shape and not by class: an error may come from another bundle's session. */
const isExpressError = (value: unknown): value is ExpressError =>
  value instanceof ExpressError ||
  (isObject(value) && value['name'] === 'ExpressError' && typeof value['code'] === 'string');

/** Whether somebody called it off: nothing to show. */
export const isAbort = (cause: unknown): boolean =>
  isObject(cause) && (cause['name'] === 'AbortError' || cause['code'] === 'aborted');

/** Whatever was thrown as one typed error. What has no better name is `network`: `fetch` says no more than that. */
export function toExpressError(cause: unknown): ExpressError {
  if (isExpressError(cause)) return cause;
  if (isAbort(cause)) return new ExpressError('aborted', 'The request was called off.', { cause });
  const said = cause instanceof Error ? cause.message : String(cause);
  if (isObject(cause) && cause['name'] === 'TimeoutError')
    return new ExpressError('timeout', `Failed to ask the endpoint: ${said}`, { cause });
  return new ExpressError('network', `Failed to ask the endpoint: ${said}`, { cause });
}

/** The codes of answers that are no contract's: a proxy's page, a host's own error. */
const codeOfStatus: Readonly<Record<number, ErrorCode>> = {
  401: 'not_signed_in',
  403: 'not_allowed',
  404: 'not_found',
  405: 'method_not_allowed',
  409: 'account_changed',
  413: 'too_large',
  415: 'unsupported_media_type',
  429: 'rate_limited',
  502: 'unavailable',
  503: 'unavailable',
  504: 'stripe_timeout',
};

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** Seconds of `Retry-After`, whose other form, a date, would need the device's clock. */
function retryAfterOf(response: Response): number | undefined {
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

async function bodyOf(response: Response): Promise<Readonly<Record<string, unknown>>> {
  try {
    const body: unknown = await response.json();
    return isObject(body) && isObject(body['error']) ? body['error'] : {};
  } catch {
    // No JSON: not the endpoint's own words, so the status has to do.
    return {};
  }
}

const isCode = (code: string | undefined): code is ErrorCode => code !== undefined;

/** The error that an answer with a status of 400 or more tells of. */
export async function errorOf(response: Response, path: string): Promise<ExpressError> {
  const { status } = response;
  const said = await bodyOf(response);
  const named = text(said['code']);
  const code = isCode(named)
    ? named
    : (codeOfStatus[status] ?? (status >= 500 ? 'internal' : 'invalid_parameter'));
  const message = text(said['message']) ?? `HTTP ${status}`;
  return new ExpressError(code, `Failed to ask ${path}: ${message}`, {
    status,
    requestId: text(said['request_id']) ?? response.headers.get('Request-Id') ?? undefined,
    param: text(said['param']),
    retryAfter: retryAfterOf(response),
  });
}
