import { css } from 'lit';

/** In the details of a payout. */
export const payoutStyles = css`
  .drawer .parts {
    margin: 0;
    padding: 0 var(--_pad) 12px;
  }
  .drawer .parts.hint {
    font-size: var(--_size-second);
    color: var(--_muted);
  }
  .drawer .rule + .parts.hint {
    padding-block-start: 12px;
  }
  .drawer .parts .button {
    inline-size: 100%;
  }
`;
