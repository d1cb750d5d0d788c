import type { Row } from '@express-elements/contract';
import type Stripe from 'stripe';
import { ExpressError } from '../../errors.ts';
import type { LedgerDeps } from '../ledger.ts';
import { describedRow, rowExpand } from '../row.ts';
import type { Batch, Range, Read } from './newest.ts';
import type { Push } from './push.ts';

const BATCH = 100;

const none: Batch<never> = { items: [], next: null };

const nextOf = (list: { data: readonly { id: string }[]; has_more: boolean }): string | null =>
  list.has_more ? (list.data.at(-1)?.id ?? null) : null;

/** `created` as Stripe takes it. */
function createdOf({ from, before }: Range): { created?: Stripe.RangeQueryParam } {
  if (from === undefined && before === undefined) return {};
  return {
    created: {
      ...(from !== undefined && { gte: from }),
      ...(before !== undefined && { lt: before }),
    },
  };
}

const listParams = (push: Push, range: Range): Stripe.BalanceTransactionListParams => ({
  limit: BATCH,
  expand: rowExpand,
  ...(push.type !== undefined && { type: push.type }),
  ...(push.currency !== undefined && { currency: push.currency }),
  ...(push.payout !== undefined && { payout: push.payout }),
  ...(range.startingAfter !== undefined && { starting_after: range.startingAfter }),
  ...createdOf(range),
});

/** Stripe's refusals that mean “no such rows”: a type it does not know, a payout that is not this account's. */
function isNothing(error: unknown, push: Push): boolean {
  if (!(error instanceof ExpressError) || !error.stripe) return false;
  const { status, param } = error.stripe;
  if (push.payout !== undefined && (status === 404 || param === 'payout')) return true;
  return status === 400 && param === 'type' && push.type !== undefined;
}

/** A payout whose parts Stripe has not told yet. */
const isUnreconciled = (error: unknown): boolean =>
  error instanceof ExpressError && error.stripe?.code === 'payout_reconciliation_not_ready';

/** Thrown inside the direct ledger: what a payout is made of is not known yet. */
export class NotReconciled extends Error {}

/** Reads one list of an account's balance transactions as rows. */
export function rowReader(deps: LedgerDeps, account: string, push: Push): Read<Row> {
  return async (range) => {
    const empty =
      range.from !== undefined && range.before !== undefined && range.before <= range.from;
    if (empty) return none;
    try {
      const list = await deps.stripe.call(
        'GET /v1/balance_transactions',
        { account },
        (stripe, options) => stripe.balanceTransactions.list(listParams(push, range), options),
      );
      const rows = await Promise.all(list.data.map((one) => describedRow(one, deps)));
      return { items: rows.filter((row) => isPart(row, push)), next: nextOf(list) };
    } catch (error) {
      if (isUnreconciled(error)) throw new NotReconciled();
      if (isNothing(error, push)) return none;
      throw error;
    }
  };
}

/** A payout's own row is not one of those it is made of. */
const isPart = (row: Row, push: Push): boolean =>
  push.payout === undefined || row.source?.id !== push.payout;

/** Reads an account's events, of the types that tell something. */
export function eventReader(
  deps: LedgerDeps,
  account: string,
  types: readonly string[],
): Read<Stripe.Event> {
  return async (range) => {
    const list = await deps.stripe.call('GET /v1/events', { account }, (stripe, options) =>
      stripe.events.list(
        {
          limit: BATCH,
          types: [...types],
          ...(range.startingAfter !== undefined && { starting_after: range.startingAfter }),
          ...createdOf(range),
        },
        options,
      ),
    );
    return { items: list.data, next: nextOf(list) };
  };
}
