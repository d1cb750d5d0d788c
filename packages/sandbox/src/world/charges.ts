import { Codes, Columns } from './columns.ts';
import { currencies, type Currency } from './currencies.ts';
import {
  chargeFlags,
  chargeMethods,
  type ChargeExtra,
  type ChargeFlag,
  type ChargeMethod,
  type ChargeRecord,
} from './records.ts';

const methods = new Codes(chargeMethods);

/** What most charges have: nothing but their columns. */
export const noExtra: ChargeExtra = {};

export type NewCharge = Pick<
  ChargeRecord,
  | 'created'
  | 'amount'
  | 'currency'
  | 'method'
  | 'flags'
  | 'customer'
  | 'order'
  | 'transfer'
  | 'extra'
>;

export const hasFlag = (charge: Pick<ChargeRecord, 'flags'>, flag: ChargeFlag): boolean =>
  (charge.flags & chargeFlags[flag]) !== 0;

const chargeColumns = {
  created: 'u32',
  amount: 'i32',
  currency: 'u8',
  method: 'u8',
  flags: 'u8',
  customer: 'i32',
  order: 'u32',
  transfer: 'i32',
  row: 'i32',
  fee: 'i32',
  feeIndex: 'i32',
  refunded: 'i32',
} as const;

/** The charges of one account, oldest first, in columns: they are nine rows in ten. */
export class Charges {
  readonly #columns: Columns<typeof chargeColumns>;
  readonly #extra = new Map<number, ChargeExtra>();

  constructor(expected: number) {
    this.#columns = new Columns(chargeColumns, expected);
  }

  get length(): number {
    return this.#columns.length;
  }

  add(charge: NewCharge): number {
    const index = this.#columns.next();
    const { data } = this.#columns;
    data.created[index] = charge.created;
    data.amount[index] = charge.amount;
    data.currency[index] = currencies.code(charge.currency);
    data.method[index] = methods.code(charge.method);
    data.flags[index] = charge.flags;
    data.customer[index] = charge.customer;
    data.order[index] = charge.order;
    data.transfer[index] = charge.transfer;
    data.row[index] = -1;
    data.feeIndex[index] = -1;
    if (charge.extra !== noExtra) this.#extra.set(index, charge.extra);
    return index;
  }

  get(index: number): ChargeRecord {
    const { data } = this.#columns;
    return {
      index,
      created: data.created[index] ?? 0,
      amount: data.amount[index] ?? 0,
      currency: this.currency(index),
      method: this.method(index),
      flags: data.flags[index] ?? 0,
      customer: data.customer[index] ?? -1,
      order: data.order[index] ?? 0,
      transfer: data.transfer[index] ?? -1,
      row: data.row[index] ?? -1,
      fee: data.fee[index] ?? 0,
      feeIndex: data.feeIndex[index] ?? -1,
      refunded: data.refunded[index] ?? 0,
      extra: this.#extra.get(index) ?? noExtra,
    };
  }

  created(index: number): number {
    return this.#columns.data.created[index] ?? 0;
  }

  customer(index: number): number {
    return this.#columns.data.customer[index] ?? -1;
  }

  currency(index: number): Currency {
    return currencies.name(this.#columns.data.currency[index] ?? -1);
  }

  method(index: number): ChargeMethod {
    return methods.name(this.#columns.data.method[index] ?? -1);
  }

  flag(index: number, flag: ChargeFlag, on = true): void {
    const { flags } = this.#columns.data;
    const bits = flags[index] ?? 0;
    flags[index] = on ? bits | chargeFlags[flag] : bits & ~chargeFlags[flag];
  }

  setRow(index: number, row: number): void {
    this.#columns.data.row[index] = row;
  }

  setTransfer(index: number, transfer: number): void {
    this.#columns.data.transfer[index] = transfer;
  }

  setFee(index: number, fee: number, feeIndex: number): void {
    this.#columns.data.fee[index] = fee;
    this.#columns.data.feeIndex[index] = feeIndex;
  }

  setRefunded(index: number, amount: number): void {
    const { data } = this.#columns;
    data.refunded[index] = amount;
    this.flag(index, 'refunded', amount >= (data.amount[index] ?? 0));
  }

  change(index: number, extra: ChargeExtra): void {
    this.#extra.set(index, { ...this.#extra.get(index), ...extra });
  }
}

export interface FeeRecord {
  readonly index: number;
  readonly created: number;
  /** Which account paid it, by its place among the sellers. */
  readonly seller: number;
  readonly charge: number;
  readonly amount: number;
  readonly currency: Currency;
  readonly row: number;
  readonly refunded: number;
}

const feeColumns = {
  created: 'u32',
  seller: 'u8',
  charge: 'u32',
  amount: 'i32',
  currency: 'u8',
  row: 'i32',
  refunded: 'i32',
} as const;

/** The platform's application fees: one for nearly every direct charge, so in columns too. */
export class Fees {
  readonly #columns: Columns<typeof feeColumns>;

  constructor(expected: number) {
    this.#columns = new Columns(feeColumns, expected);
  }

  get length(): number {
    return this.#columns.length;
  }

  add(fee: Omit<FeeRecord, 'index' | 'refunded'>): number {
    const index = this.#columns.next();
    const { data } = this.#columns;
    data.created[index] = fee.created;
    data.seller[index] = fee.seller;
    data.charge[index] = fee.charge;
    data.amount[index] = fee.amount;
    data.currency[index] = currencies.code(fee.currency);
    data.row[index] = fee.row;
    return index;
  }

  get(index: number): FeeRecord {
    const { data } = this.#columns;
    return {
      index,
      created: this.created(index),
      seller: data.seller[index] ?? 0,
      charge: data.charge[index] ?? 0,
      amount: data.amount[index] ?? 0,
      currency: currencies.name(data.currency[index] ?? -1),
      row: data.row[index] ?? -1,
      refunded: data.refunded[index] ?? 0,
    };
  }

  created(index: number): number {
    return this.#columns.data.created[index] ?? 0;
  }

  setRefunded(index: number, amount: number): void {
    this.#columns.data.refunded[index] = amount;
  }
}
