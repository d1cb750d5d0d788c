import { css } from 'lit';

/** A choice of one, side by side. */
export const segmentedStyles = css`
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

  @media (pointer: coarse) {
    .segmented label {
      min-block-size: 44px;
    }
    .segmented span {
      padding-inline: 14px;
    }
  }
  @media (forced-colors: active) {
    .segmented :checked + span {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
