import { css, unsafeCSS } from 'lit';
import { tokens, tokenValue } from './tokens.ts';

const declarations = tokens.map((token) => `--_${token.name}: ${tokenValue(token)};`).join('\n');

/**
 * The tokens on `:host`, as `--_name`. A host page overrides them through `--express-*` anywhere above.
 *
 * Light or dark is `color-scheme`, so it is inherited: without `theme` an element follows its provider, and a provider
 * the page. `auto` follows the reader's system whatever the page says.
 */
export const themeStyles = css`
  :host {
    ${unsafeCSS(declarations)}
    --_pad: calc(var(--_unit) * 2.5);
    --_size-total: calc(var(--_size) * 2.2857);
    --_size-figure: calc(var(--_size) * 1.5);
    --_size-heading: calc(var(--_size) * 1.0714);
    --_size-label: calc(var(--_size) * 0.9286);
    --_size-second: calc(var(--_size) * 0.893);
    --_size-meta: calc(var(--_size) * 0.8572);
    --_quick: 140ms;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  :host([theme='auto']) {
    color-scheme: light dark;
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      --_quick: 0s;
    }
  }
`;
