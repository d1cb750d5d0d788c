import { backoff, pageClock, type Clock } from './clock.ts';
import { errorOf, ExpressError, isAbort, toExpressError } from './errors.ts';
import {
  pathOf,
  type Answers,
  type ClientRoute,
  type Question,
  type ReadRoute,
  type WriteRoute,
  type Writes,
} from './routes.ts';
import { Today } from './today.ts';

/** The page's own `fetch`, or any function of its shape: a server inside the page, one that signs requests. */
export type Fetch = (request: Request) => Promise<Response>;
/** Headers of every request, such as a bearer token; a function is asked per request, and once more after a 401. */
export type HeadersSource = HeadersInit | (() => HeadersInit | Promise<HeadersInit>);

/** How a session reaches its endpoint. */
export interface EndpointOptions {
  /** Absolute, without a slash at its end. */
  readonly url: string;
  readonly fetch?: Fetch | undefined;
  readonly headers?: HeadersSource | undefined;
  readonly credentials?: RequestCredentials | undefined;
  readonly clock?: Clock | undefined;
  /** The endpoint now speaks for another account than before. */
  readonly onAccountChanged?: () => void;
  /** A request has ended, for diagnostics. */
  readonly onRequest?: (request: RequestRecord) => void;
}

/** What is known of one request. No bodies, no headers: nothing in it is secret. */
export interface RequestRecord {
  readonly route: ClientRoute;
  readonly path: string;
  /** HTTP status, null where no answer came. */
  readonly status: number | null;
  readonly requestId: string | null;
  readonly ms: number;
}

interface Ask {
  readonly route: ClientRoute;
  readonly question?: Question | undefined;
  readonly body?: object | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds until the answer's head must be there. */
  readonly timeout?: number;
}

const TIMEOUT = 30_000;
const TRIES = 3;
const pauses = { first: 500, most: 8_000 };
/** A server that asks for more patience than this is answered with an error at once: the seller can press Retry. */
const LONGEST_WAIT = 10;

/** What may be asked before `/account` has answered. */
const earlyRoutes: ReadonlySet<ReadRoute> = new Set(['balance', 'transactions']);

const isRetried = (error: ExpressError): boolean =>
  error.retryable && (error.retryAfter ?? 0) <= LONGEST_WAIT;

/**
 * The typed client of one endpoint.
 *
 * Owns: headers, time-outs, retries with jittered back-off, the endpoint's now, and that every answer is of one account:
 * the first answer fixes it, later requests name it as a precondition, and an answer of another account is dropped
 * before anybody sees it. Does not own: caching, and what the answers mean.
 */
export class EndpointClient {
  readonly #options: EndpointOptions;
  readonly #clock: Clock;
  readonly #today: Today;
  #account: string | null = null;
  #epoch = new AbortController();

  constructor(options: EndpointOptions) {
    this.#options = options;
    this.#clock = options.clock ?? pageClock;
    this.#today = new Today(this.#clock);
  }

  /** The account that the first answer was about. */
  get account(): string | null {
    return this.#account;
  }

  /** The endpoint's now in Unix seconds, null before its first answer. */
  now(): number | null {
    return this.#today.now();
  }

  url(route: ClientRoute, question?: Question): string {
    return this.#options.url + pathOf(route, question);
  }

  /** Reads a route; retries what may go better. */
  get<R extends ReadRoute>(
    route: R,
    question?: Question,
    signal?: AbortSignal,
  ): Promise<Answers[R]> {
    const once = async (): Promise<Answers[R]> => {
      const ask = { route, question, signal };
      // What this sign-in may do is not known yet.
      if (this.#account !== null || !earlyRoutes.has(route)) return this.#json(ask);
      const query = { ...question?.query, early: true };
      try {
        return await this.#json({ ...ask, question: { ...question, query } });
      } catch (cause) {
        // A server older than `early` takes no parameter that it does not know.
        if (toExpressError(cause).status === 400) return this.#json(ask);
        throw cause;
      }
    };
    return this.#persist(once, signal);
  }

  /** Writes. Retried only where the caller says that twice is no harm. */
  post<R extends WriteRoute>(
    route: R,
    body: Writes[R]['body'],
    { signal, again = false }: { signal?: AbortSignal | undefined; again?: boolean } = {},
  ): Promise<Writes[R]['answer']> {
    const once = () => this.#json<Writes[R]['answer']>({ route, body, signal });
    return again ? this.#persist(once, signal) : once();
  }

  /** The answer as it comes, for streams: its body is the caller's to read. */
  open(
    route: ClientRoute,
    options: Pick<Ask, 'question' | 'signal' | 'headers'> = {},
  ): Promise<Response> {
    return this.#send({ route, ...options });
  }

  /** Forgets the account and calls off everything in flight. */
  reset(): void {
    this.#account = null;
    this.#epoch.abort(new ExpressError('aborted', 'The account has changed.'));
    this.#epoch = new AbortController();
  }

  async #persist<T>(once: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    const epoch = this.#epoch.signal;
    const given = AbortSignal.any(signal ? [epoch, signal] : [epoch]);
    for (let tries = 1; ; tries += 1) {
      try {
        return await once();
      } catch (cause) {
        const error = toExpressError(cause);
        if (tries >= TRIES || !isRetried(error)) throw error;
        const pause = backoff(tries, pauses, this.#clock.random);
        await this.#clock.wait(Math.max(pause, (error.retryAfter ?? 0) * 1000), given);
      }
    }
  }

  async #json<T>(ask: Ask): Promise<T> {
    const response = await this.#send(ask);
    if (response.status === 204)
      throw new ExpressError('not_allowed', 'This sign-in may not see or do this.');
    try {
      const answer: T = await response.json();
      return answer;
    } catch (cause) {
      if (isAbort(cause)) throw cause;
      throw this.#invalid(ask, 'its body is not JSON', response, cause);
    }
  }

  async #send(ask: Ask): Promise<Response> {
    let response = await this.#fetch(ask);
    // A token may have run out since it was given: ask for another, once.
    if (response.status === 401 && typeof this.#options.headers === 'function')
      response = await this.#fetch(ask);
    if (response.ok) {
      this.#admit(ask, response);
      return response;
    }
    const error = await errorOf(response, pathOf(ask.route, ask.question));
    if (error.code === 'account_changed' && this.#account !== null)
      this.#options.onAccountChanged?.();
    throw error;
  }

  async #fetch(ask: Ask): Promise<Response> {
    const { signal: wish, timeout = TIMEOUT } = ask;
    const late = new AbortController();
    const timer = setTimeout(
      () => late.abort(new ExpressError('timeout', `No answer in ${timeout} ms.`)),
      timeout,
    );
    const signals = [late.signal, this.#epoch.signal, ...(wish ? [wish] : [])];
    const signal = AbortSignal.any(signals);
    const started = this.#clock.monotonic();
    let response: Response | null = null;
    try {
      const { headers } = this.#options;
      // Waits for nothing it need not wait for: what an element draws meanwhile is drawn while the answer is on its way.
      const request = this.#request(
        ask,
        signal,
        typeof headers === 'function' ? await headers() : headers,
      );
      const fetch = this.#options.fetch ?? ((each: Request) => globalThis.fetch(each));
      response = await fetch(request);
      // A fetch of the host's own may not have heeded the signal.
      signal.throwIfAborted();
      return response;
    } catch (cause) {
      throw toExpressError(signal.aborted ? signal.reason : cause);
    } finally {
      clearTimeout(timer);
      this.#record(ask, response, started);
    }
  }

  #request(ask: Ask, signal: AbortSignal, own: HeadersInit | undefined): Request {
    const { credentials = 'same-origin' } = this.#options;
    const headers = new Headers(own);
    for (const [name, value] of Object.entries(ask.headers ?? {})) headers.set(name, value);
    if (!headers.has('Accept')) headers.set('Accept', 'application/json');
    if (this.#account !== null) headers.set('Express-Account', this.#account);
    const url = this.url(ask.route, ask.question);
    const shared = { headers, credentials, signal, cache: 'no-store' } as const;
    if (ask.body === undefined) return new Request(url, shared);
    headers.set('Content-Type', 'application/json');
    return new Request(url, { ...shared, method: 'POST', body: JSON.stringify(ask.body) });
  }

  /** Lets an answer through only if it is of the session's account, and takes the endpoint's now from it. */
  #admit(ask: Ask, response: Response): void {
    const account = response.headers.get('Express-Account');
    const now = Number(response.headers.get('Express-Now') ?? Number.NaN);
    if (account === null || !Number.isFinite(now))
      throw this.#invalid(ask, 'Express-Account or Express-Now is missing', response);
    if (this.#account !== null && account !== this.#account) {
      this.#options.onAccountChanged?.();
      throw new ExpressError('account_changed', 'The endpoint answered for another account.');
    }
    this.#account = account;
    this.#today.tell(now);
  }

  #invalid(ask: Ask, what: string, response: Response, cause?: unknown): ExpressError {
    const path = pathOf(ask.route, ask.question);
    return new ExpressError(
      'invalid_answer',
      `Failed to read ${path}: ${what}. Does this URL lead to the endpoint, and do its CORS settings expose its headers?`,
      { requestId: response.headers.get('Request-Id') ?? undefined, cause },
    );
  }

  #record(ask: Ask, response: Response | null, started: number): void {
    this.#options.onRequest?.({
      route: ask.route,
      path: pathOf(ask.route, ask.question),
      status: response?.status ?? null,
      requestId: response?.headers.get('Request-Id') ?? null,
      ms: Math.round(this.#clock.monotonic() - started),
    });
  }
}
