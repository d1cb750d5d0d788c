import type { Book } from './book.ts';
import { hasFlag } from './charges.ts';
import { DAY, HOUR } from './calendar.ts';
import { mix } from './random.ts';
import { requireSoon } from './rules/accounts.ts';
import { openDispute } from './rules/disputes.ts';
import { createPayout, payable } from './rules/payouts.ts';
import type { World } from './world.ts';

/** What happened to each seller besides the daily trade, in days before the start. Causes only: the rules do the rest. */
export function writeBiographies(world: World): void {
  for (const book of world.sellers) {
    if (book.account.settings.interval === 'manual') payByHand(world, book);
  }
  const [, , workshop] = world.sellers;
  if (workshop) troubles(world, workshop);
}

const ago = (world: World, days: number): number => world.start - Math.floor(days * DAY);

/** Every second week or so the seller empties the balance, mostly. */
function payByHand(world: World, book: Book): void {
  for (let n = 0, day = 530; day > 4; n += 1) {
    day -= 9 + (mix(book.seed, n) % 11);
    world.at(ago(world, day) + 3 * HOUR, () => {
      const { currency, payoutsEnabled } = book.account;
      const bank = book.bank(currency);
      const { available } = book.ledger.funds(currency);
      const amount = payable(
        currency,
        Math.floor((available * (60 + (mix(n, book.seed) % 40))) / 100),
      );
      if (!world.inHistory || !payoutsEnabled || !bank || amount < 1000) return;
      createPayout(world, book, { amount, currency, automatic: false, method: 'standard', bank });
    });
  }
}

/** Disputes still open at the start, an inquiry, and a document that Stripe asks for. */
function troubles(world: World, book: Book): void {
  [9, 6.5, 3.2, 1.4].forEach((days, n) => {
    world.at(ago(world, days), () => {
      const charge = disputable(book, n);
      if (charge >= 0) openDispute(world, book, charge, { days: 13 + n });
    });
  });
  world.at(ago(world, 2.1), () => {
    const charge = disputable(book, 40);
    if (charge >= 0) openDispute(world, book, charge, { inquiry: true, days: 12 });
  });
  world.at(ago(world, 5), () =>
    requireSoon(
      world,
      book,
      ['company.tax_id', 'representative.verification.document'],
      world.start + 9 * DAY,
    ),
  );
}

/** A settled card payment of about two weeks ago that nothing has happened to. */
function disputable(book: Book, skip: number): number {
  for (let index = book.charges.length - 60 - skip * 3; index >= 0; index -= 1) {
    const charge = book.charges.get(index);
    const card = charge.method === 'visa' || charge.method === 'mastercard';
    const untouched =
      charge.refunded === 0 && !hasFlag(charge, 'disputed') && !hasFlag(charge, 'failed');
    if (card && untouched && charge.row >= 0 && charge.currency === book.account.currency)
      return index;
  }
  return -1;
}
