/** The `type` values that Stripe documents for a component's load error. */
export type LoadErrorType =
  | 'account_session_create_error'
  | 'api_connection_error'
  | 'api_error'
  | 'authentication_error'
  | 'invalid_request_error'
  | 'rate_limit_error'
  | 'render_error';

interface Facts {
  readonly status?: number | undefined;
  readonly code?: string | undefined;
  readonly param?: string | undefined;
  readonly requestId?: string | undefined;
}

/** The one error of the stand-in: what went wrong, in the words of Stripe's load errors. */
export class ConnectError extends Error {
  override readonly name = 'ConnectError';
  readonly type: LoadErrorType;
  readonly facts: Facts;

  constructor(type: LoadErrorType, message: string, facts: Facts = {}) {
    super(message);
    this.type = type;
    this.facts = facts;
  }
}

export const toConnectError = (cause: unknown, type: LoadErrorType = 'api_error'): ConnectError =>
  cause instanceof ConnectError
    ? cause
    : new ConnectError(type, cause instanceof Error ? cause.message : String(cause));

export const isAbort = (cause: unknown): boolean =>
  cause instanceof DOMException && cause.name === 'AbortError';

/** Which load error an HTTP status stands for. */
export const typeOfStatus = (status: number): LoadErrorType => {
  if (status === 401) return 'authentication_error';
  if (status === 429) return 'rate_limit_error';
  return status >= 400 && status < 500 ? 'invalid_request_error' : 'api_error';
};
