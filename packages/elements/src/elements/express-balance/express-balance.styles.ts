import { css } from 'lit';

export const balanceStyles = css`
  /* Each cell is as wide as its figure at the least: what does not fit beside the others goes to the next line. */
  .cells {
    display: flex;
    flex-wrap: wrap;
    gap: 1px;
    overflow: clip;
  }
  .cell {
    display: flex;
    flex: 1 1 150px;
    flex-direction: column;
    padding: calc(var(--_unit) * 2.5) calc(var(--_unit) * 2.75);
    /* In the gap between two cells their lines lie on each other. */
    outline: 1px solid var(--_line-inner);
  }
  .cell.first {
    flex: 1.35 1 200px;
  }
  .cell.last {
    flex: 1.5 1 215px;
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
  .cell.last .fact {
    justify-content: space-between;
  }
  .fact .link {
    gap: 0.35em;
    font-size: inherit;
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
  .problem {
    align-items: start;
    padding: 11px calc(var(--_unit) * 2.75);
  }
  .problem .say {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    min-block-size: 28px;
  }
  .problem p {
    flex: 1 1 220px;
  }
  .problem b {
    color: var(--_text);
    font-weight: 600;
  }
  /* What comes has its room by words like its own: what stands below must not move. */
  .waiting .later {
    visibility: hidden;
  }
  .waiting :is(.label, .figure, .fact) {
    position: relative;
  }
  .waiting .figure {
    min-block-size: 1lh;
  }
  .waiting .bone {
    position: absolute;
    inset-block-start: 4px;
  }
  .waiting .thin {
    inset-block-start: 7px;
  }
  .waiting .figure-bone {
    inset-block-start: calc(50% - 13px);
  }
  .day::first-letter {
    text-transform: uppercase;
  }
  /* Only where there is something above: alone the part needs no distance. */
  .root:not(:empty) + .part {
    margin-block-start: calc(var(--_unit) * 2.5);
  }

  @container (max-width: 760px) {
    .cell {
      flex-basis: calc(50% - 1px);
      padding: calc(var(--_unit) * 1.875) calc(var(--_unit) * 2);
    }
    .cell.first,
    .cell.last {
      flex-basis: 100%;
    }
    .more,
    .problem {
      padding-inline: calc(var(--_unit) * 2);
    }
  }
  /* Millions in dollars of another language's writing are the widest there are. */
  @container (max-width: 400px) {
    .cell .figure.total {
      font-size: min(var(--_size-total), 8.3cqi);
    }
  }
`;
