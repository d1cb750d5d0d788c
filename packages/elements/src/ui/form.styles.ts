import { css } from 'lit';

/** What is chosen and typed in a popover. Comes when one is opened. */
export const formStyles = css`
  .float form {
    display: grid;
    gap: 10px;
  }
  .float h3 {
    font-size: var(--_size-label);
    font-weight: 550;
  }
  .float .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .float .pair {
    display: flex;
    gap: 8px;
    align-items: center;
  }
  .float .pair > .field,
  .float .pair > label {
    flex: 1;
    min-inline-size: 0;
  }
  .float .pair .field {
    inline-size: 100%;
  }
  .float .way {
    display: grid;
    gap: inherit;
  }
  .float .way:not(.between) .second {
    display: none;
  }
  .float .pair > .amount {
    flex: 1;
    min-inline-size: 0;
  }
  .float .segmented {
    justify-self: start;
  }
  .float .end {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 8px;
    margin-block-start: 2px;
  }
  .float .hint {
    font-size: var(--_size-second);
    color: var(--_muted);
  }
  .float .wrong {
    font-size: var(--_size-second);
    color: var(--_danger);
  }

  .option {
    display: flex;
    align-items: center;
    gap: 9px;
    min-block-size: 28px;
    cursor: pointer;
  }
  .option input {
    flex: none;
    appearance: none;
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    display: grid;
    place-items: center;
    background: var(--_bg);
    border: 1.5px solid var(--_control-line);
    border-radius: 4px;
    cursor: inherit;
  }
  .option input[type='radio'] {
    border-radius: 50%;
  }
  .option input:checked {
    background: var(--_accent);
    border-color: var(--_accent);
  }
  .option input::before {
    content: '';
    inline-size: 4px;
    block-size: 8px;
    margin-block-end: 2px;
    border: solid var(--_on-accent);
    border-width: 0 1.8px 1.8px 0;
    rotate: 45deg;
    opacity: 0;
  }
  .option input[type='radio']::before {
    inline-size: 6px;
    block-size: 6px;
    margin: 0;
    border: 0;
    border-radius: 50%;
    background: var(--_on-accent);
  }
  .option input:checked::before {
    opacity: 1;
  }
  .option .count {
    margin-inline-start: auto;
    font-size: var(--_size-second);
    color: var(--_faint);
    font-variant-numeric: tabular-nums;
  }

  @media (pointer: coarse) {
    .option {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .option input {
      forced-color-adjust: none;
      border-color: CanvasText;
    }
    .option input:checked {
      background: Highlight;
    }
    .option input::before {
      border-color: HighlightText;
    }
  }
`;
