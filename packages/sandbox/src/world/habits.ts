import type { Book } from './book.ts';
import { DAY } from './calendar.ts';
import { mix, unit } from './random.ts';
import type { DisputeRecord, PayoutRecord } from './records.ts';
import { addBank, removeBank } from './rules/accounts.ts';
import { isOpen, settleDispute, updateDispute } from './rules/disputes.ts';
import type { World } from './world.ts';

/** What sellers do by themselves, in the history only: from the start on, whoever uses the sandbox is the seller. */

/** Most disputes are answered after some days, some are accepted, some forgotten. */
export function answerDispute(world: World, book: Book, dispute: DisputeRecord): void {
  const chance = unit(book.seed ^ 0xa115, dispute.index);
  if (chance > 0.85) return;
  const delay = (1 + (mix(book.seed, dispute.index) % 6)) * DAY;
  world.at(world.now + delay, () => {
    if (!world.inHistory || !isOpen(dispute)) return;
    if (chance < 0.12) settleDispute(world, book, dispute, 'lost');
    else
      updateDispute(world, book, dispute, {
        evidence: defence(book, dispute),
        submit: true,
        metadata: {},
      });
  });
}

function defence(book: Book, dispute: DisputeRecord): Record<string, string> {
  const person = book.person(book.charges.customer(dispute.charge));
  return {
    product_description: book.account.product,
    ...(person ? { customer_name: person.name, customer_email_address: person.email } : {}),
    uncategorized_text: 'The parcel was delivered and signed for.',
  };
}

/** Some days after a payout bounced, the seller gives another bank account and takes the bad one away. */
export function replaceBank(world: World, book: Book, payout: PayoutRecord): void {
  world.at(world.now + 4 * DAY, () => {
    const old = book.account.externalAccounts.find(({ id }) => id === payout.destination);
    if (!world.inHistory || old?.status !== 'errored') return;
    const last4 = String(mix(book.seed, payout.index) % 10_000).padStart(4, '0');
    const id = book.ids.make('ba', book.nextBank());
    addBank(world, book, { ...old, id, last4, status: 'verified', isDefault: true });
    removeBank(world, book, old);
  });
}
