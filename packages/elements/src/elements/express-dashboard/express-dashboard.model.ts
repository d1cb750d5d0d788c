/** Which sections a seller has, and how they stand in the address. Pure: no DOM. */
import type { AccountAnswer, AccountSession } from '@express-elements/contract';
import type { ConnectState } from '../../session/connect/bridge.ts';

export const sections = [
  'overview',
  'transactions',
  'payments',
  'payouts',
  'reports',
  'activity',
  'account',
] as const;
export type Section = (typeof sections)[number];

/** What the endpoint offers and, once Stripe's session is there, what it granted; null before. */
export interface Offer {
  readonly capabilities: AccountAnswer['capabilities'];
  readonly components: AccountSession['components'] | null;
}

/** What is offered, as far as it is known by now. Where Stripe's part failed, none of it is there. */
export function offerOf(capabilities: Offer['capabilities'], connect?: ConnectState): Offer {
  if (!capabilities.account_session || connect?.kind === 'error')
    return { capabilities, components: {} };
  const components = connect?.kind === 'ready' ? (connect.components ?? null) : null;
  return { capabilities, components };
}

/**
 * Whether the session grants a Connect component; before it is there, whether it is asked for it, which mostly is the
 * same: so that nothing comes later than it must.
 *
 * @param component Stripe's key, such as `payouts_list`
 */
export const grants = ({ capabilities, components }: Offer, component: string): boolean =>
  components === null
    ? capabilities.components.includes(component)
    : (components[component]?.enabled ?? false);

/** The elements of one place in a section, by the first that the offer allows. */
export interface Part {
  readonly tag: string;
  /** Where it stands in the dashboard's grid: the name of a slot. */
  readonly slot: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly when: (offer: Offer) => boolean;
}

const component = (key: string) => (offer: Offer) => grants(offer, key);
const transactions = ({ capabilities }: Offer) => capabilities.transactions !== null;
const activity = ({ capabilities }: Offer) => capabilities.activity !== null;

/**
 * What each section holds, in order. Where a part has an alternative (`payouts`, else the plain `payouts_list`), the
 * later one asks for the absence of the earlier.
 */
export const partsOf = {
  overview: [
    {
      tag: 'express-notification-banner',
      slot: 'banner',
      when: component('notification_banner'),
    },
    {
      tag: 'express-balance',
      slot: 'balance',
      attributes: { view: 'summary' },
      when: ({ capabilities }) => capabilities.balance,
    },
    {
      tag: 'express-earnings',
      slot: 'earnings',
      when: ({ capabilities }) => capabilities.earnings !== null,
    },
    { tag: 'activity-hub', slot: 'hub', attributes: { limit: '4' }, when: activity },
    { tag: 'express-transactions', slot: 'latest', attributes: { limit: '6' }, when: transactions },
  ],
  transactions: [{ tag: 'express-transactions', slot: 'transactions', when: transactions }],
  payments: [
    { tag: 'express-payments', slot: 'payments', when: component('payments') },
    { tag: 'express-disputes-list', slot: 'payments', when: component('disputes_list') },
  ],
  payouts: [
    // Stripe's payouts component has the balance, the schedule and the bank account in it already.
    {
      tag: 'express-balance',
      slot: 'payouts',
      when: (offer) => grants(offer, 'balances') && !grants(offer, 'payouts'),
    },
    { tag: 'express-payouts', slot: 'payouts', when: component('payouts') },
    {
      tag: 'express-payouts-list',
      slot: 'payouts',
      when: (offer) => grants(offer, 'payouts_list') && !grants(offer, 'payouts'),
    },
  ],
  reports: [
    { tag: 'express-balance-report', slot: 'reports', when: component('balance_report') },
    {
      tag: 'express-payout-reconciliation-report',
      slot: 'reports',
      when: component('payout_reconciliation_report'),
    },
  ],
  activity: [{ tag: 'activity-hub', slot: 'activity', when: activity }],
  account: [
    { tag: 'express-account-management', slot: 'account', when: component('account_management') },
    { tag: 'express-documents', slot: 'account', when: component('documents') },
    {
      tag: 'express-login-link',
      slot: 'account',
      when: ({ capabilities }) => capabilities.login_link,
    },
  ],
} as const satisfies Record<Section, readonly Part[]>;

/** The slots of a section, in order. */
export const slotsOf = (section: Section): readonly string[] => [
  ...new Set(partsOf[section].map(({ slot }) => slot)),
];

/**
 * What of a section this seller has.
 *
 * @param taken slots in which the host's own content stands, in place of ours
 */
export const offeredParts = (
  section: Section,
  offer: Offer,
  taken: ReadonlySet<string>,
): readonly Part[] =>
  partsOf[section].filter((part: Part) => !taken.has(part.slot) && part.when(offer));

/**
 * The sections that hold anything for this seller, in the host's order.
 *
 * @param wanted what the host wants; null: all
 */
export const offeredSections = (
  offer: Offer,
  taken: ReadonlySet<string>,
  wanted: readonly Section[] | null,
): readonly Section[] =>
  (wanted ?? sections).filter(
    (section) =>
      offeredParts(section, offer, taken).length > 0 ||
      slotsOf(section).some((slot) => taken.has(slot)),
  );

/**
 * The sections that a host wrote down, each once; null where it wrote none that we know.
 *
 * @example readSections('activity payouts nonsense') // ['activity', 'payouts']
 */
export function readSections(text: string | null): readonly Section[] | null {
  const named = [...new Set((text ?? '').split(/\s+/).filter(isSection))];
  return named.length > 0 ? named : null;
}

export const isSection = (name: unknown): name is Section =>
  sections.some((section) => section === name);

/**
 * The section that an address names: `#/payouts` with the prefix `/`. Null where it names none of ours, so that a
 * host's own hashes are left alone.
 */
export function sectionOfHash(hash: string, prefix: string): Section | null {
  const name = hash.startsWith(`#${prefix}`) ? hash.slice(prefix.length + 1) : '';
  return isSection(name) ? name : null;
}

export const hashOfSection = (section: Section, prefix: string): string => `#${prefix}${section}`;

/**
 * The section to show: the wished one where it is offered, else the first.
 *
 * @param isKnown whether Stripe's session has said what it grants: until then a wish may still come true
 */
export const shownSection = (
  offered: readonly Section[],
  wished: Section | null,
  isKnown: boolean,
): Section | null => {
  if (wished !== null && (!isKnown || offered.includes(wished))) return wished;
  return offered[0] ?? null;
};

/** Where an arrow key leads from one tab to the next, round the ends. */
export function nextTab(
  offered: readonly Section[],
  from: Section,
  key: string,
  rtl: boolean,
): Section | null {
  const at = offered.indexOf(from);
  const forward = rtl ? 'ArrowLeft' : 'ArrowRight';
  const back = rtl ? 'ArrowRight' : 'ArrowLeft';
  const step = { [forward]: at + 1, [back]: at - 1, Home: 0, End: offered.length - 1 }[key];
  return step === undefined ? null : (offered.at(step % offered.length) ?? null);
}

/** The section in which the dashboard shows a component that a native element wants to open; null: in place. */
export function sectionOfComponent(element: string): Section | null {
  if (element === 'balances') return 'payouts';
  return element === 'account-management' ? 'account' : null;
}
