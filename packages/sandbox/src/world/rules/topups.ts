import type { Book } from '../book.ts';
import { daysAfter, startOfDay } from '../calendar.ts';
import type { Currency } from '../currencies.ts';
import type { BalanceType } from '../ledger.ts';
import type { TopupRecord } from '../records.ts';
import type { World } from '../world.ts';
import { retryRefunds } from './refunds.ts';

/** The seller sends money for refunds and disputes to come: a bank transfer, there after some business days. */
export function addPrefunding(
  world: World,
  book: Book,
  amount: number,
  currency: Currency,
): TopupRecord {
  const index = book.topups.length;
  const expected = daysAfter(world.now, 3, true);
  const record: TopupRecord = {
    index,
    created: world.now,
    amount,
    currency,
    expected,
    description: 'Top-up of the balance for refunds and disputes',
    status: 'pending',
    row: -1,
    failureCode: null,
    failureMessage: null,
    metadata: {},
  };
  book.topups.push(record);
  record.row = book.ledger.add({
    created: world.now,
    availableOn: expected,
    amount,
    fee: 0,
    currency,
    type: 'topup',
    balanceType: 'refund_and_dispute_prefunding',
    source: 'topup',
    sourceIndex: index,
  });
  world.emit(book, 'topup.created', { kind: 'topup', record });
  world.at(expected, () => arrive(world, book, record));
  return record;
}

function arrive(world: World, book: Book, record: TopupRecord): void {
  if (record.status !== 'pending') return;
  record.status = 'succeeded';
  world.emit(book, 'topup.succeeded', { kind: 'topup', record });
  retryRefunds(world, book);
}

/** The seller's bank takes the money back after all: what of it has been spent is owed by the payments balance. */
export function reverseTopup(world: World, book: Book, record: TopupRecord): void {
  if (record.status !== 'succeeded') return;
  record.status = 'reversed';
  record.failureCode = 'insufficient_funds';
  record.failureMessage = 'The bank returned this top-up.';
  const { available } = book.ledger.funds(record.currency, 'refund_and_dispute_prefunding');
  const there = Math.min(record.amount, Math.max(0, available));
  takeBack(world, book, record, there, 'refund_and_dispute_prefunding');
  takeBack(world, book, record, record.amount - there, 'payments');
  world.emit(book, 'topup.reversed', { kind: 'topup', record });
}

function takeBack(
  world: World,
  book: Book,
  record: TopupRecord,
  amount: number,
  balanceType: BalanceType,
): void {
  if (amount === 0) return;
  book.ledger.add({
    created: world.now,
    availableOn: startOfDay(world.now),
    amount: -amount,
    fee: 0,
    currency: record.currency,
    type: 'topup_reversal',
    balanceType,
    source: 'topup',
    sourceIndex: record.index,
  });
}
