import { css } from 'lit';
import type { StateName } from '../../controllers/index.ts';
import { connectElement } from '../connect/connect-element.ts';

const Banner = connectElement('notification-banner');

/**
 * What Stripe needs from the seller: documents, verifications, risk questions, and by when. It has no height as long
 * as there is nothing, and while it is not known.
 *
 * Stripe draws it. The session needs `account_onboarding` too: without it Stripe asks in a bare popup.
 *
 * @summary What Stripe needs from the seller; no height when nothing.
 * @status experimental
 * @tag express-notification-banner
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
 * @attr {object} collection-options - Which requirements are asked for: `{fields, futureRequirements, requirements}`.
 * @prop {object | undefined} collectionOptions - Which requirements are asked for: `{fields, futureRequirements, requirements}`.
 * @fires {ExpressNotificationsChangeEvent} express-notifications-change - There are other notices than before.
 * @fires {ExpressReadyEvent} express-ready - Stripe's component draws.
 * @fires {ExpressErrorEvent} express-error - It could not be loaded.
 * @fires {ExpressLoaderStartEvent} express-loader-start - Stripe's component begins to draw.
 * @fires {ExpressLoadErrorEvent} express-load-error - Stripe's component says that it could not load.
 * @csspart stripe - Around Stripe's component.
 * @csspart error - When it failed.
 * @csspart notice - Inside an app, where Stripe forbids it.
 * @cssstate loading - Stripe's component is on its way.
 * @cssstate ready - There are notices.
 * @cssstate empty - There are none: the element takes no room.
 * @cssstate error - It failed.
 */
export class ExpressNotificationBanner extends Banner {
  static override readonly styles = [
    ...Banner.styles,
    css`
      :host(:state(empty)) {
        display: none;
      }
      /* Stripe draws, and there is nothing to see yet: no room either, and no gap beside it, for mostly none comes.
         What there was at an earlier visit mostly is there still: its room is kept. */
      :host(:state(loading)) {
        position: var(--_reserved, absolute);
        visibility: hidden;
      }
    `,
  ];

  #total: number | null = null;
  #warned = false;

  protected override tell(setter: string, said: unknown): void {
    super.tell(setter, said);
    if (setter !== 'setOnNotificationsChange') return;
    const count = (name: string) => Number(Reflect.get(Object(said), name) ?? 0);
    this.#total = count('total');
    this.sessions.session?.setNotifications({
      total: this.#total,
      actionRequired: count('actionRequired'),
    });
    this.requestUpdate();
  }

  protected override stateName(): StateName | null {
    const state = super.stateName();
    if (state !== 'ready') return state;
    // Stripe has drawn, and says in a moment of how much: mostly of nothing, for which there must be no room until then.
    if (this.#total === null) return 'loading';
    return this.#total === 0 ? 'empty' : state;
  }

  protected override updated(): void {
    const connect = this.sessions.state?.connect;
    if (this.#warned || connect?.kind !== 'ready' || !connect.components) return;
    if (connect.components['account_onboarding']?.enabled) return;
    this.#warned = true;
    console.warn(
      '[express-elements] <express-notification-banner> is in a session without account_onboarding: Stripe then asks for what is missing in a bare popup. Add the component to the role.',
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'express-notification-banner': ExpressNotificationBanner;
  }
}
