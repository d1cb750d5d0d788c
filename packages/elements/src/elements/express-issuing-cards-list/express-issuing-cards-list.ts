// Written by scripts/connect-table.mjs. Do not edit.
import { connectElement } from '../connect/connect-element.ts';

/**
 * All issued cards.
 *
 * Stripe draws it; this element brings the session, the look, the language, loading, failing and a fallback.
 *
 * @summary All issued cards.
 * @status experimental
 * @tag express-issuing-cards-list
 * @slot - Shown where this is not offered: no endpoint, or not for this sign-in.
 * @prop {function | undefined} fetchEphemeralKey - Gives the ephemeral key with which Stripe shows a card number.
 * @attr {boolean} show-spend-controls - Whether spending limits show.
 * @prop {boolean | undefined} showSpendControls - Whether spending limits show.
 * @attr {string} issuing-program - The programme whose cards show.
 * @prop {string | undefined} issuingProgram - The programme whose cards show.
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
export class ExpressIssuingCardsList extends connectElement('issuing-cards-list') {}

declare global {
  interface HTMLElementTagNameMap {
    'express-issuing-cards-list': ExpressIssuingCardsList;
  }
}
