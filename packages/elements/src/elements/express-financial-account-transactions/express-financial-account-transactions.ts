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
 * @attr {string | null} endpoint - The endpoint's URL; without it the nearest `express-provider` has one.
 * @prop {string | null} endpoint - The endpoint's URL; without it the nearest `express-provider` has one.
 * @attr {string | null} session-url - A route that answers `{client_secret}`, for a host that has no endpoint.
 * @prop {string | null} sessionUrl - A route that answers `{client_secret}`, for a host that has no endpoint.
 * @attr {string | null} publishable-key - The publishable key that goes with `session-url`, where its answer has none.
 * @prop {string | null} publishableKey - The publishable key that goes with `session-url`, where its answer has none.
 * @attr {'auto' | 'light' | 'dark' | null} theme - `auto`, `light` or `dark`; else as around it.
 * @prop {'auto' | 'light' | 'dark' | null} theme - `auto`, `light` or `dark`; else as around it.
 * @attr {string | null} locale - A language tag; else as around it.
 * @prop {string | null} locale - A language tag; else as around it.
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
