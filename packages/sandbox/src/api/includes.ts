import { refundObject } from './objects/refunds.ts';
import { chargeIndex } from './lookup.ts';
import { instantAmount } from './objects/balances.ts';
import type { Includes } from './expand.ts';
import type { Context } from './route.ts';

/** Parts that are left out unless `expand[]` names them. */
export function includes({ world, book }: Context): Includes {
  return {
    'charge.refunds': (charge) => {
      const id = 'id' in charge ? String(charge.id) : '';
      const index = chargeIndex(book, id);
      const refunds = book.refunds.filter((refund) => refund.charge === index);
      return {
        object: 'list',
        data: refunds
          .slice(-10)
          .toReversed()
          .map((refund) => refundObject(world, book, refund)),
        has_more: refunds.length > 10,
        url: `/v1/charges/${id}/refunds`,
      };
    },
    'balance.instant_available.net_available': (entry) => {
      const currency = 'currency' in entry ? String(entry.currency) : '';
      const purse = book.ledger.purses.find(
        (one) => one.currency === currency && one.balanceType === 'payments',
      );
      return book.account.externalAccounts
        .filter((bank) => bank.currency === currency && bank.instant)
        .map((bank) => {
          const amount = purse ? instantAmount(book, purse) : 0;
          return { amount, destination: bank.id, source_types: { card: amount } };
        });
    },
  };
}
