import { css } from 'lit';

/** Lists: a table where there is room, two-line cards with the amount at the end where there is not. */
export const tableStyles = css`
  table {
    width: 100%;
    border-collapse: collapse;
  }

  th {
    border-bottom: 1px solid var(--line);
    color: var(--muted);
    font-size: var(--meta);
    font-weight: 550;
    padding: calc(var(--unit) * 1.1) 10px;
    text-align: start;
    white-space: nowrap;
  }

  td {
    border-bottom: 1px solid var(--inner);
    padding: var(--sx-tableRowPaddingY, calc(var(--unit) * 1.25)) 10px;
    vertical-align: middle;
  }

  tbody tr:last-child td {
    border-bottom: 0;
  }

  th:first-child,
  td:first-child {
    padding-inline-start: calc(var(--unit) * 2.5);
  }

  th:last-child,
  td:last-child {
    padding-inline-end: calc(var(--unit) * 2.5);
  }

  .end {
    text-align: end;
  }

  .at-sub {
    white-space: nowrap;
  }

  tbody tr.opens {
    position: relative;
    cursor: pointer;
  }

  tbody tr.opens:hover td {
    background: color-mix(in srgb, var(--offset) 80%, var(--bg));
  }

  tr .row {
    display: flex;
    min-width: 0;
    align-items: center;
    gap: 11px;
  }

  tr .row > div {
    min-width: 0;
  }

  button.opener {
    display: block;
    overflow: hidden;
    max-width: 100%;
    min-height: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 500;
    padding: 0;
    text-align: start;
    text-overflow: ellipsis;
    text-transform: none;
  }

  button.opener:hover {
    filter: none;
  }

  button.opener:focus-visible {
    outline: 0;
  }

  tr:has(.opener:focus-visible) {
    outline: 2px solid var(--primary);
    outline-offset: -2px;
  }

  .sub {
    display: block;
    overflow: hidden;
    color: var(--muted);
    font-size: var(--text-sm);
    text-overflow: ellipsis;
  }

  .pager {
    display: flex;
    align-items: center;
    justify-content: flex-end;
    border-top: 1px solid var(--inner);
    gap: var(--unit);
    padding: calc(var(--unit) * 1.25) calc(var(--unit) * 2.5);
  }

  .pager > :first-child {
    margin-inline-end: auto;
  }

  @container (width < 720px) {
    .at-wide {
      display: none;
    }
  }

  @container (width < 560px) {
    thead {
      position: absolute;
      overflow: hidden;
      width: 1px;
      height: 1px;
      clip-path: inset(50%);
    }

    table,
    tbody {
      display: block;
    }

    tbody tr {
      display: grid;
      align-items: center;
      border-bottom: 1px solid var(--inner);
      column-gap: 12px;
      grid-template:
        'main end' auto
        'sub subend' auto / 1fr auto;
      padding: calc(var(--unit) * 1.25) calc(var(--unit) * 2);
    }

    tbody tr:last-child {
      border-bottom: 0;
    }

    tbody td,
    tbody td:first-child,
    tbody td:last-child {
      border: 0;
      padding: 1px 0;
    }

    tbody tr.opens:hover td {
      background: none;
    }

    td.at-main {
      grid-area: main;
      min-width: 0;
    }

    td.at-end {
      grid-area: end;
      text-align: end;
    }

    td.at-sub {
      color: var(--muted);
      font-size: var(--text-sm);
      grid-area: sub;
    }

    td.at-subend {
      grid-area: subend;
      text-align: end;
    }

    td.at-none,
    td.at-main .sub,
    tr .tile {
      display: none;
    }

    .pager {
      padding-inline: calc(var(--unit) * 2);
    }
  }
`;
