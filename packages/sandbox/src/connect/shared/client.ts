import { encode } from './encode.ts';
import type { Params } from './encode.ts';
import { ConnectError, isAbort, toConnectError, typeOfStatus } from './errors.ts';
import type { Session } from './session.ts';

export type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

export interface Api {
  get<T>(path: string, params?: Params, signal?: AbortSignal): Promise<T>;
  /** `key` makes a repeated click on the same button one change. */
  post<T>(path: string, params: Params, key?: string): Promise<T>;
}

interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly params: Params;
  readonly signal?: AbortSignal | undefined;
  readonly key?: string | undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

const failure = async (response: Response): Promise<ConnectError> => {
  const body: unknown = await response.json().catch(() => undefined);
  const error = isObject(body) && isObject(body.error) ? body.error : {};
  return new ConnectError(
    typeOfStatus(response.status),
    text(error.message) ?? `Stripe answered ${response.status}.`,
    {
      status: response.status,
      code: text(error.code),
      param: text(error.param),
      requestId: response.headers.get('Request-Id') ?? undefined,
    },
  );
};

const requestOf = (baseUrl: string, secret: string, call: Call): [string, RequestInit] => {
  const body = encode(call.params);
  const reading = call.method === 'GET';
  const headers = new Headers({ Authorization: `Bearer ${secret}` });
  if (!reading) headers.set('Content-Type', 'application/x-www-form-urlencoded');
  if (call.key) headers.set('Idempotency-Key', call.key);
  const init: RequestInit = { method: call.method, headers };
  if (!reading) init.body = body;
  if (call.signal) init.signal = call.signal;
  return [`${baseUrl}${call.path}${reading && body ? `?${body}` : ''}`, init];
};

/** One request with a client secret as its key. */
export const send = async (
  fetch: Fetch,
  baseUrl: string,
  secret: string,
  call: Call,
): Promise<Response> => {
  const response = await fetch(...requestOf(baseUrl, secret, call)).catch((cause) => {
    throw isAbort(cause) ? cause : toConnectError(cause, 'api_connection_error');
  });
  if (!response.ok) throw await failure(response);
  return response;
};

const refused = (cause: unknown): boolean =>
  cause instanceof ConnectError && cause.facts.status === 401;

/** The calls of the components: each with the session's present secret, once more after a 401. */
export const createApi = (fetch: Fetch, baseUrl: string, session: Session): Api => {
  const once = async (call: Call): Promise<Response> => {
    const open = await session.current();
    try {
      return await send(fetch, baseUrl, open.secret, call);
    } catch (cause) {
      if (refused(cause)) await session.refuse(open);
      throw cause;
    }
  };
  const answer = async <T>(call: Call): Promise<T> => {
    const response = await once(call).catch((cause) => {
      if (refused(cause)) return once(call);
      throw cause;
    });
    return response.json();
  };
  return {
    get: (path, params = {}, signal) => answer({ method: 'GET', path, params, signal }),
    post: (path, params, key) => answer({ method: 'POST', path, params, key }),
  };
};
