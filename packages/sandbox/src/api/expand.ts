import { invalid } from './errors.ts';

/** Turns ids into objects along the paths of `expand[]`. */

export type Lookup = (id: string) => object | null;
/** A part of an object that Stripe leaves out unless it is asked for. */
export type Includes = Readonly<Record<string, (parent: object) => unknown>>;

const MAX_DEPTH = 4;

const expandable: Readonly<Record<string, readonly string[]>> = {
  account: ['settings.branding.icon', 'settings.branding.logo'],
  application_fee: ['account', 'balance_transaction', 'charge', 'originating_transaction'],
  balance_transaction: ['source'],
  bank_account: ['account'],
  card: ['account'],
  charge: [
    'application_fee',
    'balance_transaction',
    'customer',
    'failure_balance_transaction',
    'on_behalf_of',
    'payment_intent',
    'source_transfer',
    'transfer',
    'transfer_data.destination',
  ],
  connect_collection_transfer: ['destination'],
  dispute: ['charge', 'payment_intent'],
  fee_refund: ['balance_transaction', 'fee'],
  payment_intent: ['customer', 'latest_charge', 'on_behalf_of', 'transfer_data.destination'],
  payout: [
    'application_fee',
    'balance_transaction',
    'destination',
    'failure_balance_transaction',
    'original_payout',
    'reversed_by',
  ],
  refund: [
    'balance_transaction',
    'charge',
    'customer',
    'failure_balance_transaction',
    'payment_intent',
    'source_transfer_reversal',
    'transfer_reversal',
  ],
  topup: ['balance_transaction'],
  transfer: ['balance_transaction', 'destination', 'destination_payment', 'source_transaction'],
  transfer_reversal: [
    'balance_transaction',
    'destination_payment_refund',
    'source_refund',
    'transfer',
  ],
};

/** Hashes and lists that a path may pass through without naming an object. */
const passable = new Set([
  'data',
  'settings',
  'branding',
  'transfer_data',
  'refunds',
  'reversals',
  'external_accounts',
  'balance_transactions',
  'instant_available',
]);

type Hash = Record<string, unknown>;
const isHash = (value: unknown): value is Hash =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const objectType = (value: Hash): string =>
  typeof value['object'] === 'string' ? value['object'] : '';

/** What a balance transaction's source may be. A path that suits one of them passes over the others, as Stripe's does. */
const sources = [
  'charge',
  'refund',
  'dispute',
  'payout',
  'topup',
  'transfer',
  'transfer_reversal',
  'application_fee',
  'fee_refund',
  'connect_collection_transfer',
  'reserve_transaction',
];

const isOfAnotherKind = (owner: string, inside: string, path: string): boolean =>
  /(^|\.)source\./.test(path) &&
  sources.includes(owner) &&
  sources.some((kind) => expandable[kind]?.includes(inside));

export class Expander {
  readonly #lookup: Lookup;
  readonly #includes: Includes;

  constructor(lookup: Lookup, includes: Includes) {
    this.#lookup = lookup;
    this.#includes = includes;
  }

  /** Expands in place: the answer was made for this call alone. */
  expand(answer: object, paths: readonly string[]): void {
    for (const path of paths) {
      const steps = path.split('.');
      if (steps.length > MAX_DEPTH) {
        throw invalid(`You cannot expand more than ${MAX_DEPTH} levels of a property: ${path}`, {
          param: 'expand',
        });
      }
      this.#walk(answer, steps, { owner: '', inside: '', path });
    }
  }

  #walk(
    value: unknown,
    steps: readonly string[],
    at: { owner: string; inside: string; path: string },
  ): void {
    if (Array.isArray(value)) {
      for (const item of value) this.#walk(item, steps, at);
      return;
    }
    const [step, ...rest] = steps;
    if (step === undefined || value === null || value === undefined) return;
    if (!isHash(value)) throw refuse(at.path);
    const type = objectType(value);
    const owner = type === '' || type === 'list' ? at.owner : type;
    const inside = type === '' ? `${at.inside}${step}` : step;
    this.#step(value, step, rest, { owner, inside, path: at.path });
  }

  #step(
    value: Hash,
    step: string,
    rest: readonly string[],
    at: { owner: string; inside: string; path: string },
  ): void {
    const include = this.#includes[`${at.owner}.${at.inside}`];
    if (include && value[step] === undefined) value[step] = include(value);
    else if (expandable[at.owner]?.includes(at.inside)) value[step] = this.#resolve(value[step]);
    else if (isOfAnotherKind(at.owner, at.inside, at.path)) return;
    else if (!include && !passable.has(step)) throw refuse(at.path);
    else if (!include && !(step in value)) throw refuse(at.path);
    else if (!include && rest.length === 0) throw refuse(at.path);
    this.#walk(value[step], rest, { ...at, inside: `${at.inside}.` });
  }

  #resolve(value: unknown): unknown {
    return typeof value === 'string' ? (this.#lookup(value) ?? value) : value;
  }
}

const refuse = (path: string) =>
  invalid(`This property cannot be expanded (${path}).`, { param: 'expand' });
