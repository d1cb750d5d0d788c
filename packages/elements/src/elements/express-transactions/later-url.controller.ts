import type { ReactiveController } from 'lit';
import type { UrlConfig, UrlController, UrlHost } from './url.controller.ts';

/** `sync-url`, whose code comes where it is set: until then nothing may be asked, for the address may say what. */
export class LaterUrl implements ReactiveController {
  readonly #host: UrlHost;
  readonly #config: UrlConfig;
  #url: UrlController | null = null;
  #state: 'unasked' | 'coming' | 'settled' = 'unasked';

  constructor(host: UrlHost, config: UrlConfig) {
    this.#host = host;
    this.#config = config;
    host.addController(this);
  }

  /** What is chosen is known. */
  get isSettled(): boolean {
    return this.#state === 'settled' || !this.#config.wanted();
  }

  /** The next change is the seller's own. */
  chosen(): void {
    this.#url?.chosen();
  }

  hostConnected(): void {
    if (this.#state === 'unasked') this.#host.requestUpdate();
  }

  hostUpdate(): void {
    if (this.#state === 'unasked' && this.#config.wanted()) void this.#fetch();
  }

  async #fetch(): Promise<void> {
    this.#state = 'coming';
    try {
      const { UrlController: Url } = await import('./url.controller.ts');
      if (this.#host.isConnected) this.#url = new Url(this.#host, this.#config);
      this.#state = this.#url ? 'settled' : 'unasked';
    } catch {
      // The list is worth more than its address.
      this.#state = 'settled';
    }
    this.#host.requestUpdate();
  }
}
