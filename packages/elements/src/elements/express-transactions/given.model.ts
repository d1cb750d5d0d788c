/** Which rows a figure is made of, where that is not what a seller chooses by hand: a link sets it, a chip takes it off. Pure. */
import type { Capabilities, TransactionFilters } from '@express-elements/contract';
import type { RowsFilter } from '../../events/rows.ts';
import { formatList } from '../../format/index.ts';
import type { MessagesOf } from '../../locales/index.ts';
import { noFilters, type ChosenFilters } from './filters.model.ts';
import { payoutStatus } from './row.model.ts';

export type BalanceType = NonNullable<TransactionFilters['balance_type']>[number];

export interface GivenFilters {
  readonly netVolume: boolean;
  readonly balanceType: readonly BalanceType[];
  readonly sourceStatus: readonly string[];
}

export const noGiven: GivenFilters = { netVolume: false, balanceType: [], sourceStatus: [] };

export const givenNames = Object.keys(noGiven) as readonly (keyof GivenFilters)[];

export const isGiven = (given: GivenFilters, name: keyof GivenFilters): boolean => {
  const value = given[name];
  return typeof value === 'boolean' ? value : value.length > 0;
};

export const hasGiven = (given: GivenFilters): boolean =>
  givenNames.some((name) => isGiven(given, name));

/** What the endpoint must offer for each. */
const needs = {
  netVolume: 'net_volume',
  balanceType: 'balance_type',
  sourceStatus: 'source_status',
} as const satisfies Record<keyof GivenFilters, keyof TransactionFilters>;

const balanceTypes = Object.keys({
  payments: true,
  issuing: true,
  refund_and_dispute_prefunding: true,
  risk_reserved: true,
} satisfies Record<BalanceType, true>) as readonly BalanceType[];

/** What a host wrote into attributes, as far as it makes sense: the endpoint would refuse the rest. */
export const soundGiven = (raw: {
  readonly netVolume: boolean;
  readonly balanceType: readonly string[];
  readonly sourceStatus: readonly string[];
}): GivenFilters => ({
  netVolume: raw.netVolume,
  balanceType: balanceTypes.filter((type) => raw.balanceType.includes(type)),
  sourceStatus: raw.sourceStatus,
});

/** The question for the endpoint, without what it does not offer. */
export function givenQuery(
  { netVolume, balanceType, sourceStatus }: GivenFilters,
  { filters }: Pick<NonNullable<Capabilities['transactions']>, 'filters'>,
): TransactionFilters {
  return {
    ...(netVolume && filters.includes(needs.netVolume) && { net_volume: true }),
    ...(balanceType.length > 0 &&
      filters.includes(needs.balanceType) && { balance_type: [...balanceType] }),
    ...(sourceStatus.length > 0 &&
      filters.includes(needs.sourceStatus) && { source_status: [...sourceStatus] }),
  };
}

/** Everything that a list has chosen when it shows just these rows. */
export const filtersOf = (rows: RowsFilter): ChosenFilters => ({
  ...noFilters,
  categories: rows.category ?? [],
  status: rows.status ?? null,
  currency: rows.currency ?? null,
  from: rows.from ?? null,
  to: rows.to ?? null,
  customer: rows.customer ?? null,
  payout: rows.payout ?? null,
});

export const givenOf = (rows: RowsFilter): GivenFilters => ({
  netVolume: rows.netVolume ?? false,
  balanceType: rows.balanceType ?? [],
  sourceStatus: rows.sourceStatus ?? [],
});

/** What its chip says. */
export function givenWords(
  given: GivenFilters,
  name: keyof GivenFilters,
  messages: MessagesOf<'transactions'>,
  locale: string,
): string {
  const { given: texts, status } = messages.transactions;
  if (name === 'netVolume') return texts.netVolume;
  if (name === 'balanceType') {
    const names = given.balanceType.map((type) => texts.balanceType[type]);
    return texts.balance(formatList(names, locale));
  }
  // What Stripe calls it, where we have no word of our own.
  const names = given.sourceStatus.map(
    (value) => payoutStatus(value, status) ?? value.replaceAll('_', ' '),
  );
  return formatList(names, locale);
}
