/** How the amounts of a filter compare. Pure. */
import type { ChosenFilters } from './filters.model.ts';

/** How an amount is compared; both ends are included. */
export const amountModes = ['is', 'over', 'under', 'between'] as const;
export type AmountMode = (typeof amountModes)[number];

/** How the amounts that are chosen compare. */
export function amountMode(min: number | null, max: number | null): AmountMode {
  if (min === null) return max === null ? 'is' : 'under';
  if (max === null) return 'over';
  return min === max ? 'is' : 'between';
}

/** The amounts that a comparison asks for. */
export function amountsOf(
  mode: AmountMode,
  low: number | null,
  high: number | null,
): Pick<ChosenFilters, 'amountMin' | 'amountMax'> {
  switch (mode) {
    case 'is':
      return { amountMin: low, amountMax: low };
    case 'over':
      return { amountMin: low, amountMax: null };
    case 'under':
      return { amountMin: null, amountMax: low };
    case 'between':
      return { amountMin: low, amountMax: high };
    default: {
      const never: never = mode;
      return never;
    }
  }
}
