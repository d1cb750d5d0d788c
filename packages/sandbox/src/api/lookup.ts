import type { Book } from '../world/book.ts';
import { isPayment } from '../world/book.ts';
import type { World } from '../world/world.ts';
import { accountObject, externalAccountObject } from './objects/accounts.ts';
import { chargeObject } from './objects/charges.ts';
import { customerObject } from './objects/customers.ts';
import { disputeObject } from './objects/disputes.ts';
import { eventObject } from './objects/events.ts';
import { intentObject } from './objects/intents.ts';
import { payoutObject, topupObject } from './objects/payouts.ts';
import { refundObject } from './objects/refunds.ts';
import { transactionObject } from './objects/transactions.ts';
import {
  collectionObject,
  feeObject,
  feeRefundObject,
  reserveObject,
  reversalObject,
  transferObject,
} from './objects/transfers.ts';

/** From an id to what it names, within one account. */

const within = (n: number, length: number): boolean => n < length;

export function chargeIndex(book: Book, id: string): number | null {
  const found = book.ids.parse(id);
  if (!found || !within(found.n, book.charges.length)) return null;
  return book.chargeId(found.n) === id ? found.n : null;
}

export function intentIndex(book: Book, id: string): number | null {
  const found = book.ids.parse(id);
  if (found?.prefix !== 'pi' || !within(found.n, book.charges.length)) return null;
  return book.charges.get(found.n).method === 'transfer' ? null : found.n;
}

/** The number behind an id of this prefix, where there are so many. */
export function indexOf(book: Book, prefix: string, id: string, length: number): number | null {
  const found = book.ids.parse(id);
  return found?.prefix === prefix && within(found.n, length) ? found.n : null;
}

export function refundIndex(book: Book, id: string): number | null {
  const found = book.ids.parse(id);
  const record = found ? book.refunds[found.n] : undefined;
  if (!found || !record) return null;
  const { method } = book.charges.get(record.charge);
  return found.prefix === (isPayment(method) ? 'pyr' : 're') ? found.n : null;
}

type Find = (world: World, book: Book, n: number, id: string) => object | null;

const maybe = <T>(record: T | undefined, build: (record: T) => object): object | null =>
  record === undefined ? null : build(record);

const charge: Find = (world, book, n, id) =>
  chargeIndex(book, id) === n ? chargeObject(world, book, book.charges.get(n)) : null;
const refund: Find = (world, book, n, id) =>
  refundIndex(book, id) === n
    ? maybe(book.refunds[n], (one) => refundObject(world, book, one))
    : null;

const finders: Readonly<Record<string, Find>> = {
  txn: (world, book, n) =>
    within(n, book.ledger.length) ? transactionObject(world, book, n) : null,
  ch: charge,
  py: charge,
  re: refund,
  pyr: refund,
  pi: (world, book, n, id) =>
    intentIndex(book, id) === n ? intentObject(world, book, book.charges.get(n)) : null,
  dp: (world, book, n) => maybe(book.disputes[n], (one) => disputeObject(world, book, one)),
  po: (_, book, n) => maybe(book.payouts[n], (one) => payoutObject(book, one)),
  tu: (_, book, n) => maybe(book.topups[n], (one) => topupObject(book, one)),
  tr: (world, book, n) => maybe(book.transfers[n], (one) => transferObject(world, one)),
  trr: (world, book, n) => maybe(book.reversals[n], (one) => reversalObject(world, one)),
  fee: (world, book, n) =>
    within(n, book.fees.length) ? feeObject(world, book.fees.get(n)) : null,
  fr: (world, book, n) => maybe(book.feeRefunds[n], (one) => feeRefundObject(world, one)),
  rtx: (_, book, n) => maybe(book.reserves[n], (one) => reserveObject(book, one)),
  connct: (_, book, n) => maybe(book.collections[n], (one) => collectionObject(book, one)),
  cus: (_, book, n) => customerObject(book, n),
  evt: (world, book, n) => maybe(book.events.get(n), (one) => eventObject(world, book, one)),
};

function own(world: World, book: Book, id: string): object | null {
  const bank = book.account.externalAccounts.find((one) => one.id === id);
  if (bank) return externalAccountObject(book.id, bank);
  const found = book.ids.parse(id);
  return found ? (finders[found.prefix]?.(world, book, found.n, id) ?? null) : null;
}

/**
 * What an id names, as this account may see it: its own objects, and for the platform also what its transfers and
 * fees point to on the accounts.
 */
export function lookUp(world: World, book: Book, id: string): object | null {
  if (id.startsWith('acct_')) {
    const account = world.find(id);
    const visible = account && (book.account.platform || account === book);
    return visible ? accountObject(account.account) : null;
  }
  const found = own(world, book, id);
  if (found || !book.account.platform) return found;
  for (const seller of world.sellers) {
    const theirs = own(world, seller, id);
    if (theirs) return theirs;
  }
  return null;
}
