import type { LiveTopic, Sync } from '@express-elements/contract';
import {
  EndpointClient,
  type Fetch,
  type HeadersSource,
  type RequestRecord,
} from '../endpoint/client.ts';
import { pageClock, type Clock } from '../endpoint/clock.ts';
import { ExpressError, toExpressError } from '../endpoint/errors.ts';
import type { ClientRoute } from '../endpoint/routes.ts';
import { Connection } from './connect/connection.ts';
import type { ScriptSlot } from './connect/script.ts';
import type { SessionAnswer } from './connect/secrets.ts';
import { Live } from './live.ts';
import { watchPage } from './page.ts';
import { ResourceStore } from './resources.ts';
import type {
  AccountState,
  ElementReport,
  Notifications,
  PageSession,
  SessionState,
} from './types.ts';

export interface SessionOptions {
  /** Absolute, without a slash at its end; null with a quickstart route only. */
  readonly endpoint: string | null;
  /** A route that answers `{client_secret}`, as Stripe's quickstart has it; absolute. */
  readonly sessionUrl?: string | undefined;
  readonly publishableKey?: string | undefined;
  readonly fetch?: Fetch | undefined;
  readonly headers?: HeadersSource | undefined;
  readonly credentials?: RequestCredentials | undefined;
  readonly script: ScriptSlot;
  readonly clock?: Clock | undefined;
}

interface Hearer {
  readonly topics: readonly LiveTopic[];
  readonly listener: (topic: LiveTopic, data: unknown) => void;
}

const KEPT_REQUESTS = 50;
const warn = (message: string): void => console.warn(`[express-elements] ${message}`);

/** The one hint that carries what it tells of: an import's progress. */
const isSync = (data: unknown): data is Sync =>
  typeof data === 'object' && data !== null && 'phase' in data && 'covers' in data;

/**
 * What one endpoint's elements on one page share.
 *
 * Owns: the account and what it may do, the answers, the live ear, the Connect instance, and that all of it is of one
 * account: when that changes, everything is forgotten and begun anew. Does not own: what elements make of it.
 */
class Session {
  readonly #options: SessionOptions;
  readonly #clock: Clock;
  readonly #client: EndpointClient | null;
  readonly #store: ResourceStore;
  readonly #connection: Connection;
  readonly #live: Live;
  readonly #listeners = new Set<() => void>();
  readonly #hearers = new Set<Hearer>();
  readonly #reports = new Set<() => ElementReport>();
  readonly #requests: RequestRecord[] = [];
  #state: SessionState;
  #asking: AbortController | null = null;
  #asleep: (() => void) | null = null;
  #connectWanted = false;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#clock = options.clock ?? pageClock;
    this.#client = this.#makeClient();
    this.#store = new ResourceStore({
      fetch: (route, question, signal) => this.client.get(route, question, signal),
    });
    this.#live = new Live({
      open: (headers, signal) => this.client.open('live', { headers, signal }),
      hint: (topics, data) => this.#spread(topics, data),
      clock: this.#clock,
      warn,
    });
    const { sessionUrl, publishableKey, script, fetch, headers, credentials } = options;
    this.#connection = new Connection({
      ask: () => this.#askForSession(),
      quickstart: sessionUrl ? { url: sessionUrl, fetch, headers, credentials } : undefined,
      publishableKey,
      script,
      clock: this.#clock,
      changed: () => this.#set({ connect: this.#connection.read() }),
      warn,
    });
    this.#state = {
      generation: 0,
      account: this.#client ? { kind: 'loading' } : { kind: 'absent' },
      connect: { kind: 'idle' },
      verifying: false,
      closed: false,
      notifications: null,
    };
  }

  get client(): EndpointClient {
    if (this.#client) return this.#client;
    throw new ExpressError('not_found', 'This session has no endpoint, only a quickstart route.');
  }

  read(): SessionState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) this.#wake();
    return () => {
      if (this.#listeners.delete(listener) && this.#listeners.size === 0) this.#sleep();
    };
  }

  /** Who watches an answer would like to hear of changes as well. */
  resource: PageSession['resource'] = (route, question, topics = []) => {
    const resource = this.#store.resource(route, question, topics);
    const subscribe: typeof resource.subscribe = (listener) => {
      const leave = resource.subscribe(listener);
      const deafen = topics.length > 0 ? this.onHint(topics, () => undefined) : undefined;
      return () => {
        leave();
        deafen?.();
      };
    };
    return { ...resource, subscribe };
  };

  onHint: PageSession['onHint'] = (topics, listener) => {
    const hearer = { topics, listener };
    this.#hearers.add(hearer);
    this.#live.want(true);
    return () => {
      this.#hearers.delete(hearer);
      this.#live.want(this.#hearers.size > 0);
    };
  };

  startConnect(): void {
    this.#connectWanted = true;
    this.#connection.prepare();
    // Not at once: elements call this from within an update of theirs, which this would make another of.
    queueMicrotask(() => this.#startIfOffered());
  }

  setNotifications(notifications: Notifications | null): void {
    this.#set({ notifications });
  }

  track(report: () => ElementReport): () => void {
    this.#reports.add(report);
    return () => this.#reports.delete(report);
  }

  reports = (): readonly ElementReport[] => [...this.#reports].map((report) => report());
  requests = (): readonly RequestRecord[] => [...this.#requests];

  refresh(): void {
    this.#connection.retry();
    this.#store.refresh();
    this.#askAccount();
  }

  async close(): Promise<void> {
    if (this.#state.closed) return;
    this.#forget({ closed: true });
    this.#sleep();
    await this.#connection.end();
  }

  /** A form sends cookies of the page's own site, and neither a token nor what a host's `fetch` adds. */
  formAction(route: ClientRoute): string | null {
    const { endpoint, fetch, headers } = this.#options;
    if (endpoint === null || fetch || headers || new URL(endpoint).origin !== location.origin)
      return null;
    return this.client.url(route);
  }

  /** The parts that are handed on as they are. */
  get parts() {
    return { client: this.#client, connection: this.#connection };
  }

  #makeClient(): EndpointClient | null {
    const { endpoint, fetch, headers, credentials } = this.#options;
    if (endpoint === null) return null;
    return new EndpointClient({
      url: endpoint,
      fetch,
      headers,
      credentials,
      clock: this.#clock,
      onAccountChanged: () => this.#accountChanged(),
      onRequest: (request) => {
        this.#requests.push(request);
        if (this.#requests.length > KEPT_REQUESTS) this.#requests.shift();
      },
    });
  }

  #wake(): void {
    if (this.#state.closed) return;
    this.#asleep = watchPage({
      shown: (visible) => this.#shown(visible),
      online: () => this.#recover(),
      restored: () => this.#verify(),
    });
    if (this.#state.account.kind === 'loading') this.#askAccount();
    this.#live.show(this.isVisible());
  }

  /** Nobody is there: nothing is asked or heard, what is known is kept for who comes back. */
  #sleep(): void {
    this.#asleep?.();
    this.#asleep = null;
    this.#asking?.abort();
    this.#asking = null;
  }

  isVisible = (): boolean => document.visibilityState !== 'hidden';

  #shown(visible: boolean): void {
    this.#live.show(visible);
    if (visible) this.#recover();
  }

  #recover(): void {
    if (this.#state.account.kind === 'error' && this.#state.account.error.retryable)
      this.#askAccount();
    this.#store.retryFailed();
    const { connect } = this.#state;
    if (connect.kind === 'error' && connect.error.retryable) this.#connection.retry();
  }

  #verify(): void {
    if (!this.#client || this.#state.closed) return;
    this.#set({ verifying: true });
    this.#askAccount();
  }

  #askAccount(): void {
    if (!this.#client || this.#state.closed || this.#asking) return;
    const asking = (this.#asking = new AbortController());
    if (this.#state.account.kind === 'error') this.#set({ account: { kind: 'loading' } });
    const finish = (account: AccountState) => {
      if (this.#asking !== asking) return;
      this.#asking = null;
      this.#know(account);
    };
    this.#client.get('account', {}, asking.signal).then(
      (answer) => finish({ kind: 'ready', answer }),
      (cause: unknown) => {
        const error = toExpressError(cause);
        finish(error.code === 'not_found' ? { kind: 'absent' } : { kind: 'error', error });
      },
    );
  }

  #know(account: AccountState): void {
    const { account: known, verifying } = this.#state;
    // What is known of the account stays where asking again failed for a while; the figures say so themselves.
    const isPassing = account.kind === 'error' && account.error.retryable;
    if (known.kind === 'ready' && !verifying && isPassing) return;
    const verified = verifying && account.kind !== 'error';
    this.#set({ account, verifying: verifying && !verified });
    this.#live.use(account.kind === 'ready' ? account.answer.capabilities.live : null);
    if (verified) this.#store.refresh();
    this.#startIfOffered();
  }

  /** A call that the endpoint does not offer would fail, so `/account` is waited for. */
  #startIfOffered(): void {
    const { account, closed } = this.#state;
    if (!this.#connectWanted || closed || !this.#offersSessions(account)) return;
    this.#connection.start();
  }

  #offersSessions(account: AccountState): boolean {
    if (this.#options.sessionUrl !== undefined) return true;
    if (account.kind === 'absent') return this.#client !== null;
    return account.kind === 'ready' && account.answer.capabilities.account_session;
  }

  async #askForSession(): Promise<SessionAnswer> {
    const answer = await this.client.post('accountSession', {}, { again: true });
    if (answer.account === this.client.account) return answer;
    this.#accountChanged();
    throw new ExpressError('account_changed', 'The client secret is of another account.');
  }

  /** Another sign-in, as a rule in another tab: nothing of the old account may stay beside the new one's. */
  #accountChanged(): void {
    if (this.#state.closed) return;
    this.#forget({ account: { kind: 'loading' }, verifying: false });
    void this.#connection.end();
    this.#askAccount();
  }

  #forget(state: Partial<SessionState>): void {
    this.#asking?.abort();
    this.#asking = null;
    this.#client?.reset();
    this.#live.reset();
    this.#store.clear();
    const generation = this.#state.generation + 1;
    this.#set({ generation, notifications: null, ...state });
  }

  #spread(topics: readonly LiveTopic[], data: unknown): void {
    if (topics.includes('sync') && isSync(data)) this.#store.put('sync', data);
    this.#store.hint(isSync(data) ? topics.filter((topic) => topic !== 'sync') : topics);
    for (const topic of topics)
      for (const hearer of this.#hearers)
        if (hearer.topics.includes(topic)) hearer.listener(topic, data);
  }

  #set(change: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** A session as the page sees it: functions only, whichever bundle calls them. */
export function createPageSession(options: SessionOptions): PageSession {
  const session = new Session(options);
  const { client, connection } = session.parts;
  return {
    key: options.endpoint ?? options.sessionUrl ?? '',
    read: () => session.read(),
    subscribe: (listener) => session.subscribe(listener),
    resource: session.resource,
    get: (route, question, signal) => session.client.get(route, question, signal),
    post: (route, body, signal) => session.client.post(route, body, { signal }),
    open: (route, question, signal) => session.client.open(route, { question, signal }),
    url: (route, question) => session.client.url(route, question),
    formAction: (route) => session.formAction(route),
    now: () => client?.now() ?? null,
    onHint: session.onHint,
    isVisible: session.isVisible,
    startConnect: () => session.startConnect(),
    createComponent: (name) => connection.create(name),
    addLook: (source) => connection.addLook(source),
    dress: () => connection.dress(),
    setNotifications: (notifications) => session.setNotifications(notifications),
    track: (report) => session.track(report),
    reports: session.reports,
    requests: session.requests,
    refresh: () => session.refresh(),
    close: () => session.close(),
  };
}
