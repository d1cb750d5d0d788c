import type { ConnectElementTagName } from '@stripe/connect-js';
import { ExpressError } from '../../endpoint/errors.ts';
import type { BridgeDeps, ConnectBridge, ConnectState, LookSource } from './bridge.ts';

type Code = typeof import('./bridge.ts');

/**
 * The session's way to Stripe's components, whose code comes when the first element wants one: most of a page's
 * elements never do.
 *
 * Owns: fetching that code, who lends the components a look. Does not own: the Connect instance (`ConnectBridge`).
 */
export class Connection {
  readonly #deps: Omit<BridgeDeps, 'looks'>;
  readonly #looks = new Set<LookSource>();
  #code: Promise<Code> | null = null;
  #bridge: ConnectBridge | null = null;
  #state: ConnectState = { kind: 'idle' };
  /** Counts the beginnings: code that comes for an older one starts nothing. */
  #run = 0;

  constructor(deps: Omit<BridgeDeps, 'looks'>) {
    this.#deps = deps;
  }

  read(): ConnectState {
    return this.#bridge?.read() ?? this.#state;
  }

  /** Fetches the code, while it is being asked whether the session may be opened. */
  prepare(): void {
    // `start` meets the same failure, and tells of it.
    this.#fetch().catch(() => undefined);
  }

  start(): void {
    if (this.#bridge) this.#bridge.start();
    else if (this.#state.kind === 'idle') void this.#begin();
  }

  /** Tries again what failed. */
  retry(): void {
    if (this.#bridge) this.#bridge.retry();
    else if (this.#state.kind === 'error') void this.#begin();
  }

  async end(): Promise<void> {
    this.#run += 1;
    if (this.#bridge) await this.#bridge.end();
    else this.#set({ kind: 'idle' });
  }

  addLook(source: LookSource): () => void {
    this.#looks.add(source);
    this.dress();
    return () => {
      this.#looks.delete(source);
      this.dress();
    };
  }

  dress(): void {
    this.#bridge?.dress();
  }

  create(name: ConnectElementTagName): HTMLElement {
    if (this.#bridge) return this.#bridge.create(name);
    throw new ExpressError('component_failed', 'The Connect instance is not there yet.');
  }

  #fetch(): Promise<Code> {
    this.#code ??= import('./bridge.ts').catch((cause: unknown) => {
      this.#code = null;
      throw cause;
    });
    return this.#code;
  }

  async #begin(): Promise<void> {
    const run = ++this.#run;
    this.#set({ kind: 'loading' });
    try {
      const { ConnectBridge: Bridge } = await this.#fetch();
      if (run !== this.#run) return;
      this.#bridge = new Bridge({ ...this.#deps, looks: this.#looks });
      this.#bridge.start();
    } catch (cause) {
      const message = `Failed to fetch the code for Stripe's components: ${String(cause)}`;
      const error = new ExpressError('script_failed', message, { cause });
      if (run === this.#run) this.#set({ kind: 'error', error });
    }
  }

  #set(state: ConnectState): void {
    this.#state = state;
    this.#deps.changed();
  }
}
