import { css } from 'lit';

export const earningsStyles = css`
  /* Beside another card it is as tall: the drawing takes what is left. */
  .root,
  .card {
    block-size: 100%;
  }
  .card {
    display: flex;
    flex-direction: column;
  }
  .total {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 10px;
    align-items: center;
  }
  .delta {
    padding: 2px 8px;
    font-size: var(--_size-second);
    font-weight: 600;
    border-radius: 99px;
    color: var(--_muted);
    background: var(--_line-inner);
    font-variant-numeric: tabular-nums;
  }
  .delta[data-tone='good'] {
    color: var(--_good);
    background: var(--_good-soft);
  }
  .controls {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 8px;
    align-items: center;
  }
  .currency,
  .more {
    min-block-size: 30px;
    padding-block: 3px;
    font-weight: 500;
    color: var(--_muted);
    field-sizing: content;
  }
  .more.set {
    color: var(--_accent);
    background: var(--_accent-soft);
    border-color: transparent;
  }
  .days {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    flex-basis: 100%;
    justify-content: end;
  }
  .days > span {
    flex: none;
  }
  .comparison {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
    align-items: center;
  }
  .than {
    font-size: var(--_size-second);
    color: var(--_faint);
  }
  select.than {
    min-inline-size: 0;
    max-inline-size: 100%;
    min-block-size: 24px;
    margin-inline-start: -4px;
    padding: 0;
    field-sizing: content;
    background: none;
    border: 0;
    border-radius: 4px;
    cursor: pointer;
  }
  select.than:hover {
    color: var(--_text);
  }

  .plot {
    position: relative;
    cursor: pointer;
    user-select: none;
    flex: 1 0 auto;
    block-size: 262px;
    margin: 0 var(--_pad) 16px;
    border-radius: 4px;
    touch-action: pan-y;
  }
  .plot canvas {
    /* Out of the flow, so that the room is never as tall as the last drawing was. */
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }
  .plot-room {
    display: flex;
    align-items: end;
    gap: 2.2%;
    padding: 12px 52px 26px 0;
  }
  /* The room of the comparison above and of the words below, which come with the figures. */
  :has(> .plot-room) > .head {
    padding-block-end: calc(25px + var(--_unit) * 2);
  }
  :has(> .plot-room) > .foot {
    min-block-size: 66px;
  }
  .plot-room .bone {
    flex: 1;
    inline-size: auto;
    border-radius: 3px 3px 0 0;
    block-size: 48%;
  }
  .plot-room .bone:nth-child(3n) {
    block-size: 74%;
  }
  .plot-room .bone:nth-child(4n + 1) {
    block-size: 60%;
  }
  .plot-room .bone:nth-child(5n + 2) {
    block-size: 36%;
  }
  .tip {
    position: absolute;
    inset-block-start: 0;
    left: 0;
    z-index: 1;
    padding: 8px 11px;
    font-size: var(--_size-second);
    line-height: 1.5;
    white-space: nowrap;
    color: var(--_bg);
    background: var(--_text);
    border-radius: 8px;
    pointer-events: none;
    font-variant-numeric: tabular-nums;
  }
  .tip b {
    font-weight: 600;
  }
  .tip span {
    display: block;
  }
  /* Dates beside amounts keep their own order in text that runs the other way. */
  .tip > *,
  .picked .muted {
    unicode-bidi: isolate;
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 18px;
    align-items: center;
    justify-content: space-between;
    min-block-size: 44px;
    padding: 8px var(--_pad);
    font-size: var(--_size-label);
    border-block-start: 1px solid var(--_line-inner);
  }
  .legend,
  .tools {
    display: flex;
    flex-wrap: wrap;
    /* Terms under each other are as far apart as a finger needs. */
    gap: 8px 18px;
    align-items: center;
    color: var(--_muted);
  }
  .tools {
    gap: 4px 14px;
    margin-inline-start: auto;
    font-size: var(--_size-second);
  }
  .picked .clear {
    margin-inline-start: auto;
  }
  .picked {
    justify-content: start;
    background: var(--_accent-soft);
    border-end-start-radius: calc(var(--_radius) - 1px);
    border-end-end-radius: calc(var(--_radius) - 1px);
  }
  .picked b {
    font-weight: 600;
  }
  .tools [data-save] {
    justify-content: center;
    min-inline-size: 24px;
  }
  .legend div {
    display: flex;
    gap: 6px;
  }
  .legend dd {
    color: var(--_text);
    font-weight: 600;
  }

  .scroll {
    flex: 1 0 278px;
    overflow: auto;
    overscroll-behavior: contain;
    border-block-start: 1px solid var(--_line);
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: var(--_size-label);
    font-variant-numeric: tabular-nums;
  }
  thead th {
    position: sticky;
    inset-block-start: 0;
    background: var(--_bg);
    font-size: var(--_size-meta);
    font-weight: 550;
    color: var(--_muted);
    box-shadow: inset 0 -1px var(--_line);
  }
  th,
  td {
    padding: 8px 10px;
    text-align: end;
    white-space: nowrap;
    border-block-end: 1px solid var(--_line-inner);
  }
  th:first-child {
    text-align: start;
    padding-inline-start: var(--_pad);
  }
  tbody th,
  tfoot th {
    font-weight: 500;
  }
  th:last-child,
  td:last-child {
    padding-inline-end: var(--_pad);
  }
  tfoot th,
  tfoot td {
    position: sticky;
    inset-block-end: 0;
    background: var(--_bg);
    font-weight: 600;
    border: 0;
    box-shadow: inset 0 1px var(--_line);
  }
  .before {
    color: var(--_muted);
  }
  td.strong {
    font-weight: 600;
  }

  .card > .state {
    flex: 1;
    min-block-size: 402px;
  }
  .inside {
    display: grid;
    flex: 1;
    min-block-size: 278px;
  }
  .heading {
    display: grid;
    gap: 2px;
    min-block-size: 48px;
    align-content: center;
  }
  .heading .bone + .bone {
    margin-block-start: 4px;
  }
  h2.label {
    font-weight: 400;
    letter-spacing: 0;
  }
  .covers {
    padding: 0 var(--_pad) 10px;
    font-size: var(--_size-second);
    color: var(--_faint);
  }

  @container (max-width: 34.3em) {
    .plot {
      block-size: 220px;
      margin-inline: calc(var(--_unit) * 2);
    }
    :has(> .plot-room) > .foot {
      min-block-size: 91px;
    }
    .foot {
      gap: 8px 20px;
      padding-inline: calc(var(--_unit) * 2);
    }
    .tools {
      margin-inline-start: 0;
      flex-basis: 100%;
    }
    .days {
      justify-content: start;
    }
    .controls {
      justify-content: start;
      inline-size: 100%;
    }
    .covers {
      padding-inline: calc(var(--_unit) * 2);
    }
  }
  @media (forced-colors: active) {
    .tip {
      border: 1px solid;
    }
  }
`;
