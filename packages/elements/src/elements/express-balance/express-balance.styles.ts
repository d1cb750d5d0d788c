import { css } from 'lit';

export const balanceStyles = css`
  .cells {
    display: grid;
    grid-template-columns: 1.35fr 1fr 1fr 1.5fr;
  }
  .cell {
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    padding: calc(var(--_unit) * 2.5) calc(var(--_unit) * 2.75);
  }
  .cell + .cell {
    border-inline-start: 1px solid var(--_line-inner);
  }
  .cell .figure {
    margin-block-start: 5px;
  }
  .cell .figure.total {
    margin-block-start: 2px;
  }
  .fact {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 12px;
    min-block-size: 24px;
    margin-block-start: 2px;
    font-size: var(--_size-second);
    color: var(--_faint);
  }
  .fact .push {
    margin-inline-start: auto;
  }
  .fact .link {
    gap: 0.35em;
    font-size: inherit;
  }
  .warn {
    color: var(--_warning);
  }
  .more {
    border-block-start: 1px solid var(--_line-inner);
    padding: calc(var(--_unit) * 1.5) calc(var(--_unit) * 2.75);
  }
  .row {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 16px;
    min-block-size: 28px;
    inline-size: 100%;
    padding: 0;
    text-align: start;
    background: none;
    border: 0;
    border-radius: 4px;
  }
  button.row:hover .money {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .row .label {
    font-size: inherit;
  }
  .row .money {
    font-weight: 600;
  }
  .note {
    border-block-end: 0;
    border-block-start: 1px solid var(--_line-inner);
  }
  .note .link {
    font-size: inherit;
  }
  .cell .bone:first-child {
    margin-block: 4px;
  }
  .cell .figure-bone {
    margin-block-start: 8px;
  }
  .cell .thin {
    margin-block: 10px 6px;
  }
  .day::first-letter {
    text-transform: uppercase;
  }
  /* Only where there is something above: alone the part needs no distance. */
  .root:not(:empty) + .part {
    margin-block-start: calc(var(--_unit) * 2.5);
  }

  @container (max-width: 760px) {
    .cells {
      grid-template-columns: 1fr 1fr;
    }
    .cell {
      padding: calc(var(--_unit) * 1.875) calc(var(--_unit) * 2);
    }
    .cell:first-child {
      grid-column: 1 / -1;
      border-block-end: 1px solid var(--_line-inner);
    }
    .cell:nth-child(2) {
      border-inline-start: 0;
    }
    .cell:last-child {
      grid-column: 1 / -1;
      border-inline-start: 0;
      border-block-start: 1px solid var(--_line-inner);
    }
    .more {
      padding-inline: calc(var(--_unit) * 2);
    }
  }
  @container (max-width: 280px) {
    .cells {
      grid-template-columns: 1fr;
    }
    .cell:nth-child(3) {
      border-inline-start: 0;
      border-block-start: 1px solid var(--_line-inner);
    }
  }
`;
