import { Codes, Columns } from './columns.ts';
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
  /** Every row of it before this one has left in a payout. */
  swept: number;
}

export type Funds = Pick<Purse, 'available' | 'pending'>;
const NO_FUNDS: Funds = { available: 0, pending: 0 };

const PAYMENTS = balanceTypes.code('payments');
const NONE = adjustments.code('none');

const rowColumns = {
  created: 'u32',
  availableOn: 'u32',
  amount: 'f64',
  fee: 'i32',
  currency: 'u8',
  type: 'u8',
  balanceType: 'u8',
  adjustment: 'u8',
  source: 'u8',
  sourceIndex: 'i32',
  payout: 'i32',
} as const;

/** An account's balance transactions, oldest first, and the balances they add up to. */
export class Ledger {
  readonly #columns: Columns<typeof rowColumns>;
  readonly #notes = new Map<number, string>();
  /** By balance type and currency. */
  readonly #purses: (Purse | undefined)[] = [];

  /** @param expected about how many rows there will be */
  constructor(expected: number) {
    this.#columns = new Columns(rowColumns, expected);
  }

  get length(): number {
    return this.#columns.length;
  }

  /** The columns, for filters that look at a million rows. */
  get columns() {
    return this.#columns.data;
  }

  get purses(): readonly Purse[] {
    return this.#purses.filter((purse) => purse !== undefined);
  }

  funds(currency: Currency, balanceType: BalanceType = 'payments'): Funds {
    return (
      this.#purses[place(currencies.code(currency), balanceTypes.code(balanceType))] ?? NO_FUNDS
    );
  }

  add(row: NewRow): number {
    const index = this.#columns.next();
    const { data } = this.#columns;
    const currency = currencies.code(row.currency);
    const balanceType =
      row.balanceType === undefined ? PAYMENTS : balanceTypes.code(row.balanceType);
    data.created[index] = row.created;
    data.availableOn[index] = row.availableOn;
    data.amount[index] = row.amount;
    data.fee[index] = row.fee;
    data.currency[index] = currency;
    data.type[index] = rowTypes.code(row.type);
    data.balanceType[index] = balanceType;
    data.adjustment[index] = row.adjustment === undefined ? NONE : adjustments.code(row.adjustment);
    data.source[index] = sourceKinds.code(row.source ?? 'none');
    data.sourceIndex[index] = row.sourceIndex ?? -1;
    data.payout[index] = -1;
    if (row.note !== undefined) this.#notes.set(index, row.note);
    enter(this.#purse(currency, balanceType), row);
    return index;
  }

  get(index: number): RowRecord {
    const { data } = this.#columns;
    return {
      index,
      created: data.created[index] ?? 0,
      availableOn: this.availableOn(index),
      amount: data.amount[index] ?? 0,
      fee: data.fee[index] ?? 0,
      currency: currencies.name(data.currency[index] ?? -1),
      type: rowTypes.name(data.type[index] ?? -1),
      balanceType: balanceTypes.name(data.balanceType[index] ?? -1),
      adjustment: adjustments.name(data.adjustment[index] ?? -1),
      source: sourceKinds.name(data.source[index] ?? -1),
      sourceIndex: data.sourceIndex[index] ?? -1,
      payout: data.payout[index] ?? -1,
      note: this.#notes.get(index) ?? null,
    };
  }

  created(index: number): number {
    return this.#columns.data.created[index] ?? 0;
  }

  availableOn(index: number): number {
    return this.#columns.data.availableOn[index] ?? 0;
  }

  setPayout(index: number, payout: number): void {
    this.#columns.data.payout[index] = payout;
  }

  /** Makes available what is due by `now`; gives the currencies whose payments balance rose. */
  settle(now: number): Currency[] {
    const risen: Currency[] = [];
    for (const purse of this.purses) {
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

  /** The day by which so much of what is pending will have become available. */
  covered(currency: Currency, amount: number): number {
    const purse = this.#purse(currencies.code(currency), PAYMENTS);
    const days = [...purse.due].toSorted(([a], [b]) => a - b);
    let sum = 0;
    for (const [day, net] of days) {
      sum += net;
      if (sum >= amount) return day;
    }
    throw new RangeError(`Less than ${amount} ${currency} is pending.`);
  }

  /**
   * Takes every available row that no payout has taken; their net is the whole available balance.
   * @param payout the number of the payout that they leave in
   */
  sweep(currency: Currency, now: number, payout: number): void {
    const code = currencies.code(currency);
    const purse = this.#purse(code, PAYMENTS);
    const { data } = this.#columns;
    let rest = this.length;
    for (let row = purse.swept; row < this.length; row += 1) {
      if (
        data.currency[row] !== code ||
        data.balanceType[row] !== PAYMENTS ||
        data.payout[row] !== -1
      )
        continue;
      if (this.availableOn(row) <= now) data.payout[row] = payout;
      else rest = Math.min(rest, row);
    }
    purse.swept = rest;
  }

  #purse(currency: number, balanceType: number): Purse {
    const key = place(currency, balanceType);
    const found = this.#purses[key];
    if (found) return found;
    const made: Purse = {
      currency: currencies.name(currency),
      balanceType: balanceTypes.name(balanceType),
      available: 0,
      pending: 0,
      due: new Map(),
      swept: 0,
    };
    this.#purses[key] = made;
    return made;
  }
}

const place = (currency: number, balanceType: number): number =>
  balanceType * currencies.names.length + currency;

function enter(purse: Purse, row: NewRow): void {
  const net = row.amount - row.fee;
  if (row.availableOn <= row.created) {
    purse.available += net;
    return;
  }
  purse.pending += net;
  purse.due.set(row.availableOn, (purse.due.get(row.availableOn) ?? 0) + net);
}
