/** What is chosen, as parameters of the page's address, and back. Pure. */
import type { Order, Sort } from '@express-elements/contract';
import { listAttribute } from './attributes.ts';
import { soundFilters, type ChosenFilters } from './filters.model.ts';
import { soundGiven, type GivenFilters } from './given.model.ts';

/** Everything that a seller may choose. */
export interface Choice {
  readonly filters: ChosenFilters;
  readonly given: GivenFilters;
  readonly sort: Sort;
  readonly order: Order;
}

/** Before each of our parameters, so that the page's own stay its own. */
export const PREFIX = 'transactions-';

const sorts = Object.keys({
  created: true,
  amount: true,
  net: true,
  category: true,
  available_on: true,
} satisfies Record<Sort, true>) as readonly Sort[];

const list = (values: readonly string[]): string => values.join(',');
const amount = (text: string): number | null => (/^\d+$/.test(text) ? Number(text) : null);

/** A choice as texts, by the name of each parameter; empty is none. */
function textsOf({ filters, given, sort, order }: Choice) {
  return {
    type: list(filters.categories),
    period: filters.period ?? '',
    from: filters.from ?? '',
    to: filters.to ?? '',
    min: `${filters.amountMin ?? ''}`,
    max: `${filters.amountMax ?? ''}`,
    status: filters.status ?? '',
    currency: filters.currency ?? '',
    customer: filters.customer ?? '',
    payout: filters.payout ?? '',
    q: filters.query,
    'net-volume': given.netVolume ? 'true' : '',
    balance: list(given.balanceType),
    source: list(given.sourceStatus),
    sort,
    order,
  };
}
type Texts = ReturnType<typeof textsOf>;
type Name = keyof Texts;

/** What of the texts makes sense; the rest is none. */
function choiceOf(texts: Readonly<Record<Name, string>>): Choice {
  return {
    filters: soundFilters({
      category: listAttribute.fromAttribute(texts.type),
      period: texts.period,
      from: texts.from,
      to: texts.to,
      amountMin: amount(texts.min),
      amountMax: amount(texts.max),
      status: texts.status,
      currency: texts.currency,
      customer: texts.customer,
      payout: texts.payout,
      query: texts.q,
    }),
    given: soundGiven({
      netVolume: texts['net-volume'] === 'true',
      balanceType: listAttribute.fromAttribute(texts.balance),
      sourceStatus: listAttribute.fromAttribute(texts.source),
    }),
    sort: sorts.find((sort) => sort === texts.sort) ?? 'created',
    order: texts.order === 'asc' ? 'asc' : 'desc',
  };
}

const blank: Record<Name, string> = {
  type: '',
  period: '',
  from: '',
  to: '',
  min: '',
  max: '',
  status: '',
  currency: '',
  customer: '',
  payout: '',
  q: '',
  'net-volume': '',
  balance: '',
  source: '',
  sort: '',
  order: '',
};
const names = Object.keys(blank) as readonly Name[];
const nothing = textsOf(choiceOf(blank));

/** A parameter's value as it would be written, undefined where it makes no sense. */
function soundText(name: Name, text: string): string | undefined {
  const sound = textsOf(choiceOf({ ...blank, [name]: text }))[name];
  return sound === nothing[name] && text !== '' && text !== sound ? undefined : sound;
}

/**
 * What an address has chosen. What it does not speak of, or not sensibly, is as at the start.
 *
 * @param search `location.search`
 * @param start what the host's attributes say
 */
export function readUrl(search: string, start: Choice): Choice {
  const given = new URLSearchParams(search);
  const told = names.flatMap((name) => {
    const text = given.get(PREFIX + name);
    const sound = text === null ? undefined : soundText(name, text);
    return sound === undefined ? [] : [[name, sound] as const];
  });
  return choiceOf({ ...textsOf(start), ...Object.fromEntries(told) });
}

/** Ours among the parameters, however they are escaped. */
const isOurs = (parameter: string): boolean => {
  const [name = ''] = new URLSearchParams(parameter).keys();
  return names.some((each) => PREFIX + each === name);
};

/**
 * An address with what is chosen, as far as it differs from the start. The page's own parameters stay to the letter.
 *
 * @example writeUrl('?page=2', { …, filters: { …, query: 'ada' } }, start) // '?page=2&transactions-q=ada'
 */
export function writeUrl(search: string, choice: Choice, start: Choice): string {
  const others = search
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => part !== '' && !isOurs(part));
  const [texts, usual] = [textsOf(choice), textsOf(start)];
  const ours = names
    .filter((name) => texts[name] !== usual[name])
    // A comma needs no escape in a query, and lists are read more easily.
    .map((name) => `${PREFIX}${name}=${encodeURIComponent(texts[name]).replaceAll('%2C', ',')}`);
  const all = [...others, ...ours].join('&');
  return all === '' ? '' : `?${all}`;
}

/** Whether only the search differs: somebody is typing. */
export function isTyping(before: Choice, now: Choice): boolean {
  const without = (choice: Choice) => JSON.stringify({ ...textsOf(choice), q: '' });
  return before.filters.query !== now.filters.query && without(before) === without(now);
}

/** Whether two choices are the same list. */
export const isSame = (one: Choice, other: Choice): boolean =>
  JSON.stringify(textsOf(one)) === JSON.stringify(textsOf(other));
