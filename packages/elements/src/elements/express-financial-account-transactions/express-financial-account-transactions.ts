// Written by scripts/connect-table.mjs. Do not edit.
import { connectElement } from '../connect/connect-element.ts';

/**
 * Transactions of a financial account.
 *
 * Stripe draws it; this element brings the session, the look, the language, loading, failing and a fallback.
 *
 * @summary Transactions of a financial account.
 * @status experimental
 * @tag express-financial-account-transactions
 * @slot - Shown where this is not offered: no endpoint, or not for this sign-in.
 * @attr {string} financial-account - The account whose transactions show.
 * @prop {string | undefined} financialAccount - The account whose transactions show.
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
export class ExpressFinancialAccountTransactions extends connectElement(
  'financial-account-transactions',
) {}

declare global {
  interface HTMLElementTagNameMap {
    'express-financial-account-transactions': ExpressFinancialAccountTransactions;
  }
}
