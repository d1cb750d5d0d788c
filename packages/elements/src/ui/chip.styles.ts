import { css } from 'lit';

/** Filters, and the pill over a list. */
export const chipStyles = css`
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
    .chip,
    .pill {
      min-block-size: 44px;
    }
    .chip .chip-remove {
      min-inline-size: 40px;
    }
  }
  @media (forced-colors: active) {
    .pill {
      border: 1px solid;
    }
  }
`;
