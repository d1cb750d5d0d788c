import { css } from 'lit';

/** Fixed boxes with a high z-index, as Stripe's are: outside the native top layer, so a page's own modal dialog hides them. */
export const overlayStyles = css`
  :host {
    position: fixed;
    z-index: var(--sx-overlayZIndex, 1000);
    display: grid;
    inset: 0;
    place-items: center;
  }

  .backdrop {
    position: absolute;
    animation: appear 140ms ease-out;
    background: var(--sx-overlayBackdropColor, rgb(10 14 40 / 45%));
    inset: 0;
  }

  .panel {
    position: relative;
    display: flex;
    width: min(620px, calc(100vw - 24px));
    max-height: min(860px, calc(100dvh - 24px));
    flex-direction: column;
    border: 1px solid var(--line);
    border-radius: var(--sx-overlayBorderRadius, var(--radius));
    animation: rise 160ms ease-out;
    background: var(--bg);
    box-shadow: 0 18px 50px -18px rgb(10 14 40 / 45%);
  }

  .panel:focus {
    outline: 0;
  }

  :host([kind='drawer']) {
    place-items: stretch end;
  }

  :host([kind='drawer']) .panel {
    width: min(520px, 100vw);
    max-height: none;
    border-block: 0;
    border-inline-end: 0;
    border-radius: 0;
  }

  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    border-bottom: 1px solid var(--inner);
    gap: var(--unit);
    padding: calc(var(--unit) * 1.5) calc(var(--unit) * 2.5);
  }

  header h2 {
    font-size: var(--heading-sm);
  }

  header button {
    border-color: transparent;
    background: none;
    color: var(--muted);
  }

  .body {
    overflow: auto;
    flex: 1;
    overscroll-behavior: contain;
    padding: calc(var(--unit) * 2.5);
  }

  footer {
    display: flex;
    justify-content: flex-end;
    border-top: 1px solid var(--inner);
    padding: calc(var(--unit) * 0.75) calc(var(--unit) * 2.5);
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }

  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(6px);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .backdrop,
    .panel {
      animation: none;
    }
  }
`;
