import { css } from 'lit';

/** The room of Stripe's part. No container and no containment around the slot: they would trap Stripe's overlays. */
export const stripePartStyles = css`
  .stripe-skeleton {
    display: grid;
    gap: 12px;
    padding: calc(var(--_unit) * 2) var(--_pad);
    border: 1px dashed var(--_line);
    border-radius: var(--_radius);
  }
  .bones {
    display: flex;
    justify-content: space-between;
    gap: 12px;
  }
  .stripe.veiled {
    visibility: hidden;
  }
`;
