import { css } from 'lit';

/** The table, its headings and rows; where they become cards is said after them. */
export const rowsStyles = css`
  .table {
    position: relative;
  }
  .endless {
    min-block-size: 100vh;
  }
  .header-row,
  .row {
    /* Which columns, and where one of them has no room: columns.model.ts. */
    display: grid;
    gap: 0 20px;
    align-items: center;
    padding-inline: var(--_pad);
  }
  .header {
    position: sticky;
    inset-block-start: var(--express-sticky-top, 0px);
    z-index: 1;
    font-weight: 550;
    color: var(--_muted);
    background: var(--_bg);
    border-block-end: 1px solid var(--_line);
  }
  .header-row {
    min-block-size: 37px;
  }
  /* Not of the row: its columns are as wide as the rows', in sizes of the same text. */
  .header-row > * {
    font-size: var(--_size-meta);
  }
  .header button {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-block-size: 26px;
    padding: 0;
    font-weight: inherit;
    background: none;
    border: 0;
    border-radius: 4px;
  }
  .header button:hover,
  .header [aria-sort]:not([aria-sort='none']) button {
    color: var(--_text);
  }
  .header .icon {
    inline-size: 10px;
    block-size: 10px;
    stroke-width: 2;
  }
  .header [aria-sort='none'] .icon {
    opacity: 0;
  }
  .header [aria-sort='none'] button:hover .icon {
    opacity: 0.5;
  }
  .header .end button {
    flex-direction: row-reverse;
  }
  .end {
    text-align: end;
  }

  .rows {
    /* Rows come and go with their room kept: the browser must not scroll to make up for it. */
    overflow-anchor: none;
  }
  .row {
    position: relative;
    min-block-size: 61px;
    padding-block: 10px;
    border-block-end: 1px solid var(--_line-inner);
    transition: background-color var(--_quick);
  }
  .rows > .row:last-child {
    border-block-end: 0;
    border-end-start-radius: calc(var(--_radius) - 1px);
    border-end-end-radius: calc(var(--_radius) - 1px);
  }
  .row:has(.open):hover {
    background: color-mix(in srgb, var(--_line-inner) 55%, transparent);
  }
  .row:has(.open:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }
  .row.selected {
    background: color-mix(in srgb, var(--_accent-soft) 55%, transparent);
  }
  .row.arrived {
    animation: arrived 2.4s ease-out;
  }
  @keyframes arrived {
    from,
    30% {
      background: var(--_accent-soft);
    }
  }
  .row > .description {
    display: flex;
    gap: 11px;
    align-items: center;
    min-inline-size: 0;
  }
  .description > div {
    min-inline-size: 0;
  }
  /* Lies over the tile, and takes its place when it is pointed at or something is selected. */
  .pick {
    z-index: 1;
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 30px;
    block-size: 30px;
    margin: 0;
    margin-inline-end: -41px;
    appearance: none;
    border-radius: 9px;
    opacity: 0;
    cursor: pointer;
  }
  .pick::before,
  .pick::after {
    content: '';
    grid-area: 1 / 1;
    inline-size: 17px;
    block-size: 17px;
    background: var(--_bg);
    border: 1.5px solid var(--_control-line);
    border-radius: 4px;
  }
  .pick::after {
    inline-size: 4px;
    block-size: 9px;
    margin-block-end: 2px;
    background: none;
    border: solid transparent;
    border-width: 0 1.8px 1.8px 0;
    border-radius: 0;
    rotate: 45deg;
  }
  .pick:checked::before {
    background: var(--_accent);
    border-color: var(--_accent);
  }
  .pick:checked::after {
    border-color: var(--_on-accent);
  }
  .pick:is(:focus-visible, :checked),
  .choosing .pick {
    opacity: 1;
  }
  .pick:is(:focus-visible, :checked) + .tile,
  .choosing .pick + .tile {
    opacity: 0;
  }
  @media (hover: hover) {
    .row:hover .pick {
      opacity: 1;
    }
    .row:hover .pick + .tile {
      opacity: 0;
    }
  }
  @media (pointer: coarse) {
    .pick {
      inline-size: 44px;
      block-size: 44px;
      margin-block: -7px;
      margin-inline: -7px -48px;
    }
  }
  .title {
    display: block;
    font-weight: 500;
    text-align: start;
  }
  .open {
    /* A focused row is never under the header. */
    scroll-margin-block: calc(var(--express-sticky-top, 0px) + 60px) 24px;
    padding: 0;
    background: none;
    border: 0;
    outline: 0;
  }
  /* The whole row is the button's. */
  .open::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: inherit;
  }
  .facts {
    display: flex;
    font-size: var(--_size-second);
    color: var(--_muted);
    white-space: nowrap;
  }
  /* A box of its own: a text of the other direction is cut at its own end. */
  .facts > bdi {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .facts .badge {
    display: none;
  }
  .lines {
    display: grid;
    gap: 8px;
  }
  .skeleton .end .bone {
    margin-inline-start: auto;
  }
  mark,
  .found {
    color: var(--_text);
    background: var(--_mark);
    border-radius: 3px;
  }
  .row > .amount,
  .row > .lead {
    font-weight: 600;
  }
  .lead .date {
    display: none;
    font-size: var(--_size-second);
    font-weight: 400;
    color: var(--_muted);
  }
  .row > :is(.date, .type, .available, .fee, .metadata) {
    color: var(--_muted);
  }
  .row > :is(.type, .customer, .metadata) {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  @media (forced-colors: active) {
    .pick::before,
    .pick::after {
      forced-color-adjust: none;
      border-color: CanvasText;
    }
    .pick::after {
      border-color: transparent;
    }
    .pick:checked::before {
      background: Highlight;
    }
    .pick:checked::after {
      border-color: HighlightText;
    }
  }
`;
