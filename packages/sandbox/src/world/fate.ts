import type { Book } from './book.ts';
import { hasFlag } from './charges.ts';
import { DAY, HOUR } from './calendar.ts';
import type { Random } from './random.ts';
import type { RefundRecord, TransferRecord } from './records.ts';
import { capture, clear, expire } from './rules/charges.ts';
import { bounce, returnDebit } from './rules/debits.ts';
import { openDispute } from './rules/disputes.ts';
import { failRefund, refund } from './rules/refunds.ts';
import { reverse } from './rules/transfers.ts';
import type { World } from './world.ts';
import { answerDispute } from './habits.ts';

/** What becomes of a payment that nobody steered: customers, banks and shops do what they usually do. */

const days = (random: Random, low: number, high: number): number =>
  Math.floor(random.between(low * 24, high * 24) * HOUR + random.next() * HOUR);

function part(random: Random, amount: number): number {
  if (random.chance(0.7)) return amount;
  const share = random.between(2, 8) * 10;
  return Math.max(1, Math.floor((amount * share) / 100));
}

function orderReason(random: Random): RefundRecord['reason'] {
  return random.pick([
    'requested_by_customer',
    'requested_by_customer',
    'duplicate',
    'fraudulent',
    null,
  ]);
}

/** Some orders are returned; few refunds find the card closed. */
function maybeRefund(world: World, book: Book, index: number, random: Random): boolean {
  if (!random.chance(book.profile?.refunds ?? 0)) return false;
  const reason = orderReason(random);
  const bounced = random.chance(0.02);
  const delay = days(random, 1, 20);
  const share = random.next();
  world.at(world.now + delay, () => {
    const charge = book.charges.get(index);
    if (charge.refunded > 0 || hasFlag(charge, 'disputed') || hasFlag(charge, 'failed')) return;
    const amount =
      share < 0.7 ? charge.amount : Math.max(1, Math.floor(charge.amount * (share - 0.5)));
    const made = refund(world, book, index, { amount, reason, refundFee: share < 0.5 });
    if (bounced)
      world.at(world.now + 5 * DAY, () =>
        failRefund(world, book, made, 'expired_or_canceled_card'),
      );
  });
  return true;
}

function maybeDispute(world: World, book: Book, index: number, random: Random): void {
  if (!random.chance(book.profile?.disputes ?? 0)) return;
  const inquiry = random.chance(0.15);
  world.at(world.now + days(random, 6, 55), () => {
    const charge = book.charges.get(index);
    if (charge.refunded > 0 || hasFlag(charge, 'disputed') || charge.row < 0) return;
    answerDispute(world, book, openDispute(world, book, index, { inquiry }));
  });
}

export const fate = {
  paid(world: World, book: Book, index: number, random: Random): void {
    if (!maybeRefund(world, book, index, random)) maybeDispute(world, book, index, random);
  },

  /** A bank debit clears after days, or bounces, or is returned long after. */
  debit(world: World, book: Book, index: number, random: Random): void {
    if (random.chance(0.04)) {
      world.at(world.now + 3 * DAY, () => bounce(world, book, index, 'insufficient_funds'));
      return;
    }
    world.at(world.now + 4 * DAY, () => clear(world, book, index));
    if (random.chance(0.02)) {
      const delay = days(random, 15, 45);
      world.at(world.now + delay, () => returnDebit(world, book, index, 'debit_not_authorized'));
      return;
    }
    maybeRefund(world, book, index, random);
  },

  authorised(world: World, book: Book, index: number, random: Random): void {
    if (random.chance(0.2)) {
      world.at(world.now + 7 * DAY, () => {
        if (!hasFlag(book.charges.get(index), 'captured')) expire(world, book, index);
      });
      return;
    }
    const delay = days(random, 1, 5);
    world.at(world.now + delay, () => {
      const charge = book.charges.get(index);
      if (!hasFlag(charge, 'captured') && !hasFlag(charge, 'expired'))
        capture(world, book, index, charge.amount);
    });
  },

  /** The platform refunds its customer and takes the seller's share back. */
  destination(
    world: World,
    made: { readonly charge: number; readonly transfer: TransferRecord },
    random: Random,
  ): void {
    if (!random.chance(0.04)) return;
    const { platform } = world;
    const share = part(random, 100);
    world.at(world.now + days(random, 1, 20), () => {
      const charge = platform.charges.get(made.charge);
      if (charge.refunded > 0 || made.transfer.reversed > 0) return;
      const amount = Math.max(1, Math.floor((charge.amount * share) / 100));
      const back = refund(world, platform, made.charge, {
        amount,
        reason: 'requested_by_customer',
      });
      reverse(world, made.transfer, {
        amount: Math.max(1, Math.floor((made.transfer.amount * share) / 100)),
        refundFee: true,
        sourceRefund: back.index,
      });
    });
  },
};
