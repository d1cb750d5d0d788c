import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ancestors } from '../locales/language.ts';
import type { Scrolling, Shared } from './scrolling.ts';

export interface VirtualListOptions {
  readonly count: () => number;
  /** A row's usual height in pixels, before it has been measured. */
  readonly estimate: () => number;
  readonly key: (index: number) => string;
  /** The element that holds the rows, each with its `data-index`; null until it is rendered. */
  readonly list: () => HTMLElement | null;
  /** What covers the start of the scroller, such as a header that sticks, in pixels. */
  readonly covered?: () => number;
  /** Rows rendered beyond the window on each side. */
  readonly overscan?: number;
  /** Draws the host now: who prints does not wait. */
  readonly draw?: () => void;
}

type Code = typeof import('./scrolling.ts');

/** What scrolls a list: the nearest ancestor that does, in whatever tree it stands, else the window. */
function scrollerOf(list: Element): Element | Window {
  for (const element of ancestors(list)) {
    if (element === document.body || element === document.documentElement) break;
    if (/auto|scroll|overlay/.test(getComputedStyle(element).overflowY)) return element;
  }
  return window;
}

const marginOf = (list: Element, scroller: Element | Window): number => {
  const { top } = list.getBoundingClientRect();
  return scroller instanceof Element
    ? top - scroller.getBoundingClientRect().top - scroller.clientTop + scroller.scrollTop
    : top + scrollY;
};

/** Where the part of a scroller that is seen begins, in the window's pixels. */
const edgeOf = (scroller: Element | Window): number =>
  scroller instanceof Element ? Math.max(0, scroller.getBoundingClientRect().top) : 0;

/** Rows rendered beyond the window on each side. */
const OVERSCAN = 3;

/** How many rows a list may have without a window of rows. */
const FEW = 25;

/** Where the room of rows that are not rendered is kept. */
const padded = ['min-block-size', 'padding-block-start', 'padding-block-end'];

/** How far a list may be from where it was thought to be, in pixels. */
const SLACK = 0.5;

/**
 * Renders only the rows of a long list that are in sight: @tanstack/virtual-core over whatever scrolls the page.
 *
 * Owns: which rows, the room of those that are not rendered (as padding of the list), that what is read stays where it
 * is when rows come before it. Does not own: rows, data, when to ask for more.
 *
 * What it reads of the page it reads while the page is laid out (before a render, or told by an observer), never
 * between a render and the next frame: each such reading would be a layout of its own.
 */
export class VirtualListController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: VirtualListOptions;
  #scroller: Element | Window | null = null;
  /** The list whose scroller that is. */
  #of: HTMLElement | null = null;
  #scrolling: Scrolling | null = null;
  /** Null until a list had more than a few rows. `failed`: it could not be fetched, so every row is rendered. */
  #code: Code | 'coming' | 'failed' | null = null;
  /** The row to bring into sight as soon as that can be done. */
  #wanted: number | null = null;
  #margin = 0;
  /** A row's height as it is here, and the list's width when it was measured. */
  #usual: { readonly height: number; readonly width: number } | null = null;
  #moving = false;
  #wasAtStart = true;
  /** The first rendered row and where it started, while the list's own start is out of sight. */
  #anchor: { readonly key: string; readonly index: number; readonly start: number } | null = null;
  #observer: ResizeObserver | null = null;
  /** The first rows are drawn before those around them are rendered, and before anything is read of the page. */
  #isFirst = false;
  #frame = 0;
  /** On paper there is nothing to scroll: every row is rendered. */
  #isPrinted = false;

  constructor(host: ReactiveControllerHost, options: VirtualListOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** The rows to render now: before the first frame a screenful from the start. */
  get indexes(): readonly number[] {
    const count = this.#options.count();
    if (this.#isPrinted) return Array.from({ length: count }, (_, index) => index);
    if (this.#scrolling === null || this.#isFirst) {
      const length = Math.min(count, this.#start);
      return Array.from({ length }, (_, index) => index);
    }
    return this.#scrolling
      .items()
      .map(({ index }) => index)
      .filter((index) => index < count);
  }

  /** How many rows are rendered while it is not known what is in sight. */
  get #start(): number {
    if (this.#code === 'failed') return Infinity;
    const screenful = Math.ceil(innerHeight / this.#options.estimate());
    return this.#of === null || this.#isFirst ? screenful : Math.max(FEW, screenful);
  }

  /** The list was just scrolled along with its rows: until the browser has told so, `indexes` are of before. */
  get isMoving(): boolean {
    return this.#moving;
  }

  /** Whether the first row is in sight, so that what comes before it is seen to come. */
  get isAtStart(): boolean {
    const list = this.#options.list();
    if (!list || !this.#scroller) return true;
    return list.getBoundingClientRect().top >= edgeOf(this.#scroller) - this.#options.estimate();
  }

  /** Brings a row into sight. */
  show(index: number): void {
    this.#wanted = index;
    this.#bring();
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#print);
    addEventListener('afterprint', this.#print);
  }

  hostUpdate(): void {
    this.#wasAtStart = this.isAtStart;
    if (this.#of?.isConnected && this.#scroller) this.#margin = marginOf(this.#of, this.#scroller);
  }

  hostUpdated(): void {
    const list = this.#options.list();
    if (!list) {
      this.#stop();
      return;
    }
    if (list === this.#of) this.#scrolling?.set(this.#shared());
    else this.#begin(list);
    this.#window();
    this.#measure(list);
    // The list must be as long as it will be before it can be scrolled to there.
    this.#pad(list);
    this.#stay();
    this.#bring();
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#print);
    removeEventListener('afterprint', this.#print);
    this.#isPrinted = false;
    this.#stop();
  }

  readonly #print = ({ type }: Event): void => {
    this.#isPrinted = type === 'beforeprint';
    this.#host.requestUpdate();
    this.#options.draw?.();
  };

  #begin(list: HTMLElement): void {
    this.#stop();
    this.#of = list;
    this.#isFirst = true;
    this.#observe(list);
  }

  /** When the list is first laid out. Looking for what scrolls styles the page, so it is looked for once a list. */
  #place(list: HTMLElement): void {
    this.#scroller = scrollerOf(list);
    this.#margin = marginOf(list, this.#scroller);
    this.#learn(list);
  }

  #bring(): void {
    if (this.#wanted === null) return;
    const row = this.#scrolling ? null : this.#of?.children[this.#wanted];
    if (row === undefined) return;
    if (row === null) this.#scrolling?.show(this.#wanted);
    // What is focused has the room that a header needs as its scroll-margin.
    else (row.querySelector('button') ?? row).scrollIntoView({ block: 'nearest' });
    this.#wanted = null;
  }

  /** A window of rows for a list of more than a few. */
  #window(): void {
    if (this.#code === null && this.#options.count() > FEW) void this.#fetch();
    if (this.#scrolling !== null || this.#scroller === null) return;
    if (this.#code === null || typeof this.#code === 'string') return;
    this.#scrolling = this.#code.scrollingOf(this.#scroller, this.#shared());
    this.#changed();
  }

  async #fetch(): Promise<void> {
    this.#code = 'coming';
    try {
      this.#code = await import('./scrolling.ts');
    } catch (cause) {
      this.#code = 'failed';
      console.warn(`[express-elements] A list shows all its rows at once: ${String(cause)}`);
    }
    this.#host.requestUpdate();
  }

  /** What is around the list changes its place and its width; the browser says so when the page is laid out. */
  #observe(list: HTMLElement): void {
    this.#observer = new ResizeObserver(() => {
      if (this.#scroller === null) this.#place(list);
      else {
        const moved = Math.abs(marginOf(list, this.#scroller) - this.#margin) > SLACK;
        if (!this.#learn(list) && !moved) return;
      }
      cancelAnimationFrame(this.#frame);
      // Rendering while the browser tells of sizes would change sizes again: an error of the page.
      this.#frame = requestAnimationFrame(() => {
        this.#isFirst = false;
        this.#changed();
      });
    });
    const root = list.getRootNode();
    if (root instanceof ShadowRoot) this.#observer.observe(root.host);
    this.#observer.observe(list);
  }

  #shared(): Shared {
    return {
      count: this.#options.count(),
      estimateSize: () => this.#usual?.height ?? this.#options.estimate(),
      getItemKey: this.#options.key,
      overscan: this.#options.overscan ?? OVERSCAN,
      scrollMargin: this.#margin,
      scrollPaddingStart: this.#options.covered?.() ?? 0,
      onChange: this.#changed,
    };
  }

  /** After the update that may be going on: asking for one within it would be a loop to lit. */
  readonly #changed = (): void => {
    this.#moving = false;
    if (!this.#isFirst) queueMicrotask(() => this.#host.requestUpdate());
  };

  /** After all rows are there: measured one by one while they are rendered, each would cost a layout of the page. */
  #measure(list: HTMLElement): void {
    this.#scrolling?.measure(null);
    for (const row of list.children) if (row instanceof HTMLElement) this.#scrolling?.measure(row);
  }

  /**
   * Takes a row's height from the first that is rendered; anew when the list has become another width.
   *
   * @returns whether it is another than before
   */
  #learn(list: HTMLElement): boolean {
    const width = Math.round(list.clientWidth / 40);
    if (this.#usual?.width === width) return false;
    const height = list.firstElementChild?.getBoundingClientRect().height ?? 0;
    if (height === 0) return false;
    const before = this.#usual?.height ?? this.#options.estimate();
    this.#usual = { height, width };
    if (Math.abs(before - height) <= SLACK) return false;
    this.#scrolling?.remeasure();
    return true;
  }

  #pad(list: HTMLElement): void {
    if (this.#isPrinted) {
      for (const name of padded) list.style.removeProperty(name);
      return;
    }
    if (this.#scrolling === null) {
      list.style.setProperty('min-block-size', `${this.#guess(list)}px`);
      return;
    }
    const { indexes } = this;
    const total = this.#scrolling.total();
    const start = this.#scrolling.at(indexes[0] ?? 0)?.start ?? this.#margin;
    const end = this.#scrolling.at(indexes.at(-1) ?? 0)?.end ?? start;
    // Kept also while rows are being exchanged: WebKit lays new ones in a container out a step later, and would scroll
    // up from a page that is shorter for a moment.
    list.style.setProperty('min-block-size', `${total}px`);
    list.style.setProperty('padding-block-start', `${Math.max(0, start - this.#margin)}px`);
    list.style.setProperty('padding-block-end', `${Math.max(0, total - end + this.#margin)}px`);
  }

  /** How long the list will be where not all of it is there: what follows must not jump once the rest comes. */
  #guess(list: HTMLElement): number {
    const count = this.#options.count();
    const height = this.#usual?.height ?? this.#options.estimate();
    return list.childElementCount < count ? height * count : 0;
  }

  /** Scrolls along where rows came before the ones that are being read. */
  #stay(): void {
    const anchor = this.#anchor;
    const count = this.#options.count();
    this.#anchor = null;
    if (anchor && anchor.index < count && this.#options.key(anchor.index) !== anchor.key) {
      const moved = this.#indexOf(anchor.key, anchor.index, count);
      const start = moved === null ? undefined : this.#scrolling?.at(moved)?.start;
      if (start !== undefined) {
        this.#moving = true;
        this.#scroller?.scrollBy({ top: start - anchor.start, behavior: 'instant' });
      }
    }
    const [first] = this.#scrolling?.items() ?? [];
    if (first && first.index < count && !this.#wasAtStart)
      this.#anchor = {
        key: this.#options.key(first.index),
        index: first.index,
        start: first.start,
      };
  }

  /** Rows only ever come before, so the search goes on from where the row was. */
  #indexOf(key: string, from: number, count: number): number | null {
    for (let index = from + 1; index < count; index += 1)
      if (this.#options.key(index) === key) return index;
    return null;
  }

  #stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#isFirst = false;
    this.#observer?.disconnect();
    this.#observer = null;
    this.#anchor = null;
    this.#scrolling?.stop();
    this.#scrolling = null;
    this.#scroller = null;
    this.#of = null;
  }
}
