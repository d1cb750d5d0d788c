const focusable =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), summary, [tabindex="0"]:not([data-edge])';

const visible = (element: HTMLElement): boolean => element.getClientRects().length > 0;

/** Everything that Tab reaches under a root, shadow roots included, in the order of the document. */
export const tabbables = (root: ParentNode): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
    ...(element.matches(focusable) && visible(element) ? [element] : []),
    ...(element.shadowRoot ? tabbables(element.shadowRoot) : []),
  ]);

/** The focused element itself, not the host of the shadow tree it stands in. */
export const deepActive = (document: Document): HTMLElement | null => {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement ? active : null;
};
