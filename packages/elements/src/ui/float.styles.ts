import { css } from 'lit';

/** What floats: popovers, sheets on a phone. With the drawer the only things that have a shadow. */
export const floatStyles = css`
  .float {
    position: fixed;
    inset: auto;
    inline-size: 340px;
    max-inline-size: calc(100vw - 24px);
    max-block-size: min(560px, calc(100dvb - 24px));
    margin: 0;
    padding: 14px;
    gap: 10px;
    overflow: auto;
    overscroll-behavior: contain;
    color: var(--_text);
    font-family: inherit;
    font-size: var(--_size);
    background: var(--_bg);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    box-shadow: 0 8px 28px -12px rgb(10 14 40 / 0.28);
  }
  .float:popover-open {
    display: grid;
    animation: float var(--_quick) ease-out;
  }
  @keyframes float {
    from {
      opacity: 0;
      translate: 0 -4px;
    }
  }
  .float::backdrop {
    background: transparent;
  }

  @media (max-width: 480px) {
    .float {
      inset: auto 0 0 0;
      inline-size: 100%;
      max-inline-size: none;
      max-block-size: 80dvb;
      padding: 18px 16px calc(16px + env(safe-area-inset-bottom));
      border-width: 1px 0 0;
      border-end-start-radius: 0;
      border-end-end-radius: 0;
    }
    .float::backdrop {
      background: var(--_scrim, rgb(16 20 44 / 0.32));
    }
  }
`;
