// `_didMount` and `_willUpdate` are what the library gives its adapters, this file among them.
/* oxlint-disable no-underscore-dangle */
import {
  elementScroll,
  measureElement,
  observeElementOffset,
  observeElementRect,
  observeWindowOffset,
  observeWindowRect,
  Virtualizer,
  windowScroll,
  type VirtualItem,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';

/** What a list says of itself, whatever scrolls it. */
export type Shared = Pick<
  VirtualizerOptions<Element | Window, HTMLElement>,
  'count' | 'estimateSize' | 'getItemKey' | 'overscan' | 'scrollMargin' | 'scrollPaddingStart'
> & { readonly onChange: () => void };

/** What the controller needs of a virtualizer, whatever scrolls. */
export interface Scrolling {
  set(options: Shared): void;
  readonly items: () => readonly VirtualItem[];
  readonly total: () => number;
  readonly measure: (row: HTMLElement | null) => void;
  readonly show: (index: number) => void;
  /** Where a row is, in pixels from the scroller's start; undefined where it is not known. */
  readonly at: (index: number) => Pick<VirtualItem, 'start' | 'end'> | undefined;
  /** Forgets what rows have measured: they look different now. */
  readonly remeasure: () => void;
  readonly stop: () => void;
}

/** A row's height when the browser tells of it; until then as it is thought to be, for reading it costs a layout. */
function heightOf<T extends Element | Window>(
  row: HTMLElement,
  entry: ResizeObserverEntry | undefined,
  virtualizer: Virtualizer<T, HTMLElement>,
): number {
  if (entry) return measureElement(row, entry, virtualizer);
  const { itemSizeCache, options } = virtualizer;
  const index = virtualizer.indexFromElement(row);
  return itemSizeCache.get(options.getItemKey(index)) ?? options.estimateSize(index);
}

function scrolling<T extends Element | Window>(
  scroller: T,
  ways: Pick<
    VirtualizerOptions<T, HTMLElement>,
    'observeElementRect' | 'observeElementOffset' | 'scrollToFn' | 'initialRect' | 'initialOffset'
  >,
  first: Shared,
): Scrolling {
  const all = (options: Shared): VirtualizerOptions<T, HTMLElement> => ({
    ...options,
    ...ways,
    getScrollElement: () => scroller,
    measureElement: heightOf,
    // Rendering while the browser tells of sizes would change sizes again: an error of the page.
    useAnimationFrameWithResizeObserver: true,
  });
  const virtualizer = new Virtualizer<T, HTMLElement>(all(first));
  // A correction of the scroll position would be worked out from where the page was when it last told, and so undo a
  // jump that has just been made. Rows are nearly alike, and what they measure is estimated from one of them.
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = () => false;
  const unmount = virtualizer._didMount();
  virtualizer._willUpdate();
  return {
    set(options) {
      virtualizer.setOptions(all(options));
      virtualizer._willUpdate();
    },
    items: () => virtualizer.getVirtualItems(),
    total: () => virtualizer.getTotalSize(),
    measure: (row) => virtualizer.measureElement(row),
    show: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
    at: (index) => {
      // The cache is of the rows there were when it was last asked.
      virtualizer.getTotalSize();
      return virtualizer.measurementsCache[index];
    },
    remeasure: () => virtualizer.measure(),
    stop: unmount,
  };
}

const inWindow = (options: Shared): Scrolling =>
  scrolling<Window>(
    window,
    {
      observeElementRect: observeWindowRect,
      observeElementOffset: observeWindowOffset,
      scrollToFn: windowScroll,
      initialRect: { width: innerWidth, height: innerHeight },
      // The reader may have scrolled before this came; without it the library would scroll back.
      initialOffset: () => scrollY,
    },
    options,
  );

const inElement = (element: Element, options: Shared): Scrolling =>
  scrolling(
    element,
    {
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      initialRect: { width: element.clientWidth, height: element.clientHeight },
      initialOffset: () => element.scrollTop,
    },
    options,
  );

/** The library over whatever scrolls. In a file of its own: a list needs it once it is longer than it starts with. */
export const scrollingOf = (scroller: Element | Window, options: Shared): Scrolling =>
  scroller instanceof Element ? inElement(scroller, options) : inWindow(options);
