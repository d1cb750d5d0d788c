import { errorCodes, type ErrorCode, type ErrorStatus } from '@express-elements/contract';

/** What more is known of an error than its code. */
export interface ErrorFacts {
  /** The parameter or setting at fault. */
  readonly param?: string | undefined;
  /** Seconds after which asking again may help. */
  readonly retryAfter?: number | undefined;
  /** What Stripe said, when it was Stripe that refused. For decisions and logs; never sent to a page. */
  readonly stripe?: StripeFacts | undefined;
  readonly cause?: unknown;
}

export interface StripeFacts {
  readonly status: number | null;
  readonly code: string | null;
  readonly param: string | null;
  readonly requestId: string | null;
}

/**
 * The one error of the server: a code of the contract and a sentence that says what to do.
 *
 * @example throw new ExpressError('not_found', 'There is no such transaction.')
 */
export class ExpressError extends Error {
  readonly code: ErrorCode;
  readonly param: string | undefined;
  readonly retryAfter: number | undefined;
  readonly stripe: StripeFacts | undefined;

  constructor(code: ErrorCode, message: string, facts: ErrorFacts = {}) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.name = 'ExpressError';
    this.code = code;
    this.param = facts.param;
    this.retryAfter = facts.retryAfter;
    this.stripe = facts.stripe;
  }

  get status(): ErrorStatus {
    return errorCodes[this.code].status;
  }

  get retryable(): boolean {
    return errorCodes[this.code].retryable;
  }
}

/** Any thrown value as an `ExpressError`; what nobody expected becomes `internal`, its reason kept as the cause. */
export function toExpressError(error: unknown): ExpressError {
  if (error instanceof ExpressError) return error;
  return new ExpressError('internal', 'Something went wrong on this server. Try again.', {
    cause: error,
  });
}
