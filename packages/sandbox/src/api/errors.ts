/** Stripe's error object, and the ways in which its API says no. */

export type ErrorType = 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';

export interface ErrorBody {
  readonly type: ErrorType;
  readonly message: string;
  readonly code?: string;
  readonly param?: string;
  readonly doc_url?: string;
  readonly request_log_url?: string;
  readonly charge?: string;
}

export class ApiError extends Error {
  readonly status: number;
  readonly body: ErrorBody;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, body: ErrorBody, headers: Readonly<Record<string, string>> = {}) {
    super(body.message);
    this.name = 'ApiError';
    this.status = status;
    this.body = body.code ? { doc_url: docUrl(body.code), ...body } : body;
    this.headers = headers;
  }
}

const docUrl = (code: string): string =>
  `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}`;

interface Details {
  readonly code?: string;
  readonly param?: string;
  readonly charge?: string;
}

export const invalid = (message: string, details: Details = {}, status = 400): ApiError =>
  new ApiError(status, { type: 'invalid_request_error', message, ...details });

/** @example missing('payout', 'po_x') // No such payout: 'po_x' */
export const noSuch = (what: string, id: string, param = 'id', status = 404): ApiError =>
  invalid(`No such ${what}: '${id}'`, { code: 'resource_missing', param }, status);

export const missingParam = (param: string): ApiError =>
  invalid(`Missing required param: ${param}.`, { code: 'parameter_missing', param });

export const unknownParam = (param: string): ApiError =>
  invalid(`Received unknown parameter: ${param}`, { code: 'parameter_unknown', param });

export const unknownRoute = (method: string, path: string): ApiError =>
  invalid(
    `Unrecognized request URL (${method}: ${path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
    {},
    404,
  );
