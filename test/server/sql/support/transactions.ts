/** Seeded balance transactions of every kind, with what the sandbox's rules never make. */
import type { FakeTransaction, Json } from './fake-stripe.ts';

/** A number in [0, 1), the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type Random = () => number;

export const pick = <T>(random: Random, values: readonly T[]): T =>
  values[Math.floor(random() * values.length)]!;

export const between = (random: Random, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1));

const names = [
  'MÜLLER GmbH',
  'Ödön İlhan',
  'ΣΊΣΥΦΟΣ',
  '東京商店',
  'Ann Lee',
  '100% Cotton_Co',
  null,
];
const emails = ['ann@example.com', 'Ödön@Example.com', 'shop+tag@tokyo.jp', null];
const words = [
  'Order 1234',
  'Bowl, large',
  'ÆTHER pass',
  'a-b',
  '東京',
  'x',
  '12.50 voucher',
  null,
];
export const currencies = ['usd', 'eur', 'jpy', 'kwd'] as const;

export interface Kind {
  readonly type: string;
  readonly reporting: string;
  readonly sign: 1 | -1;
  readonly source: 'charge' | 'transferred' | 'refund' | 'dispute' | 'payout' | 'topup' | null;
  readonly weight: number;
}

const kind = (
  type: string,
  reporting: string,
  sign: Kind['sign'],
  source: Kind['source'],
  weight: number,
): Kind => ({ type, reporting, sign, source, weight });

export const kinds: readonly Kind[] = [
  kind('charge', 'charge', 1, 'charge', 40),
  kind('payment', 'charge', 1, 'transferred', 15),
  kind('refund', 'refund', -1, 'refund', 10),
  kind('payment_refund', 'refund', -1, 'refund', 3),
  kind('adjustment', 'dispute', -1, 'dispute', 5),
  kind('adjustment', 'dispute_reversal', 1, 'dispute', 2),
  kind('adjustment', 'other_adjustment', 1, null, 2),
  kind('payout', 'payout', -1, 'payout', 3),
  kind('payout_failure', 'payout_reversal', 1, 'payout', 2),
  kind('stripe_fee', 'fee', -1, null, 4),
  kind('topup', 'topup', 1, 'topup', 2),
  kind('reserve_transaction', 'connect_reserved_funds', -1, null, 2),
  kind('a_type_of_next_year', 'whatever', 1, null, 2),
];

function chargeOf(random: Random, id: string): Json {
  return {
    id,
    object: 'charge',
    amount: between(random, 100, 9999),
    currency: pick(random, currencies),
    status: pick(random, ['succeeded', 'pending', 'failed']),
    description: pick(random, words),
    billing_details: { name: pick(random, names), email: pick(random, emails) },
    receipt_email: null,
    source_transfer: null,
    payment_method_details: { type: 'card', card: { last4: String(between(random, 1000, 1020)) } },
    metadata: random() < 0.3 ? { order: `R-${between(random, 1, 99)}`, secret: 'hidden' } : {},
  };
}

type Sources = Record<
  NonNullable<Kind['source']>,
  (random: Random, key: string) => Json & { id: string }
>;

const sources: Sources = {
  charge: (random, key) => ({ ...chargeOf(random, `ch_${key}`), id: `ch_${key}` }),
  transferred: (random, key) => ({
    ...chargeOf(random, `py_${key}`),
    id: `py_${key}`,
    source_transfer: `tr_${key}`,
    billing_details: { name: null, email: null },
  }),
  refund: (random, key) => ({
    id: `re_${key}`,
    object: 'refund',
    amount: between(random, 100, 9999),
    currency: 'usd',
    status: pick(random, ['succeeded', 'pending']),
    charge: chargeOf(random, `ch_${key.slice(0, -1)}`),
    metadata: {},
  }),
  dispute: (random, key) => ({
    id: `dp_${key}`,
    object: 'dispute',
    amount: between(random, 100, 9999),
    currency: 'usd',
    status: pick(random, ['needs_response', 'under_review', 'won', 'lost']),
    charge: chargeOf(random, `ch_${key.slice(0, -1)}`),
    metadata: {},
  }),
  payout: (random, key) => ({
    id: `po_${key}`,
    object: 'payout',
    amount: between(random, 100, 9999),
    currency: 'usd',
    status: pick(random, ['paid', 'in_transit', 'failed']),
    automatic: true,
    reconciliation_status: 'completed',
    description: 'STRIPE PAYOUT',
    metadata: {},
  }),
  topup: (_, key) => ({
    id: `tu_${key}`,
    object: 'topup',
    amount: 5000,
    currency: 'usd',
    status: 'succeeded',
    description: 'Top-up',
    metadata: {},
  }),
};

const total = kinds.reduce((sum, { weight }) => sum + weight, 0);

function kindOf(random: Random): Kind {
  let left = random() * total;
  return kinds.find(({ weight }) => (left -= weight) < 0) ?? kinds[0]!;
}

const DAY = 86_400;

/** One balance transaction, its source expanded, pending until its day has come. */
export function transactionOf(
  random: Random,
  { created, now, key }: { created: number; now: number; key: string },
): FakeTransaction {
  const available = created - (created % DAY) + between(random, 0, 7) * DAY;
  const { type, reporting, sign, source } = kindOf(random);
  const amount = sign * pick(random, [1250, 1250, 5000, between(random, 1, 50_000)]);
  const fee = source === 'charge' ? between(random, 0, 99) : 0;
  const isConverted = source === 'charge' && random() < 0.2;
  return {
    id: `txn_${key}`,
    object: 'balance_transaction',
    amount,
    fee,
    net: amount - fee,
    currency: pick(random, currencies),
    created,
    available_on: available,
    status: available > now ? 'pending' : 'available',
    type,
    reporting_category: reporting,
    balance_type: random() < 0.95 ? 'payments' : 'refund_and_dispute_prefunding',
    description: source === null ? pick(random, words) : null,
    exchange_rate: isConverted ? 1.25 : null,
    fee_details:
      fee === 0
        ? []
        : [
            {
              type: 'stripe_fee',
              amount: fee,
              currency: 'usd',
              description: null,
              application: null,
            },
          ],
    source: source === null ? null : sources[source](random, key),
  };
}

/** So many, over so many days before `now`, some within the same second. */
export function transactionsOf(
  seed: number,
  { count, days, now }: { count: number; days: number; now: number },
): FakeTransaction[] {
  const random = randomOf(seed);
  let created = now - days * DAY;
  return Array.from({ length: count }, (_, index) => {
    if (random() > 0.15) created += Math.floor((random() * 2 * days * DAY) / count);
    const letters = pick(random, ['A', 'a', 'Z', '0']);
    const time = Math.min(created, now);
    return transactionOf(random, {
      created: time,
      now,
      key: `1${letters}${String(index).padStart(6, '0')}`,
    });
  });
}
