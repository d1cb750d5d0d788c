import type { Book } from '../book.ts';
import { DAY, startOfDay } from '../calendar.ts';
import type { Currency } from '../currencies.ts';
import type { RowType, SourceKind } from '../ledger.ts';
import type { World } from '../world.ts';

/** The platform answers for its accounts: while one owes money, as much is reserved on the platform. */

/** Stripe waits 180 days before the platform has to pay; a sandbox has no such patience. */
const PATIENCE = 14 * DAY;

/** Each midnight: notices accounts that owe, lets the platform go when they don't, collects from it when they stay. */
export function coverNegative(world: World, book: Book): void {
  if (book.account.platform) return;
  for (const { currency, balanceType, available, pending } of book.ledger.purses) {
    if (balanceType !== 'payments') continue;
    const owed = -(available + pending);
    const known = book.negative.get(currency);
    if (owed > 0 && !known) reserve(world, book, currency, owed);
    else if (owed <= 0 && known) release(world, book, currency, known.reserved);
    else if (known && world.now - known.since >= PATIENCE) {
      release(world, book, currency, known.reserved);
      collect(world, book, currency, owed);
    }
  }
}

function reserve(world: World, book: Book, currency: Currency, owed: number): void {
  book.negative.set(currency, { since: world.now, reserved: owed });
  platformReserve(world, currency, -owed, `Reserved for ${book.id}`);
}

function release(world: World, book: Book, currency: Currency, reserved: number): void {
  book.negative.delete(currency);
  platformReserve(world, currency, reserved, `Released for ${book.id}`);
}

function platformReserve(
  world: World,
  currency: Currency,
  amount: number,
  description: string,
): void {
  const { platform } = world;
  const index = platform.reserves.length;
  platform.reserves.push({ index, amount, currency, description });
  move(world, platform, {
    currency,
    amount,
    type: 'reserve_transaction',
    source: 'reserve',
    index,
  });
}

/** The platform pays what the account owes. */
function collect(world: World, book: Book, currency: Currency, amount: number): void {
  for (const [owner, sign] of [
    [book, 1],
    [world.platform, -1],
  ] as const) {
    const index = owner.collections.length;
    owner.collections.push({ index, amount, currency, destination: book.id });
    const type = 'connect_collection_transfer';
    move(world, owner, { currency, amount: sign * amount, type, source: 'collection', index });
  }
}

interface Move {
  readonly currency: Currency;
  readonly amount: number;
  readonly type: RowType;
  readonly source: SourceKind;
  readonly index: number;
}

function move(world: World, book: Book, { index, ...row }: Move): void {
  book.ledger.add({
    ...row,
    created: world.now,
    availableOn: startOfDay(world.now),
    fee: 0,
    sourceIndex: index,
  });
}
