import { css } from 'lit';

/** Segmented control, chips, options, the pill over a list. */
export const controlStyles = css`
  .segmented {
    display: inline-flex;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-control);
    font-size: var(--_size-label);
    font-weight: 500;
    color: var(--_muted);
  }
  .segmented label {
    position: relative;
    display: grid;
    place-items: center;
    min-block-size: 28px;
    cursor: pointer;
  }
  .segmented label + label {
    border-inline-start: 1px solid var(--_line);
  }
  .segmented input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: inherit;
  }
  .segmented span {
    inline-size: 100%;
    padding: 4px 10px;
    text-align: center;
    white-space: nowrap;
    transition: background-color var(--_quick);
  }
  .segmented label:first-of-type span {
    border-start-start-radius: calc(var(--_radius-control) - 1px);
    border-end-start-radius: calc(var(--_radius-control) - 1px);
  }
  .segmented label:last-of-type span {
    border-start-end-radius: calc(var(--_radius-control) - 1px);
    border-end-end-radius: calc(var(--_radius-control) - 1px);
  }
  .segmented label:hover {
    color: var(--_text);
  }
  .segmented :checked + span {
    background: var(--_accent-soft);
    color: var(--_accent);
  }
  .segmented :focus-visible + span {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
    border-radius: 4px;
  }

  .chip {
    display: inline-flex;
    align-items: stretch;
    max-inline-size: 100%;
    min-block-size: 28px;
    font-size: var(--_size-label);
    font-weight: 500;
    color: var(--_muted);
    border: 1px dashed var(--_line);
    border-radius: 99px;
    transition: border-color var(--_quick);
  }
  .chip:hover {
    color: var(--_text);
    border-color: var(--_control-line);
  }
  .chip.set {
    color: var(--_accent);
    background: var(--_accent-soft);
    border: 1px solid var(--_accent);
  }
  .chip button {
    min-inline-size: 24px;
    padding: 0;
    background: none;
    border: 0;
    border-radius: 99px;
  }
  .chip .chip-open {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-inline-size: 0;
    padding: 2px 11px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .chip.set .chip-open {
    padding-inline-end: 3px;
  }
  .chip .icon {
    inline-size: 11px;
    block-size: 11px;
    stroke-width: 2;
  }
  .chip-remove {
    display: grid;
    place-items: center;
    padding-inline: 2px 6px !important;
  }

  .choice {
    display: inline-flex;
    align-items: center;
    min-block-size: 28px;
    padding: 2px 11px;
    font-size: var(--_size-label);
    font-weight: 500;
    color: var(--_muted);
    background: none;
    border: 1px solid var(--_line);
    border-radius: 99px;
  }
  .choice:hover {
    color: var(--_text);
  }
  .choice[aria-pressed='true'] {
    color: var(--_accent);
    background: var(--_accent-soft);
    border-color: var(--_accent);
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

  .pill {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    min-block-size: 28px;
    padding: 4px 12px;
    font-size: var(--_size-label);
    font-weight: 550;
    color: var(--_on-accent);
    background: var(--_accent);
    border: 0;
    border-radius: 99px;
    box-shadow: 0 4px 14px -6px rgb(10 14 40 / 0.4);
  }
  .pill .icon {
    inline-size: 12px;
    block-size: 12px;
    stroke-width: 2;
  }

  @media (pointer: coarse) {
    .segmented label,
    .chip,
    .choice,
    .option,
    .pill {
      min-block-size: 44px;
    }
    .segmented span {
      padding-inline: 14px;
    }
    .chip .chip-remove {
      min-inline-size: 40px;
    }
  }
  @media (forced-colors: active) {
    .segmented :checked + span,
    .choice[aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
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
    .pill {
      border: 1px solid;
    }
  }
`;
