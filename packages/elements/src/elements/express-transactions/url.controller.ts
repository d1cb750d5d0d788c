import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isSame, isTyping, readUrl, writeUrl, type Choice } from './url.model.ts';

export interface UrlConfig {
  /** `sync-url` is set. */
  readonly wanted: () => boolean;
  readonly choice: () => Choice;
  /** The address says otherwise: the host's properties follow. `isStep`: the seller went back or forward. */
  readonly choose: (choice: Choice, isStep: boolean) => void;
}

export type UrlHost = ReactiveControllerHost & { readonly isConnected: boolean };

/**
 * Keeps what is chosen in the page's address: read at the start and on back and forward, written on every change.
 *
 * A seller's choice is a step to come back from; what is typed, and what the page itself sets, takes the place of what
 * stood there. Does not own: the page's other parameters, its hash, its `history.state`.
 */
export class UrlController implements ReactiveController {
  readonly #host: UrlHost;
  readonly #config: UrlConfig;
  /** What the attributes said before the address was read: an address without a word means that. */
  #start: Choice | null = null;
  #last: Choice | null = null;
  #isChosen = false;

  constructor(host: UrlHost, config: UrlConfig) {
    this.#host = host;
    this.#config = config;
    host.addController(this);
    this.hostUpdate();
  }

  /** The next change is the seller's own. */
  chosen(): void {
    this.#isChosen = true;
  }

  hostConnected(): void {
    if (this.#start) this.#listen();
  }

  hostUpdate(): void {
    const isOn = this.#start !== null;
    if (isOn === this.#config.wanted()) return;
    if (isOn) this.#unlisten();
    this.#start = isOn ? null : this.#config.choice();
    if (!isOn) this.#listen();
  }

  hostUpdated(): void {
    const [start, last] = [this.#start, this.#last];
    // One that has left the page may still be drawn once more; the address is the next one's.
    if (!start || !last || !this.#host.isConnected) return;
    const now = this.#config.choice();
    const isStep = this.#isChosen && !isTyping(last, now);
    this.#isChosen = false;
    this.#last = now;
    const search = writeUrl(location.search, now, start);
    if (search === location.search) return;
    const url = location.pathname + search + location.hash;
    // The page's router may keep its own things there.
    if (isStep) history.pushState(history.state, '', url);
    else history.replaceState(history.state, '', url);
  }

  hostDisconnected(): void {
    this.#unlisten();
  }

  #listen(): void {
    addEventListener('popstate', this.#step);
    this.#read(false);
  }

  #unlisten(): void {
    removeEventListener('popstate', this.#step);
  }

  readonly #step = (): void => this.#read(true);

  #read(isStep: boolean): void {
    if (!this.#start) return;
    const choice = readUrl(location.search, this.#start);
    const isNews = !isSame(choice, this.#config.choice());
    this.#last = choice;
    this.#isChosen = false;
    if (isNews) this.#config.choose(choice, isStep);
  }
}
