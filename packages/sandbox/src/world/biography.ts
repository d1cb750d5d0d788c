import type { Book } from './book.ts';
import { DAY, HOUR } from './calendar.ts';
import { hasFlag, noExtra } from './charges.ts';
import { currencyRules } from './currencies.ts';
import { replaceBank } from './habits.ts';
import { mix } from './random.ts';
import type { PayoutRecord } from './records.ts';
import { requireSoon } from './rules/accounts.ts';
import { directCharge } from './rules/charges.ts';
import { correctFees } from './rules/costs.ts';
import { openDispute } from './rules/disputes.ts';
import { cancelPayout, createPayout, payable } from './rules/payouts.ts';
import { holdReserve, reserveFunds } from './rules/reserves.ts';
import { addPrefunding, reverseTopup } from './rules/topups.ts';
import type { World } from './world.ts';

/**
 * What happened to each seller besides the daily trade, in days before the start. Only what people, banks and Stripe
 * decided stands here; what follows from it for the money is the rules' work.
 */

type Deed = (world: World, book: Book) => void;
type Life = readonly (readonly [days: number, deed: Deed])[];

const lives: readonly Life[] = [
  [
    [410, payoutBounces],
    [300, reservesTenth(30)],
    [200, topsUp(60_000)],
    [150, (world, book) => correctFees(world, book, 1_250)],
    [120, holdsTenth(60)],
    [90, topsUp(40_000)],
    [80, topupReturned],
    [45.3, cashesOut],
    [17.3, cashesOut],
    [3.4, cashesOut],
  ],
  [
    [260, payoutBounces],
    [220, reservesTenth(45)],
    [140, topsUp(80_000)],
    [100.1, changesMind],
    [75, (world, book) => correctFees(world, book, -300)],
    [12.2, changesMind],
  ],
  [
    [330, payoutBounces],
    [255, sellsToFraudster],
    [190, topsUp(70_000)],
    [130, reservesTenth(60)],
    [95, topsUp(30_000)],
    [70, topupReturned],
    [60, (world, book) => correctFees(world, book, 890)],
    [35, holdsTenth(75)],
    [9, disputed(0)],
    [6.5, disputed(1)],
    [5, asked],
    [3.2, disputed(2)],
    [2.1, inquired],
    [1.4, disputed(3)],
  ],
];

export function writeBiographies(world: World): void {
  world.sellers.forEach((book, n) => {
    for (const [days, deed] of lives[n] ?? []) world.at(ago(world, days), () => deed(world, book));
    if (book.account.settings.interval === 'manual') payByHand(world, book);
  });
}

const ago = (world: World, days: number): number => world.start - Math.floor(days * DAY);

const onItsWay = ({ status }: PayoutRecord): boolean =>
  status === 'pending' || status === 'in_transit';

/** The payout that is on its way, or the next to go. */
function payoutBounces(world: World, book: Book): void {
  const payout = book.payouts.findLast(onItsWay);
  if (!payout) {
    world.at(world.now + DAY, () => payoutBounces(world, book));
    return;
  }
  world.doom(payout, 'account_closed');
  world.at(payout.arrival + 1, () => replaceBank(world, book, payout));
}

/** A tenth of what the account holds. */
function tenth(book: Book): number {
  const { available, pending } = book.ledger.funds(book.account.currency);
  return Math.max(0, Math.floor((available + pending) / 10));
}

function reservesTenth(days: number): Deed {
  return (world, book) => {
    const amount = tenth(book);
    if (amount > 0) reserveFunds(world, book, { amount, currency: book.account.currency, days });
  };
}

function holdsTenth(days: number): Deed {
  return (world, book) => {
    const amount = tenth(book);
    if (amount > 0) holdReserve(world, book, { amount, currency: book.account.currency, days });
  };
}

function topsUp(amount: number): Deed {
  return (world, book) => void addPrefunding(world, book, amount, book.account.currency);
}

/** The bank takes the newest top-up back, or what a top-up of its size has left. */
function topupReturned(world: World, book: Book): void {
  const record = book.topups.findLast(({ status }) => status === 'succeeded');
  if (record) reverseTopup(world, book, record);
}

/** Wants the money now, pending or not. */
function cashesOut(world: World, book: Book): void {
  const { currency, payoutsEnabled } = book.account;
  const bank = book.bank(currency);
  const { available, pending } = book.ledger.funds(currency);
  const amount = Math.min(Math.floor(Math.max(0, available) + pending / 3), 900_000);
  if (!bank?.instant || !payoutsEnabled || pending <= 0 || amount < currencyRules(currency).payout)
    return;
  createPayout(world, book, { amount, currency, automatic: false, method: 'instant', bank });
}

/** Starts a payout and stops it two hours later. */
function changesMind(world: World, book: Book): void {
  const payout = pay(world, book, 30);
  if (!payout) return;
  world.at(world.now + 2 * HOUR, () => {
    if (payout.status === 'pending') cancelPayout(world, book, payout);
  });
}

/** A manual payout of so many hundredths of what is available. */
function pay(world: World, book: Book, percent: number): PayoutRecord | null {
  const { currency, payoutsEnabled } = book.account;
  const bank = book.bank(currency);
  const { available } = book.ledger.funds(currency);
  const amount = payable(currency, Math.floor((available * percent) / 100));
  const usable = payoutsEnabled && bank && bank.status !== 'errored';
  if (!usable || amount < currencyRules(currency).payout) return null;
  return createPayout(world, book, {
    amount,
    currency,
    automatic: false,
    method: 'standard',
    bank,
  });
}

/** Every second week or so the seller empties the balance, mostly. */
function payByHand(world: World, book: Book): void {
  for (let n = 0, day = 530; day > 12; n += 1) {
    day -= 9 + (mix(book.seed, n) % 11);
    const percent = 60 + (mix(n, book.seed) % 40);
    world.at(ago(world, day) + 3 * HOUR, () => {
      if (world.inHistory) pay(world, book, percent);
    });
  }
}

/**
 * One order in the second currency, as large as four weeks of them, is paid out and then charged back:
 * that currency's balance falls below zero and stays there.
 */
function sellsToFraudster(world: World, book: Book): void {
  const second = book.account.externalAccounts.find(
    ({ currency }) => currency !== book.account.currency,
  );
  if (!second) return;
  const month = salesOf(book, second.currency, world.now - 28 * DAY);
  const index = directCharge(world, book, {
    amount: Math.min(Math.max(month, 50_000), 90_000_000),
    currency: second.currency,
    method: 'visa',
    customer: 7,
    order: 0,
    extra: { ...noExtra, description: 'Cargo bikes, fleet order' },
  });
  world.at(world.now + 40 * DAY, () => void openDispute(world, book, index, { days: 10 }));
}

function salesOf(book: Book, currency: string, since: number): number {
  let sum = 0;
  for (let index = book.charges.length - 1; index >= 0; index -= 1) {
    if (book.charges.created(index) < since) break;
    if (book.charges.currency(index) === currency) sum += book.charges.get(index).amount;
  }
  return sum;
}

/** Stripe asks for two documents, due nine days after the start. */
function asked(world: World, book: Book): void {
  const fields = ['company.tax_id', 'representative.verification.document'];
  requireSoon(world, book, fields, world.start + 9 * DAY);
}

function disputed(n: number): Deed {
  return (world, book) => {
    const charge = disputable(book, n);
    if (charge >= 0) openDispute(world, book, charge, { days: 13 + n });
  };
}

function inquired(world: World, book: Book): void {
  const charge = disputable(book, 40);
  if (charge >= 0) openDispute(world, book, charge, { inquiry: true, days: 12 });
}

/** A settled card payment of some time ago that nothing has happened to. */
function disputable(book: Book, skip: number): number {
  for (let index = book.charges.length - 60 - skip * 3; index >= 0; index -= 1) {
    const charge = book.charges.get(index);
    const card = charge.method === 'visa' || charge.method === 'mastercard';
    const own = charge.currency === book.account.currency && charge.row >= 0;
    const untouched =
      charge.refunded === 0 && !hasFlag(charge, 'disputed') && !hasFlag(charge, 'failed');
    if (card && own && untouched) return index;
  }
  return -1;
}
