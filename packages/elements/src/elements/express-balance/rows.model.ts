/** The rows that each figure is the sum of. Pure. */
import type { RowsFilter } from '../../events/rows.ts';
import type { Headline } from './express-balance.model.ts';

export type BalanceFigure = 'total' | 'onTheWay' | 'soon' | 'next' | 'setAside';

/**
 * `total`, `soon` and `setAside` are the sum of the rows' net, `next` too once Stripe has reconciled the payout;
 * `onTheWay` is their amount, with the sign turned. Null where no rows make the figure.
 */
export function rowsOf(
  figure: BalanceFigure,
  { currency, inTransit, next }: Headline,
): RowsFilter | null {
  switch (figure) {
    case 'total':
      return { currency, balanceType: ['payments'] };
    case 'soon':
      return { currency, balanceType: ['payments'], status: 'pending' };
    case 'setAside':
      return { currency, balanceType: ['refund_and_dispute_prefunding'] };
    case 'onTheWay':
      if (inTransit.count === 0) return null;
      return { currency, category: ['payout'], sourceStatus: ['pending', 'in_transit'] };
    case 'next':
      return next.kind === 'made' && next.id !== null ? { payout: next.id } : null;
  }
}
