import type { Book } from '../../world/book.ts';
import { hasFlag } from '../../world/charges.ts';
import { currencyRules } from '../../world/currencies.ts';
import type { PayoutRecord } from '../../world/records.ts';
import { answerRequirements } from '../../world/rules/accounts.ts';
import { directCharge } from '../../world/rules/charges.ts';
import { openDispute } from '../../world/rules/disputes.ts';
import { createPayout, failPayout, type PayoutFailure } from '../../world/rules/payouts.ts';
import { addPrefunding } from '../../world/rules/topups.ts';
import type { World } from '../../world/world.ts';
import { invalid, noSuch } from '../errors.ts';
import { grants } from '../grants.ts';
import { chargeIndex, indexOf } from '../lookup.ts';
import { accountObject } from '../objects/accounts.ts';
import { chargeObject } from '../objects/charges.ts';
import { disputeObject } from '../objects/disputes.ts';
import { payoutObject, topupObject } from '../objects/payouts.ts';
import { amount, between, currency, object, oneOf, optional, string, text } from '../params.ts';
import { route, type Context } from '../route.ts';
import type { Session } from '../sessions.ts';

/** What Stripe has no route for: the far side of its components, and the levers of the world. */

function sessionOf({ session }: Context): Session {
  if (!session) throw invalid('Only a client secret may call this.', {}, 403);
  return session;
}

const sessionRoutes = [
  route(
    'GET /sandbox/session',
    {},
    (context) => {
      const { account, components, expiresAt } = sessionOf(context);
      return { account, components, expires_at: expiresAt, livemode: false };
    },
    { scope: 'session' },
  ),

  route(
    'POST /sandbox/logout',
    {},
    (context) => {
      const session = sessionOf(context);
      context.sessions.end(session);
      return { account: session.account, ended: true };
    },
    { scope: 'session', writes: false },
  ),

  route(
    'POST /sandbox/requirements',
    {},
    ({ world, book }) => {
      const asked = book.account.requirements.current.filter(
        (field) => field !== 'external_account',
      );
      if (asked.length > 0) answerRequirements(world, book, asked);
      return accountObject(book.account);
    },
    {
      scope: 'session',
      grants: grants.answerRequirements,
    },
  ),

  route(
    'POST /sandbox/prefunding',
    { amount, currency },
    ({ world, book }, sent) => {
      if (!book.bank(sent.currency)) {
        throw invalid(`This account has no bank account in ${sent.currency}.`, {
          param: 'currency',
        });
      }
      return topupObject(book, addPrefunding(world, book, sent.amount, sent.currency));
    },
    { scope: 'session', grants: grants.addMoney },
  ),
];

function seller(world: World, id: string): Book {
  const book = world.find(id);
  if (!book || book.account.platform) throw noSuch('account', id, 'account', 400);
  return book;
}

/** What the sandbox says of itself. */
export const describeWorld = (world: World): object => ({
  id: world.id,
  now: world.now,
  sellers: world.sellers.map(({ account }) => ({
    account: account.id,
    name: account.name,
    email: account.email,
    country: account.country,
    currency: account.currency,
  })),
});

const personShape = object({ name: text(200), email: text(200) });

/** A settled card payment that a dispute may be about: the newest that nothing has happened to. */
function disputable(book: Book): number {
  for (let index = book.charges.length - 1; index >= 0; index -= 1) {
    if (canDispute(book, index)) return index;
  }
  throw invalid('This account has no payment that can be disputed.', { param: 'charge' });
}

function canDispute(book: Book, index: number): boolean {
  const charge = book.charges.get(index);
  const card = !['transfer', 'sepa_debit', 'us_bank_account', 'konbini'].includes(charge.method);
  const spoilt =
    hasFlag(charge, 'failed') || hasFlag(charge, 'disputed') || hasFlag(charge, 'refunded');
  return card && !spoilt && hasFlag(charge, 'captured');
}

function chosenCharge(book: Book, id: string): number {
  const index = chargeIndex(book, id);
  if (index === null) throw noSuch('charge', id, 'charge', 400);
  if (!canDispute(book, index)) {
    throw invalid(
      'This charge cannot be disputed: it is not a captured card payment, or was refunded or disputed.',
      {
        param: 'charge',
      },
    );
  }
  return index;
}

const onItsWay = ({ status }: PayoutRecord): boolean =>
  status === 'pending' || status === 'in_transit';

function chosenPayout(book: Book, id: string): PayoutRecord {
  const n = indexOf(book, 'po', id, book.payouts.length);
  const record = n === null ? undefined : book.payouts[n];
  if (!record) throw noSuch('payout', id, 'payout', 400);
  if (!onItsWay(record) && record.status !== 'paid') {
    throw invalid(`This payout is ${record.status} already.`, { param: 'payout' });
  }
  return record;
}

/** The newest payout on its way, or one of everything there is. */
function somePayout(world: World, book: Book): PayoutRecord {
  const known = book.payouts.findLast(onItsWay);
  if (known) return known;
  for (const { currency: money, balanceType, available } of book.ledger.purses) {
    const bank = book.bank(money);
    const enough = available >= currencyRules(money).payout;
    if (balanceType !== 'payments' || !bank || bank.status === 'errored' || !enough) continue;
    return createPayout(world, book, {
      amount: available,
      currency: money,
      automatic: false,
      method: 'standard',
      bank,
    });
  }
  throw invalid(
    'No payout is on its way, and there is nothing to pay out or no bank account to pay it to.',
    {
      code: 'payouts_not_allowed',
    },
  );
}

const failureCode = oneOf([
  'account_closed',
  'no_account',
  'could_not_process',
  'incorrect_account_holder_name',
] satisfies PayoutFailure[]);

const worldRoutes = [
  route('GET /sandbox/world', {}, ({ world }) => describeWorld(world), { scope: 'platform' }),

  // Answered by the sandbox itself, which has to journal and deliver; here for its parameters.
  route(
    'POST /sandbox/advance',
    { seconds: between(0, 366 * 86_400) },
    ({ world }, sent) => {
      world.advanceTo(world.now + sent.seconds);
      return describeWorld(world);
    },
    { scope: 'platform' },
  ),

  route(
    'POST /sandbox/payments',
    {
      account: string,
      amount,
      currency: optional(currency),
      description: optional(text(1000)),
      customer: optional(personShape),
    },
    ({ world }, sent) => {
      const book = seller(world, sent.account);
      const money = sent.currency ?? book.account.currency;
      if (sent.amount < currencyRules(money).charge) {
        throw invalid('The amount is below the smallest charge of this currency.', {
          code: 'amount_too_small',
          param: 'amount',
        });
      }
      const index = directCharge(world, book, {
        amount: sent.amount,
        currency: money,
        method: 'visa',
        customer: sent.customer ? book.guest(sent.customer) : -1,
        order: 0,
        extra: { description: sent.description ?? null },
      });
      return chargeObject(world, book, book.charges.get(index));
    },
    { scope: 'platform' },
  ),

  route(
    'POST /sandbox/disputes',
    { account: string, charge: optional(string) },
    ({ world }, sent) => {
      const book = seller(world, sent.account);
      const charge = sent.charge === undefined ? disputable(book) : chosenCharge(book, sent.charge);
      return disputeObject(world, book, openDispute(world, book, charge));
    },
    { scope: 'platform' },
  ),

  route(
    'POST /sandbox/payout_failures',
    { account: string, payout: optional(string), failure_code: optional(failureCode) },
    ({ world }, sent) => {
      const book = seller(world, sent.account);
      const record =
        sent.payout === undefined ? somePayout(world, book) : chosenPayout(book, sent.payout);
      failPayout(world, book, record, sent.failure_code ?? 'account_closed');
      return payoutObject(book, record);
    },
    { scope: 'platform' },
  ),
];

export const sandboxTable = [...sessionRoutes, ...worldRoutes];
