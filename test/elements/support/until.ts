/** Waits until something holds, looking at each frame: for what no promise of an element covers. */
export async function until<T>(look: () => T | null | undefined | false, what: string): Promise<T> {
  const deadline = performance.now() + 8_000;
  for (;;) {
    const seen = look();
    if (seen) return seen;
    if (performance.now() > deadline) throw new Error(`Waited in vain for ${what}.`);
    await new Promise<void>((resolve) => {
      // A page in the background draws no frames.
      const timer = setTimeout(done, 50);
      const frame = requestAnimationFrame(done);
      function done() {
        clearTimeout(timer);
        cancelAnimationFrame(frame);
        resolve();
      }
    });
  }
}

/** The element of a tag on the page. */
export function the<K extends keyof HTMLElementTagNameMap>(tag: K): HTMLElementTagNameMap[K] {
  const found = document.querySelector(tag);
  if (!found) throw new Error(`There is no <${tag}> on the page.`);
  return found;
}

/** All text that an element shows, whatever shadow root it is in. */
export function textOf(element: Element): string {
  const walk = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (node instanceof HTMLElement && node.hidden) return '';
    if (node instanceof HTMLSlotElement && node.assignedNodes().length > 0)
      return node.assignedNodes().map(walk).join(' ');
    const inside = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
    return [...inside.childNodes].map(walk).join(' ');
  };
  return walk(element).replace(/\s+/g, ' ').trim();
}
