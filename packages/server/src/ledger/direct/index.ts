import {
  comparisons,
  intervals,
  sorts,
  transactionFilters,
  type Row,
} from '@express-elements/contract';
import type Stripe from 'stripe';
import type { Ledger, LedgerFactory } from '../ledger.ts';
import { DirectLedger } from './account-ledger.ts';
import { DirectActivity, HISTORY_DAYS } from './feed.ts';
import { Windows } from './windows.ts';

/** Seconds between two askings of what is visible. */
const POLL_SECONDS = 10;

const capabilities: Ledger['capabilities'] = {
  transactions: {
    filters: [...transactionFilters],
    sorts: [...sorts],
    search: true,
    summary: true,
    details: true,
    export: true,
    jump: true,
    payout_of_row: false,
    customer_join: false,
  },
  earnings: { intervals: [...intervals], compare: [...comparisons], breakdown: true },
  sync: false,
  live: { transport: 'poll', seconds: POLL_SECONDS },
  activity: { read_marks: false, history_days: HISTORY_DAYS },
};

export interface DirectOptions {
  /** How many of the newest rows are looked at where Stripe's own list cannot answer. Default 1,000. */
  readonly max_rows?: number;
}

/**
 * The ledger without a database: Stripe is read at each request.
 *
 * @example createExpress({ stripe, authorize, publishableKey, ledger: direct({ max_rows: 2000 }) })
 */
export function direct({ max_rows: maxRows = 1000 }: DirectOptions = {}): LedgerFactory {
  if (!Number.isSafeInteger(maxRows) || maxRows < 1)
    throw new TypeError(
      `Failed to set up the direct ledger: max_rows is ${maxRows}. Give a whole number from 1 on.`,
    );
  return (deps) => {
    const kept = {
      rows: new Windows<Row>(deps, maxRows),
      events: new Windows<Stripe.Event>(deps, maxRows),
      older: new Set<string>(),
    };
    return {
      kind: 'direct',
      capabilities,
      start: async () => {},
      for: (account) => new DirectLedger(deps, account, kept.rows),
      activity: (account) => new DirectActivity(deps, account, kept),
      receive: async (_event, account) => {
        kept.rows.drop(account);
        kept.events.drop(account);
      },
      sync: async () => null,
      tick: async () => false,
      close: async () => {},
    };
  };
}
