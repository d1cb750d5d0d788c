import { activityKinds, type ActivityKind, type Category } from '@express-elements/contract';
import {
  financeComponents,
  ownerComponents,
  supportComponents,
  viewerComponents,
  type Components,
} from './components.ts';

/** What a role may. A resource is read whole (`true`), in part (`only`), or not at all (`false`). */
export interface Role {
  readonly components: Components;
  readonly balance: boolean;
  readonly transactions: boolean | { readonly only: readonly Category[] };
  readonly earnings: boolean;
  readonly activity: boolean | { readonly only: readonly ActivityKind[] };
  readonly export: boolean;
  /** The link opens the whole hosted dashboard, whatever this table says. */
  readonly login_link: boolean;
}

/** Roles by name; whoever has another one gets nothing. */
export type Roles = Readonly<Record<string, Role>>;

const readsAll = { balance: true, transactions: true, earnings: true, activity: true } as const;

const supportCategories = ['payment', 'refund', 'dispute'] as const satisfies Category[];
const supportKinds = activityKinds.filter((kind) => /^(payment|refund|dispute)_/.test(kind));

/** The table that a host may replace. */
export const defaultRoles = {
  owner: { ...readsAll, components: ownerComponents, export: true, login_link: true },
  finance: { ...readsAll, components: financeComponents, export: true, login_link: false },
  viewer: { ...readsAll, components: viewerComponents, export: false, login_link: false },
  support: {
    components: supportComponents,
    balance: false,
    transactions: { only: supportCategories },
    earnings: false,
    activity: { only: supportKinds },
    export: false,
    login_link: false,
  },
} as const satisfies Roles;

/** The categories that a role sees: null for all. */
export const categoriesOf = ({ transactions }: Role): readonly Category[] | null =>
  typeof transactions === 'object' ? transactions.only : null;

/** Whether a role may be told of payouts. */
export const seesPayouts = (role: Role): boolean => categoriesOf(role)?.includes('payout') ?? true;

/** The kinds of activity that a role sees. */
export function kindsOf({ activity }: Role): readonly ActivityKind[] {
  if (typeof activity === 'object') return activity.only;
  return activity ? activityKinds : [];
}
