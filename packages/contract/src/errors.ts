import * as v from 'valibot';

/** Every error the endpoint answers with: its HTTP status and whether asking again may help. */
export const errorCodes = {
  invalid_parameter: { status: 400, retryable: false },
  missing_parameter: { status: 400, retryable: false },
  unsupported_parameter: { status: 400, retryable: false },
  invalid_cursor: { status: 400, retryable: false },
  invalid_body: { status: 400, retryable: false },
  not_signed_in: { status: 401, retryable: false },
  token_expired: { status: 401, retryable: false },
  not_allowed: { status: 403, retryable: false },
  bad_origin: { status: 403, retryable: false },
  account_unavailable: { status: 403, retryable: false },
  not_found: { status: 404, retryable: false },
  method_not_allowed: { status: 405, retryable: false },
  account_changed: { status: 409, retryable: false },
  too_large: { status: 413, retryable: false },
  unsupported_media_type: { status: 415, retryable: false },
  rate_limited: { status: 429, retryable: true },
  internal: { status: 500, retryable: true },
  stripe_error: { status: 502, retryable: true },
  unavailable: { status: 503, retryable: true },
  stripe_timeout: { status: 504, retryable: true },
} as const satisfies Record<string, { status: number; retryable: boolean }>;

export type ErrorCode = keyof typeof errorCodes;
export type ErrorStatus = (typeof errorCodes)[ErrorCode]['status'];

export const errorSchema = v.object({
  error: v.object({
    type: v.picklist(['invalid_request', 'authentication', 'permission', 'rate_limit', 'api']),
    code: v.picklist(Object.keys(errorCodes) as [ErrorCode, ...ErrorCode[]]),
    message: v.string(),
    param: v.optional(v.string()),
    request_id: v.string(),
  }),
});
/** The body of every answer that is not a success. */
export type ErrorBody = v.InferOutput<typeof errorSchema>;
export type ErrorType = ErrorBody['error']['type'];

/** The `type` that goes with a code. */
export function errorTypeOf(code: ErrorCode): ErrorType {
  const { status } = errorCodes[code];
  switch (status) {
    case 401:
      return 'authentication';
    case 403:
      return 'permission';
    case 429:
      return 'rate_limit';
    case 500:
    case 502:
    case 503:
    case 504:
      return 'api';
    default:
      return 'invalid_request';
  }
}
