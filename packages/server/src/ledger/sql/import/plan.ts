/** How history is cut into windows of time. Pure. */

/** `created`, inclusive to exclusive; `stop` null is open-ended. */
export interface Range {
  readonly start: number;
  readonly stop: number | null;
}

/** Rows that a window should hold once the density of an account is known: half of what it may. */
export const ROWS_PER_PAGE = 100;
export const PAGES_PER_WINDOW = 10;
const ROWS_PER_PIECE = (ROWS_PER_PAGE * PAGES_PER_WINDOW) / 2;
const MOST_PIECES = 16;

/** What has been read of a window, newest first, before it turned out too full. */
export interface Read {
  readonly rows: number;
  /** `created` of the newest and of the oldest row. */
  readonly newest: number;
  readonly oldest: number;
}

/** Since when a window that was too full is read: the second of the oldest row may have more rows. */
export const readSince = ({ oldest }: Read): number => oldest + 1;

/** Whether cutting there leaves something behind: a second that is full by itself can't be cut. */
export const canCut = (read: Read): boolean => read.oldest < read.newest;

/**
 * The rest of a window that was too full, in pieces that should each hold half of what a window may, by the density
 * of what was read. A wrong guess costs a few calls: a piece that is too full is cut again.
 *
 * @param opened when the account was made; its oldest piece still begins where the window did
 */
export function splitRest(window: Range, read: Read, opened: number | null): Range[] {
  const stop = readSince(read);
  const { start } = window;
  const first = Math.min(Math.max(start, opened ?? start), stop - 1);
  const span = stop - first;
  const perSecond = read.rows / Math.max(1, read.newest - read.oldest);
  const wanted = Math.ceil((perSecond * span) / ROWS_PER_PIECE);
  // Without the account's age a span since 1970 says nothing.
  const known = opened !== null || start > 0;
  const pieces = known ? Math.min(Math.max(1, wanted), MOST_PIECES, span) : 1;
  const cuts = Array.from({ length: pieces }, (_, index) =>
    index === 0 ? start : first + Math.floor((span * index) / pieces),
  );
  return cuts.map((from, index) => ({ start: from, stop: cuts[index + 1] ?? stop }));
}

/** Rows further apart than this are read by ranges of their own. */
const GAP = 6 * 3600;

/**
 * Ranges that hold all of these times, with little in between: each costs at least a call.
 *
 * @param times ascending
 */
export function clusters(times: readonly number[]): Range[] {
  const ranges: { start: number; stop: number }[] = [];
  for (const time of times) {
    const last = ranges.at(-1);
    if (last && time - last.stop <= GAP) last.stop = time + 1;
    else ranges.push({ start: time, stop: time + 1 });
  }
  return ranges;
}
