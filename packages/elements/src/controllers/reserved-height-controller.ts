import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { keep, recall, SITE } from './storage.ts';

type Host = ReactiveControllerHost & HTMLElement;

/** How many heights are kept. */
const KEPT = 100;
const KEY = 'heights';
/** Milliseconds in which Stripe's components mostly have drawn themselves: they say when they begin, not when they are done. */
const DRAWN = 3_000;

/** The heights of elements when they last had content, by what they are and how wide; from earlier visits too. */
let heights: Map<string, number> | undefined;

/** What somebody else has left there is no height. */
const isHeight = (entry: [string, unknown]): entry is [string, number] =>
  typeof entry[1] === 'number' && entry[1] > 0;

function known(): Map<string, number> {
  if (heights) return heights;
  const entries: [string, unknown][] = Object.entries(Object(recall(KEY, SITE)));
  heights = new Map(entries.filter(isHeight));
  // Once, when the page is left: what is measured until then is only of use to the next visit.
  addEventListener('pagehide', () => keep(KEY, SITE, Object.fromEntries(known())));
  return heights;
}

function remember(key: string, height: number): void {
  const kept = known();
  kept.delete(key);
  kept.set(key, height);
  const oldest = kept.keys().next();
  if (kept.size > KEPT && !oldest.done) kept.delete(oldest.value);
}

export interface ReservedHeightConfig {
  readonly hasContent: () => boolean;
  /** Whether the content goes on drawing itself, and does not say until when. */
  readonly drawsOn?: () => boolean;
  /** Whether its content is that there is nothing, for which it takes no room. */
  readonly isNothing?: () => boolean;
  /** Tells elements of one tag apart, such as by their variant. */
  readonly name?: () => string;
}

/**
 * Keeps the room an element had when it last showed something, on this visit or an earlier one, until it shows
 * something again: the page below does not jump.
 *
 * Owns: the minimal height of the host while loading. Does not own: how tall a skeleton is by itself.
 */
export class ReservedHeightController implements ReactiveController {
  readonly #host: Host;
  readonly #config: ReservedHeightConfig;
  #observer: ResizeObserver | null = null;
  /** What the present room is kept by. */
  #reserved: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Host, config: ReservedHeightConfig) {
    this.#host = host;
    this.#config = config;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer ??= new ResizeObserver(() => this.#measure());
    this.#observer.observe(this.#host);
  }

  hostUpdated(): void {
    if (!this.#config.hasContent()) this.#reserve();
    else if (this.#reserved === null) return;
    else if (this.#config.drawsOn?.()) this.#timer ??= setTimeout(() => this.#finish(), DRAWN);
    else this.#finish();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#release();
  }

  #key(): string {
    const width = Math.round(this.#host.clientWidth / 40);
    return `${this.#host.localName} ${this.#config.name?.() ?? ''} ${width}`;
  }

  #measure(): void {
    if (!this.#config.hasContent() || this.#reserved !== null) return;
    const height = this.#host.offsetHeight;
    if (height > 0) remember(this.#key(), height);
  }

  #reserve(): void {
    // The key has a width, and reading that costs a layout: not where nothing is known anyway.
    if (this.#reserved !== null || known().size === 0) return;
    const key = this.#key();
    const height = known().get(key);
    if (height === undefined) return;
    this.#reserved = key;
    this.#host.style.setProperty('min-block-size', `${height}px`);
    // For a style sheet that would give the element no room at all.
    this.#host.style.setProperty('--_reserved', 'static');
  }

  #finish(): void {
    const key = this.#reserved;
    this.#release();
    if (key !== null && this.#config.isNothing?.()) known().delete(key);
    // Observed anew, it is measured when the browser has laid it out by itself: asking now would make it do so twice.
    this.#observer?.unobserve(this.#host);
    this.#observer?.observe(this.#host);
  }

  #release(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#reserved === null) return;
    this.#reserved = null;
    for (const name of ['min-block-size', '--_reserved']) this.#host.style.removeProperty(name);
  }
}
