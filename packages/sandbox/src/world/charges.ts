import { Codes, int32, uint32, uint8 } from './columns.ts';
import { currencies } from './currencies.ts';
import {
  chargeFlags,
  chargeMethods,
  type ChargeExtra,
  type ChargeFlag,
  type ChargeRecord,
} from './records.ts';

const methods = new Codes(chargeMethods);
const NOTHING: ChargeExtra = {};

export type NewCharge = Omit<ChargeRecord, 'index' | 'refunded'>;

export const hasFlag = (charge: Pick<ChargeRecord, 'flags'>, flag: ChargeFlag): boolean =>
  (charge.flags & chargeFlags[flag]) !== 0;

/** The charges of one account, oldest first, in columns: they are nine rows in ten. */
export class Charges {
  readonly created = uint32();
  readonly #amount = int32();
  readonly #currency = uint8();
  readonly #method = uint8();
  readonly #flags = uint8();
  readonly customer = int32();
  readonly #order = uint32();
  readonly #row = int32();
  readonly #fee = int32();
  readonly #feeIndex = int32();
  readonly #refunded = int32();
  readonly #extra = new Map<number, ChargeExtra>();

  get length(): number {
    return this.created.length;
  }

  add(charge: NewCharge): number {
    const index = this.length;
    this.created.push(charge.created);
    this.#amount.push(charge.amount);
    this.#currency.push(currencies.code(charge.currency));
    this.#method.push(methods.code(charge.method));
    this.#flags.push(charge.flags);
    this.customer.push(charge.customer);
    this.#order.push(charge.order);
    this.#row.push(charge.row);
    this.#fee.push(charge.fee);
    this.#feeIndex.push(charge.feeIndex);
    this.#refunded.push(0);
    if (charge.extra !== NOTHING) this.#extra.set(index, charge.extra);
    return index;
  }

  get(index: number): ChargeRecord {
    return {
      index,
      created: this.created.at(index),
      amount: this.#amount.at(index),
      currency: currencies.name(this.#currency.at(index)),
      method: methods.name(this.#method.at(index)),
      flags: this.#flags.at(index),
      customer: this.customer.at(index),
      order: this.#order.at(index),
      row: this.#row.at(index),
      fee: this.#fee.at(index),
      feeIndex: this.#feeIndex.at(index),
      refunded: this.#refunded.at(index),
      extra: this.#extra.get(index) ?? NOTHING,
    };
  }

  has(index: number, flag: ChargeFlag): boolean {
    return (this.#flags.at(index) & chargeFlags[flag]) !== 0;
  }

  flag(index: number, flag: ChargeFlag, on = true): void {
    const bits = this.#flags.at(index);
    this.#flags.set(index, on ? bits | chargeFlags[flag] : bits & ~chargeFlags[flag]);
  }

  setRow(index: number, row: number): void {
    this.#row.set(index, row);
  }

  setFee(index: number, fee: number, feeIndex: number): void {
    this.#fee.set(index, fee);
    this.#feeIndex.set(index, feeIndex);
  }

  setRefunded(index: number, amount: number): void {
    this.#refunded.set(index, amount);
    this.flag(index, 'refunded', amount >= this.#amount.at(index));
  }

  change(index: number, extra: ChargeExtra): void {
    this.#extra.set(index, { ...this.#extra.get(index), ...extra });
  }
}

export { NOTHING as noExtra };

/** The platform's application fees: one for nearly every direct charge, so in columns too. */
export class Fees {
  readonly created = uint32();
  /** Which account paid it, by its place among the sellers. */
  readonly seller = uint8();
  readonly charge = uint32();
  readonly amount = int32();
  readonly #currency = uint8();
  readonly row = int32();
  readonly refunded = int32();

  get length(): number {
    return this.created.length;
  }

  add(fee: Omit<FeeRecord, 'index' | 'refunded'>): number {
    this.created.push(fee.created);
    this.seller.push(fee.seller);
    this.charge.push(fee.charge);
    this.amount.push(fee.amount);
    this.#currency.push(currencies.code(fee.currency));
    this.row.push(fee.row);
    this.refunded.push(0);
    return this.length - 1;
  }

  get(index: number): FeeRecord {
    return {
      index,
      created: this.created.at(index),
      seller: this.seller.at(index),
      charge: this.charge.at(index),
      amount: this.amount.at(index),
      currency: currencies.name(this.#currency.at(index)),
      row: this.row.at(index),
      refunded: this.refunded.at(index),
    };
  }
}

export interface FeeRecord {
  readonly index: number;
  readonly created: number;
  readonly seller: number;
  readonly charge: number;
  readonly amount: number;
  readonly currency: ChargeRecord['currency'];
  readonly row: number;
  readonly refunded: number;
}
