import { css } from 'lit';

/** What every element starts from: the host, text, focus, buttons, links, fields. Goes after `themeStyles`. */
export const baseStyles = css`
  :host {
    display: block;
    box-sizing: border-box;
    min-width: 0;
    color: var(--_text);
    font-family: var(--_font);
    font-size: var(--_size);
    line-height: 1.45;
    text-align: start;
    overflow-wrap: anywhere;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }
  /* What asks “how wide am I” stands around native content only: as a container it would trap what Stripe's own
     elements lay over the page, were they inside. */
  /* Asked in sizes of the text, 760 px being 54.3em and 480 px 34.3em: larger text has the room of a smaller card. */
  .root {
    container-type: inline-size;
    contain-intrinsic-inline-size: 340px;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  dl,
  dd,
  figure,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  h2,
  h3 {
    font-size: var(--_size-heading);
    font-weight: 600;
    letter-spacing: -0.01em;
    line-height: 1.35;
  }
  .num,
  .money {
    font-variant-numeric: tabular-nums;
    letter-spacing: -0.01em;
  }
  .money {
    white-space: nowrap;
    /* A sign stays before its symbol in right-to-left text too. */
    unicode-bidi: isolate;
    direction: ltr;
  }
  .muted {
    color: var(--_muted);
  }
  .faint {
    color: var(--_faint);
  }
  .vh:not(:focus-within, :active) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .icon {
    display: block;
    flex: none;
  }
  :host(:dir(rtl)) .turns {
    scale: -1 1;
  }

  button,
  input,
  select {
    font: inherit;
    letter-spacing: inherit;
    color: inherit;
  }
  button {
    -webkit-tap-highlight-color: transparent;
    touch-action: manipulation;
    cursor: pointer;
  }
  button:disabled {
    cursor: default;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-block-size: 34px;
    padding: 6px 12px;
    font-weight: 550;
    line-height: 1.4;
    white-space: nowrap;
    color: var(--_text);
    text-decoration: none;
    background: var(--_bg);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-control);
    transition:
      background-color var(--_quick),
      border-color var(--_quick);
  }
  .button:hover:not(:disabled, [aria-disabled='true']) {
    background: var(--_line-inner);
  }
  .button:disabled,
  .button[aria-disabled='true'] {
    color: var(--_faint);
  }
  .button.primary {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
  }
  .button.primary:hover:not(:disabled) {
    background: color-mix(in srgb, var(--_accent) 90%, var(--_text));
  }
  .button.small {
    min-block-size: 28px;
    padding: 3px 10px;
    font-size: var(--_size-label);
  }
  .button.icon-only {
    padding: 8px;
    min-inline-size: 34px;
  }
  .link {
    display: inline-flex;
    align-items: center;
    min-block-size: 24px;
    padding: 0;
    background: none;
    border: 0;
    border-radius: 4px;
    color: var(--_accent);
    font-weight: 550;
    text-align: start;
    text-decoration: none;
  }
  .link:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  .field {
    min-inline-size: 0;
    min-block-size: 32px;
    padding: 4px 10px;
    font-size: var(--_size-label);
    color: var(--_text);
    background: var(--_bg);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-control);
  }
  .field::placeholder {
    color: var(--_faint);
    opacity: 1;
  }
  .field:focus-visible {
    outline-offset: 1px;
  }
  .field[aria-invalid='true'] {
    border-color: var(--_danger);
  }

  @media (pointer: coarse) {
    .button,
    .button.small,
    .field {
      min-block-size: 44px;
    }
    .button.icon-only {
      min-inline-size: 44px;
    }
    .link {
      min-block-size: 44px;
    }
    .field {
      /* Below 16 px a phone zooms into the field. */
      font-size: 16px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
      scroll-behavior: auto !important;
    }
  }
`;
