import { activityKinds, type Row } from '@express-elements/contract';
import type Stripe from 'stripe';
import {
  distinct,
  factsOf,
  firstPayment,
  isNews,
  paymentReceived,
  paymentTypes,
  toldEvents,
  withPayments,
  type Fact,
} from '../../activity/items.ts';
import { ExpressError } from '../../errors.ts';
import type {
  AccountActivity,
  FeedPage,
  FeedRequest,
  LedgerAccount,
  LedgerDeps,
} from '../ledger.ts';
import { comparePlaces } from '../order.ts';
import { eventReader, rowReader } from './read.ts';
import type { Windows } from './windows.ts';

/** Stripe keeps events for so long. */
export const HISTORY_DAYS = 30;
const DAY = 86_400;

interface Payments {
  readonly rows: readonly Row[];
  readonly isComplete: boolean;
}

const noPayments: Payments = { rows: [], isComplete: false };

/** The kinds for which payments are read: told by them, or about one. */
const paymentKinds = activityKinds.filter((kind) => /^(payment|refund|dispute)_/.test(kind));

/** The feed that comes from Stripe's own events: thirty days, and nobody's read marks. */
export class DirectActivity implements AccountActivity {
  readonly #deps: LedgerDeps;
  readonly #account: LedgerAccount;
  readonly #events: Windows<Stripe.Event>;
  readonly #rows: Windows<Row>;
  /** Accounts that had a payment before the feed begins: that never changes, so it is asked once. */
  readonly #older: Set<string>;

  constructor(
    deps: LedgerDeps,
    account: LedgerAccount,
    kept: {
      readonly events: Windows<Stripe.Event>;
      readonly rows: Windows<Row>;
      readonly older: Set<string>;
    },
  ) {
    this.#deps = deps;
    this.#account = account;
    this.#events = kept.events;
    this.#rows = kept.rows;
    this.#older = kept.older;
  }

  async page(request: FeedRequest): Promise<FeedPage> {
    const since = this.#deps.now() - HISTORY_DAYS * DAY;
    const kinds = new Set<string>(request.kinds);
    const [told, payments] = await Promise.all([
      this.#told(since),
      paymentKinds.some((kind) => kinds.has(kind)) ? this.#payments(since) : noPayments,
    ]);
    const first = kinds.has('payment_first') ? await this.#firstPayment(since, payments) : null;
    const received = payments.rows.filter(({ id }) => id !== first?.id).map(paymentReceived);
    const facts = [...told, ...received, ...(first ? [firstPayment(first)] : [])];
    const page = feedPage(
      distinct(facts).filter(({ kind, created }) => kinds.has(kind) && created >= since),
      request,
      this.#deps.now(),
    );
    return { ...page, items: withPayments(page.items, payments.rows) };
  }

  async markRead(): Promise<never> {
    throw new ExpressError('not_found', 'This server keeps no read marks.');
  }

  async #told(since: number): Promise<Fact[]> {
    // Without `from` in the range, so that the window stays the same one while time goes on: Stripe keeps no more.
    const events = await this.#events.get(
      this.#account.id,
      eventReader(this.#deps, this.#account.id, toldEvents),
    );
    return events.items.filter(({ created }) => created >= since).flatMap(factsOf);
  }

  /** The payments since a time, as many of the newest as the ledger looks at. */
  async #payments(since: number): Promise<Payments> {
    // From the beginning of a day, so that the window stays the same one for as long.
    const from = Math.floor(since / DAY) * DAY;
    const lists = await Promise.all(
      paymentTypes.map((type) =>
        this.#rows.get(
          `${this.#account.id} payments ${type} ${from}`,
          rowReader(this.#deps, this.#account.id, { type }),
          { from },
        ),
      ),
    );
    return {
      rows: lists.flatMap(({ items }) => items).filter(({ created }) => created >= since),
      isComplete: lists.every(({ covers }) => covers.complete),
    };
  }

  /** Null where the account was paid before the feed begins, or more often since than is looked at. */
  async #firstPayment(since: number, { rows, isComplete }: Payments): Promise<Row | null> {
    if (!isComplete || this.#older.has(this.#account.id)) return null;
    if (await this.#hasOlder(since)) {
      this.#older.add(this.#account.id);
      return null;
    }
    return rows.toSorted((a, b) => a.created - b.created || (a.id < b.id ? -1 : 1))[0] ?? null;
  }

  async #hasOlder(since: number): Promise<boolean> {
    const older = await Promise.all(
      paymentTypes.map((type) =>
        rowReader(this.#deps, this.#account.id, { type })({ before: since }),
      ),
    );
    return older.some(({ items }) => items.length > 0);
  }
}

const place = ({ created, id }: Fact): { key: number; id: string } => ({ key: created, id });

/** One page of facts that are newest first. */
export function feedPage(facts: readonly Fact[], request: FeedRequest, now: number): FeedPage {
  const { limit, after, before } = request;
  const at = (index: number): number => (index === -1 ? facts.length : index);
  const end = before
    ? at(facts.findIndex((one) => comparePlaces(place(one), before) <= 0))
    : facts.length;
  const start = after
    ? at(facts.findIndex((one) => comparePlaces(place(one), after) < 0))
    : before
      ? Math.max(0, end - limit)
      : 0;
  const page = facts.slice(start, Math.min(end, start + limit));
  return {
    items: page.map((one) => ({
      ...one,
      read: isNews(one, now) ? null : true,
      opens: null,
    })),
    hasPrevious: start > 0,
    hasNext: start + page.length < facts.length,
    unread: null,
  };
}
