import type Stripe from 'stripe';
import type { Book } from '../../world/book.ts';
import type { Purse } from '../../world/ledger.ts';
import type { Currency } from '../../world/currencies.ts';

type Funds = Pick<Purse, 'currency' | 'balanceType' | 'available' | 'pending'>;

const money = (currency: Currency, amount: number) => ({
  amount,
  currency,
  source_types: { card: amount },
});

/** The account's own currency is always there; the others once they have held money. */
function held(book: Book, funds: readonly Funds[], balanceType: Purse['balanceType']): Funds[] {
  const { currency } = book.account;
  const own = funds.filter((one) => one.balanceType === balanceType);
  if (own.some((one) => one.currency === currency)) return own;
  return [{ currency, balanceType, available: 0, pending: 0 }, ...own];
}

/** Pending card money can be paid out at once where a bank account takes instant payouts. */
export const instantAmount = (
  book: Book,
  { currency, available, pending }: Omit<Funds, 'balanceType'>,
): number =>
  book.bank(currency)?.instant
    ? Math.max(0, available + Math.max(0, Math.floor(pending * 0.9)))
    : 0;

export function balanceObject(
  book: Book,
  funds: readonly Funds[] = book.ledger.purses,
): Stripe.Balance {
  const payments = held(book, funds, 'payments');
  const prefunding = held(book, funds, 'refund_and_dispute_prefunding');
  return {
    object: 'balance',
    available: payments.map(({ currency, available }) => money(currency, available)),
    ...(book.account.platform
      ? { connect_reserved: payments.map(({ currency }) => ({ amount: 0, currency })) }
      : {
          instant_available: payments.map((one) => money(one.currency, instantAmount(book, one))),
          refund_and_dispute_prefunding: {
            available: prefunding.map(({ currency, available }) => ({
              amount: available,
              currency,
            })),
            pending: prefunding.map(({ currency, pending }) => ({ amount: pending, currency })),
          },
        }),
    livemode: false,
    pending: payments.map(({ currency, pending }) => money(currency, pending)),
  };
}
