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
const isNew = /\.created$/;
/** Either: most payments succeed at once, some were pending before. Only the rows can tell. */
const isNewOrNot = /\.succeeded$/;

const objectOf = ({ data }: Event): EventObject => data.object;

function sourceOf(event: Event): string | null {
  const object = objectOf(event);
  const known = 'object' in object && sourceObjects.has(String(object.object));
  return known ? refOf(object) : null;
}

/** The source whose rows an event may change. */
function changedSource(event: Event, isKnown: boolean): string[] {
  const id = sourceOf(event);
  if (id === null || isNew.test(event.type)) return [];
  return isNewOrNot.test(event.type) && !isKnown ? [] : [id];
}

/** The source that has to be looked up before it is clear what an event asks for. */
export const questionableSource = (event: Event): string | null =>
  isNewOrNot.test(event.type) ? sourceOf(event) : null;

/** A payout whose reconciliation is complete: Stripe can now tell which rows left in it. */
function toldPayout(event: Event): string[] {
  const object = objectOf(event);
  if (!('object' in object) || object.object !== 'payout') return [];
  return object.automatic && object.reconciliation_status === 'completed' ? [object.id] : [];
}

/** Families whose events may bring or change rows. */
const moving = /^(payout|charge|refund|topup|transfer|application_fee|reserve|balance)\./;

/**
 * What has to be asked after an event: events say when, the API says what.
 *
 * @param isKnown whether there are rows of the `questionableSource`
 */
export function wishesOf(event: Event, account: string, isKnown: boolean): NewWindow[] {
  if (!moving.test(event.type)) return [];
  return [
    { account, kind: 'recent', priority: priorities.recent },
    ...changedSource(event, isKnown).map((subject): NewWindow => ({
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
