import type { ConnectElementTagName, EmbeddedErrorType } from '@stripe/connect-js';
import type { ReactiveController } from 'lit';
import { ExpressError, toExpressError, type ExpressErrorCode } from '../endpoint/errors.ts';
import { languageTag } from '../locales/language.ts';
import type { PageSession, SessionState } from '../session/index.ts';
import { ThemeWatch } from '../theme/index.ts';
import type { SessionController, SessionHost } from './session-controller.ts';
import type { AbsentReason } from './view.ts';
import { inWebview } from './webview.ts';
import { warnOnce } from './warn.ts';

/** How a part that Stripe draws stands. */
export type StripeView =
  | { readonly kind: 'loading' }
  /** Stripe's component draws. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'error'; readonly error: ExpressError }
  | { readonly kind: 'absent'; readonly reason: AbsentReason }
  /** The page stands inside an app, where Stripe does not work. */
  | { readonly kind: 'webview' };

export interface StripeConfig {
  readonly name: ConnectElementTagName;
  /** connect-js's setters and what to call them with; undefined: nothing is sent, or what was sent is taken back. */
  readonly setters?: () => Iterable<readonly [setter: string, value: unknown]>;
  /** Whether Stripe's part is to be there at all. */
  readonly wanted?: () => boolean;
  readonly onLoaderStart?: () => void;
  readonly onLoadError?: (error: ExpressError, type: EmbeddedErrorType) => void;
}

type Host = SessionHost & { readonly renderRoot: ParentNode & Node };

interface Held {
  readonly session: PageSession;
  readonly connect: SessionState['connect'];
  readonly element: HTMLElement;
  readonly sent: Map<string, unknown>;
}

const codes: Readonly<Record<EmbeddedErrorType, ExpressErrorCode>> = {
  api_connection_error: 'network',
  authentication_error: 'component_failed',
  account_session_create_error: 'unavailable',
  invalid_request_error: 'component_failed',
  rate_limit_error: 'rate_limited',
  render_error: 'component_failed',
  api_error: 'component_failed',
};

const STRIPE_SLOT = 'stripe';

/** The key of a component in an account session. @example keyOf('payout-details') // 'payout_details' */
const keyOf = (name: ConnectElementTagName): string => name.replaceAll('-', '_');

/** Whether Stripe's frames would find each other: they do so through the document alone. */
const isInDocument = (element: Element): boolean => element.getRootNode() instanceof Document;

/** Calls one of connect-js's setters, which it puts on each element it creates. */
function call(element: HTMLElement, setter: string, value: unknown): void {
  const method: unknown = Reflect.get(element, setter);
  if (typeof method === 'function') Reflect.apply(method, element, [value]);
}

const isErrorType = (type: unknown): type is EmbeddedErrorType =>
  typeof type === 'string' && type in codes;

/** What Stripe's load error says, whatever it really holds. */
function readLoadError(said: unknown): { type: EmbeddedErrorType; message: string } {
  const error: unknown = Reflect.get(Object(said), 'error');
  const type: unknown = Reflect.get(Object(error), 'type');
  const message: unknown = Reflect.get(Object(error), 'message');
  return {
    type: isErrorType(type) ? type : 'api_error',
    message: typeof message === 'string' ? message : 'Stripe gave no reason.',
  };
}

/**
 * One element of Stripe's in the light DOM of its host.
 *
 * Owns: making it once session and script are there, its place (first child, `slot="stripe"`, never moved), what it is
 * told through setters, making it anew for another account, and once when something else swept it away; how it stands.
 * Does not own: the Connect instance (the session does), and what the host draws meanwhile.
 *
 * The host needs `<slot name="stripe">` in its shadow root and an empty `connectedMoveCallback`.
 */
export class StripeController implements ReactiveController {
  readonly #host: Host;
  readonly #sessions: SessionController;
  readonly #config: StripeConfig;
  #held: Held | null = null;
  #view: StripeView = { kind: 'loading' };
  /** What happened to the present element. */
  #fate: 'waiting' | 'ready' | ExpressError = 'waiting';
  #remade = false;
  #observer: MutationObserver | null = null;
  #leaveLook: (() => void) | null = null;
  #looked: PageSession | null = null;
  #tag = '';

  constructor(host: Host, sessions: SessionController, config: StripeConfig) {
    this.#host = host;
    this.#sessions = sessions;
    this.#config = config;
    host.addController(new ThemeWatch(host, () => this.#looked?.dress()));
    host.addController(this);
  }

  get view(): StripeView {
    return this.#view;
  }

  /** What stands against it working, in words for a developer. */
  get notes(): readonly string[] {
    if (!this.#held || isInDocument(this.#host)) return [];
    return ["stands under a shadow root, where Stripe's components do not work"];
  }

  /** Tries again: the session, and Stripe's component if it failed by itself. */
  refresh(): void {
    if (this.#fate instanceof ExpressError) this.#remove();
    this.#remade = false;
    this.#sessions.refresh();
  }

  hostConnected(): void {
    this.#sweepForeign();
    this.#observer ??= new MutationObserver(() => this.#checkSwept());
    this.#observer.observe(this.#host, { childList: true });
  }

  hostUpdate(): void {
    this.#dropStale();
    this.#view = this.#look();
  }

  hostUpdated(): void {
    const { session } = this.#sessions;
    this.#lend(session);
    if (this.#view.kind !== 'loading' && this.#view.kind !== 'ready') return;
    session?.startConnect();
    if (this.#held) this.#send(this.#held);
    else if (session) this.#make(session);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#lend(null);
  }

  /** A clone and a copy of markup bring along elements that nobody here made and no instance drives. */
  #sweepForeign(): void {
    const children = this.#host.querySelectorAll(`:scope > [slot="${STRIPE_SLOT}"]`);
    for (const child of children) if (child !== this.#held?.element) child.remove();
  }

  /** Lets the session's components look like this element, unless a provider speaks for it. */
  #lend(session: PageSession | null): void {
    if (session !== this.#looked) {
      this.#leaveLook?.();
      this.#looked = session;
      this.#leaveLook = session?.addLook({ isProvider: false, host: this.#host }) ?? null;
    }
    const tag = session ? languageTag(this.#host) : '';
    if (tag !== this.#tag) session?.dress();
    this.#tag = tag;
  }

  /** An element of an older account or of an instance that has ended shows nothing any more. */
  #dropStale(): void {
    const { session, state } = this.#sessions;
    if (!this.#held) return;
    const isSame = this.#held.session === session && this.#held.connect === state?.connect;
    // Without a session the element may only be on its way to another place in the page.
    if (session !== null && !isSame) this.#remove();
    else if (this.#sessions.isClosed || this.#config.wanted?.() === false) this.#remove();
  }

  #remove(): void {
    const element = this.#held?.element;
    this.#held = null;
    this.#fate = 'waiting';
    element?.remove();
  }

  #look(): StripeView {
    const { state, isClosed, isWaiting } = this.#sessions;
    if (isClosed) return { kind: 'absent', reason: 'closed' };
    if (inWebview()) return { kind: 'webview' };
    if (state === null)
      return isWaiting ? { kind: 'loading' } : { kind: 'absent', reason: 'no_endpoint' };
    if (this.#config.wanted?.() === false) return { kind: 'absent', reason: 'not_offered' };
    return this.#lookAt(state);
  }

  #lookAt({ account, connect }: SessionState): StripeView {
    if (account.kind === 'ready' && !account.answer.capabilities.account_session)
      return { kind: 'absent', reason: 'not_offered' };
    if (connect.kind === 'error') {
      const reason = connect.error.code === 'not_found' ? 'not_found' : null;
      return reason ? { kind: 'absent', reason } : connect;
    }
    if (connect.kind === 'idle' && account.kind === 'error') return account;
    if (connect.kind !== 'ready') return { kind: 'loading' };
    if (connect.components && !connect.components[keyOf(this.#config.name)]?.enabled)
      return { kind: 'absent', reason: 'not_offered' };
    if (this.#fate instanceof ExpressError) return { kind: 'error', error: this.#fate };
    return { kind: this.#fate === 'ready' ? 'ready' : 'loading' };
  }

  #make(session: PageSession): void {
    const { connect } = session.read();
    if (connect.kind !== 'ready' || !this.#host.isConnected) return;
    if (!isInDocument(this.#host))
      warnOnce(
        `<${this.#host.localName}> stands under a shadow root. Stripe's components work only in the document's own tree: put the element there, and let the shadow root have a slot for it.`,
      );
    try {
      const element = session.createComponent(this.#config.name);
      this.#held = { session, connect, element, sent: new Map() };
      element.slot = STRIPE_SLOT;
      call(element, 'setOnLoaderStart', () => this.#started(element));
      call(element, 'setOnLoadError', (said: unknown) => this.#failed(element, said));
      this.#send(this.#held);
      this.#host.prepend(element);
    } catch (cause) {
      queueMicrotask(() => this.#fail(toExpressError(cause)));
    }
  }

  #send({ element, sent }: Held): void {
    for (const [setter, value] of this.#config.setters?.() ?? []) {
      if (sent.get(setter) === value) continue;
      sent.set(setter, value);
      call(element, setter, value);
    }
  }

  #started(element: HTMLElement): void {
    if (this.#held?.element !== element || this.#fate === 'ready') return;
    this.#fate = 'ready';
    this.#config.onLoaderStart?.();
    this.#host.requestUpdate();
  }

  #failed(element: HTMLElement, said: unknown): void {
    if (this.#held?.element !== element) return;
    const { type, message } = readLoadError(said);
    const error = new ExpressError(codes[type], `Stripe's component failed: ${message}`);
    this.#fail(error);
    this.#config.onLoadError?.(error, type);
  }

  #fail(error: ExpressError): void {
    this.#fate = error;
    this.#host.requestUpdate();
  }

  /** A framework that renders the host's children anew deletes what it does not know. */
  #checkSwept(): void {
    const held = this.#held;
    if (!held || !this.#host.isConnected || held.element.parentNode === this.#host) return;
    this.#remove();
    if (this.#remade) {
      const message = 'Stripe’s element was taken out of the page again.';
      this.#fail(new ExpressError('component_removed', message));
      return;
    }
    this.#remade = true;
    console.warn(
      `[express-elements] Something removed Stripe's element from <${this.#host.localName}>, so it was made anew and has lost its state. Let your framework render no children there, or use our wrapper for it.`,
    );
    this.#host.requestUpdate();
  }
}
