/** One measured number, printed as one JSON line. */
export interface Figure {
  readonly figure: string;
  readonly value: number;
  /** `B` brotli bytes, `ms`, `rows/s`, `x` for a ratio. */
  readonly unit: string;
  /** What it is compared with, where it is. */
  readonly peer?: string;
}

/** A file `test/bench/<name>.bench.ts` exports one of these as `bench`. */
export interface Bench {
  /** What it measures, in one line. */
  readonly about: string;
  run(report: (figure: Figure) => void): Promise<void>;
}

/** @param share 0.95 for the 95th percentile */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/**
 * How long something takes, in ms, over and over: the first runs, in which code is still compiled and caches are
 * empty, are left out.
 */
export async function times(
  runs: number,
  work: (run: number) => Promise<unknown>,
): Promise<number[]> {
  const warmUp = Math.ceil(runs / 10);
  const measured: number[] = [];
  for (let run = 0; run < warmUp + runs; run += 1) {
    const started = performance.now();
    await work(run);
    if (run >= warmUp) measured.push(performance.now() - started);
  }
  return measured;
}

/** To a hundredth: more digits than that are noise. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;
