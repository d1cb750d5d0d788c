/** How one row of the ledger is shown: icon, words, state. Pure. */
import type { Category, DescriptionKey, Row } from '@express-elements/contract';
import { formatDate, formatMoney, formatRowTime, masked } from '../../format/index.ts';
import type { Messages, MessagesOf } from '../../locales/index.ts';
import type { Drawing, Tone } from '../../ui/index.ts';
import * as icons from '../../ui/icons.ts';

interface Look {
  readonly icon: Drawing;
  readonly tone: Tone;
}

/** The tile of each category. Danger only where something needs the seller or failed. */
const categoryLooks = {
  payment: { icon: icons.arrowDown, tone: 'good' },
  refund: { icon: icons.undo, tone: 'plain' },
  dispute: { icon: icons.alert, tone: 'danger' },
  payout: { icon: icons.bank, tone: 'accent' },
  transfer: { icon: icons.arrowUp, tone: 'plain' },
  fee: { icon: icons.receipt, tone: 'plain' },
  top_up: { icon: icons.plus, tone: 'accent' },
  reserve: { icon: icons.lock, tone: 'plain' },
  adjustment: { icon: icons.sliders, tone: 'plain' },
  other: { icon: icons.dot, tone: 'plain' },
} as const satisfies Record<Category, Look>;

/** Where the description says more than the category. */
const descriptionLooks: Partial<Record<DescriptionKey, Look>> = {
  dispute_reinstated: { icon: icons.arrowDown, tone: 'good' },
  payment_failed: { icon: icons.alert, tone: 'danger' },
  refund_failed: { icon: icons.undo, tone: 'warning' },
  payout_failed: { icon: icons.alert, tone: 'danger' },
  payout_canceled: { icon: icons.undo, tone: 'plain' },
};

export const rowLook = (row: Pick<Row, 'category' | 'description_key'>): Look =>
  descriptionLooks[row.description_key] ?? categoryLooks[row.category];

type StatusWord = Exclude<keyof Messages['transactions']['status'], 'availableOn'>;
interface SourceState {
  readonly word: StatusWord;
  readonly tone: Tone;
}

/** What Stripe says of a row's source, where that matters more than when its money is available. */
const sourceStates: Readonly<Record<string, Readonly<Record<string, SourceState>>>> = {
  dispute: {
    needs_response: { word: 'needs_reply', tone: 'danger' },
    warning_needs_response: { word: 'needs_reply', tone: 'danger' },
    under_review: { word: 'under_review', tone: 'warning' },
    warning_under_review: { word: 'under_review', tone: 'warning' },
    warning_closed: { word: 'closed', tone: 'plain' },
    won: { word: 'won', tone: 'good' },
    lost: { word: 'lost', tone: 'plain' },
  },
  payout: {
    pending: { word: 'scheduled', tone: 'warning' },
    in_transit: { word: 'on_its_way', tone: 'warning' },
    paid: { word: 'arrived', tone: 'good' },
    failed: { word: 'failed', tone: 'danger' },
    canceled: { word: 'canceled', tone: 'plain' },
  },
  refund: {
    pending: { word: 'pending', tone: 'warning' },
    requires_action: { word: 'needs_action', tone: 'danger' },
    failed: { word: 'failed', tone: 'danger' },
    canceled: { word: 'canceled', tone: 'plain' },
  },
};

/** What has become of a payout; null for a state that Stripe has added since. */
export function payoutStatus(
  status: string,
  words: MessagesOf<'transactions'>['transactions']['status'],
): string | null {
  const state = sourceStates['payout']?.[status];
  return state ? words[state.word] : null;
}

/** The rows of a source that speak for it: a dispute's first, not the money that came back. */
const speaksForSource = (row: Pick<Row, 'description_key'>): boolean =>
  row.description_key !== 'dispute_reinstated' &&
  row.description_key !== 'payout_failed' &&
  row.description_key !== 'payout_canceled';

export interface RowContext {
  readonly messages: MessagesOf<'transactions'>;
  readonly locale: string;
  readonly timeZone: string;
  /** Unix seconds, the endpoint's. */
  readonly now: number;
  /** The platform's name, for “Payment from …”. */
  readonly platform: string | null;
  /** The host's own words for a row, in place of the charge's description; null where it has none for that row. */
  readonly describe?: Describe | null;
}

export type Describe = (row: Row) => string | null;

export interface RowState {
  readonly text: string;
  readonly tone: Tone;
}

/** The badge of a row: what its source needs or has become, else when its money is available. */
export function rowState(row: Row, context: RowContext): RowState {
  const words = context.messages.transactions.status;
  const state = sourceStates[row.source?.object ?? '']?.[row.source?.status ?? ''];
  if (state && speaksForSource(row)) return { text: words[state.word], tone: state.tone };
  if (row.status === 'available') return { text: words.available, tone: 'good' };
  if (row.available_on <= context.now) return { text: words.pending, tone: 'warning' };
  // A day, which Stripe writes as its midnight in UTC: in any zone west of that it would be the day before.
  const date = formatDate(row.available_on, 'dayMonth', context.locale, 'UTC');
  return { text: words.availableOn(date), tone: 'warning' };
}

/** The first line: the generic words for it; whose payment it is stands in the second. */
export function rowTitle(
  row: Pick<Row, 'description_key'>,
  { messages, platform }: Pick<RowContext, 'messages' | 'platform'>,
): string {
  const texts = messages.transactions;
  return row.description_key === 'payment_from_platform' && platform
    ? texts.paymentFrom(platform)
    : texts.description[row.description_key];
}

/** Whose it is: the name, else the address. */
export const rowWho = ({ customer }: Pick<Row, 'customer'>): string =>
  customer?.name || customer?.email || '';

/** What for, in the host's own words where it has any; a throw of the host's is the host's, and the list stands. */
function describedBy(row: Row, describe: RowContext['describe']): string | null {
  try {
    return describe?.(row) ?? row.description;
  } catch (cause) {
    reportError(cause);
    return row.description;
  }
}

/** The second line: who, and what for; two facts at most. */
export function rowFacts(
  row: Row,
  { describe }: Pick<RowContext, 'describe'>,
): { readonly who: string; readonly facts: string } {
  const card = row.last4 === null ? null : masked(row.last4);
  const who = rowWho(row);
  const facts = [describedBy(row, describe), card].filter((fact) => fact !== null && fact !== '');
  return { who, facts: facts.slice(0, who === '' ? 2 : 1).join(' · ') };
}

export interface RowView extends Look {
  readonly id: string;
  readonly title: string;
  readonly who: string;
  /** The second line, but for whose it is. */
  readonly facts: string;
  readonly time: string;
  readonly state: RowState;
  readonly amount: string;
  /** Minus the fee, as it acts on the balance; empty where there was none. */
  readonly fee: string;
  readonly net: string;
}

/** Everything that one row shows. */
export function rowView(row: Row, context: RowContext): RowView {
  const money = (amount: number) => formatMoney(amount, row.currency, context.locale);
  return {
    ...rowLook(row),
    id: row.id,
    title: rowTitle(row, context),
    ...rowFacts(row, context),
    time: formatRowTime(row.created, context.now, context.locale, context.timeZone),
    state: rowState(row, context),
    amount: money(row.amount),
    fee: row.fee === 0 ? '' : money(-row.fee),
    net: money(row.net),
  };
}
