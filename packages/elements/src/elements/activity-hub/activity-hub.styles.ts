import { css } from 'lit';

/** The feed, what needs the seller, the bell. */
export const hubStyles = css`
  :host([variant='bell']) {
    display: inline-block;
  }
  /* Beside another card it is as tall. */
  .root,
  .card {
    block-size: 100%;
  }
  .card {
    display: flex;
    flex-direction: column;
  }
  .card > .foot {
    margin-block-start: auto;
  }
  .head .link {
    font-size: var(--_size-label);
  }
  .head h2 {
    display: flex;
    align-items: center;
    gap: 10px;
  }
  .count {
    min-inline-size: 20px;
    padding: 2px 6px;
    font-size: var(--_size-meta);
    font-weight: 600;
    line-height: 1.4;
    text-align: center;
    color: var(--_on-accent);
    background: var(--_accent);
    border-radius: var(--_radius-badge);
    font-variant-numeric: tabular-nums;
  }
  .feed {
    padding-block: 0 8px;
  }
  .feed ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .day {
    padding: 10px var(--_pad) 6px;
    font-size: var(--_size-meta);
    font-weight: 600;
    letter-spacing: 0;
    color: var(--_faint);
  }
  .day .of {
    margin-inline-start: 4px;
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }
  .item {
    position: relative;
    display: grid;
    grid-template-columns: 30px minmax(0, 1fr) auto;
    gap: 12px;
    inline-size: 100%;
    padding: 9px var(--_pad);
    text-align: start;
    color: inherit;
    background: none;
    border: 0;
  }
  button.item:hover,
  summary.item:hover {
    background: color-mix(in srgb, var(--_line-inner) 55%, transparent);
  }
  .item:focus-visible {
    outline-offset: -2px;
    border-radius: 6px;
  }
  /* Several payments in one line, opened: they stand under its words. */
  summary.item {
    cursor: pointer;
    list-style: none;
  }
  summary.item::-webkit-details-marker {
    display: none;
  }
  summary > svg {
    margin-block-start: 3px;
    color: var(--_faint);
  }
  [open] > summary > svg {
    transform: rotate(180deg);
  }
  .run ul .tile {
    visibility: hidden;
  }
  .line {
    position: relative;
  }
  /* A dot of six pixels in a place that a finger finds. */
  .mark {
    position: absolute;
    z-index: 1;
    inset-inline-start: calc(var(--_pad) - 21px);
    inset-block-start: 12px;
    display: grid;
    place-items: center;
    inline-size: 24px;
    block-size: 24px;
    padding: 0;
    background: none;
    border: 0;
    border-radius: 50%;
  }
  .mark::before {
    content: '';
    inline-size: 6px;
    block-size: 6px;
    border-radius: 50%;
    background: var(--_accent);
  }
  .mark:hover {
    background: color-mix(in srgb, var(--_accent) 14%, transparent);
  }
  .item .title {
    font-weight: 500;
  }
  .item .second {
    font-size: var(--_size-second);
    color: var(--_muted);
  }
  .item time {
    padding-block-start: 2px;
    font-size: var(--_size-meta);
    color: var(--_faint);
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  .item .button {
    align-self: center;
  }
  .kinds {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    padding: 0 var(--_pad) 6px;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 4px 12px;
    padding: 8px var(--_pad);
    border-block-start: 1px solid var(--_line-inner);
    font-size: var(--_size-label);
    color: var(--_muted);
  }
  .bell {
    position: relative;
    background: none;
    border-color: transparent;
  }
  .bell .count {
    position: absolute;
    inset-block-start: -2px;
    inset-inline-end: -4px;
    min-inline-size: 17px;
    padding: 0 4px;
    font-size: 11px;
    line-height: 17px;
    border-radius: 99px;
  }
  .float.hub {
    padding: 0;
    gap: 0;
  }
  /* On a phone it is a sheet across the whole window. */
  @media not (max-width: 480px) {
    .float.hub {
      inline-size: 360px;
    }
  }
  .bones {
    padding-block: 6px 10px;
  }
  .bones .item .bone + .bone {
    margin-block-start: 8px;
  }
  @container (max-width: 480px) {
    .item,
    .day,
    .kinds,
    .foot {
      padding-inline: calc(var(--_unit) * 2);
    }
    .mark {
      inset-inline-start: -4px;
    }
  }
  @media (pointer: coarse) {
    .item {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .mark::before,
    .count {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
