/** What `npm run screens` takes pictures of. One line is one page; each is taken light and dark, narrow and wide. */

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const widths = { phone: 390, wide: 1280 } as const;

/** When the demo's world starts, so that two runs show the same days: 3 November 2026, 15:00 UTC. */
export const demoNow = Date.UTC(2026, 10, 3, 15) / 1000;

export interface DemoPage {
  /** The picture's name. */
  readonly name: string;
  readonly path: string;
  /** Null: nobody is signed in. `seller` is the place in the demo's order. */
  readonly signIn: { readonly seller: number; readonly role: string } | null;
  /** Only what is in view, where a whole page would be endless. */
  readonly viewOnly?: boolean;
}

const owner = { seller: 0, role: 'owner' };

export const demoPages: readonly DemoPage[] = [
  { name: 'sign-in', path: '/', signIn: null },
  { name: 'dashboard', path: '/dashboard', signIn: owner },
  {
    name: 'dashboard-transactions',
    path: '/dashboard#/transactions',
    signIn: owner,
    viewOnly: true,
  },
  { name: 'dashboard-payments', path: '/dashboard#/payments', signIn: owner },
  { name: 'dashboard-payouts', path: '/dashboard#/payouts', signIn: owner },
  { name: 'dashboard-reports', path: '/dashboard#/reports', signIn: owner },
  { name: 'dashboard-activity', path: '/dashboard#/activity', signIn: owner },
  { name: 'dashboard-account', path: '/dashboard#/account', signIn: owner },
  { name: 'dashboard-support', path: '/dashboard', signIn: { seller: 0, role: 'support' } },
  { name: 'dashboard-jpy', path: '/dashboard', signIn: { seller: 1, role: 'owner' } },
  { name: 'dashboard-eur', path: '/dashboard', signIn: { seller: 2, role: 'owner' } },
  { name: 'shop', path: '/shop', signIn: owner },
  { name: 'plain', path: '/plain', signIn: owner },
  { name: 'quickstart', path: '/quickstart', signIn: owner },
];
