import { css, unsafeCSS } from 'lit';

/** `.w9` is 90 px: widths as classes, since a strict policy allows no style attributes. */
const widths = Array.from({ length: 24 }, (_, index) => index + 3)
  .map((tens) => `.w${tens} { inline-size: ${tens * 10}px; }`)
  .join('\n');

/** Loading, empty and failed: in the same room as what comes. */
export const stateStyles = css`
  .bone {
    display: block;
    inline-size: 100px;
    max-inline-size: 100%;
    block-size: 12px;
    border-radius: 6px;
    background: var(--_line-inner);
    position: relative;
    overflow: hidden;
  }
  .bone::after {
    content: '';
    position: absolute;
    inset: 0;
    background: var(--_line);
    opacity: 0;
    animation: bone 1.6s ease-in-out infinite;
  }
  @keyframes bone {
    50% {
      opacity: 0.9;
    }
  }
  ${unsafeCSS(widths)}
  .bone.thin {
    block-size: 10px;
  }
  .bone.figure-bone {
    block-size: 26px;
  }
  .bone.tile-bone {
    flex: none;
    inline-size: 30px;
    block-size: 30px;
    border-radius: 9px;
  }
  .state {
    display: grid;
    align-content: center;
    justify-items: center;
    gap: 6px;
    padding: 40px 24px;
    text-align: center;
    color: var(--_muted);
  }
  .state .tile {
    inline-size: 36px;
    block-size: 36px;
    margin-block-end: 4px;
  }
  .state .title {
    color: var(--_text);
    font-size: var(--_size-heading);
    font-weight: 600;
  }
  .state .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 8px;
    margin-block-start: 10px;
  }
  .state small {
    margin-block-start: 8px;
    font-size: var(--_size-meta);
    color: var(--_faint);
    font-variant-numeric: tabular-nums;
  }
  @media (forced-colors: active) {
    .bone {
      border: 1px solid GrayText;
    }
  }
`;
