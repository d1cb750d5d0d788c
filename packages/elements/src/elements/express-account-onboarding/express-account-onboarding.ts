// Written by scripts/connect-table.mjs. Do not edit.
import { connectElement } from '../connect/connect-element.ts';

/**
 * Stripe's onboarding: what it must know before the seller can be paid.
 *
 * Stripe draws it; this element brings the session, the look, the language, loading, failing and a fallback.
 *
 * @summary Stripe's onboarding: what it must know before the seller can be paid.
 * @status experimental
 * @tag express-account-onboarding
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
 * @attr {string} full-terms-of-service-url - Your terms for accounts with the full service agreement.
 * @prop {string | undefined} fullTermsOfServiceUrl - Your terms for accounts with the full service agreement.
 * @attr {string} recipient-terms-of-service-url - Your terms for accounts with the recipient agreement.
 * @prop {string | undefined} recipientTermsOfServiceUrl - Your terms for accounts with the recipient agreement.
 * @attr {string} privacy-policy-url - Your privacy policy.
 * @prop {string | undefined} privacyPolicyUrl - Your privacy policy.
 * @attr {boolean} skip-terms-of-service-collection - Whether Stripe's terms are agreed to elsewhere.
 * @prop {boolean | undefined} skipTermsOfServiceCollection - Whether Stripe's terms are agreed to elsewhere.
 * @attr {object} collection-options - Which requirements are asked for: `{fields, futureRequirements, requirements}`.
 * @prop {object | undefined} collectionOptions - Which requirements are asked for: `{fields, futureRequirements, requirements}`.
 * @fires {ExpressExitEvent} express-exit - The seller has left, done or not.
 * @fires {ExpressStepChangeEvent} express-step-change - Another step is shown.
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
export class ExpressAccountOnboarding extends connectElement('account-onboarding') {}

declare global {
  interface HTMLElementTagNameMap {
    'express-account-onboarding': ExpressAccountOnboarding;
  }
}
