import type Stripe from 'stripe';
import { priorities, type NewWindow } from '../tables/windows.ts';
import { payoutWindow } from './commit.ts';

type Event = Stripe.Event;
type EventObject = Event['data']['object'];

const refOf = (value: unknown): string | null => {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return null;
  const id: unknown = Reflect.get(value, 'id');
  return typeof id === 'string' ? id : null;
};

/** The kinds of object that are the source of a row. */
const sourceObjects = new Set(['payout', 'charge', 'refund', 'dispute', 'topup', 'transfer']);

/** Events of what is new: its rows come with the newest. All others change rows that are there. */
const isNew = /\.(created|succeeded)$/;

const objectOf = ({ data }: Event): EventObject => data.object;

function changedSource(event: Event): string[] {
  const object = objectOf(event);
  const known = 'object' in object && sourceObjects.has(String(object.object));
  const id = known ? refOf(object) : null;
  return id !== null && !isNew.test(event.type) ? [id] : [];
}

/** A payout whose reconciliation is complete: Stripe can now tell which rows left in it. */
function toldPayout(event: Event): string[] {
  const object = objectOf(event);
  if (!('object' in object) || object.object !== 'payout') return [];
  return object.automatic && object.reconciliation_status === 'completed' ? [object.id] : [];
}

/** Families whose events may bring or change rows. */
const moving = /^(payout|charge|refund|topup|transfer|application_fee|reserve|balance)\./;

/** What has to be asked after an event: events say when, the API says what. */
export function wishesOf(event: Event, account: string): NewWindow[] {
  if (!moving.test(event.type)) return [];
  return [
    { account, kind: 'recent', priority: priorities.recent },
    ...changedSource(event).map((subject): NewWindow => ({
      account,
      kind: 'source',
      subject,
      priority: priorities.source,
    })),
    ...toldPayout(event).map((payout) => payoutWindow(account, payout)),
  ];
}

/**
 * The types whose telling may have been lost and that no re-reading of recent rows makes good, beside those that the
 * feed is made of: Stripe's list takes twenty types at a time.
 */
export const changingEvents: readonly string[] = [
  'charge.updated',
  'charge.captured',
  'charge.expired',
  'charge.failed',
  'charge.refunded',
  'refund.updated',
  'payout.reconciliation_completed',
  'topup.canceled',
  'topup.failed',
  'topup.reversed',
];
