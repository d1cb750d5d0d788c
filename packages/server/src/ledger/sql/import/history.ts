import { firstPayment } from '../../../activity/items.ts';
import { notify } from '../context.ts';
import type { Connection } from '../db/database.ts';
import { addFacts, oldestPayment } from '../tables/activity.ts';
import { updateState, type State } from '../tables/states.ts';
import { finishWindow, openImports, priorities, replaceWindow } from '../tables/windows.ts';
import type { NewWindow, Window } from '../tables/windows.ts';
import { prepared, writeRows } from './commit.ts';
import { PAGES_PER_WINDOW, readSince, splitRest, type Read } from './plan.ts';
import { readRange } from './read.ts';
import type { Work } from './work.ts';

/** The newest window is read by a single page first: a seller waits for it. */
const pagesOf = ({ stop }: Window): number => (stop === null ? 1 : PAGES_PER_WINDOW);

/** What takes the place of a window that was too full: what was read, done, and the rest in pieces. */
function partsOf(window: Window, cut: Read, state: State): NewWindow[] {
  const { account, kind } = window;
  const priority = kind === 'import' ? priorities.hurried : priorities.mend;
  const since = readSince(cut);
  return [
    { account, kind, priority, start: since, stop: window.stop, done: true },
    ...splitRest(window, cut, state.opened).map((range) => ({ account, kind, priority, ...range })),
  ];
}

/** Whether all of history is there, for the first time. */
const isComplete = async (tx: Connection, { window }: Work, state: State): Promise<boolean> =>
  state.finished_ms === null && (await openImports(tx, window.account)).length === 0;

/** All of history is there: said once. True where it held a first payment. */
async function finished(tx: Connection, { context, window }: Work): Promise<boolean> {
  await updateState(tx, window.account, { finished_ms: context.wall() });
  const first = await oldestPayment(tx, window.account);
  return first ? addFacts(tx, window.account, [firstPayment(first)]) : false;
}

/** The tables that an import fills. */
const FILLED = ['express.rows', 'express.rollups', 'express.windows'];

/** A part of history: read, written, and cut where it was too full. */
export async function readHistory(work: Work): Promise<void> {
  const { context, window } = work;
  const { transactions, cut } = await readRange(work, window, pagesOf(window));
  const rows = await prepared(context, transactions);
  let isLast = false;
  await work.commit(async (tx, state) => {
    const changed = await writeRows(tx, context, window.account, state, { transactions, rows });
    if (cut) await replaceWindow(tx, window, partsOf(window, cut, state));
    else await finishWindow(tx, window);
    isLast = await isComplete(tx, work, state);
    const told = isLast && (await finished(tx, work));
    await notify(tx, {
      account: window.account,
      topics: [
        ...(window.kind === 'import' ? (['sync'] as const) : []),
        ...(changed ? (['transactions'] as const) : []),
        // The newest payments are in the feed's first page.
        ...(told || (changed && window.stop === null) ? (['activity'] as const) : []),
      ],
    });
  });
  if (isLast) await context.db.tidy(FILLED);
}
