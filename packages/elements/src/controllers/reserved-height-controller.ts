import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & HTMLElement;

/** The heights of the page's elements when they last had content, by what they are and how wide. */
const heights = new Map<string, number>();
const KEPT = 100;

function remember(key: string, height: number): void {
  heights.delete(key);
  heights.set(key, height);
  const oldest = heights.keys().next();
  if (heights.size > KEPT && !oldest.done) heights.delete(oldest.value);
}

/**
 * Keeps the room an element had when it last showed something, until it shows something again: the page below does not
 * jump.
 *
 * Owns: the minimal height of the host while loading. Does not own: how tall a skeleton is by itself.
 */
export class ReservedHeightController implements ReactiveController {
  readonly #host: Host;
  readonly #hasContent: () => boolean;
  readonly #name: () => string;
  #observer: ResizeObserver | null = null;
  #reserved = false;

  /** @param name tells elements of one tag apart, such as by their variant */
  constructor(host: Host, hasContent: () => boolean, name: () => string = () => '') {
    this.#host = host;
    this.#hasContent = hasContent;
    this.#name = name;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer ??= new ResizeObserver(() => this.#measure());
    this.#observer.observe(this.#host);
  }

  hostUpdated(): void {
    if (this.#hasContent()) this.#release();
    else this.#reserve();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#release();
  }

  #key(): string {
    const width = Math.round(this.#host.clientWidth / 40);
    return `${this.#host.localName} ${this.#name()} ${width}`;
  }

  #measure(): void {
    if (!this.#hasContent() || this.#reserved) return;
    const height = this.#host.offsetHeight;
    if (height > 0) remember(this.#key(), height);
  }

  #reserve(): void {
    // The key has a width, and reading that costs a layout: not where nothing is known anyway.
    if (this.#reserved || heights.size === 0) return;
    const height = heights.get(this.#key());
    if (height === undefined) return;
    this.#reserved = true;
    this.#host.style.setProperty('min-block-size', `${height}px`);
  }

  #release(): void {
    if (!this.#reserved) return;
    this.#reserved = false;
    this.#host.style.removeProperty('min-block-size');
  }
}
