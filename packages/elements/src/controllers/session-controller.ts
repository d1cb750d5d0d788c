import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AccountAnswer } from '@express-elements/contract';
import {
  absoluteUrl,
  attachRoot,
  sessionContext,
  sharedSession,
  type PageSession,
  type SessionState,
} from '../session/index.ts';
import { ancestors } from '../locales/language.ts';

attachRoot();

/** What an element may set to work without a provider. */
export interface SessionHost extends ReactiveControllerHost, HTMLElement {
  /** The endpoint's URL. */
  readonly endpoint?: string | null;
  /** A quickstart route, for Connect elements. */
  readonly sessionUrl?: string | null;
  readonly publishableKey?: string | null;
}

const providerTag = 'express-provider';

/** A provider around the element that the browser does not know yet: its session may come. */
const awaitsProvider = (host: Element): boolean =>
  [...ancestors(host)].some(
    (element) => element.localName === providerTag && !customElements.get(providerTag),
  );

/** Said by `express-diagnostics`. */
export interface Report {
  readonly state: string;
  readonly notes?: readonly string[];
}

/**
 * Which session an element belongs to.
 *
 * Owns: finding it (the element's own `endpoint` or `session-url`, else the nearest provider's, also one that is
 * upgraded later), listening to it while connected, asking the host to update when it changes. Does not own: data
 * (`ResourceController`) or Stripe's elements (`StripeController`).
 *
 * @example
 * readonly #session = new SessionController(this);
 * render() { const account = this.#session.account; … }
 */
export class SessionController implements ReactiveController {
  readonly #host: SessionHost;
  readonly #report: () => Report;
  #session: PageSession | null = null;
  #state: SessionState | null = null;
  #leave: (() => void) | null = null;
  #provided: PageSession | null = null;
  /** What the present session was found by; undefined: nothing was looked for yet. */
  #by: PageSession | string | null | undefined;
  #waiting = false;

  /** @param report what the element says of itself in diagnostics; its state names are the view's kinds */
  constructor(host: SessionHost, report: () => Report = () => ({ state: 'ready' })) {
    this.#host = host;
    this.#report = report;
    // A field of the consumer would keep a provider's session after the element has left it.
    const callback = (session: PageSession | null) => (this.#provided = session);
    host.addController(
      new ContextConsumer(host, { context: sessionContext, subscribe: true, callback }),
    );
    host.addController(this);
  }

  /** Null: none is known, or it was closed. */
  get session(): PageSession | null {
    return this.#state?.closed === false ? this.#session : null;
  }

  get state(): SessionState | null {
    return this.session && this.#state;
  }

  /** What `/account` said; null until it did, and where there is no such route. */
  get account(): AccountAnswer | null {
    const account = this.state?.account;
    return account?.kind === 'ready' && !this.state?.verifying ? account.answer : null;
  }

  /** The account's time zone, in which every date is shown. */
  get timeZone(): string {
    return this.account?.account.time_zone ?? 'UTC';
  }

  /** Today, in Unix seconds, by the endpoint; null before its first answer. */
  now(): number | null {
    return this.session?.now() ?? null;
  }

  /** Whether a session may still come: a provider around the element is not upgraded yet. */
  get isWaiting(): boolean {
    return this.#waiting;
  }

  /** Whether `disconnect()` ended the session the element had. */
  get isClosed(): boolean {
    return this.#state?.closed ?? false;
  }

  /** Asks again for all that the session shows; where it was closed, a new one is opened. */
  refresh(): void {
    if (this.isClosed) this.#resolve(true);
    else this.session?.refresh();
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#awaitProvider();
    this.#host.requestUpdate();
  }

  /** Before each render: the host's properties or the provider may name another session by now. */
  hostUpdate(): void {
    if (this.#host.isConnected) this.#resolve();
  }

  hostDisconnected(): void {
    this.#provided = null;
    this.#drop();
  }

  #awaitProvider(): void {
    this.#waiting = awaitsProvider(this.#host);
    if (!this.#waiting) return;
    void customElements.whenDefined(providerTag).then(() => {
      this.#waiting = false;
      this.#host.requestUpdate();
    });
  }

  /** Looks for the session again where the host or the provider names another, or when forced. */
  #resolve(forced = false): void {
    const { endpoint, sessionUrl, publishableKey } = this.#host;
    const isOwn = Boolean(endpoint || sessionUrl);
    const by = isOwn ? [endpoint, sessionUrl, publishableKey].join(' ') : this.#provided;
    if (by === this.#by && !forced) return;
    this.#drop();
    this.#by = by;
    const found = isOwn ? this.#own() : this.#provided;
    if (found) this.#take(found);
  }

  #own(): PageSession {
    const { endpoint, sessionUrl, publishableKey } = this.#host;
    return sharedSession({
      endpoint: endpoint ? absoluteUrl(endpoint) : null,
      ...(sessionUrl && { sessionUrl: absoluteUrl(sessionUrl) }),
      ...(publishableKey && { publishableKey }),
    });
  }

  #take(session: PageSession): void {
    this.#session = session;
    const unsubscribe = session.subscribe(() => this.#changed());
    const untrack = session.track(() => ({
      tag: this.#host.localName,
      notes: [],
      ...this.#report(),
    }));
    this.#leave = () => {
      unsubscribe();
      untrack();
    };
    this.#state = session.read();
  }

  #changed(): void {
    this.#state = this.#session?.read() ?? null;
    this.#host.requestUpdate();
  }

  #drop(): void {
    this.#leave?.();
    this.#leave = null;
    this.#session = null;
    this.#state = null;
    this.#by = undefined;
  }
}
