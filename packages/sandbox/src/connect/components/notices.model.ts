import type Stripe from 'stripe';
import { isBroken } from './balances.model.ts';
import type { Bank } from './balances.model.ts';

export interface Notice {
  readonly kind: 'past_due' | 'due' | 'eventual' | 'bank';
  /** What is asked for, by Stripe's requirement keys. */
  readonly fields: readonly string[];
  /** Unix seconds, where Stripe set a date. */
  readonly deadline: number | null;
  readonly bank?: Bank;
}

/** connect-js's `CollectionOptions`, as far as it narrows what a banner shows. */
export interface Collection {
  readonly eventual: boolean;
  readonly wanted: (field: string) => boolean;
}

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

const covers = (patterns: readonly string[], key: string): boolean =>
  patterns.some(
    (pattern) => pattern === key || (pattern.endsWith('*') && key.startsWith(pattern.slice(0, -1))),
  );

export const readCollection = (given: Readonly<Record<string, unknown>>): Collection => {
  const { requirements } = given;
  const set = typeof requirements === 'object' && requirements !== null ? { ...requirements } : {};
  const only = 'only' in set ? strings(set.only) : undefined;
  const exclude = 'exclude' in set ? strings(set.exclude) : [];
  return {
    eventual: given.fields === 'eventually_due',
    wanted: (field) => (only ? covers(only, field) : !covers(exclude, field)),
  };
};

const bankKey = 'external_account';

/** What an account is told, the worst first. A bank account that bounced is said once, as such. */
export const notices = (
  account: Pick<Stripe.Account, 'requirements'>,
  banks: readonly Bank[],
  collection: Collection,
): Notice[] => {
  const broken = banks.filter((bank) => bank.default_for_currency !== false && isBroken(bank));
  const asked = (fields: readonly string[] | null | undefined) =>
    (fields ?? []).filter(
      (field) => collection.wanted(field) && !(field === bankKey && broken.length > 0),
    );
  const { past_due, currently_due, eventually_due, current_deadline } = account.requirements ?? {};
  const past = asked(past_due);
  const due = asked(currently_due).filter((field) => !past.includes(field));
  const later = collection.eventual
    ? asked(eventually_due).filter((field) => ![...past, ...due].includes(field))
    : [];
  const deadline = current_deadline ?? null;
  const all: Notice[] = [
    { kind: 'past_due', fields: past, deadline: null },
    ...broken.map((bank) => ({ kind: 'bank', fields: [bankKey], deadline: null, bank }) as const),
    { kind: 'due', fields: due, deadline },
    { kind: 'eventual', fields: later, deadline: null },
  ];
  return all.filter((notice) => notice.fields.length > 0);
};

export const actionRequired = (all: readonly Notice[]): number =>
  all.filter((notice) => notice.kind !== 'eventual').length;
