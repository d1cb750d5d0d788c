import { css } from 'lit';

/** What floats: popovers (sheets on a phone), the details drawer. The only things with a shadow. */
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
  .float form {
    display: grid;
    gap: 10px;
  }
  .float h3 {
    font-size: var(--_size-label);
    font-weight: 550;
  }
  .float .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .float .pair {
    display: flex;
    gap: 8px;
    align-items: center;
  }
  .float .pair > .field,
  .float .pair > label {
    flex: 1;
    min-inline-size: 0;
  }
  .float .pair .field {
    inline-size: 100%;
  }
  .float .end {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 8px;
    margin-block-start: 2px;
  }
  .float .hint {
    font-size: var(--_size-second);
    color: var(--_muted);
  }
  .float .wrong {
    font-size: var(--_size-second);
    color: var(--_danger);
  }

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
  .drawer::backdrop,
  .float::backdrop {
    background: transparent;
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
