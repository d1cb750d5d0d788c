import { css } from 'lit';

export const transactionsStyles = css`
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    padding: 0 var(--_pad) 14px;
  }
  .search {
    position: relative;
    flex: 1 1 190px;
    min-inline-size: 0;
  }
  .search .field {
    inline-size: 100%;
    min-block-size: 30px;
    padding-inline-end: 30px;
    appearance: none;
  }
  .search .field::-webkit-search-cancel-button {
    display: none;
  }
  .search button {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0;
    display: grid;
    place-items: center;
    min-inline-size: 28px;
    padding: 0;
    color: var(--_faint);
    background: none;
    border: 0;
    border-radius: 6px;
  }
  .search .icon {
    inline-size: 11px;
    block-size: 11px;
    stroke-width: 2;
  }
  .sort {
    display: none;
    min-block-size: 30px;
  }

  .totals {
    display: grid;
    gap: 2px;
    padding: 8px var(--_pad);
    font-size: var(--_size-label);
    color: var(--_muted);
    background: var(--_line-inner);
  }
  .totals > div {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 20px;
    align-items: center;
    min-block-size: 24px;
  }
  .totals.several {
    grid-template-columns: repeat(4, auto) 1fr;
    column-gap: 20px;
  }
  .totals.several > div {
    grid-column: 1 / -1;
  }
  .totals.several > .sums {
    display: contents;
  }
  .totals.several > .sums > :first-child {
    grid-column-start: 1;
  }
  .totals.several > .sums > :last-child {
    grid-column-end: span 2;
  }
  .totals b {
    color: var(--_text);
    font-weight: 600;
  }
  .totals .link {
    margin-inline-start: auto;
    font-size: inherit;
  }

  .table {
    position: relative;
  }
  .header-row,
  .row {
    display: grid;
    grid-template-columns:
      minmax(0, 2.5fr) minmax(104px, 1.1fr) minmax(122px, 1.25fr) minmax(92px, 1fr)
      minmax(72px, 0.8fr) minmax(92px, 1fr);
    gap: 0 20px;
    align-items: center;
    padding-inline: var(--_pad);
  }
  .header {
    position: sticky;
    inset-block-start: var(--express-sticky-top, 0px);
    z-index: 1;
    font-size: var(--_size-meta);
    font-weight: 550;
    color: var(--_muted);
    background: var(--_bg);
    border-block-end: 1px solid var(--_line);
  }
  .header-row {
    min-block-size: 37px;
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
  .what {
    display: flex;
    gap: 11px;
    align-items: center;
    min-inline-size: 0;
  }
  .what > div {
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
    display: block;
    font-size: var(--_size-second);
    color: var(--_muted);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
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
  .row > .amount {
    font-weight: 600;
  }
  .amount .date {
    display: none;
    font-size: var(--_size-second);
    font-weight: 400;
    color: var(--_muted);
  }
  .row > .date,
  .fee {
    color: var(--_muted);
  }

  .fresh {
    position: sticky;
    inset-block-start: calc(var(--express-sticky-top, 0px) + 44px);
    z-index: 1;
    display: grid;
    justify-items: center;
    block-size: 0;
  }
  .fresh .pill {
    translate: 0 8px;
    animation: pill var(--_quick) ease-out;
  }
  @keyframes pill {
    from {
      opacity: 0;
      translate: 0 2px;
    }
  }
  .note > .push {
    margin-inline-start: auto;
  }
  .foot {
    display: grid;
    justify-items: center;
    padding: 12px var(--_pad);
    border-block-start: 1px solid var(--_line-inner);
  }
  .state.inside {
    min-block-size: 244px;
  }
  .busy .rows {
    opacity: 0.55;
    transition: opacity var(--_quick);
  }

  @container (max-width: 54.3em) {
    .header-row,
    .row {
      grid-template-columns: minmax(0, 2.2fr) minmax(112px, 1fr) minmax(96px, 1fr);
    }
    .header .date,
    .row > .date,
    .fee,
    .net {
      display: none;
    }
    .amount .date,
    .sort {
      display: block;
    }
  }
  @container (max-width: 34.3em) {
    .filters,
    .totals,
    .header-row,
    .row,
    .foot {
      padding-inline: calc(var(--_unit) * 2);
    }
    .search {
      flex-basis: 100%;
    }
    .header-row,
    .row {
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 12px;
    }
    .header .status,
    .row > .status,
    .totals .optional {
      display: none;
    }
    .facts .badge {
      display: inline-block;
      margin-inline-end: 6px;
    }
    /* What needs the seller, and what has nothing else to say; the rest is in the details. */
    .facts:not(.bare) .badge:not([data-tone='danger']) {
      display: none;
    }
  }
  @container (max-width: 16em) {
    .row {
      grid-template-columns: minmax(0, 1fr);
    }
    .header .amount {
      display: none;
    }
    .header-row {
      grid-template-columns: minmax(0, 1fr);
    }
    .row > .amount {
      padding-inline-start: 41px;
      text-align: start;
    }
  }
  @media (forced-colors: active) {
    .totals {
      border-block: 1px solid;
    }
    .row:has(.open:hover) {
      outline: 1px solid;
      outline-offset: -1px;
    }
  }
`;
