import { css } from 'lit';

/** Words to choose from, one of them pressed. */
export const choiceStyles = css`
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

  @media (pointer: coarse) {
    .choice {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .choice[aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
