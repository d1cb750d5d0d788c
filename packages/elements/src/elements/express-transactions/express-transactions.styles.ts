import { css } from 'lit';

export const transactionsStyles = css`
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    padding: 0 var(--_pad) 14px;
  }
  /* The room of what comes once it is known what may be filtered by. */
  .filters:has(> .bone) {
    min-block-size: 44px;
  }
  .head {
    min-block-size: calc(34px + var(--_unit) * 4);
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

  .exporting {
    display: grid;
    gap: 4px;
    font-size: var(--_size-label);
    color: var(--_muted);
  }
  .exporting progress {
    inline-size: 100%;
    block-size: 3px;
    appearance: none;
    overflow: hidden;
    accent-color: var(--_accent);
    background: var(--_line-inner);
    border: 0;
    border-radius: 2px;
  }
  .exporting ::-webkit-progress-bar {
    background: var(--_line-inner);
  }
  .exporting ::-webkit-progress-value {
    background: var(--_accent);
  }
  .exporting ::-moz-progress-bar {
    background: var(--_accent);
  }
  .bar {
    position: relative;
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
    /* A card is a card. */
    .choose-columns {
      display: none;
    }
    .filters:has(> .bone) {
      min-block-size: 118px;
    }
    .header-row,
    .row {
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 12px;
    }
    .header-row > :not(.description, .lead),
    .row > :not(.description, .lead),
    .totals .optional {
      display: none;
    }
    .description {
      order: -1;
    }
    .who {
      display: inline;
    }
    .lead .date {
      display: block;
    }
    /* Whose it is gives way to what needs the seller, which wraps only where it has no room alone. */
    .facts .badge {
      display: inline-block;
      flex-shrink: 0;
      max-inline-size: calc(100% - 6px);
      margin-inline-end: 6px;
      white-space: normal;
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
    .header .lead {
      display: none;
    }
    .header-row {
      grid-template-columns: minmax(0, 1fr);
    }
    .row > .lead {
      padding-inline-start: 41px;
      text-align: start;
    }
  }
  @media print {
    :host {
      /* Paper is white, and backgrounds are not printed. */
      color-scheme: light !important;
    }
    .card {
      border: 0;
    }
    .filters,
    .fresh,
    .foot,
    .progress,
    .head .button,
    .totals .link {
      display: none;
    }
    .totals {
      border-block: 1px solid var(--_line);
    }
    .header {
      position: static;
    }
    .row {
      break-inside: avoid;
      animation: none !important;
    }
    .busy .rows {
      opacity: 1;
    }
  }
  @media (forced-colors: active) {
    .totals {
      border-block: 1px solid;
    }
    .row:has(.open):hover {
      outline: 1px solid;
      outline-offset: -1px;
    }
  }
`;
