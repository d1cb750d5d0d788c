/**
 * The port through which every figure comes. Two ledgers stand behind it, and elements cannot tell them apart but by
 * what `/account` says they can do: `direct/` reads Stripe at each request, `sql/` keeps every balance transaction.
 * Both answer the same question with the same answer; `direct/query.ts` is the oracle of both.
 */
import type {
  Activity,
  ActivityKind,
  ActivityRead,
  ActivityReadBody,
  Capabilities,
  Category,
  Covers,
  Earnings,
  EarningsQuery,
  LiveTopic,
  Order,
  Row,
  Sort,
  Summary,
  Sync,
  Transaction,
  TransactionFilters,
} from '@express-elements/contract';
import type Stripe from 'stripe';
import type { Scheduler } from '../clock.ts';
import type { Log } from '../log.ts';
import type { StripeGateway } from '../stripe/gateway.ts';

/** What a ledger has to know of an account, from Stripe's account object. */
export interface LedgerAccount {
  readonly id: string;
  /** IANA name, Stripe's `settings.dashboard.timezone`. */
  readonly timeZone: string;
  readonly defaultCurrency: string;
  /** When the account was made: nothing of it is older. Null where Stripe does not say. */
  readonly created: number | null;
}

/** What an answer covers that looked at every row: `from` is null then, for there is nothing before it. */
export const everything: Covers = { from: null, complete: true };

/** Filters as the seller asked, and the categories that the role may see at all (null: every one). */
export interface Question {
  readonly filters: TransactionFilters;
  readonly onlyCategories: readonly Category[] | null;
}

export interface PageRequest {
  readonly sort: Sort;
  readonly order: Order;
  readonly limit: number;
  /** At most one of the three. `after` and `before` are decoded cursors: a row's place in the order. */
  readonly after?: Place;
  readonly before?: Place;
  /**
   * A value of the sort key, as text: the page begins at the first row at or past it in this order; `end`, or a value
   * past every row: the last page. See `jumpKey` in order.ts.
   */
  readonly at?: string;
}

/** A row's place in an order: the sort key's value, then the id, compared by code unit. */
export interface Place {
  readonly key: number | string;
  readonly id: string;
}

export interface Page {
  readonly rows: readonly Row[];
  /** Whether rows stand before the first and after the last of these, in this order. */
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
  readonly covers: Covers;
}

/** One transaction as a ledger knows it: the route adds what goes by role and by Stripe's payouts. */
export type LedgerTransaction = Omit<Transaction, 'opens' | 'payout_parts'>;

/** One account's ledger. */
export interface AccountLedger {
  page(question: Question, request: PageRequest): Promise<Page>;
  summary(question: Question): Promise<Summary>;
  /** Null where there is no such row for this account, or the role may not see its category. */
  get(id: string, onlyCategories: Question['onlyCategories']): Promise<LedgerTransaction | null>;
  /** Every matching row, in batches, for the export; `covers` is known before the first batch. */
  rows(
    question: Question,
    order: Pick<PageRequest, 'sort' | 'order'>,
  ): Promise<{ covers: Covers; batches: AsyncIterable<readonly Row[]> }>;
  earnings(query: EarningsQuery): Promise<Earnings>;
  covers(): Promise<Covers>;
  /** Count and sum of all the rows of an automatic payout that Stripe has reconciled; null while they are not known. */
  payoutSums(payout: string): Promise<PayoutSums | null>;
}

export interface PayoutSums {
  readonly count: number;
  readonly net: number;
  /** Every row of it was looked at. */
  readonly complete: boolean;
}

export interface FeedRequest {
  /** Null: every kind that the role may see has been worked out by the route. */
  readonly kinds: readonly ActivityKind[];
  readonly viewer: string;
  readonly limit: number;
  readonly after?: Place;
  readonly before?: Place;
}

export interface FeedPage extends Pick<Activity, 'unread'> {
  readonly items: Activity['data'];
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
}

/** One account's feed. Items come without `opens`: the route fills it in by role. `needs_you` comes from Stripe. */
export interface AccountActivity {
  page(request: FeedRequest): Promise<FeedPage>;
  /** Only where `readMarks`. */
  markRead(
    viewer: string,
    kinds: readonly ActivityKind[],
    body: ActivityReadBody,
  ): Promise<ActivityRead>;
}

export interface Ledger {
  readonly kind: 'direct' | 'sql';
  /** What it can do for a role that may everything; the route takes away what the role may not. */
  readonly capabilities: Pick<Capabilities, 'transactions' | 'earnings' | 'sync' | 'live'> & {
    readonly activity: Pick<NonNullable<Capabilities['activity']>, 'read_marks' | 'history_days'>;
  };
  /** Once, before the first request: opens the database, applies migrations, checks `meta`. Throws one clear sentence. */
  start(platform: { id: string; livemode: boolean }): Promise<void>;
  for(account: LedgerAccount): AccountLedger;
  activity(account: LedgerAccount): AccountActivity;
  /** A verified webhook of a connected account: stored once, safe twice and in any order. */
  receive(event: Stripe.Event, account: string): Promise<void>;
  /** Import state, where there is an import. */
  sync(account: LedgerAccount): Promise<Sync | null>;
  /** Says which topics of an account have changed; returns the way to stop. Absent where live is polling. */
  listen?(
    account: string,
    changed: (topics: readonly LiveTopic[]) => void,
  ): Promise<() => Promise<void>>;
  /** Works on imports for at most so long; true while there is more to do. */
  tick(budgetMs: number): Promise<boolean>;
  close(): Promise<void>;
}

/** What the host's `describe` may answer for a row: the words to show in place of the charge's own description. */
export type Describe = (
  transaction: Stripe.BalanceTransaction,
) => string | null | Promise<string | null>;

export interface LedgerDeps {
  readonly stripe: StripeGateway;
  /** What Stripe says of an account, kept for a minute: its time zone may change, and roll-ups with it. */
  readonly accountOf: (id: string) => Promise<LedgerAccount>;
  /** Dates data and nothing else; caches, leases and limits go by the wall or the monotonic clock. Unix seconds. */
  readonly now: () => number;
  /** Monotonic time and timers for caches, leases and polling. */
  readonly scheduler: Scheduler;
  /** `none`: Stripe sends no webhooks here, so what is watched is polled. */
  readonly webhooks: 'signed' | 'none';
  /** The metadata keys that a row may show and search. */
  readonly metadataKeys: readonly string[];
  readonly describe: Describe | null;
  readonly log: Log;
}

/** What `direct()`, `pglite(folder)` and `postgres(url)` give: the ledger is made when the rest is known. */
export type LedgerFactory = (deps: LedgerDeps) => Ledger;
