import type { ComponentName, Components } from './components.ts';

/** The platform's switches, as Stripe's settings page for the Express Dashboard has them. All are on by default. */
export interface Features {
  /** Sellers see their payments. */
  readonly payments: boolean;
  readonly refunds: boolean;
  readonly disputes: boolean;
  /** Sellers pay themselves out. */
  readonly manualPayouts: boolean;
  /** Sellers change their payout schedule. */
  readonly payoutSchedule: boolean;
  /** Sellers set money aside for refunds and disputes. */
  readonly prefunding: boolean;
}

export const allFeatures: Features = {
  payments: true,
  refunds: true,
  disputes: true,
  manualPayouts: true,
  payoutSchedule: true,
  prefunding: true,
};

/** What goes when a switch is off: whole components, and features wherever they are. */
const switches: Partial<
  Record<
    keyof Features,
    { readonly components: readonly ComponentName[]; readonly features: readonly string[] }
  >
> = {
  payments: {
    components: ['payments', 'payment_details', 'payment_disputes', 'disputes_list'],
    features: [],
  },
  refunds: { components: [], features: ['refund_management'] },
  disputes: {
    components: ['payment_disputes', 'disputes_list'],
    features: ['dispute_management', 'smart_disputes_management'],
  },
  manualPayouts: {
    components: ['instant_payouts_promotion'],
    features: ['standard_payouts', 'instant_payouts'],
  },
  payoutSchedule: { components: [], features: ['edit_payout_schedule'] },
};

type Loose = Readonly<Record<string, Readonly<Record<string, boolean>> | undefined>>;

/** The components that a role is granted on a platform with these switches. */
export function grantedComponents(components: Components, features: Features): Components {
  const off = (Object.keys(switches) as (keyof Features)[])
    .filter((name) => !features[name])
    .map((name) => switches[name])
    .filter((one) => one !== undefined);
  const gone = new Set<string>(off.flatMap((one) => one.components));
  const denied = new Set(off.flatMap((one) => one.features));
  const loose: Loose = components;
  const kept = Object.entries(loose)
    .filter(([name]) => !gone.has(name))
    .map(([name, grant]) => [name, withoutDenied(grant ?? {}, denied)]);
  return Object.fromEntries(kept);
}

const withoutDenied = (
  grant: Readonly<Record<string, boolean>>,
  denied: ReadonlySet<string>,
): Record<string, boolean> =>
  Object.fromEntries(
    Object.entries(grant).map(([feature, on]) => [feature, on && !denied.has(feature)]),
  );
