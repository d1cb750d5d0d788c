import { base } from './base.ts';
import { controls } from './controls.ts';
import { layout } from './layout.ts';
import { tableStyles } from './table.ts';

export { tokens } from './tokens.ts';
export { base } from './base.ts';
export { controls } from './controls.ts';

/** For what stands inside an element or an overlay. */
export const paneStyles = [base, controls, layout, tableStyles];

/** Adds an instance's sheet to a tree whose top stands in the page; later sheets win. */
export const adopt = (root: HTMLElement | DocumentFragment, sheet: CSSStyleSheet): void => {
  if (!(root instanceof ShadowRoot) || root.adoptedStyleSheets.includes(sheet)) return;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
};

/** Takes an instance's sheet away again, when an element is given to another instance. */
export const abandon = (root: HTMLElement | DocumentFragment, sheet: CSSStyleSheet): void => {
  if (!(root instanceof ShadowRoot)) return;
  root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
};
