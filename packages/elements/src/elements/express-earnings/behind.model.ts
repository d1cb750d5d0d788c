/** The rows that each figure of the earnings is the sum of. Pure. */
import type { Category, Earnings } from '@express-elements/contract';
import type { Behind } from '../../ui/behind.model.ts';
import { filterOfRows } from './picked.model.ts';

export type EarningsFigure = 'net' | 'gross' | 'refunds' | 'disputes' | 'fees';

/** Of what counts into net volume, the types that make each part; a refund that failed may be an adjustment. */
const categories = {
  gross: ['payment', 'transfer'],
  refunds: ['refund', 'adjustment'],
  disputes: ['dispute'],
} as const satisfies Partial<Record<EarningsFigure, readonly Category[]>>;

export function behind(
  figure: EarningsFigure,
  earnings: Pick<Earnings, 'from' | 'to' | 'currency' | 'time_zone' | 'totals'>,
): Behind {
  const { currency, totals, time_zone: zone } = earnings;
  const rows = filterOfRows(earnings, zone);
  // Fees are in the list as what was charged, here as what was taken off.
  if (figure === 'fees') return { rows, of: 'fee', amount: -totals.fees, currency };
  if (figure === 'net') return { rows, of: 'net', amount: totals.net, currency };
  const category = categories[figure];
  return { rows: { ...rows, category }, of: 'amount', amount: totals[figure], currency };
}
