import { comparisons, intervals, sorts, transactionFilters } from '@express-elements/contract';
import { ExpressError } from '../../errors.ts';
import type { Ledger, LedgerAccount, LedgerDeps, LedgerFactory } from '../ledger.ts';
import { SqlAccountActivity } from './account-activity.ts';
import { SqlAccountLedger } from './account-ledger.ts';
import type { Context } from './context.ts';
import type { Database } from './db/database.ts';
import { receiveEvent } from './import/receive.ts';
import { step } from './import/runner.ts';
import { Listeners } from './listeners.ts';
import { migrate } from './migrations/index.ts';
import { Opening } from './opening.ts';
import { syncOf } from './sync.ts';
import { checkPlatform } from './tables/meta.ts';
import { hasWork, priorities, wishFor } from './tables/windows.ts';
import { Watched } from './watched.ts';
import { Worker } from './worker.ts';
import { enterWorld } from './world.ts';

export interface SqlOptions {
  /**
   * Whether this process works on imports in the background (default). `false` where processes are short-lived: then
   * a cron calls `express.tick()`, and a webhook's rows are read before it is answered.
   */
  readonly worker?: boolean;
  /** Which sandbox's world the rows come from: for demos and tests. Another world's rows are refused. */
  readonly world?: string;
  /** Drops the ledger's own tables, with a sentence, where they hold another sandbox's rows; never Stripe's own. */
  readonly resetOnOtherWorld?: boolean;
  /** The wall clock in milliseconds, for leases and waits. Default `Date.now`. */
  readonly wall?: () => number;
  /** How many rows a search looks at one by one before it asks the index of months. Default 5,000. */
  readonly walked?: number;
}

const WALKED = 5000;

const capabilities: Ledger['capabilities'] = {
  transactions: {
    filters: [...transactionFilters],
    sorts: [...sorts],
    search: true,
    summary: true,
    details: true,
    export: true,
    jump: true,
    payout_of_row: true,
    customer_join: false,
  },
  earnings: { intervals: [...intervals], compare: [...comparisons], breakdown: true },
  sync: true,
  live: { transport: 'sse' },
  activity: { read_marks: true, history_days: null },
};

/** What is there once the ledger has started. */
interface Started {
  readonly context: Context;
  readonly opening: Opening;
  readonly listeners: Listeners;
  readonly worker: Worker | null;
}

class SqlLedger implements Ledger {
  readonly kind = 'sql';
  readonly capabilities = capabilities;
  readonly #open: () => Promise<Database>;
  readonly #options: SqlOptions;
  readonly #deps: LedgerDeps;
  readonly #watched: Watched;
  #started: Started | null = null;

  constructor(open: () => Promise<Database>, options: SqlOptions, deps: LedgerDeps) {
    this.#open = open;
    this.#options = options;
    this.#deps = deps;
    this.#watched = new Watched(() => deps.scheduler.now());
  }

  async start(platform: { id: string; livemode: boolean }): Promise<void> {
    const db = await this.#open();
    try {
      await enterWorld(db, this.#options, this.#deps.log);
      await migrate(db);
      await checkPlatform(db, platform);
    } catch (error) {
      await db.close();
      throw error;
    }
    this.#begin(db);
  }

  for(account: LedgerAccount): SqlAccountLedger {
    return new SqlAccountLedger(this.#is.context, account, () => this.#ready(account));
  }

  activity(account: LedgerAccount): SqlAccountActivity {
    return new SqlAccountActivity(this.#is.context, account.id, () => this.#ready(account));
  }

  async receive(event: Parameters<Ledger['receive']>[0], account: string): Promise<void> {
    const { context, worker } = this.#is;
    if (!(await receiveEvent(context, event, account))) return;
    if (worker) worker.kick();
    // Nobody else will: what is urgent is done before the answer.
    else while (await step(context, { onlyUrgent: true }));
  }

  async sync(account: LedgerAccount): ReturnType<Ledger['sync']> {
    await this.#ready(account);
    return syncOf(this.#is.context, account.id);
  }

  async listen(
    account: string,
    changed: Parameters<NonNullable<Ledger['listen']>>[1],
  ): Promise<() => Promise<void>> {
    return this.#is.listeners.add(account, changed);
  }

  async tick(budgetMs: number): Promise<boolean> {
    const { context } = this.#is;
    const { scheduler, now } = this.#deps;
    const until = scheduler.now() + budgetMs;
    while (scheduler.now() < until) if (!(await step(context))) return false;
    return hasWork(context.db, { now: now(), nowMs: context.wall() });
  }

  async close(): Promise<void> {
    const started = this.#started;
    this.#started = null;
    if (!started) return;
    await started.worker?.stop();
    await started.listeners.close();
    await started.context.db.close();
  }

  get #is(): Started {
    if (this.#started) return this.#started;
    throw new ExpressError(
      'unavailable',
      'The ledger is not open: it has not started, or was closed.',
    );
  }

  #begin(db: Database): void {
    const listeners = new Listeners(db);
    const context: Context = {
      db,
      deps: this.#deps,
      owner: crypto.randomUUID(),
      wall: this.#options.wall ?? Date.now,
      walked: this.#options.walked ?? WALKED,
      isWatched: (account) => listeners.has(account) || this.#watched.has(account),
    };
    const worker = this.#options.worker === false ? null : new Worker(context);
    this.#started = { context, listeners, worker, opening: new Opening(context) };
    worker?.kick();
  }

  async #ready(account: LedgerAccount): Promise<void> {
    const { opening, worker, context } = this.#is;
    await opening.ready(account);
    if (!this.#watched.look(account.id)) return;
    if (this.#deps.webhooks === 'none')
      await wishFor(context.db, [
        { account: account.id, kind: 'events', priority: priorities.events },
      ]);
    worker?.kick();
  }
}

/** The ledger over a database that is opened when the server starts. */
export const sqlLedger =
  (open: () => Promise<Database>, options: SqlOptions): LedgerFactory =>
  (deps) =>
    new SqlLedger(open, options, deps);
