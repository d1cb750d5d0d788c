// Written by scripts/connect-table.mjs. Do not edit.
import { connectElement } from '../connect/connect-element.ts';

/**
 * Where the seller sits and what they sell, for tax.
 *
 * Stripe draws it; this element brings the session, the look, the language, loading, failing and a fallback.
 *
 * @summary Where the seller sits and what they sell, for tax.
 * @status experimental
 * @tag express-tax-settings
 * @slot - Shown where this is not offered: no endpoint, or not for this sign-in.
 * @attr {boolean} hide-product-tax-code-selector - Whether the product tax code is left out.
 * @prop {boolean | undefined} hideProductTaxCodeSelector - Whether the product tax code is left out.
 * @attr {object} display-head-office-countries - The countries that may be chosen, as a list of codes.
 * @prop {object | undefined} displayHeadOfficeCountries - The countries that may be chosen, as a list of codes.
 * @fires {ExpressTaxSettingsUpdatedEvent} express-tax-settings-updated - The settings were saved.
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
export class ExpressTaxSettings extends connectElement('tax-settings') {}

declare global {
  interface HTMLElementTagNameMap {
    'express-tax-settings': ExpressTaxSettings;
  }
}
