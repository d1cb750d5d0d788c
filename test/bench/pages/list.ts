/** How any list is measured: one page, one list, the same rows. */
import type { Row } from '@express-elements/contract';
import { manyRows } from './endpoint.ts';
import { countNodes, drawn, frame } from './measures.ts';

export interface List {
  mount(box: HTMLElement, rows: readonly Row[]): void;
  /** The element that scrolls. */
  scroller(box: HTMLElement): Element | null;
  /** The rows that are rendered with their cells. */
  rows(box: HTMLElement): Iterable<Element>;
}

/** Rows as they come from a server: JSON that has to be read, like the rows of ours. */
export const asJson = (rows: readonly Row[], start: number, end: number): Promise<Row[]> =>
  new Response(JSON.stringify(rows.slice(start, end))).json();

/** A screen of rows, and how high each is in every list. */
export const SCREEN = { width: 1120, height: 800, row: 62 };
const SCREENS_A_SECOND = 20;
/** What a frame moves by where the display draws sixty in a second. */
const STEP = (SCREENS_A_SECOND * SCREEN.height) / 60;

function isInSight(box: HTMLElement, row: Element): boolean {
  const [own, outer] = [row.getBoundingClientRect(), box.getBoundingClientRect()];
  return own.height > 0 && own.bottom > outer.top + 120 && own.top < outer.bottom - 60;
}

/** What the bench calls. */
export function serve(list: List): void {
  let rows: readonly Row[] = [];
  const box = document.createElement('div');
  box.className = 'box';
  Object.assign(globalThis, {
    bench: {
      async prepare(count: number) {
        document.body.append(box);
        rows = await manyRows(count);
      },
      /** Milliseconds from making the list until its rows are on the screen. */
      async first() {
        await frame();
        const started = performance.now();
        list.mount(box, rows);
        while ([...list.rows(box)].length < 5) await frame();
        await drawn();
        return performance.now() - started;
      },
      /** Milliseconds of each frame, the list being scrolled by a third of a screen in each. */
      async scroll(frames: number) {
        const scroller = list.scroller(box)!;
        const taken: number[] = [];
        let before = await frame();
        for (let count = 0; count < frames; count += 1) {
          scroller.scrollTop += STEP;
          const now = await frame();
          taken.push(now - before);
          before = now;
        }
        return { taken, screens: scroller.scrollTop / SCREEN.height };
      },
      /** The same once more with a look at each frame, which costs time of its own. */
      async look(frames: number) {
        const scroller = list.scroller(box)!;
        let [nodes, elements, bare, least] = [0, 0, 0, Infinity];
        for (let count = 0; count < frames; count += 1) {
          scroller.scrollTop += STEP;
          await frame();
          const seen = countNodes(box);
          nodes = Math.max(nodes, seen.nodes);
          elements = Math.max(elements, seen.elements);
          const shown = [...list.rows(box)].filter((row) => isInSight(box, row)).length;
          least = Math.min(least, shown);
          if (shown < 5) bare += 1;
        }
        return { nodes, elements, bare, least };
      },
    },
  });
}
