/** One call, as far as the API cares: no sockets, no streams. */
export interface Call {
  readonly method: string;
  readonly path: string;
  /** The query of a GET, the body of anything else: form-encoded. */
  readonly form: string;
  readonly authorization: string | null;
  readonly account: string | null;
  readonly version: string | null;
  readonly idempotencyKey: string | null;
  readonly requestId: string;
  readonly origin: string;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

const form = 'application/x-www-form-urlencoded';

/** @param requestId made anew for each call; it comes back in `Request-Id` */
export async function callOf(request: Request, requestId: string): Promise<Call> {
  const url = new URL(request.url);
  const { headers, method } = request;
  const reads = method === 'GET' || method === 'HEAD';
  const type = headers.get('Content-Type') ?? form;
  const body = reads ? '' : await request.text();
  return {
    method,
    path: url.pathname,
    // A body that is no form is read as one parameter with an odd name, and refused by that name.
    form:
      reads || body === '' ? url.search.slice(1) : type.startsWith(form) ? body : `body=${type}`,
    authorization: headers.get('Authorization'),
    account: headers.get('Stripe-Account'),
    version: headers.get('Stripe-Version'),
    idempotencyKey: headers.get('Idempotency-Key'),
    requestId,
    origin: url.origin,
  };
}
