import { css } from 'lit';

/** Tabs, and the grid that each section's parts stand in. */
export const dashboardStyles = css`
  .dashboard {
    display: grid;
    gap: calc(var(--_unit) * 2.5);
    min-inline-size: 0;
  }
  .skip:not(:focus) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
    border: 0;
  }
  .skip {
    justify-self: start;
  }
  .tabs {
    display: flex;
    gap: 22px;
    overflow-x: auto;
    scrollbar-width: none;
    border-block-end: 1px solid var(--_line);
  }
  .tab {
    flex: none;
    min-block-size: 34px;
    padding: 0 0 11px;
    margin-block-end: -1px;
    font-weight: 500;
    color: var(--_muted);
    white-space: nowrap;
    background: none;
    border: 0;
    border-block-end: 2px solid transparent;
    border-radius: 0;
  }
  .tab:hover {
    color: var(--_text);
  }
  .tab[aria-selected='true'] {
    color: var(--_text);
    border-color: var(--_accent);
  }
  .tab:focus-visible {
    outline-offset: -2px;
    border-radius: 4px;
  }
  .panel {
    display: grid;
    gap: calc(var(--_unit) * 2.5);
    min-inline-size: 0;
  }
  .panel:focus-visible {
    outline-offset: 4px;
    border-radius: var(--_radius);
  }
  .pair-root {
    /* Native content only: a container would trap what Stripe's own elements lay over the page. */
    container-type: inline-size;
    min-inline-size: 0;
  }
  .pair {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 340px);
    gap: calc(var(--_unit) * 2.5);
    align-items: stretch;
  }
  .pair.single {
    grid-template-columns: minmax(0, 1fr);
  }
  @container (max-width: 760px) {
    .pair {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  .tabs.bones {
    padding-block-end: 21px;
  }
  .tall {
    min-block-size: 124px;
  }
  ::slotted(*) {
    min-inline-size: 0;
    inline-size: 100%;
  }
  @media (pointer: coarse) {
    .tab {
      min-block-size: 44px;
    }
  }
`;
