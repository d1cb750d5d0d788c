import {
  ExpressAfterTaxRegistrationAddedEvent,
  ExpressAfterTaxRegistrationExpiredEvent,
  ExpressCloseEvent,
  ExpressDisputesLoadedEvent,
  ExpressExitEvent,
  ExpressInstantPayoutCreatedEvent,
  ExpressInstantPayoutsPromotionLoadedEvent,
  ExpressNotificationsChangeEvent,
  ExpressReportAvailabilityLoadedEvent,
  ExpressSectionOpenEvent,
  ExpressStepChangeEvent,
  ExpressTaxSettingsUpdatedEvent,
} from './events.ts';
import type { connectTable } from './table.ts';

type Table = typeof connectTable;
type EventSetter = {
  [T in keyof Table]: {
    [S in keyof Table[T]['setters']]: Table[T]['setters'][S] extends 'event' ? S : never;
  }[keyof Table[T]['setters']];
}[keyof Table];

/** The event that each callback of connect-js becomes. What connect-js hands over is typed there, so it is taken as it is. */
export const eventsOf = {
  setOnExit: ExpressExitEvent,
  setOnStepChange: ExpressStepChangeEvent,
  setOnSectionOpen: ExpressSectionOpenEvent,
  setOnNotificationsChange: ExpressNotificationsChangeEvent,
  setOnClose: ExpressCloseEvent,
  setOnDisputesLoaded: ExpressDisputesLoadedEvent,
  setOnReportAvailabilityLoaded: ExpressReportAvailabilityLoadedEvent,
  setOnInstantPayoutsPromotionLoaded: ExpressInstantPayoutsPromotionLoadedEvent,
  setOnInstantPayoutCreated: ExpressInstantPayoutCreatedEvent,
  setOnTaxSettingsUpdated: ExpressTaxSettingsUpdatedEvent,
  setOnAfterTaxRegistrationAdded: ExpressAfterTaxRegistrationAddedEvent,
  setOnAfterTaxRegistrationExpired: ExpressAfterTaxRegistrationExpiredEvent,
} as const satisfies Record<EventSetter, new (said: never) => Event>;

/** @example eventFor('setOnStepChange', { step: 'bank' }) */
export function eventFor(setter: string, said: unknown): Event | null {
  const kind: unknown = Reflect.get(eventsOf, setter);
  if (typeof kind !== 'function') return null;
  const event: unknown = Reflect.construct(kind, [Object(said)]);
  return event instanceof Event ? event : null;
}
