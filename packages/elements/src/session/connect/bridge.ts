import type {
  AppearanceOptions,
  ConnectElementTagName,
  StripeConnectInstance,
} from '@stripe/connect-js';
import { loadConnectAndInitialize } from '@stripe/connect-js/pure';
import type { Clock } from '../../endpoint/clock.ts';
import { ExpressError, toExpressError } from '../../endpoint/errors.ts';
import { languageTag } from '../../locales/language.ts';
import { connectAppearance } from '../../theme/appearance.ts';
import { connectLocale } from './locale.ts';
import { quickstart, type QuickstartRoute } from './quickstart.ts';
import { loadConnect, type ScriptSlot } from './script.ts';
import { Secrets, type SessionAnswer } from './secrets.ts';

/** Whose look and language Stripe's components take: the provider's, else the first element's that shows one. */
export interface LookSource {
  readonly host: HTMLElement;
  /** A provider speaks for all that is inside. */
  readonly isProvider: boolean;
}

export type ConnectState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'loading' }
  | {
      readonly kind: 'ready';
      readonly instance: StripeConnectInstance;
      /** What the session grants, by component key; undefined where the host's route does not say. */
      readonly components: SessionAnswer['components'];
    }
  | { readonly kind: 'error'; readonly error: ExpressError };

export interface BridgeDeps {
  /** Asks the endpoint for a session. */
  readonly ask: () => Promise<SessionAnswer>;
  /** Asked instead, where a host has one. */
  readonly quickstart: QuickstartRoute | undefined;
  /** From the host's markup where the session's answer has none. */
  readonly publishableKey: string | undefined;
  readonly script: ScriptSlot;
  readonly looks: ReadonlySet<LookSource>;
  readonly clock: Clock;
  readonly changed: () => void;
  readonly warn: (message: string) => void;
}

/** The promise of the instance, which connect-js has but does not declare: without it a failure is nobody's. */
async function settled(instance: StripeConnectInstance): Promise<void> {
  if (!('debugInstance' in instance) || typeof instance.debugInstance !== 'function') return;
  await instance.debugInstance();
}

/**
 * The session's one Connect instance.
 *
 * Owns: loading the script, asking for the account session meanwhile, making the instance, keeping its look in step,
 * ending it. Does not own: the elements made from it.
 */
export class ConnectBridge {
  readonly #deps: BridgeDeps;
  readonly #secrets: Secrets;
  #state: ConnectState = { kind: 'idle' };
  #sent = '';
  #dressing = false;
  /** Counts the instances: what was begun for an older one is dropped. */
  #run = 0;

  constructor(deps: BridgeDeps) {
    this.#deps = deps;
    const { ask, clock, quickstart: route } = deps;
    this.#secrets = new Secrets({ ask: route ? () => quickstart(route) : ask, clock });
  }

  read(): ConnectState {
    return this.#state;
  }

  /** Makes the instance unless that was begun. */
  start(): void {
    if (this.#state.kind === 'idle') this.#begin();
  }

  /** Tries again what failed. */
  retry(): void {
    if (this.#state.kind === 'error') this.#begin();
  }

  /** Ends the account session at Stripe; every component of the instance stops working. */
  async end(): Promise<void> {
    const state = this.#state;
    this.#run += 1;
    this.#secrets.clear();
    this.#set({ kind: 'idle' });
    if (state.kind !== 'ready') return;
    try {
      await state.instance.logout();
    } catch (cause) {
      this.#deps.warn(`Stripe's session could not be ended: ${String(cause)}`);
    }
  }

  /** Sends the look, if it is another than Stripe has; several changes at once are one. */
  dress(): void {
    if (this.#dressing || this.#state.kind !== 'ready') return;
    this.#dressing = true;
    queueMicrotask(() => {
      this.#dressing = false;
      this.#update();
    });
  }

  create(name: ConnectElementTagName): HTMLElement {
    if (this.#state.kind !== 'ready')
      throw new ExpressError('component_failed', 'The Connect instance is not there yet.');
    if (!customElements.get(`stripe-connect-${name}`))
      throw new ExpressError('component_unknown', `Stripe's script has no component “${name}”.`);
    return this.#state.instance.create(name);
  }

  #begin(): void {
    const run = ++this.#run;
    this.#set({ kind: 'loading' });
    this.#open().then(
      (state) => run === this.#run && this.#set(state),
      (cause: unknown) =>
        run === this.#run && this.#set({ kind: 'error', error: toExpressError(cause) }),
    );
  }

  async #open(): Promise<ConnectState> {
    const script = loadConnect(this.#deps.script, this.#deps.clock);
    const [answer] = await Promise.all([this.#secrets.prefetch(), script]);
    const publishableKey = answer.publishable_key ?? this.#deps.publishableKey;
    if (publishableKey === undefined)
      throw new ExpressError(
        'invalid_answer',
        'No publishable key: set publishable-key, or answer it as publishable_key.',
      );
    const look = this.#look();
    const instance = loadConnectAndInitialize({
      publishableKey,
      fetchClientSecret: () => this.#secret(),
      ...look,
    });
    await settled(instance);
    this.#sent = JSON.stringify(look);
    return { kind: 'ready', instance, components: answer.components };
  }

  /** A failure is Stripe's to tell, as a load error; the handler here keeps it from being nobody's as well. */
  #secret(): Promise<string> {
    const secret = this.#secrets.next();
    secret.catch((cause: unknown) => {
      this.#deps.warn(`No account session: ${toExpressError(cause).message}`);
    });
    return secret;
  }

  /** Stripe's types know no undefined: what is not set is not there. */
  #look(): { appearance?: AppearanceOptions; locale?: string } {
    const sources = [...this.#deps.looks];
    const source = sources.find(({ isProvider }) => isProvider) ?? sources[0];
    if (!source) return {};
    const locale = connectLocale(languageTag(source.host));
    return {
      appearance: connectAppearance(source.host),
      ...(locale !== undefined && { locale }),
    };
  }

  #update(): void {
    if (this.#state.kind !== 'ready' || this.#deps.looks.size === 0) return;
    const look = this.#look();
    const sent = JSON.stringify(look);
    if (sent === this.#sent) return;
    this.#sent = sent;
    this.#state.instance.update(look);
  }

  #set(state: ConnectState): void {
    this.#state = state;
    this.#deps.changed();
    if (state.kind === 'ready') this.dress();
  }
}
