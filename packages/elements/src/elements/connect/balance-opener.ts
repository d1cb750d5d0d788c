import type { Openers } from './open-controller.ts';

/**
 * Our balance, down to Stripe's part alone. Apart from the others: the balance itself opens those, and where an element
 * imports itself, bundlers split what it shares with its parts into further files.
 */
export const balanceOpener: Openers = {
  balances: { property: null, load: () => import('../express-balance/define.ts') },
};
