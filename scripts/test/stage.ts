/** What passed and what failed; a skipped test counts as failed, since it proves nothing. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** One part of the test run. It shows what fails as it fails, and counts. */
export interface Stage {
  /** What the command line calls it. */
  readonly name: string;
  readonly run: () => Promise<Counts>;
}

export const add = (a: Counts, b: Counts): Counts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
});

export const none: Counts = { passed: 0, failed: 0 };
export const onePassed: Counts = { passed: 1, failed: 0 };
export const oneFailed: Counts = { passed: 0, failed: 1 };

/** Says why something counts as failed, the way the reporters show a failed test. */
export function fail(title: string, why: string): Counts {
  console.log(`  ✗ ${title}\n${why.trimEnd().replaceAll(/^(?=.)/gm, '    ')}\n`);
  return oneFailed;
}

/** The counts of a suite as its runner wrote them; one that ran nothing has failed. */
export function countsOf(
  title: string,
  { passed, failed, skipped }: Counts & { readonly skipped: number },
): Counts {
  if (passed + failed + skipped === 0) return fail(title, 'No test ran.');
  if (skipped === 0) return { passed, failed };
  fail(title, `${skipped} skipped: a skipped test counts as failed.`);
  return { passed, failed: failed + skipped };
}
