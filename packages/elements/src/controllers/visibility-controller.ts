import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Whether the element is in or near the part of the page that can be seen.
 *
 * Owns: one observer. Does not own: what is done about it. Until the browser has said so an element counts as seen,
 * so that its first figures are not late.
 */
export class VisibilityController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #margin: string;
  #observer: IntersectionObserver | null = null;
  #visible = true;

  /** @param margin how near counts as seen, as `rootMargin` */
  constructor(host: ReactiveControllerHost & Element, margin = '300px') {
    this.#host = host;
    this.#margin = margin;
    host.addController(this);
  }

  get isVisible(): boolean {
    return this.#visible;
  }

  hostConnected(): void {
    this.#observer ??= new IntersectionObserver((entries) => this.#saw(entries), {
      rootMargin: this.#margin,
    });
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#visible = true;
  }

  #saw(entries: readonly IntersectionObserverEntry[]): void {
    const visible = entries.at(-1)?.isIntersecting ?? true;
    if (visible === this.#visible) return;
    this.#visible = visible;
    this.#host.requestUpdate();
  }
}
