import type Stripe from 'stripe';
import type { Tone } from '../shared/icons.ts';
import type { Word } from '../shared/text.ts';

export const payoutStatus = (status: string): { word: Word; tone: Tone } => {
  switch (status) {
    case 'paid':
      return { word: 'payoutPaid', tone: 'success' };
    case 'in_transit':
      return { word: 'payoutInTransit', tone: 'primary' };
    case 'failed':
      return { word: 'payoutFailed', tone: 'danger' };
    case 'canceled':
      return { word: 'payoutCanceled', tone: 'neutral' };
    default:
      return { word: 'payoutPending', tone: 'neutral' };
  }
};

/** One line of a payout's breakdown, in minor units of the payout's currency. */
export interface Part {
  readonly kind: 'payments' | 'refunds' | 'disputes' | 'other';
  readonly count: number;
  readonly gross: number;
  readonly fee: number;
  readonly net: number;
}

const kinds: Readonly<Record<string, Part['kind']>> = {
  charge: 'payments',
  charge_failure: 'refunds',
  refund: 'refunds',
  refund_failure: 'refunds',
  partial_capture_reversal: 'refunds',
  dispute: 'disputes',
  dispute_reversal: 'disputes',
};

const order: readonly Part['kind'][] = ['payments', 'refunds', 'disputes', 'other'];

/** What a payout is made of; its own row is left out. */
export const breakdown = (rows: readonly Stripe.BalanceTransaction[]): Part[] =>
  order.flatMap((kind) => {
    const own = rows.filter(
      (row) => row.type !== 'payout' && (kinds[row.reporting_category] ?? 'other') === kind,
    );
    if (own.length === 0) return [];
    const sum = (pick: (row: Stripe.BalanceTransaction) => number) =>
      own.reduce((total, row) => total + pick(row), 0);
    return [
      {
        kind,
        count: own.length,
        gross: sum((row) => row.amount),
        fee: sum((row) => row.fee),
        net: sum((row) => row.net),
      },
    ];
  });
