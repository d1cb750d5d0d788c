// Written by scripts/connect-table.mjs. Do not edit.
import { connectElement } from '../connect/connect-element.ts';

/**
 * Offers an instant payout to who may have one.
 *
 * Stripe draws it; this element brings the session, the look, the language, loading, failing and a fallback.
 *
 * @summary Offers an instant payout to who may have one.
 * @status experimental
 * @tag express-instant-payouts-promotion
 * @slot - Shown where this is not offered: no endpoint, or not for this sign-in.
 * @fires {ExpressInstantPayoutsPromotionLoadedEvent} express-instant-payouts-promotion-loaded - It is known whether it shows.
 * @fires {ExpressInstantPayoutCreatedEvent} express-instant-payout-created - The seller has made an instant payout.
 * @fires {ExpressReadyEvent} express-ready - Stripe's component draws.
 * @fires {ExpressErrorEvent} express-error - It could not be loaded.
 * @fires {ExpressLoaderStartEvent} express-loader-start - Stripe's component begins to draw.
 * @fires {ExpressLoadErrorEvent} express-load-error - Stripe's component says that it could not load.
 * @csspart stripe - Around Stripe's component.
 * @csspart skeleton - Before it is there.
 * @csspart error - When it failed.
 * @csspart notice - Inside an app, where Stripe forbids it.
 * @cssstate loading - Stripe's component is on its way.
 * @cssstate ready - It draws.
 * @cssstate error - It failed.
 */
export class ExpressInstantPayoutsPromotion extends connectElement('instant-payouts-promotion') {}

declare global {
  interface HTMLElementTagNameMap {
    'express-instant-payouts-promotion': ExpressInstantPayoutsPromotion;
  }
}
