import type { CSSResult } from 'lit';

/** Adds the styles of a part that came later to those the element was made with. */
export function adopt(root: ShadowRoot, styles: readonly CSSResult[]): void {
  const sheets = styles.flatMap(({ styleSheet }) => styleSheet ?? []);
  root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, ...sheets])];
}
