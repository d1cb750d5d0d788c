/** What is asked of each list in the same way. */
import { countNodes, drawn, frame } from './measures.ts';

declare global {
  interface Window {
    readonly axe: typeof import('axe-core');
  }
}

export interface Peer {
  mount(box: HTMLElement): void | Promise<void>;
  rows(box: HTMLElement): Iterable<Element> | undefined;
}

/** Every element below one, shadow roots included. */
function* within(root: Node): Generator<Element> {
  if (root instanceof Element) {
    yield root;
    if (root.shadowRoot) yield* within(root.shadowRoot);
  }
  for (const child of root.childNodes) yield* within(child);
}

/** How light a colour is as the browser paints it; null where it is seen through. */
function lightness(color: string): number | null {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d')!;
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return alpha < 128 ? null : (red + green + blue) / 765;
}

/** The element that has the focus, in whatever tree. */
function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** The stretches of text below a node. */
function* textsOf(root: Node): Generator<string> {
  if (root instanceof Text && root.data.trim() !== '') yield root.data.trim();
  const inside = root instanceof Element && root.shadowRoot ? root.shadowRoot : root;
  if (inside instanceof Element && /^(STYLE|SCRIPT|TEMPLATE)$/.test(inside.tagName)) return;
  for (const child of inside.childNodes) yield* textsOf(child);
}

export function servePeer(peer: Peer): void {
  const violations = new Set<string>();
  window.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    violations.add(`${effectiveDirective} ${blockedURI}`),
  );
  let shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if ('value' in entry) shift += Number(entry.value);
  }).observe({ type: 'layout-shift', buffered: true });

  const box = document.createElement('main');
  box.className = 'peer';
  const heading = document.createElement('h1');
  heading.textContent = 'Your money';
  const below = document.createElement('p');
  below.textContent = 'What stands below.';
  const rows = () => [...(peer.rows(box) ?? [])];
  /** Of the text of the first row, and of what is behind it: 0 is black, 1 white; null where nothing is painted. */
  const colours = () => {
    const row = rows()[0] ?? box;
    const text = [...within(row)].findLast((each) => each.textContent.trim() !== '') ?? row;
    let behind: Element | null = text;
    let ground: number | null = null;
    while (behind && ground === null) {
      ground = lightness(getComputedStyle(behind).backgroundColor);
      const root: Node = behind.getRootNode();
      behind = behind.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
    }
    return { text: lightness(getComputedStyle(text).color), ground };
  };

  Object.assign(globalThis, {
    bench: {
      async show(least: number, timeout = 15_000) {
        const started = performance.now();
        // All at once: what stands below is moved by what happens inside, not by this.
        document.body.append(heading, box, below);
        await peer.mount(box);
        while (rows().length < least && performance.now() - started < timeout) await frame();
        await drawn();
        return performance.now() - started;
      },
      rows: () => rows().length,
      ...countersOf(box),
      violations: () => [...violations],
      shift: () => shift,
      texts: () => [...textsOf(box)],
      colours,
      direction: () => getComputedStyle(rows()[0] ?? box).direction,
      overflow: () => document.documentElement.scrollWidth - innerWidth,
      async axe() {
        const { violations: found } = await window.axe.run(box, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        });
        return found.map(({ id, nodes }) => `${id} ×${nodes.length}`);
      },
      /** What has the focus, and whether it is a row or in one. */
      focus: () => {
        const element = focused();
        const row = rows().findIndex((each) => element && [...within(each)].includes(element));
        return { row, name: element?.tagName.toLowerCase() ?? '' };
      },
    },
  });
}

const countersOf = (box: HTMLElement) => ({
  nodes: () => countNodes(box),
  /** The styles of ours and theirs that a host may set. */
  properties: () => {
    const found = new Set<string>();
    for (const each of within(box))
      for (const { adoptedStyleSheets, styleSheets } of each.shadowRoot
        ? [each.shadowRoot]
        : [document])
        for (const sheet of [...adoptedStyleSheets, ...styleSheets])
          for (const rule of sheet.cssRules)
            for (const [name] of rule.cssText.matchAll(/var\((--[a-z][\w-]*)/g))
              found.add(name.slice(4));
    return found.size;
  },
});
