import type { EmbeddedErrorType } from '@stripe/connect-js';
import type { ExpressError } from '../../endpoint/errors.ts';

/** What Stripe's components tell of. Facts about the element itself (`load-error`, `close`) do not bubble. */
const travels = { bubbles: true, composed: true } as const;

/** Stripe's component begins to draw. */
export class ExpressLoaderStartEvent extends Event {
  constructor() {
    super('express-loader-start', travels);
  }
}

/** Stripe's component could not load; the element says so in place. */
export class ExpressLoadErrorEvent extends Event {
  readonly error: ExpressError;
  /** Stripe's own word for it. */
  readonly reason: EmbeddedErrorType;

  constructor(error: ExpressError, type: EmbeddedErrorType) {
    super('express-load-error');
    this.error = error;
    this.reason = type;
  }
}

/** The seller has left onboarding, done or not. */
export class ExpressExitEvent extends Event {
  constructor() {
    super('express-exit', travels);
  }
}

/** Onboarding has gone to another step. */
export class ExpressStepChangeEvent extends Event {
  readonly step: string;
  constructor({ step }: { step: string }) {
    super('express-step-change', travels);
    this.step = step;
  }
}

/** A section of the account settings was opened. */
export class ExpressSectionOpenEvent extends Event {
  readonly sectionName: string;
  constructor({ sectionName }: { sectionName: string }) {
    super('express-section-open', travels);
    this.sectionName = sectionName;
  }
}

/** The banner counts other notices than before. */
export class ExpressNotificationsChangeEvent extends Event {
  readonly total: number;
  /** How many of them the seller must act on. */
  readonly actionRequired: number;
  constructor({ total, actionRequired }: { total: number; actionRequired: number }) {
    super('express-notifications-change', travels);
    this.total = total;
    this.actionRequired = actionRequired;
  }
}

/** The details were closed. */
export class ExpressCloseEvent extends Event {
  constructor() {
    super('express-close');
  }
}

/** It is known how many disputes the payment has. */
export class ExpressDisputesLoadedEvent extends Event {
  readonly total: number;
  constructor({ total }: { total: number }) {
    super('express-disputes-loaded', travels);
    this.total = total;
  }
}

/** It is known whether there is a report to show. */
export class ExpressReportAvailabilityLoadedEvent extends Event {
  readonly isReportAvailable: boolean;
  constructor({ isReportAvailable }: { isReportAvailable: boolean }) {
    super('express-report-availability-loaded', travels);
    this.isReportAvailable = isReportAvailable;
  }
}

/** It is known whether instant payouts are promoted to this seller. */
export class ExpressInstantPayoutsPromotionLoadedEvent extends Event {
  readonly promotionShown: boolean;
  constructor({ promotionShown }: { promotionShown: boolean }) {
    super('express-instant-payouts-promotion-loaded', travels);
    this.promotionShown = promotionShown;
  }
}

/** The seller has made an instant payout. */
export class ExpressInstantPayoutCreatedEvent extends Event {
  readonly payoutId: string;
  constructor({ payoutId }: { payoutId: string }) {
    super('express-instant-payout-created', travels);
    this.payoutId = payoutId;
  }
}

/** The tax settings were saved. */
export class ExpressTaxSettingsUpdatedEvent extends Event {
  readonly id: string;
  constructor({ id }: { id: string }) {
    super('express-tax-settings-updated', travels);
    this.id = id;
  }
}

/** A tax registration was added. */
export class ExpressAfterTaxRegistrationAddedEvent extends Event {
  readonly id: string;
  constructor({ id }: { id: string }) {
    super('express-after-tax-registration-added', travels);
    this.id = id;
  }
}

/** A tax registration has ended. */
export class ExpressAfterTaxRegistrationExpiredEvent extends Event {
  readonly id: string;
  constructor({ id }: { id: string }) {
    super('express-after-tax-registration-expired', travels);
    this.id = id;
  }
}

declare global {
  interface HTMLElementEventMap {
    'express-loader-start': ExpressLoaderStartEvent;
    'express-load-error': ExpressLoadErrorEvent;
    'express-exit': ExpressExitEvent;
    'express-step-change': ExpressStepChangeEvent;
    'express-section-open': ExpressSectionOpenEvent;
    'express-notifications-change': ExpressNotificationsChangeEvent;
    'express-close': ExpressCloseEvent;
    'express-disputes-loaded': ExpressDisputesLoadedEvent;
    'express-report-availability-loaded': ExpressReportAvailabilityLoadedEvent;
    'express-instant-payouts-promotion-loaded': ExpressInstantPayoutsPromotionLoadedEvent;
    'express-instant-payout-created': ExpressInstantPayoutCreatedEvent;
    'express-tax-settings-updated': ExpressTaxSettingsUpdatedEvent;
    'express-after-tax-registration-added': ExpressAfterTaxRegistrationAddedEvent;
    'express-after-tax-registration-expired': ExpressAfterTaxRegistrationExpiredEvent;
  }
}
