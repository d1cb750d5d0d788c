import type { Covers, Sync } from '@express-elements/contract';
import { everything } from '../ledger.ts';
import type { Context } from './context.ts';
import { getState, type State } from './tables/states.ts';
import { countImports, openImports, type ImportCounts } from './tables/windows.ts';

/** Since when everything is there: from the end of the newest part that is not. */
export function coversOf(open: readonly { readonly stop: number | null }[]): Covers {
  if (open.length === 0) return everything;
  const stops = open.map(({ stop }) => stop);
  return stops.includes(null)
    ? { from: null, complete: false }
    : { from: Math.max(...stops.filter((stop) => stop !== null)), complete: false };
}

/** What is there of an account; nothing before its import began. */
export async function accountCovers(context: Context, account: string): Promise<Covers> {
  const open = await openImports(context.db, account);
  const isKnown = open.length > 0 || (await countImports(context.db, account)).total > 0;
  return isKnown ? coversOf(open) : { from: null, complete: false };
}

/** A question for what lies within what is there is answered in full. */
export const coversFrom = (covers: Covers, from: number | undefined): Covers =>
  from !== undefined && covers.from !== null && from >= covers.from ? everything : covers;

const idle: Sync = {
  phase: 'idle',
  rows: 0,
  windows: { done: 0, total: 0 },
  rows_per_second: null,
  seconds_left: null,
  covers: { from: null, complete: false },
};

const oneDecimal = (value: number): number => Math.round(value * 10) / 10;

/** How long the rest may take, going by the windows that are done. A guess, since windows are cut on the way. */
function pace(
  state: State,
  counts: ImportCounts,
  nowMs: number,
): Pick<Sync, 'rows_per_second' | 'seconds_left'> {
  const seconds = (nowMs - state.started_ms) / 1000;
  if (state.finished_ms !== null || seconds <= 0 || counts.done === 0)
    return { rows_per_second: null, seconds_left: null };
  return {
    rows_per_second: oneDecimal(state.row_count / seconds),
    seconds_left: oneDecimal((seconds * (counts.total - counts.done)) / counts.done),
  };
}

function phaseOf(state: State, counts: ImportCounts): Sync['phase'] {
  if (counts.done === counts.total) return 'current';
  return state.failure === null ? 'importing' : 'failed';
}

/** How far the import has come. */
export async function syncOf(context: Context, account: string): Promise<Sync> {
  const state = await getState(context.db, account);
  if (!state) return idle;
  const counts = await countImports(context.db, account);
  return {
    phase: phaseOf(state, counts),
    rows: state.row_count,
    windows: { done: counts.done, total: counts.total },
    ...pace(state, counts, context.wall()),
    covers: await accountCovers(context, account),
  };
}
