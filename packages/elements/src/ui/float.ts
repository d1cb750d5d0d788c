import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Room kept between a popover, its button and the window's edges. */
const GAP = 6;
const EDGE = 12;

const phone = '(max-width: 480px)';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Where a popover goes: under its button and flush with the button's start, above it where there is more room, never
 * past the window's edges.
 */
export function placeBeside(
  anchor: Box,
  size: Pick<Box, 'width' | 'height'>,
  view: Pick<Box, 'width' | 'height'>,
  rtl: boolean,
): { left: number; top: number } {
  const start = rtl ? anchor.left + anchor.width - size.width : anchor.left;
  const left = Math.max(EDGE, Math.min(start, view.width - size.width - EDGE));
  const below = anchor.top + anchor.height + GAP;
  const above = anchor.top - size.height - GAP;
  const fits = below + size.height <= view.height - EDGE;
  const roomier = view.height - below > anchor.top;
  const top = fits || roomier ? below : above;
  return { left, top: Math.max(EDGE, Math.min(top, view.height - size.height - EDGE)) };
}

type FloatHost = ReactiveControllerHost & HTMLElement & { readonly renderRoot: ParentNode };

/**
 * The popovers of one element: which is open, where it stands, that it goes where its button goes.
 *
 * They are native (`popover`, `popovertarget`), so opening, light dismissal, Escape and the way back of the focus are
 * the browser's. On a phone the style sheet makes a sheet of them and nothing is placed.
 *
 * @example
 * readonly #float = new FloatController(this);
 * html`<button popovertarget="dates">…</button>
 *   <div popover id="dates" class="float" role="dialog" @beforetoggle=${this.#float.toggled}>…</div>`
 */
export class FloatController implements ReactiveController {
  /** The id of the open popover, null when there is none. */
  open: string | null = null;
  readonly #host: FloatHost;
  readonly #changed: (id: string | null) => void;
  #hadFocus = false;

  constructor(host: FloatHost, changed: (id: string | null) => void = () => undefined) {
    this.#host = host;
    this.#changed = changed;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#unfollow();
    this.open = null;
  }

  /** For `beforetoggle` of each popover. */
  readonly toggled = (event: Event): void => {
    const float = event.currentTarget;
    if (!(float instanceof HTMLElement) || !(event instanceof ToggleEvent)) return;
    if (event.newState === 'open') this.#begin(float);
    else this.#hadFocus = float.contains(this.#active);
  };

  /** Closes the open one. */
  close(): void {
    this.#element()?.hidePopover();
  }

  #begin(float: HTMLElement): void {
    this.open = float.id;
    this.#changed(this.open);
    this.#host.requestUpdate();
    this.#follow();
    float.addEventListener('toggle', this.#closed);
  }

  readonly #closed = (event: Event): void => {
    const float = event.currentTarget;
    if (!(float instanceof HTMLElement) || float.matches(':popover-open')) return;
    float.removeEventListener('toggle', this.#closed);
    if (this.open === float.id) this.#end(float);
  };

  /**
   * After it has closed: its content is needed until then, for the browser looks whether the focus was inside. Chromium
   * leaves the focus there where the button is in a shadow root.
   */
  #end(float: HTMLElement): void {
    const anchor = this.#anchor();
    const isLost = document.activeElement === document.body || float.contains(this.#active);
    this.#unfollow();
    this.open = null;
    this.#changed(null);
    this.#host.requestUpdate();
    if (this.#hadFocus && isLost) anchor?.focus({ preventScroll: true });
    this.#hadFocus = false;
  }

  get #active(): Element | null {
    const root = this.#host.renderRoot;
    return root instanceof ShadowRoot ? root.activeElement : document.activeElement;
  }

  #anchor(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(`[popovertarget="${this.open}"]`);
  }

  #element(): HTMLElement | null {
    const root = this.#host.renderRoot;
    return this.open === null ? null : (root?.querySelector<HTMLElement>(`#${this.open}`) ?? null);
  }

  /** The open one has got its content: it is placed anew, and the focus goes inside. */
  settle(): void {
    // The next frame: by then its content is rendered and it can be measured, and nothing has been painted.
    requestAnimationFrame(() => {
      const float = this.#element();
      // It may have been closed since, and the focus be elsewhere by now.
      if (!float?.matches(':popover-open')) return;
      this.#place();
      // What comes late does not take the focus from where the seller has gone meanwhile.
      if (float.contains(this.#active)) return;
      const first = float.querySelector<HTMLElement>('[autofocus], input, button');
      (first ?? float).focus({ preventScroll: true });
    });
  }

  #follow(): void {
    this.settle();
    addEventListener('scroll', this.#place, { capture: true, passive: true });
    addEventListener('resize', this.#place);
  }

  #unfollow(): void {
    removeEventListener('scroll', this.#place, { capture: true });
    removeEventListener('resize', this.#place);
  }

  readonly #place = (): void => {
    const float = this.#element();
    const anchor = this.#anchor();
    if (!float || !anchor) return;
    if (matchMedia(phone).matches) {
      float.style.removeProperty('left');
      float.style.removeProperty('top');
      return;
    }
    // What a button explains stays to be read: the popover goes below or above all of it.
    const kept = (anchor.closest('.explained') ?? anchor).getBoundingClientRect();
    const { left, width } = anchor.getBoundingClientRect();
    const place = placeBeside(
      { left, width, top: kept.top, height: kept.height },
      { width: float.offsetWidth, height: float.offsetHeight },
      { width: document.documentElement.clientWidth, height: innerHeight },
      getComputedStyle(this.#host).direction === 'rtl',
    );
    float.style.setProperty('left', `${place.left}px`);
    float.style.setProperty('top', `${place.top}px`);
  };
}
