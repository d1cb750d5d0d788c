import { Codes, float64, int32, uint32, uint8 } from './columns.ts';
import { currencies, type Currency } from './currencies.ts';

export const rowTypes = new Codes([
  'charge',
  'payment',
  'refund',
  'payment_refund',
  'payment_failure_refund',
  'payment_reversal',
  'refund_failure',
  'adjustment',
  'payout',
  'payout_cancel',
  'payout_failure',
  'payout_minimum_balance_hold',
  'payout_minimum_balance_release',
  'transfer',
  'transfer_refund',
  'application_fee',
  'application_fee_refund',
  'topup',
  'topup_reversal',
  'connect_collection_transfer',
  'reserve_transaction',
  'reserved_funds',
  'reserve_hold',
  'reserve_release',
  'stripe_fee',
  'tax_fee',
  'advance',
  'advance_funding',
]);
export type RowType = (typeof rowTypes.names)[number];

export const balanceTypes = new Codes([
  'payments',
  'refund_and_dispute_prefunding',
  'risk_reserved',
]);
export type BalanceType = (typeof balanceTypes.names)[number];

/** What an `adjustment` adjusts: its type alone doesn't say. */
export const adjustments = new Codes(['none', 'dispute', 'dispute_reversal', 'other_adjustment']);
export type Adjustment = (typeof adjustments.names)[number];

export const sourceKinds = new Codes([
  'none',
  'charge',
  'refund',
  'dispute',
  'payout',
  'topup',
  'transfer',
  'reversal',
  'fee',
  'fee_refund',
  'reserve',
  'collection',
]);
export type SourceKind = (typeof sourceKinds.names)[number];

export interface NewRow {
  readonly created: number;
  readonly availableOn: number;
  readonly amount: number;
  readonly fee: number;
  readonly currency: Currency;
  readonly type: RowType;
  readonly balanceType?: BalanceType;
  readonly adjustment?: Adjustment;
  readonly source?: SourceKind;
  readonly sourceIndex?: number;
  /** The words of a row that no object explains. */
  readonly note?: string;
}

export interface RowRecord extends Required<Omit<NewRow, 'note'>> {
  readonly index: number;
  /** The automatic payout it left in; −1: none. */
  readonly payout: number;
  readonly note: string | null;
}

/** Money of one currency in one balance. `available` + `pending` = Σ net of its rows, always. */
export interface Purse {
  readonly currency: Currency;
  readonly balanceType: BalanceType;
  available: number;
  pending: number;
  /** Net of pending rows by the day on which they become available. */
  readonly due: Map<number, number>;
  /** Rows that no automatic payout has taken yet. */
  unswept: number[];
}

const NO_FUNDS: Pick<Purse, 'available' | 'pending'> = { available: 0, pending: 0 };

/** An account's balance transactions, oldest first, and the balances they add up to. */
export class Ledger {
  readonly created = uint32();
  readonly availableOn = uint32();
  readonly amount = float64();
  readonly fee = int32();
  readonly currency = uint8();
  readonly type = uint8();
  readonly #balanceType = uint8();
  readonly #adjustment = uint8();
  readonly sourceKind = uint8();
  readonly sourceIndex = int32();
  readonly payout = int32();
  readonly #notes = new Map<number, string>();
  readonly #purses = new Map<string, Purse>();

  get length(): number {
    return this.created.length;
  }

  get purses(): readonly Purse[] {
    return [...this.#purses.values()];
  }

  funds(
    currency: Currency,
    balanceType: BalanceType = 'payments',
  ): Pick<Purse, 'available' | 'pending'> {
    return this.#purses.get(`${balanceType}/${currency}`) ?? NO_FUNDS;
  }

  purse(currency: Currency, balanceType: BalanceType = 'payments'): Purse {
    const key = `${balanceType}/${currency}`;
    const found = this.#purses.get(key);
    if (found) return found;
    const made: Purse = {
      currency,
      balanceType,
      available: 0,
      pending: 0,
      due: new Map(),
      unswept: [],
    };
    this.#purses.set(key, made);
    return made;
  }

  add(row: NewRow): number {
    const index = this.length;
    const balanceType = row.balanceType ?? 'payments';
    this.created.push(row.created);
    this.availableOn.push(row.availableOn);
    this.amount.push(row.amount);
    this.fee.push(row.fee);
    this.currency.push(currencies.code(row.currency));
    this.type.push(rowTypes.code(row.type));
    this.#balanceType.push(balanceTypes.code(balanceType));
    this.#adjustment.push(adjustments.code(row.adjustment ?? 'none'));
    this.sourceKind.push(sourceKinds.code(row.source ?? 'none'));
    this.sourceIndex.push(row.sourceIndex ?? -1);
    this.payout.push(-1);
    if (row.note !== undefined) this.#notes.set(index, row.note);
    this.#enter(this.purse(row.currency, balanceType), index, row);
    return index;
  }

  get(index: number): RowRecord {
    return {
      index,
      created: this.created.at(index),
      availableOn: this.availableOn.at(index),
      amount: this.amount.at(index),
      fee: this.fee.at(index),
      currency: currencies.name(this.currency.at(index)),
      type: rowTypes.name(this.type.at(index)),
      balanceType: balanceTypes.name(this.#balanceType.at(index)),
      adjustment: adjustments.name(this.#adjustment.at(index)),
      source: sourceKinds.name(this.sourceKind.at(index)),
      sourceIndex: this.sourceIndex.at(index),
      payout: this.payout.at(index),
      note: this.#notes.get(index) ?? null,
    };
  }

  /** Makes available what is due by `now`; gives the currencies whose payments balance rose. */
  settle(now: number): Currency[] {
    const risen: Currency[] = [];
    for (const purse of this.#purses.values()) {
      let sum = 0;
      for (const [day, net] of purse.due) {
        if (day > now) continue;
        sum += net;
        purse.due.delete(day);
      }
      purse.pending -= sum;
      purse.available += sum;
      if (sum > 0 && purse.balanceType === 'payments') risen.push(purse.currency);
    }
    return risen;
  }

  /**
   * Takes every available row that no payout has taken; their net is the whole available balance.
   * @param payout the number of the payout that they leave in
   */
  sweep(currency: Currency, now: number, payout: number): void {
    const purse = this.purse(currency);
    const rest: number[] = [];
    for (const row of purse.unswept) {
      if (this.availableOn.at(row) <= now) this.payout.set(row, payout);
      else rest.push(row);
    }
    purse.unswept = rest;
  }

  #enter(purse: Purse, index: number, row: NewRow): void {
    const net = row.amount - row.fee;
    if (purse.balanceType === 'payments') purse.unswept.push(index);
    if (row.availableOn <= row.created) {
      purse.available += net;
      return;
    }
    purse.pending += net;
    purse.due.set(row.availableOn, (purse.due.get(row.availableOn) ?? 0) + net);
  }
}
