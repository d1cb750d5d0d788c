import type { ActivityItem, ActivityKind, Row } from '@express-elements/contract';
import type Stripe from 'stripe';

/** What one event tells: an item without what only the answer knows, who has read it and what it opens. */
export type Fact = Omit<ActivityItem, 'read' | 'opens'>;

type EventType = Stripe.Event['type'];
type EventOf<T extends EventType> = Extract<Stripe.Event, { type: T }>;
type Reader = (event: Stripe.Event) => Fact[];

interface FactParts {
  readonly kind: ActivityKind;
  readonly state: string | number;
  readonly object: { readonly id: string; readonly type: string };
  readonly created: number;
  readonly money?: { readonly amount: number; readonly currency: string };
  readonly data?: ActivityItem['data'];
}

const fact = ({ kind, state, object, created, money, data = {} }: FactParts): Fact => ({
  id: `${kind}:${object.id}:${state}`,
  kind,
  created,
  object,
  amount: money?.amount ?? null,
  currency: money?.currency ?? null,
  data,
});

const on = <T extends EventType>(
  types: readonly T[],
  read: (event: EventOf<T>) => Fact[],
): (readonly [string, Reader])[] =>
  types.map((type) => [type, (event) => (event.type === type ? read(event as EventOf<T>) : [])]);

const idOf = (value: string | { readonly id: string } | null | undefined): string | null =>
  typeof value === 'string' ? value : (value?.id ?? null);

/* Payouts: one fact for each status, and one for each day on which it is to arrive. */

const payoutKinds: Record<string, ActivityKind> = {
  pending: 'payout_upcoming',
  in_transit: 'payout_sent',
  paid: 'payout_paid',
  failed: 'payout_failed',
  canceled: 'payout_canceled',
};

type PayoutType =
  | 'payout.created'
  | 'payout.updated'
  | 'payout.paid'
  | 'payout.failed'
  | 'payout.canceled';

function payoutFacts({ created, data: { object: payout } }: EventOf<PayoutType>): Fact[] {
  const kind = Object.hasOwn(payoutKinds, payout.status) ? payoutKinds[payout.status] : undefined;
  if (kind === undefined) return [];
  return [
    fact({
      kind,
      // A payout that is put off is news; one whose trace id came is not.
      state: kind === 'payout_upcoming' ? payout.arrival_date : payout.status,
      object: { id: payout.id, type: 'payout' },
      created,
      money: payout,
      data: {
        arrival_date: payout.arrival_date,
        automatic: payout.automatic,
        method: payout.method,
        destination: idOf(payout.destination),
        failure_code: payout.failure_code,
      },
    }),
  ];
}

/* Refunds */

type RefundType = 'refund.created' | 'refund.failed';

const refundFact = (
  kind: ActivityKind,
  state: string,
  created: number,
  refund: Stripe.Refund,
): Fact =>
  fact({
    kind,
    state,
    object: { id: refund.id, type: 'refund' },
    created,
    money: refund,
    data: {
      charge: idOf(refund.charge),
      reason: refund.reason,
      failure_reason: refund.failure_reason ?? null,
    },
  });

function refundFacts({ type, created, data: { object: refund } }: EventOf<RefundType>): Fact[] {
  return type === 'refund.created'
    ? [refundFact('refund_created', 'created', created, refund)]
    : [refundFact('refund_failed', 'failed', created, refund)];
}

/* Disputes */

export const needsResponse = (status: string): boolean => status.endsWith('needs_response');

const disputeFact =
  (event: { created: number; data: { object: Stripe.Dispute } }) =>
  (kind: ActivityKind, state: string | number): Fact => {
    const { object: dispute } = event.data;
    return fact({
      kind,
      state,
      object: { id: dispute.id, type: 'dispute' },
      created: event.created,
      money: dispute,
      data: {
        charge: idOf(dispute.charge),
        reason: dispute.reason,
        status: dispute.status,
        due_by: dispute.evidence_details.due_by,
      },
    });
  };

const closedKinds: Record<string, ActivityKind> = { won: 'dispute_won', lost: 'dispute_lost' };

const closedKind = (status: string): ActivityKind =>
  Object.hasOwn(closedKinds, status) ? closedKinds[status]! : 'dispute_closed';

function disputeUpdated(event: EventOf<'charge.dispute.updated'>): Fact[] {
  const { object: dispute, previous_attributes: before } = event.data;
  const due = dispute.evidence_details.due_by;
  const isNews = before?.status !== undefined || before?.evidence_details?.due_by !== undefined;
  return due !== null && isNews && needsResponse(dispute.status)
    ? [disputeFact(event)('dispute_evidence_due', due)]
    : [];
}

/* The account and its settings */

const dueOf = (requirements: Stripe.Account.Requirements | undefined): string[] =>
  [
    ...new Set([...(requirements?.currently_due ?? []), ...(requirements?.past_due ?? [])]),
  ].toSorted();

/** Changes that other facts tell of, or that nobody but Stripe's machinery sees. */
const untold = new Set(
  'requirements future_requirements payouts_enabled charges_enabled details_submitted capabilities external_accounts tos_acceptance'.split(
    ' ',
  ),
);

type AccountFact = (kind: ActivityKind, state: string | number, data: ActivityItem['data']) => Fact;

function accountFacts({ created, data }: EventOf<'account.updated'>): Fact[] {
  const { object: account, previous_attributes: before = {} } = data;
  const about: AccountFact = (kind, state, facts) =>
    fact({ kind, state, object: { id: account.id, type: 'account' }, created, data: facts });
  const facts: Fact[] = [];
  const due = dueOf(account.requirements);
  if (before.requirements !== undefined && due.length > 0)
    facts.push(about('requirements_due', due.join(','), requirementsData(account)));
  if (before.payouts_enabled !== undefined && before.payouts_enabled !== account.payouts_enabled)
    facts.push(
      account.payouts_enabled
        ? about('payouts_resumed', created, {})
        : about('payouts_paused', created, {
            disabled_reason: account.requirements?.disabled_reason ?? null,
          }),
    );
  const fields = Object.keys(before).filter((key) => !untold.has(key));
  if (fields.length > 0)
    facts.push(about('account_updated', created, { fields: fields.toSorted().join(',') }));
  return facts;
}

const requirementsData = (account: Stripe.Account): ActivityItem['data'] => ({
  due: account.requirements?.currently_due?.length ?? 0,
  past_due: account.requirements?.past_due?.length ?? 0,
  deadline: account.requirements?.current_deadline ?? null,
});

type BankType =
  | 'account.external_account.created'
  | 'account.external_account.updated'
  | 'account.external_account.deleted';

const bankKinds: Record<BankType, ActivityKind> = {
  'account.external_account.created': 'bank_account_added',
  'account.external_account.updated': 'bank_account_changed',
  'account.external_account.deleted': 'bank_account_removed',
};

/** How a destination is recognised: the bank's name or the card's brand, and the last four digits. */
export const destinationData = (account: Stripe.ExternalAccount): ActivityItem['data'] => ({
  name: account.object === 'bank_account' ? account.bank_name : account.brand,
  last4: account.last4,
  currency: account.currency ?? null,
  status: account.status ?? null,
});

function bankFacts({ type, created, data: { object } }: EventOf<BankType>): Fact[] {
  const kind = bankKinds[type];
  return [
    fact({
      kind,
      state: kind === 'bank_account_changed' ? created : 'done',
      object: { id: object.id, type: object.object },
      created,
      data: destinationData(object),
    }),
  ];
}

function scheduleFacts(event: EventOf<'balance_settings.updated'>): Fact[] {
  const { schedule } = event.data.object.payments.payouts ?? {};
  return [
    fact({
      kind: 'payout_schedule_changed',
      state: event.created,
      object: { id: event.account ?? 'account', type: 'balance_settings' },
      created: event.created,
      data: {
        interval: schedule?.interval ?? 'manual',
        weekly_payout_days: schedule?.weekly_payout_days?.join(',') ?? null,
        monthly_payout_days: schedule?.monthly_payout_days?.join(',') ?? null,
      },
    }),
  ];
}

function capabilityFacts({ created, data }: EventOf<'capability.updated'>): Fact[] {
  const { object: capability, previous_attributes: before } = data;
  if (before?.status === undefined || before.status === capability.status) return [];
  return [
    fact({
      kind: 'capability_changed',
      state: created,
      object: { id: capability.id, type: 'capability' },
      created,
      data: { capability: capability.id, status: capability.status },
    }),
  ];
}

const balanceFacts = (event: EventOf<'balance.available'>): Fact[] =>
  event.data.object.available
    .filter(({ amount }) => amount < 0)
    .map(({ amount, currency }) =>
      fact({
        kind: 'balance_negative',
        state: `${currency}-${event.created}`,
        object: { id: event.account ?? 'account', type: 'balance' },
        created: event.created,
        money: { amount, currency },
      }),
    );

const topUpFacts = ({ created, data: { object } }: EventOf<'topup.succeeded'>): Fact[] => [
  fact({
    kind: 'balance_topped_up',
    state: 'succeeded',
    object: { id: object.id, type: 'topup' },
    created,
    money: object,
  }),
];

const readers = new Map<string, Reader>([
  ...on(
    ['payout.created', 'payout.updated', 'payout.paid', 'payout.failed', 'payout.canceled'],
    payoutFacts,
  ),
  ...on(['refund.created', 'refund.failed'], refundFacts),
  ...on(['charge.dispute.created'], (event) => [disputeFact(event)('dispute_opened', 'opened')]),
  ...on(['charge.dispute.updated'], disputeUpdated),
  ...on(['charge.dispute.funds_withdrawn'], (event) => [
    disputeFact(event)('dispute_funds_withdrawn', 'withdrawn'),
  ]),
  ...on(['charge.dispute.funds_reinstated'], (event) => [
    disputeFact(event)('dispute_funds_reinstated', 'reinstated'),
  ]),
  ...on(['charge.dispute.closed'], (event) => [
    disputeFact(event)(closedKind(event.data.object.status), event.data.object.status),
  ]),
  ...on(['account.updated'], accountFacts),
  ...on(
    [
      'account.external_account.created',
      'account.external_account.updated',
      'account.external_account.deleted',
    ],
    bankFacts,
  ),
  ...on(['balance_settings.updated'], scheduleFacts),
  ...on(['capability.updated'], capabilityFacts),
  ...on(['balance.available'], balanceFacts),
  ...on(['topup.succeeded'], topUpFacts),
]);

/** The events that facts come from: what the direct ledger asks Stripe for (it takes twenty). */
export const toldEvents: readonly string[] = [...readers.keys()];

/** What an event tells a seller: nothing, one fact, or several. */
export const factsOf = (event: Stripe.Event): Fact[] => readers.get(event.type)?.(event) ?? [];

/** The types of balance transaction by which an account is paid. */
export const paymentTypes = ['charge', 'payment'] as const;

const paymentFact = (kind: ActivityKind, state: string, row: Row): Fact =>
  fact({
    kind,
    state,
    object: { id: row.source?.id ?? row.id, type: row.source?.object ?? 'balance_transaction' },
    created: row.created,
    money: row,
    data: { charge: row.source?.object === 'charge' ? row.source.id : null, ...aboutPayment(row) },
  });

/** The account's first payment, which no event knows to be the first: a ledger that holds the oldest row does. */
export const firstPayment = (row: Row): Fact => paymentFact('payment_first', 'first', row);

/** Payments are told by their rows: Stripe's list of events takes twenty types, and a ledger has the rows anyway. */
export const paymentReceived = (row: Row): Fact => paymentFact('payment_received', 'received', row);

/** Who paid, and what for. */
const aboutPayment = ({ customer, description }: Row): ActivityItem['data'] => ({
  customer: customer?.name ?? customer?.email ?? null,
  description,
});

const chargeOf = ({ data }: Pick<Fact, 'data'>): string | null =>
  typeof data['charge'] === 'string' ? data['charge'] : null;

/** The payments of which refunds and disputes tell, for `withPayments`. */
export const chargesOf = (facts: readonly Pick<Fact, 'data'>[]): string[] => [
  ...new Set(facts.map(chargeOf).filter((id) => id !== null)),
];

/** With who paid and what for beside a refund or dispute, where the ledger has the payment's row. */
export function withPayments<T extends Pick<Fact, 'data'>>(
  facts: readonly T[],
  payments: readonly Row[],
): T[] {
  const bySource = new Map(payments.map((row) => [row.source?.id, row]));
  return facts.map((one) => {
    const row = bySource.get(chargeOf(one) ?? undefined);
    return row ? { ...one, data: { ...one.data, ...aboutPayment(row) } } : one;
  });
}

/** Seconds for which something that happened is news. */
const NEWS = 7 * 86_400;

/** Since when things are news: what is older counts as read, so that a new viewer does not begin with a month of it. */
export const newsSince = (now: number): number => now - NEWS;

/** Whether a fact may be unread: an ordinary payment asks for nobody's attention. */
export const isNews = ({ kind, created }: Fact, now: number): boolean =>
  kind !== 'payment_received' && created >= newsSince(now);

const told = (one: Fact): string => JSON.stringify(one.data);

/** The same fact told twice: it happened when it was first told. Within a second the words decide, not the order. */
export function earlier(a: Fact, b: Fact): Fact {
  if (a.created !== b.created) return a.created < b.created ? a : b;
  return told(b) < told(a) ? b : a;
}

/** Facts without doubles, newest first, by (created, id). Any order and any number of tellings give the same list. */
export function distinct(facts: Iterable<Fact>): Fact[] {
  const byId = new Map<string, Fact>();
  for (const one of facts) {
    const known = byId.get(one.id);
    byId.set(one.id, known ? earlier(known, one) : one);
  }
  return [...byId.values()].toSorted((a, b) => b.created - a.created || (a.id < b.id ? 1 : -1));
}
