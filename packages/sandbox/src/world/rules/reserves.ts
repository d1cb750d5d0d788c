import type { Book } from '../book.ts';
import { DAY, startOfDay } from '../calendar.ts';
import type { Currency } from '../currencies.ts';
import type { World } from '../world.ts';

/** Stripe holds part of the money back for a while, where it sees a risk; what is held is given back whole. */

interface Hold {
  readonly amount: number;
  readonly currency: Currency;
  readonly days: number;
}

/** The older kind: a reserve transaction takes it, another gives it back. */
export function reserveFunds(world: World, book: Book, hold: Hold): void {
  reserveTransaction(world, book, -hold.amount, hold.currency, 'Funds reserved');
  world.at(world.now + hold.days * DAY, () =>
    reserveTransaction(world, book, hold.amount, hold.currency, 'Reserved funds released'),
  );
}

function reserveTransaction(
  world: World,
  book: Book,
  amount: number,
  currency: Currency,
  description: string,
): void {
  const index = book.reserves.length;
  book.reserves.push({ index, amount, currency, description });
  book.ledger.add({
    created: world.now,
    availableOn: startOfDay(world.now),
    amount,
    fee: 0,
    currency,
    type: 'reserved_funds',
    source: 'reserve',
    sourceIndex: index,
    note: description,
  });
}

/** The newer kind: it moves from the payments balance to the risk reserve, and back. */
export function holdReserve(world: World, book: Book, hold: Hold): void {
  moveReserve(world, book, hold, 'reserve_hold');
  world.at(world.now + hold.days * DAY, () => moveReserve(world, book, hold, 'reserve_release'));
}

function moveReserve(
  world: World,
  book: Book,
  { amount, currency }: Hold,
  type: 'reserve_hold' | 'reserve_release',
): void {
  const out = type === 'reserve_hold' ? -amount : amount;
  const row = { created: world.now, availableOn: startOfDay(world.now), fee: 0, currency, type };
  book.ledger.add({ ...row, amount: out, balanceType: 'payments' });
  book.ledger.add({ ...row, amount: -out, balanceType: 'risk_reserved' });
}
