import { sleep } from '../../clock.ts';
import type { LedgerAccount } from '../ledger.ts';
import { leaseOf, type Context } from './context.ts';
import { runWindow } from './import/runner.ts';
import { RECONCILE_MS } from './import/reconcile.ts';
import { rebuildRollups } from './tables/rollups.ts';
import {
  addState,
  getState,
  lockState,
  takeLease,
  updateState,
  type State,
} from './tables/states.ts';
import { addWindows, claimWindows, hasNewest, hurry, priorities } from './tables/windows.ts';

/** Puts an account's whole history into the queue, once. */
async function begin(context: Context, account: LedgerAccount): Promise<void> {
  const { id, timeZone, created } = account;
  const startedMs = context.wall();
  await context.db.transaction(async (tx) => {
    if (!(await addState(tx, id, { timeZone, opened: created, startedMs }))) return;
    await addWindows(tx, [
      { account: id, kind: 'import', priority: priorities.first },
      { account: id, kind: 'events', priority: priorities.events },
      {
        account: id,
        kind: 'reconcile',
        priority: priorities.reconcile,
        notBeforeMs: startedMs + RECONCILE_MS,
      },
    ]);
  });
}

/** The seller moved: days begin elsewhere. */
async function moveTo(context: Context, { id, timeZone }: LedgerAccount): Promise<void> {
  await context.db.transaction(async (tx) => {
    const state = await lockState(tx, id);
    if (!state || state.time_zone === timeZone) return;
    await rebuildRollups(tx, id, timeZone);
    await updateState(tx, id, { time_zone: timeZone });
  });
}

const WAIT_MS = 100;
const LONGEST_WAIT_MS = 10_000;

/** Reads the newest page here and now. False where another worker is at it. */
async function readNewest(context: Context, id: string): Promise<boolean> {
  const lease = leaseOf(context);
  if (!(await takeLease(context.db, id, lease))) return false;
  const [window] = await context.db.transaction((tx) =>
    claimWindows(tx, {
      lease,
      now: context.deps.now(),
      limit: 1,
      account: id,
      kinds: ['import'],
      anyTime: true,
    }),
  );
  if (!window) return false;
  const error = await runWindow(context, window, 'seller');
  if (error) throw error;
  return true;
}

/** The first answer must have rows: the newest page is read before it, by us or by whoever is at it already. */
async function awaitNewest(context: Context, id: string): Promise<void> {
  const { scheduler } = context.deps;
  const until = scheduler.now() + LONGEST_WAIT_MS;
  while (!(await hasNewest(context.db, id))) {
    if (await readNewest(context, id)) continue;
    // What is not there yet, `covers` says.
    if (scheduler.now() >= until) return;
    await sleep(scheduler, WAIT_MS);
  }
}

/** Brings an account to where it can be asked. */
async function open(context: Context, account: LedgerAccount): Promise<State | null> {
  const { id, timeZone } = account;
  const state = await getState(context.db, id);
  if (!state) await begin(context, account);
  else if (state.time_zone !== timeZone) await moveTo(context, account);
  if (state?.finished_ms == null) {
    await awaitNewest(context, id);
    await hurry(context.db, id);
  }
  return state;
}

/** Opens each account once at a time, and again only after a while: its time zone may have changed. */
export class Opening {
  readonly #context: Context;
  readonly #running = new Map<string, Promise<void>>();
  readonly #opened = new Map<string, string>();

  constructor(context: Context) {
    this.#context = context;
  }

  /** Resolves when the account can answer. */
  async ready(account: LedgerAccount): Promise<void> {
    const { id, timeZone } = account;
    if (this.#opened.get(id) === timeZone) return;
    const running = this.#running.get(id);
    if (running) return running;
    const opening = this.#open(account).finally(() => this.#running.delete(id));
    this.#running.set(id, opening);
    return opening;
  }

  async #open(account: LedgerAccount): Promise<void> {
    const state = await open(this.#context, account);
    // Until all is there each look puts the account's history before that of others.
    if (state?.finished_ms != null) this.#opened.set(account.id, account.timeZone);
  }
}
