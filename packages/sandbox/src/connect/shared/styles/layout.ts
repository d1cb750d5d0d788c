import { css } from 'lit';

/** Cards, heads, facts and lists. Columns fold by the width of the component, not of the screen. */
export const layout = css`
  :host {
    container-type: inline-size;
  }

  .card {
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--bg);
  }

  .stack {
    display: grid;
    gap: calc(var(--unit) * 2);
  }

  .head {
    display: flex;
    min-height: 32px;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--unit);
    padding: calc(var(--unit) * 2) calc(var(--unit) * 2.5);
  }

  .head > :first-child {
    margin-inline-end: auto;
  }

  .figures {
    display: grid;
    grid-template-columns: 1.35fr 1fr 1fr 1fr;
  }

  .figures.payouts {
    grid-template-columns: 1.35fr 1fr 1fr;
  }

  .figures > div {
    min-width: 0;
    padding: calc(var(--unit) * 2.5) calc(var(--unit) * 2.5);
  }

  .figures > div + div {
    border-inline-start: 1px solid var(--inner);
  }

  .key {
    color: var(--muted);
    font-size: var(--label);
  }

  .value {
    margin-top: 4px;
    font-size: var(--heading-lg);
    font-weight: var(--sx-headingLgFontWeight, 600);
    line-height: 1.2;
  }

  .value.total {
    font-size: var(--heading-xl);
    font-weight: var(--sx-headingXlFontWeight, 600);
    letter-spacing: -0.025em;
    line-height: 1.15;
  }

  .rule {
    border-top: 1px solid var(--inner);
  }

  .lines > li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    border-top: 1px solid var(--inner);
    gap: 2px calc(var(--unit) * 1.5);
    padding: calc(var(--unit) * 1.25) calc(var(--unit) * 2.5);
  }

  .lines > li > :first-child {
    width: 15em;
    color: var(--muted);
    font-size: var(--label);
  }

  .lines > li > .fill {
    flex: 1;
    min-width: 8em;
  }

  .facts {
    display: grid;
    grid-template-columns: auto 1fr;
    row-gap: var(--unit);
  }

  .facts dt {
    color: var(--muted);
  }

  .facts dd {
    font-weight: 500;
    overflow-wrap: anywhere;
    padding-inline-start: calc(var(--unit) * 2.25);
    text-align: end;
  }

  .facts .sum {
    border-top: 1px solid var(--inner);
    color: var(--text);
    font-weight: 600;
    padding-top: var(--unit);
  }

  .section {
    display: grid;
    border-top: 1px solid var(--inner);
    gap: calc(var(--unit) * 1.5);
    margin-top: calc(var(--unit) * 2.25);
    padding-top: calc(var(--unit) * 2.25);
  }

  .amount-head {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    justify-content: space-between;
    gap: var(--unit);
  }

  .amount-head p + p {
    margin-top: 4px;
  }

  .inset {
    border-top: 1px solid var(--inner);
    grid-template-columns: minmax(0, 600px);
    padding: calc(var(--unit) * 2) calc(var(--unit) * 2.5);
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: var(--unit);
    padding: 0 calc(var(--unit) * 2.5) calc(var(--unit) * 1.5);
  }

  .chip {
    display: inline-flex;
    min-height: 26px;
    align-items: center;
    border-color: var(--primary);
    border-radius: 99px;
    background: var(--soft);
    color: var(--on-soft);
    font-size: var(--text-sm);
    font-weight: 500;
    gap: 4px;
    padding: 2px 8px 2px 11px;
  }

  .chip .icon {
    width: 12px;
    height: 12px;
  }

  .row {
    display: flex;
    min-width: 0;
    align-items: center;
    gap: 10px;
  }

  .timeline > li {
    display: grid;
    position: relative;
    gap: calc(var(--unit) * 1.5);
    grid-template-columns: 22px 1fr;
    padding-bottom: calc(var(--unit) * 1.75);
  }

  .timeline > li:last-child {
    padding-bottom: 0;
  }

  .timeline > li:not(:last-child)::before {
    position: absolute;
    border-inline-start: 1px solid var(--line);
    content: '';
    inset-block: 24px 2px;
    inset-inline-start: 10.5px;
  }

  .timeline .tile {
    width: 22px;
    height: 22px;
    border-radius: 50%;
  }

  .timeline .tile .icon {
    width: 12px;
    height: 12px;
  }

  @container (width < 760px) {
    .figures,
    .figures.payouts {
      grid-template-columns: repeat(6, 1fr);
    }

    .figures > div {
      grid-column: span 2;
    }

    .figures.payouts > div {
      grid-column: span 3;
    }

    .figures > div:first-child,
    .figures.payouts > div:first-child {
      border-bottom: 1px solid var(--inner);
      grid-column: 1 / -1;
    }

    .figures > div:nth-child(2) {
      border-inline-start: 0;
    }
  }

  @container (width < 480px) {
    .figures > div,
    .figures.payouts > div {
      grid-column: span 3;
      padding: calc(var(--unit) * 1.75) calc(var(--unit) * 2);
    }

    .figures.balances > div:nth-child(4) {
      border-top: 1px solid var(--inner);
      border-inline-start: 0;
      grid-column: 1 / -1;
    }

    .head,
    .lines > li {
      padding-inline: calc(var(--unit) * 2);
    }

    .lines > li > :first-child {
      width: 100%;
    }
  }
`;
