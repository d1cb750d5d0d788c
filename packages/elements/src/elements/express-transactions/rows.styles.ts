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
  .row:has(.open:hover) {
    background: color-mix(in srgb, var(--_line-inner) 55%, transparent);
  }
  .row:has(.open:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
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
  mark {
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
`;
