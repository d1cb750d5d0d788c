/** Waits for the next frame. @returns its time */
export const frame = (): Promise<number> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => resolve(performance.now()));
  });

/** Waits until the frame that is being made has been handed to the compositor. */
export const drawn = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => resolve(), { once: true });
      port1.start();
      port2.postMessage(null);
    });
  });

/** All nodes below one, shadow roots included: elements, texts and comments. */
export function countNodes(root: Node): { nodes: number; elements: number } {
  let [nodes, elements] = [0, 0];
  const walk = (node: Node): void => {
    nodes += 1;
    if (node instanceof Element) {
      elements += 1;
      if (node.shadowRoot) walk(node.shadowRoot);
    }
    for (const child of node.childNodes) walk(child);
  };
  walk(root);
  return { nodes, elements };
}
