/** What the hub shows, worked out without a DOM: the words' keys and tones of each kind, days, unread marks. */
import type { Activity, ActivityItem, ActivityKind, NeedKind } from '@express-elements/contract';
import { dayKey, masked } from '../../format/index.ts';
import type { Drawing, Tone } from '../../ui/index.ts';
import * as icons from '../../ui/icons.ts';

/** How each kind looks. A danger is what costs the seller money or needs them, never mere outflow. */
export const kindLook = {
  payout_upcoming: { icon: icons.clock, tone: 'accent' },
  payout_sent: { icon: icons.bank, tone: 'accent' },
  payout_paid: { icon: icons.check, tone: 'good' },
  payout_failed: { icon: icons.alert, tone: 'danger' },
  payout_canceled: { icon: icons.undo, tone: 'plain' },
  refund_created: { icon: icons.undo, tone: 'plain' },
  refund_failed: { icon: icons.alert, tone: 'warning' },
  dispute_opened: { icon: icons.alert, tone: 'danger' },
  dispute_funds_withdrawn: { icon: icons.alert, tone: 'danger' },
  dispute_funds_reinstated: { icon: icons.arrowDown, tone: 'good' },
  dispute_evidence_due: { icon: icons.alert, tone: 'danger' },
  dispute_won: { icon: icons.arrowDown, tone: 'good' },
  dispute_lost: { icon: icons.alert, tone: 'danger' },
  dispute_closed: { icon: icons.check, tone: 'plain' },
  payment_first: { icon: icons.arrowDown, tone: 'good' },
  payment_received: { icon: icons.arrowDown, tone: 'good' },
  requirements_due: { icon: icons.alert, tone: 'warning' },
  payouts_paused: { icon: icons.alert, tone: 'danger' },
  payouts_resumed: { icon: icons.check, tone: 'good' },
  capability_changed: { icon: icons.gear, tone: 'warning' },
  bank_account_added: { icon: icons.plus, tone: 'plain' },
  bank_account_changed: { icon: icons.gear, tone: 'warning' },
  bank_account_removed: { icon: icons.gear, tone: 'warning' },
  payout_schedule_changed: { icon: icons.gear, tone: 'plain' },
  account_updated: { icon: icons.gear, tone: 'plain' },
  balance_negative: { icon: icons.alert, tone: 'warning' },
  balance_topped_up: { icon: icons.plus, tone: 'good' },
} as const satisfies Record<ActivityKind, { icon: Drawing; tone: Tone }>;

export const needLook = {
  dispute_evidence_due: { icon: icons.alert, tone: 'danger' },
  requirements_due: { icon: icons.alert, tone: 'warning' },
  payout_failed: { icon: icons.alert, tone: 'danger' },
  bank_account_errored: { icon: icons.bank, tone: 'danger' },
} as const satisfies Record<NeedKind, { icon: Drawing; tone: Tone }>;

/** The groups in which a seller filters the feed; every kind stands in exactly one. */
export const kindGroups = {
  payments: ['payment_first', 'payment_received'],
  payouts: ['payout_upcoming', 'payout_sent', 'payout_paid', 'payout_failed', 'payout_canceled'],
  refunds: ['refund_created', 'refund_failed'],
  disputes: [
    'dispute_opened',
    'dispute_funds_withdrawn',
    'dispute_funds_reinstated',
    'dispute_evidence_due',
    'dispute_won',
    'dispute_lost',
    'dispute_closed',
  ],
  account: [
    'requirements_due',
    'payouts_paused',
    'payouts_resumed',
    'capability_changed',
    'bank_account_added',
    'bank_account_changed',
    'bank_account_removed',
    'payout_schedule_changed',
    'account_updated',
    'balance_negative',
    'balance_topped_up',
  ],
} as const satisfies Record<string, readonly ActivityKind[]>;
export type KindGroup = keyof typeof kindGroups;

/** The groups of which at least one kind is offered, and the offered kinds of each. */
export function offeredGroups(
  offered: readonly ActivityKind[],
): { group: KindGroup; kinds: ActivityKind[] }[] {
  return (Object.keys(kindGroups) as KindGroup[])
    .map((group) => ({ group, kinds: kindGroups[group].filter((kind) => offered.includes(kind)) }))
    .filter(({ kinds }) => kinds.length > 0);
}

/** What is one line of the feed: an item, or payments that came one after the other on one day. Newest first. */
export type FeedEntry = readonly [ActivityItem, ...ActivityItem[]];

/** The feed in lines: ordinary payments between two other things are one, however many they are. */
export function foldPayments(items: readonly ActivityItem[], timeZone: string): FeedEntry[] {
  const entries: [ActivityItem, ...ActivityItem[]][] = [];
  for (const item of items) {
    const last = entries.at(-1);
    const joins =
      last?.[0].kind === 'payment_received' &&
      item.kind === 'payment_received' &&
      dayKey(last[0].created, timeZone) === dayKey(item.created, timeZone);
    if (joins) last.push(item);
    else entries.push([item]);
  }
  return entries;
}

/** What items come to, by currency, in the order in which the currencies occur. */
export function sumsOf(items: readonly ActivityItem[]): { currency: string; amount: number }[] {
  const sums = new Map<string, number>();
  for (const { amount, currency } of items)
    if (amount !== null && currency !== null)
      sums.set(currency, (sums.get(currency) ?? 0) + amount);
  return [...sums].map(([currency, amount]) => ({ currency, amount }));
}

export interface FeedDay {
  /** The calendar day in the account's time zone, `YYYY-MM-DD`: the key of the group. */
  readonly day: string;
  /** Any instant of it, for its heading. */
  readonly at: number;
  readonly entries: readonly FeedEntry[];
}

/** The feed by calendar day of the account's time zone, in the order it came. */
export function feedByDay(entries: readonly FeedEntry[], timeZone: string): FeedDay[] {
  const days: { day: string; at: number; entries: FeedEntry[] }[] = [];
  for (const entry of entries) {
    const [{ created }] = entry;
    const day = dayKey(created, timeZone);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, at: created, entries: [entry] });
  }
  return days;
}

/**
 * Joins pages of the feed: a page that overlaps what is there (a live answer) replaces it by id and keeps the order,
 * newest first, so nothing shows twice and nothing is lost.
 */
export function mergeFeed(
  known: readonly ActivityItem[],
  fresh: readonly ActivityItem[],
): ActivityItem[] {
  const byId = new Map([...known, ...fresh].map((item) => [item.id, item]));
  return [...byId.values()].toSorted(
    (a, b) => b.created - a.created || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0),
  );
}

/** Read marks of a browser, where the server keeps none: everything up to `through`, and single ones after it. */
export interface ReadMarks {
  readonly through: number;
  readonly ids: readonly string[];
}

/** Items with `read` filled in: the server's where it has one, else this browser's. */
export const withReadMarks = (items: readonly ActivityItem[], marks: ReadMarks): ActivityItem[] =>
  items.map((item) =>
    item.read === null
      ? { ...item, read: item.created <= marks.through || marks.ids.includes(item.id) }
      : item,
  );

/** How many are unread: the server's count where it keeps marks, else of what is shown. */
export const unreadCount = (
  answer: Pick<Activity, 'unread'>,
  items: readonly ActivityItem[],
): number => answer.unread ?? items.filter((item) => item.read === false).length;

/** The time through which everything is read once all of these are; null where there is nothing. */
export const readThrough = (items: readonly ActivityItem[]): number | null =>
  items.length === 0 ? null : Math.max(...items.map((item) => item.created));

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Bank or brand and the last four digits: “First Harbor Bank •••• 6789”; '' where not known. */
export function bankOf(data: ActivityItem['data']): string {
  const name = textOf(data['name']);
  const last4 = textOf(data['last4']);
  return [name, last4 && masked(last4)].filter(Boolean).join(' ');
}

/** The date that an item is about: a payout's arrival, evidence or requirements due; null where there is none. */
export function dateOf(data: ActivityItem['data']): number | null {
  const date = data['arrival_date'] ?? data['due_by'] ?? data['deadline'];
  return typeof date === 'number' ? date : null;
}

/** Stripe writes arrival dates as midnights of UTC: they are days, not instants. */
export const isUtcDay = (kind: ActivityKind): boolean => kind.startsWith('payout_');

/** Who paid: a name or an e-mail, '' where not known. */
export const customerOf = (data: ActivityItem['data']): string => textOf(data['customer']);

/** Whose payment it was and what for: “Ada Mensah · Order 1042”. */
export const aboutOf = (data: ActivityItem['data']): string =>
  [customerOf(data), textOf(data['description'])].filter(Boolean).join(' · ');

/**
 * What a short feed shows: what needs the seller first, but something of what happened always, and the other way round
 * no more than `limit` in all.
 *
 * @example shortFeed(sevenNeeds, items, 5) // three needs and two items
 */
export function shortFeed<N, I>(
  needs: readonly N[],
  items: readonly I[],
  limit: number | null,
): { needs: readonly N[]; items: readonly I[] } {
  if (limit === null) return { needs, items };
  const happened = Math.min(items.length, Math.max(1, limit - needs.length, Math.floor(limit / 2)));
  return { needs: needs.slice(0, Math.max(1, limit - happened)), items: items.slice(0, happened) };
}
