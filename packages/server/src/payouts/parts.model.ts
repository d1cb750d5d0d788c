/** How a payout comes to its amount. Pure. */
import type { PayoutDifference, PayoutParts, PayoutState } from '@express-elements/contract';
import type Stripe from 'stripe';
import type { PayoutSums } from '../ledger/ledger.ts';

/** Paid out in whole hundreds of their minor unit. */
const wholeHundreds: ReadonlySet<string> = new Set(['huf', 'twd']);

/** Whether Stripe can say of which rows a payout is. */
export function stateOf(
  payout: Pick<Stripe.Payout, 'automatic' | 'reconciliation_status'>,
): PayoutState {
  if (!payout.automatic || payout.reconciliation_status === 'not_applicable') return 'manual';
  return payout.reconciliation_status === 'completed' ? 'known' : 'in_progress';
}

/** What the payout itself cost, as its own row says. */
const feeOf = ({ balance_transaction: row }: Stripe.Payout): number =>
  typeof row === 'object' && row !== null ? row.fee : 0;

/** The one cause of a difference that is left when the fee is known. */
function causeOf(rest: number, currency: string, complete: boolean): PayoutDifference {
  if (!complete) return 'not_counted';
  return wholeHundreds.has(currency) && Math.abs(rest) < 100 ? 'rounding' : 'balance';
}

/**
 * @param payout its `balance_transaction` expanded
 * @param sums of its rows, null while they are not known
 */
export function partsOf(payout: Stripe.Payout, sums: PayoutSums | null): PayoutParts {
  const { id, amount, currency, status, arrival_date } = payout;
  const stripes = stateOf(payout);
  const known = stripes === 'known' && sums !== null;
  const head = { payout: id, amount, currency, status, arrival_date };
  if (!known)
    return {
      ...head,
      state: stripes === 'manual' ? 'manual' : 'in_progress',
      rows: null,
      differences: [],
    };
  const fee = feeOf(payout);
  const rest = amount - sums.net + fee;
  const differences = [
    { reason: 'fee' as const, amount: -fee },
    { reason: causeOf(rest, currency, sums.complete), amount: rest },
  ].filter((difference) => difference.amount !== 0);
  return { ...head, state: 'known', rows: { count: sums.count, net: sums.net }, differences };
}
