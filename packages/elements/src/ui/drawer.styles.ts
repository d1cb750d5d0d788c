import { css } from 'lit';

/** The details drawer, a sheet on a phone, and the pairs of names and values in it. Comes with the drawer. */
export const drawerStyles = css`
  .drawer {
    position: fixed;
    inset: 0 0 0 auto;
    inline-size: min(440px, 100vw);
    block-size: auto;
    max-inline-size: none;
    max-block-size: none;
    margin: 12px;
    padding: 0;
    overflow: auto;
    overscroll-behavior: contain;
    color: var(--_text);
    font-size: var(--_size);
    background: var(--_bg);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) + 2px);
    box-shadow: 0 12px 40px -16px rgb(10 14 40 / 0.4);
  }
  :host(:dir(rtl)) .drawer {
    inset: 0 auto 0 0;
  }
  .drawer[open] {
    animation: drawer 180ms ease-out;
  }
  .drawer::backdrop {
    background: var(--_scrim, rgb(16 20 44 / 0.32));
    animation: fade 180ms ease-out;
  }
  @keyframes drawer {
    from {
      opacity: 0;
      translate: 16px 0;
    }
  }
  @keyframes fade {
    from {
      opacity: 0;
    }
  }
  .pairs {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 9px 18px;
    padding: 14px var(--_pad);
  }
  .pairs .link {
    vertical-align: baseline;
    min-block-size: 0;
    padding-block: 3px;
  }
  .pairs dt {
    color: var(--_muted);
  }
  .pairs dd {
    text-align: end;
    font-weight: 500;
  }
  .pairs .plain {
    font-weight: 400;
    color: var(--_muted);
  }
  .pairs .strong {
    color: var(--_text);
    font-weight: 600;
  }

  @media print {
    .drawer {
      box-shadow: none;
    }
    .drawer::backdrop {
      background: transparent;
    }
  }
  @media (max-width: 480px) {
    .drawer,
    :host(:dir(rtl)) .drawer {
      inset: auto 0 0 0;
      inline-size: 100%;
      max-block-size: 92dvb;
      margin: 0;
      padding-block-end: env(safe-area-inset-bottom);
      border-width: 1px 0 0;
      border-end-start-radius: 0;
      border-end-end-radius: 0;
    }
    @keyframes drawer {
      from {
        opacity: 0;
        translate: 0 24px;
      }
    }
  }
`;
