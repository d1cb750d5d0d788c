import type { Book } from './book.ts';
import { DAY } from './calendar.ts';
import { mix, unit } from './random.ts';
import type { DisputeRecord } from './records.ts';
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
    else updateDispute(world, book, dispute, { evidence: defence(book, dispute), submit: true });
  });
}

function defence(book: Book, dispute: DisputeRecord): Record<string, string> {
  const { customer } = book.charges.get(dispute.charge);
  const person = book.person(customer);
  return {
    product_description: book.account.product,
    ...(person ? { customer_name: person.name, customer_email_address: person.email } : {}),
    uncategorized_text: 'The parcel was delivered and signed for.',
  };
}
