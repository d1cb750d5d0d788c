import { css } from 'lit';

/** The card and what stands in one: head, tiles, badges, notes. */
export const cardStyles = css`
  .card {
    display: block;
    background: var(--_bg);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 10px;
    align-items: center;
    padding: calc(var(--_unit) * 2) var(--_pad);
  }
  .head > .grow {
    flex: 1 1 auto;
  }
  .head > .push {
    margin-inline-start: auto;
  }
  .label {
    font-size: var(--_size-label);
    color: var(--_muted);
  }
  .figure {
    font-size: var(--_size-figure);
    font-weight: 600;
    line-height: 1.3;
    font-variant-numeric: tabular-nums;
    letter-spacing: -0.01em;
  }
  .figure.total {
    font-size: var(--_size-total);
    line-height: 1.15;
    letter-spacing: -0.025em;
  }
  .rule {
    block-size: 0;
    margin: 0;
    border: 0;
    border-block-start: 1px solid var(--_line-inner);
  }
  .note {
    display: flex;
    gap: 10px;
    align-items: center;
    padding: 9px var(--_pad);
    font-size: var(--_size-label);
    color: var(--_muted);
    border-block-end: 1px solid var(--_line-inner);
  }

  .tile {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 30px;
    block-size: 30px;
    border-radius: 9px;
    background: var(--_line-inner);
    color: var(--_muted);
  }
  .tile .icon {
    inline-size: 15px;
    block-size: 15px;
  }
  .note .tile {
    inline-size: 24px;
    block-size: 24px;
    border-radius: 7px;
  }
  .badge {
    display: inline-block;
    padding: 2px 7px;
    font-size: var(--_size-meta);
    font-weight: 550;
    line-height: 1.4;
    white-space: nowrap;
    border-radius: var(--_radius-badge);
    background: var(--_line-inner);
    color: var(--_muted);
  }
  [data-tone='accent'] {
    background: var(--_accent-soft);
    color: var(--_accent);
  }
  [data-tone='good'] {
    background: var(--_good-soft);
    color: var(--_good);
  }
  [data-tone='warning'] {
    background: var(--_warning-soft);
    color: var(--_warning);
  }
  [data-tone='danger'] {
    background: var(--_danger-soft);
    color: var(--_danger);
  }

  .progress {
    block-size: 3px;
    overflow: hidden;
    background: var(--_line-inner);
    border-start-start-radius: var(--_radius);
    border-start-end-radius: var(--_radius);
  }
  .progress > i {
    display: block;
    block-size: 100%;
    background: var(--_accent);
    transition: inline-size var(--_quick);
  }

  @container (max-width: 34.3em) {
    .head {
      padding-inline: calc(var(--_unit) * 2);
    }
    .note {
      padding-inline: calc(var(--_unit) * 2);
    }
  }
  @media (forced-colors: active) {
    .badge,
    .tile {
      border: 1px solid;
    }
    .progress > i {
      forced-color-adjust: none;
      background: Highlight;
    }
  }
`;
