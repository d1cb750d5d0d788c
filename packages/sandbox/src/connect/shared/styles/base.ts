import { css } from 'lit';

/** Text, badges, tiles, links and states: what every component is made of. */
export const base = css`
  :host {
    display: block;
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
  h4,
  p,
  dl,
  dd,
  ul,
  ol,
  fieldset,
  legend {
    margin: 0;
    padding: 0;
    border: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  h2,
  h3 {
    font-size: var(--heading-sm);
    font-weight: var(--sx-headingSmFontWeight, 600);
    letter-spacing: -0.01em;
    text-transform: var(--sx-headingSmTextTransform, none);
  }

  h4 {
    color: var(--muted);
    font-size: var(--sx-headingXsFontSize, var(--meta));
    font-weight: var(--sx-headingXsFontWeight, 600);
    text-transform: var(--sx-headingXsTextTransform, none);
  }

  b {
    font-weight: 600;
  }

  .muted {
    color: var(--muted);
  }

  .small {
    font-size: var(--text-sm);
    font-weight: var(--sx-bodySmFontWeight, 400);
  }

  .num {
    font-variant-numeric: tabular-nums;
    letter-spacing: -0.01em;
    white-space: nowrap;
  }

  .icon {
    display: block;
    width: 16px;
    height: 16px;
    fill: none;
    stroke: currentcolor;
    stroke-linecap: round;
    stroke-linejoin: round;
    stroke-width: 1.6;
  }

  .tile {
    display: grid;
    flex: none;
    width: 30px;
    height: 30px;
    border-radius: 9px;
    background: var(--inner);
    color: var(--muted);
    place-items: center;
  }

  .badge {
    display: inline-block;
    border: 1px solid var(--neutral-line);
    border-radius: var(--sx-badgeBorderRadius, 6px);
    background: var(--neutral-bg);
    color: var(--neutral-text);
    font-size: var(--sx-badgeLabelFontSize, var(--meta));
    font-weight: var(--sx-badgeLabelFontWeight, 550);
    line-height: 1.35;
    padding: var(--sx-badgePaddingY, 1px) var(--sx-badgePaddingX, 7px);
    text-transform: var(--sx-badgeLabelTextTransform, none);
    white-space: nowrap;
  }

  .tile.success,
  .badge.success {
    border-color: var(--success-line);
    background: var(--success-bg);
    color: var(--success-text);
  }

  .tile.warning,
  .badge.warning {
    border-color: var(--warning-line);
    background: var(--warning-bg);
    color: var(--warning-text);
  }

  .tile.danger,
  .badge.danger {
    border-color: var(--danger-line);
    background: var(--danger-bg);
    color: var(--danger-text);
  }

  .tile.primary,
  .badge.primary {
    background: var(--soft);
    color: var(--on-soft);
  }

  .note {
    display: flex;
    align-items: flex-start;
    border-radius: calc(var(--radius) * 0.75);
    background: var(--offset);
    gap: calc(var(--unit) * 1.25);
    padding: calc(var(--unit) * 1.25) calc(var(--unit) * 1.5);
  }

  .note .icon {
    flex: none;
    margin-top: 2px;
  }

  .note > div {
    flex: 1;
    min-width: 0;
  }

  .note.warning {
    background: var(--warning-bg);
    color: var(--warning-text);
  }

  .note.danger {
    background: var(--danger-bg);
    color: var(--danger-text);
  }

  .note.success {
    background: var(--success-bg);
    color: var(--success-text);
  }

  .state {
    display: grid;
    color: var(--muted);
    gap: 6px;
    justify-items: center;
    padding: calc(var(--unit) * 4.5) calc(var(--unit) * 3);
    text-align: center;
  }

  .state b {
    color: var(--text);
    font-size: var(--heading-sm);
  }

  .state .tile {
    width: 36px;
    height: 36px;
    margin-bottom: 4px;
  }

  .state button {
    margin-top: calc(var(--unit) * 1.25);
  }

  .skeletons {
    display: grid;
    gap: calc(var(--unit) * 1.75);
    padding: calc(var(--unit) * 2.5);
  }

  .skeletons i {
    display: block;
    width: 100%;
    height: 14px;
    border-radius: 6px;
    animation: breathe 1.6s ease-in-out infinite;
    background: var(--inner);
  }

  .skeletons i:nth-child(1) {
    width: 32%;
  }

  .skeletons i:nth-child(2) {
    width: 46%;
    height: 26px;
  }

  @keyframes breathe {
    50% {
      opacity: 0.55;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .skeletons i {
      animation: none;
    }
  }
`;
