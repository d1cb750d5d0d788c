/**
 * The queue: what has to be fetched from Stripe. A platform table, so that the next window of any account is found
 * by one index; on Citus `for update skip locked` across accounts works on a local table only.
 */
import { ask, type Connection } from '../db/database.ts';
import { sql } from '../db/sql.ts';

/** What a window is for. `import` alone says what is covered. */
export const kinds = [
  /** A part of history, once. */
  'import',
  /** The same again, to mend what does not add up. */
  'mend',
  /** What is newer than the newest row. */
  'recent',
  /** The rows of one source, whose status or words changed. */
  'source',
  /** Pending rows whose time has come. */
  'due',
  /** The rows that left in one payout. */
  'payout',
  /** Stripe's events: what webhooks did not tell. */
  'events',
  /** The daily comparison with Stripe. */
  'reconcile',
] as const;
export type Kind = (typeof kinds)[number];

/** What goes first. */
export const priorities = {
  /** A seller waits for the newest rows. */
  first: 9,
  recent: 8,
  source: 7,
  due: 6,
  events: 5,
  /** History of an account that somebody looks at. */
  hurried: 4,
  import: 3,
  payout: 2,
  mend: 1,
  reconcile: 1,
} as const;

export interface Window {
  readonly account: string;
  readonly kind: Kind;
  /** The payout or source it is about, else empty. */
  readonly subject: string;
  /** `created`, inclusive. */
  readonly start: number;
  /** `created`, exclusive; null: open-ended. */
  readonly stop: number | null;
  /** Grows with each wish for it, so that a wish during its work is not lost. */
  readonly wishes: number;
  readonly failures: number;
}

export interface NewWindow extends Pick<Window, 'account' | 'kind'> {
  readonly subject?: string;
  readonly start?: number;
  readonly stop?: number | null;
  readonly priority: number;
  readonly done?: boolean;
  /** Unix seconds of the data's clock before which there is nothing to do. */
  readonly due?: number;
  /** The wall clock's milliseconds before which it waits. */
  readonly notBeforeMs?: number;
}

const jsonOf = (windows: readonly NewWindow[]): string =>
  JSON.stringify(
    windows.map((window) => ({
      account: window.account,
      kind: window.kind,
      subject: window.subject ?? '',
      start: window.start ?? 0,
      stop: window.stop ?? null,
      priority: window.priority,
      wishes: 1,
      done: window.done ?? false,
      failures: 0,
      due: window.due ?? 0,
      not_before_ms: window.notBeforeMs ?? 0,
      lease_until_ms: 0,
    })),
  );

const columns = sql`account, kind, subject, start, stop, priority, wishes, done, failures, due, not_before_ms, lease_until_ms`;

/** Adds windows; one that is there stays as it is, done or not. */
export async function addWindows(tx: Connection, windows: readonly NewWindow[]): Promise<void> {
  if (windows.length === 0) return;
  await ask(
    tx,
    sql`insert into express.windows (${columns})
        select ${columns} from json_populate_recordset(null::express.windows, ${jsonOf(windows)}::json)
        on conflict (account, kind, subject, start) do nothing`,
  );
}

/**
 * Wishes for windows: one that is there and done is to be done again, one at work will be after it.
 * `earliest` keeps the sooner of two times; else the new one holds.
 */
export async function wishFor(tx: Connection, windows: readonly NewWindow[]): Promise<void> {
  if (windows.length === 0) return;
  await addWindows(
    tx,
    windows.map((window) => ({ ...window, done: true })),
  );
  for (const window of windows)
    await ask(
      tx,
      sql`update express.windows set wishes = wishes + 1, done = false, failures = 0,
            due = ${window.due ?? 0}, not_before_ms = ${window.notBeforeMs ?? 0}
          where account = ${window.account} and kind = ${window.kind}
            and subject = ${window.subject ?? ''} and start = ${window.start ?? 0}`,
    );
}

export interface Lease {
  readonly owner: string;
  readonly nowMs: number;
  readonly untilMs: number;
}

export interface Claim {
  readonly lease: Lease;
  /** The data's clock. */
  readonly now: number;
  readonly limit: number;
  /** Only this account's. */
  readonly account?: string;
  /** Accounts that somebody else is importing. */
  readonly busy?: readonly string[];
  readonly kinds?: readonly Kind[];
  /** Only what is at least so urgent. */
  readonly atLeast?: number;
  /** Also what waits after a failure: a seller asks again. */
  readonly anyTime?: boolean;
}

const windowColumns = sql`account, kind, subject, start, stop, wishes, failures`;

/** Takes the next windows: the most urgent, then the newest. Two workers never get the same one. */
export async function claimWindows(tx: Connection, claim: Claim): Promise<Window[]> {
  const { lease, now, limit, account = null, busy = [], kinds: some = kinds } = claim;
  const { atLeast = 0, anyTime = false } = claim;
  const found = await ask<Record<string, unknown> & Window>(
    tx,
    sql`select ${windowColumns} from express.windows
        where not done and due <= ${now} and priority >= ${atLeast}
          and (${anyTime}::boolean or not_before_ms <= ${lease.nowMs})
          and lease_until_ms <= ${lease.nowMs}
          and account <> all(${busy}::text[]) and kind = any(${some}::text[])
          and (${account}::text is null or account = ${account})
        order by priority desc, start desc limit ${limit} for update skip locked`,
  );
  for (const window of found)
    await ask(
      tx,
      sql`update express.windows set lease_owner = ${lease.owner}, lease_until_ms = ${lease.untilMs}
          where ${sameWindow(window)}`,
    );
  return found;
}

const sameWindow = ({ account, kind, subject, start }: Window) =>
  sql`account = ${account} and kind = ${kind} and subject = ${subject} and start = ${start}`;

/** Keeps a window for longer. False where the lease ran out and somebody else has it. */
export async function renewWindow(tx: Connection, window: Window, lease: Lease): Promise<boolean> {
  const renewed = await ask(
    tx,
    sql`update express.windows set lease_until_ms = ${lease.untilMs}
        where ${sameWindow(window)} and lease_owner = ${lease.owner} returning account`,
  );
  return renewed.length > 0;
}

/** Whether the window is still ours to commit; holds its row until the transaction ends. */
export async function ownsWindow(tx: Connection, window: Window, owner: string): Promise<boolean> {
  const rows = await ask(
    tx,
    sql`select account from express.windows
        where ${sameWindow(window)} and lease_owner = ${owner} for update`,
  );
  return rows.length > 0;
}

/** Done, unless somebody wished for it again meanwhile. */
export async function finishWindow(tx: Connection, window: Window): Promise<void> {
  await ask(
    tx,
    sql`update express.windows
        set done = (wishes = ${window.wishes}), failures = 0, lease_owner = null, lease_until_ms = 0
        where ${sameWindow(window)}`,
  );
}

/** Takes the place of one window by others: it was too full. */
export async function replaceWindow(
  tx: Connection,
  window: Window,
  parts: readonly NewWindow[],
): Promise<void> {
  await ask(tx, sql`delete from express.windows where ${sameWindow(window)}`);
  await addWindows(tx, parts);
}

/** Gives a window back, to be tried again not before a time. */
export async function returnWindow(
  tx: Connection,
  window: Window,
  again: { notBeforeMs: number; failed: boolean },
): Promise<void> {
  await ask(
    tx,
    sql`update express.windows
        set lease_owner = null, lease_until_ms = 0, not_before_ms = ${again.notBeforeMs},
          failures = failures + ${again.failed ? 1 : 0}
        where ${sameWindow(window)}`,
  );
}

/** What of history is not there yet: `stop` null is the newest. */
export const openImports = (
  tx: Connection,
  account: string,
): Promise<{ start: number; stop: number | null }[]> =>
  ask(
    tx,
    sql`select start, stop from express.windows
        where account = ${account} and kind = 'import' and not done`,
  );

export interface ImportCounts {
  readonly total: number;
  readonly done: number;
}

export async function countImports(tx: Connection, account: string): Promise<ImportCounts> {
  const [row] = await ask<Record<string, unknown> & ImportCounts>(
    tx,
    sql`select count(*) as total, count(*) filter (where done) as done from express.windows
        where account = ${account} and kind = 'import'`,
  );
  return row ?? { total: 0, done: 0 };
}

/** Whether something could be worked on now. */
export async function hasWork(
  tx: Connection,
  at: { now: number; nowMs: number },
): Promise<boolean> {
  const rows = await ask(
    tx,
    sql`select account from express.windows
        where not done and due <= ${at.now} and not_before_ms <= ${at.nowMs}
          and lease_until_ms <= ${at.nowMs}
        order by priority desc, start desc limit 1`,
  );
  return rows.length > 0;
}

/** A seller waits for this account: its history goes before that of others. */
export async function hurry(tx: Connection, account: string): Promise<void> {
  await ask(
    tx,
    sql`update express.windows set priority = ${priorities.hurried}
        where account = ${account} and kind = 'import' and not done and priority < ${priorities.hurried}`,
  );
}

/** The payouts whose rows are known. */
export async function donePayouts(tx: Connection, account: string): Promise<Set<string>> {
  const rows = await ask<{ subject: string }>(
    tx,
    sql`select subject from express.windows
        where account = ${account} and kind = 'payout' and done`,
  );
  return new Set(rows.map(({ subject }) => subject));
}

/** How history was cut. */
export const importRanges = (
  tx: Connection,
  account: string,
): Promise<{ start: number; stop: number | null; done: boolean }[]> =>
  ask(
    tx,
    sql`select start, stop, done from express.windows
        where account = ${account} and kind = 'import' order by start`,
  );

/** Whether the newest rows have been read. */
export async function hasNewest(tx: Connection, account: string): Promise<boolean> {
  const rows = await ask(
    tx,
    sql`select account from express.windows
        where account = ${account} and kind = 'import' and done and stop is null limit 1`,
  );
  return rows.length > 0;
}
