import { ContextProvider } from '@lit/context';
import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Fetch, HeadersSource } from '../../endpoint/index.ts';
import {
  absoluteUrl,
  attachRoot,
  ownSession,
  sessionContext,
  sharedSession,
  type PageSession,
} from '../../session/index.ts';
import { themeStyles, ThemeWatch } from '../../theme/index.ts';

attachRoot();

/** The endpoint speaks for another account than before: another sign-in. Everything inside has been begun anew. */
export class ExpressAccountChangeEvent extends Event {
  constructor() {
    super('express-account-change', { bubbles: true, composed: true });
  }
}

/** What makes a session another one. */
const named = ['endpoint', 'sessionUrl', 'publishableKey', 'credentials'] as const;

/**
 * Says to every element inside where the endpoint is, how to ask it, and how to look and speak.
 *
 * Elements inside share one session: one account session at Stripe, one live stream, one request for each answer.
 *
 * @tag express-provider
 * @summary Endpoint, look and language for the elements inside.
 * @status experimental
 * @slot - The page's own content, with elements anywhere in it.
 * @fires {ExpressAccountChangeEvent} express-account-change - Somebody else is signed in now.
 */
export class ExpressProvider extends LitElement {
  static override readonly styles = [
    themeStyles,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  /** The endpoint's URL. */
  @property() endpoint: string | null = null;
  /** A route that answers `{client_secret}`, for a host that has no endpoint. */
  @property({ attribute: 'session-url' }) sessionUrl: string | null = null;
  /** The publishable key that goes with `session-url`, where its answer has none. */
  @property({ attribute: 'publishable-key' }) publishableKey: string | null = null;
  /** `auto`, `light` or `dark`; else as around it. */
  @property({ reflect: true }) theme: 'auto' | 'light' | 'dark' | null = null;
  /** A language tag; else as around it. */
  @property({ reflect: true }) locale: string | null = null;
  /** With `include` cookies go to an endpoint of another origin too. */
  @property() credentials: RequestCredentials | null = null;
  /** Asked in place of the page's own `fetch`. Gets a `Request`. */
  @property({ attribute: false }) fetch: Fetch | null = null;
  /** Headers of each request, such as a bearer token. A function is asked per request, and once more after a 401. */
  @property({ attribute: false }) headers: HeadersSource | null = null;

  readonly #context = new ContextProvider(this, { context: sessionContext, initialValue: null });
  #session: PageSession | null = null;
  #isOwn = false;
  #generation = 0;
  #leave: (() => void) | null = null;

  constructor() {
    super();
    this.addController(new ThemeWatch(this, () => this.#session?.dress()));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#session) this.#attend(this.#session);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave?.();
    this.#leave = null;
  }

  /** With this in place `moveBefore` moves it without reloading Stripe's frames inside. */
  connectedMoveCallback(): void {}

  /** Asks again for all that is shown inside, and tries again what failed. After `disconnect()` it begins anew. */
  refresh(): void {
    if (this.#session?.read().closed) this.#open();
    else this.#session?.refresh();
  }

  /**
   * For a host that signs out without a page load: ends Stripe's session, calls off what is in flight, and forgets
   * every figure. What is inside shows its fallback content, until `refresh()`.
   */
  async disconnect(): Promise<void> {
    await this.#session?.close();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // A new object of headers or a new function is the same session's: frameworks make one at each render.
    if (named.some((name) => changed.has(name)) || this.#isOwn !== this.#needsOwn) this.#open();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('locale')) this.#session?.dress();
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  get #needsOwn(): boolean {
    return this.fetch !== null || this.headers !== null || this.credentials !== null;
  }

  #open(): void {
    const old = this.#session;
    this.#leave?.();
    this.#leave = null;
    if (old && this.#isOwn) void old.close();
    this.#isOwn = this.#needsOwn;
    this.#session = this.endpoint || this.sessionUrl ? this.#make() : null;
    this.#context.setValue(this.#session);
    if (this.#session && this.isConnected) this.#attend(this.#session);
  }

  #make(): PageSession {
    const { endpoint, sessionUrl, publishableKey, credentials } = this;
    const ways = {
      endpoint: endpoint ? absoluteUrl(endpoint) : null,
      ...(sessionUrl && { sessionUrl: absoluteUrl(sessionUrl) }),
      ...(publishableKey && { publishableKey }),
    };
    if (!this.#isOwn) return sharedSession(ways);
    return ownSession({
      ...ways,
      ...(credentials && { credentials }),
      // Looked up at each request, so that a new token or function needs no new session.
      fetch: (request) => (this.fetch ?? globalThis.fetch)(request),
      headers: async () => {
        const { headers } = this;
        return new Headers((typeof headers === 'function' ? await headers() : headers) ?? {});
      },
    });
  }

  #attend(session: PageSession): void {
    this.#leave?.();
    this.#generation = session.read().generation;
    const unsubscribe = session.subscribe(() => this.#heard(session));
    const leaveLook = session.addLook({ isProvider: true, host: this });
    this.#leave = () => {
      unsubscribe();
      leaveLook();
    };
  }

  #heard(session: PageSession): void {
    const { generation, closed } = session.read();
    if (generation === this.#generation) return;
    this.#generation = generation;
    const change = new ExpressAccountChangeEvent();
    if (!closed) this.dispatchEvent(change);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'express-provider': ExpressProvider;
  }
  interface HTMLElementEventMap {
    'express-account-change': ExpressAccountChangeEvent;
  }
}
