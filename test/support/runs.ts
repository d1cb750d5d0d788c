import type { Parameters } from 'fast-check';

const full = Boolean(process.env['SOAK']);

/**
 * How often a property is tried: all of `n` in a soak run, 5 % of it (at least 5) otherwise.
 *
 * @example fc.assert(fc.property(fc.integer(), holds), { numRuns: runs(1000), seed })
 */
export const runs = (n: number): number =>
  Math.max(Math.min(n, 5), Math.ceil(n * (full ? 1 : 0.05)));

function seedOf(text: string | undefined): number {
  if (text === undefined || text === '') return (Date.now() ^ (process.pid << 12)) | 0;
  const seed = Number(text);
  if (!Number.isSafeInteger(seed)) throw new Error(`SEED must be a whole number, got "${text}".`);
  return seed;
}

/** The seed of this run: `SEED` where it is set, else a fresh one. fast-check prints it with a failure. */
export const seed = seedOf(process.env['SEED']);

/** What `fc.assert` takes as its second argument. */
export const property = <T = unknown>(n: number, more: Parameters<T> = {}): Parameters<T> => ({
  seed,
  numRuns: runs(n),
  ...more,
});
