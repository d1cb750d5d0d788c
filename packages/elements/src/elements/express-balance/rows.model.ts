/** The rows that each figure is the sum of. Pure. */
import type { Behind } from '../../ui/behind.model.ts';
import type { Headline } from './express-balance.model.ts';

export type BalanceFigure = 'total' | 'onTheWay' | 'soon' | 'next' | 'setAside';

/** Null where no rows make the figure. Payouts are money out in the list, so their sign is turned. */
export function behind(
  figure: BalanceFigure,
  { currency, total, soon, setAside, inTransit, next }: Headline,
): Behind | null {
  const balanceType = ['payments'] as const;
  switch (figure) {
    case 'total':
      return { rows: { currency, balanceType }, of: 'net', amount: total, currency };
    case 'soon': {
      const rows = { currency, balanceType, status: 'pending' } as const;
      return { rows, of: 'net', amount: soon.amount, currency };
    }
    case 'setAside': {
      const rows = { currency, balanceType: ['refund_and_dispute_prefunding'] } as const;
      return { rows, of: 'net', amount: setAside ?? 0, currency };
    }
    case 'onTheWay': {
      if (inTransit.count === 0) return null;
      const sourceStatus = ['pending', 'in_transit'];
      const rows = { currency, category: ['payout'], sourceStatus } as const;
      return { rows, of: 'amount', amount: -inTransit.amount, currency };
    }
    case 'next':
      if (next.kind !== 'made' || next.id === null || next.amount === null) return null;
      return { rows: { payout: next.id }, of: 'net', amount: next.amount, currency };
  }
}
