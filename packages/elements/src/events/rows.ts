import type { Category } from '@express-elements/contract';
import type { BalanceType } from '../elements/express-transactions/given.model.ts';
import type { DayKey } from '../format/index.ts';

/** Which rows of the ledger: as the attributes of `express-transactions` name them. What is left out filters nothing. */
export interface RowsFilter {
  readonly category?: readonly Category[];
  readonly status?: 'available' | 'pending';
  /** In lower case. */
  readonly currency?: string;
  /**
   * The first and the last day, `2026-11-01`, both included, in the account's time zone; or two instants, as
   * `toISOString` writes them, the second not included.
   */
  readonly from?: DayKey;
  readonly to?: DayKey;
  /** Only what left in this payout, `po_…`. */
  readonly payout?: string;
  /** By exact e-mail. */
  readonly customer?: string;
  /** Only what counts into net volume. */
  readonly netVolume?: boolean;
  /** Only rows of these of the seller's balances. */
  readonly balanceType?: readonly BalanceType[];
  /** Only rows whose payment, refund, dispute or payout stands so, in Stripe's words: `in_transit`. */
  readonly sourceStatus?: readonly string[];
}

/**
 * A figure was opened and asks: does anybody here show the rows behind it? `preventDefault()` says yes, and only then a
 * link is drawn. `express-dashboard` and an `express-transactions` of the same page do so by themselves.
 */
export class ExpressRowsAskEvent extends Event {
  constructor(
    readonly rows: RowsFilter,
    /** Whose rows, `acct_…`. */
    readonly account: string,
  ) {
    super('express-rows-ask', { bubbles: true, composed: true, cancelable: true });
  }
}

/** The seller wants the rows that a figure is the sum of. `preventDefault()` says that they are being shown. */
export class ExpressRowsOpenEvent extends Event {
  constructor(
    readonly rows: RowsFilter,
    /** Whose rows, `acct_…`. */
    readonly account: string,
  ) {
    super('express-rows-open', { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'express-rows-ask': ExpressRowsAskEvent;
    'express-rows-open': ExpressRowsOpenEvent;
  }
  interface DocumentEventMap {
    'express-rows-ask': ExpressRowsAskEvent;
    'express-rows-open': ExpressRowsOpenEvent;
  }
}
