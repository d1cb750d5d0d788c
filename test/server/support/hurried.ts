import type { Scheduler } from '@express-elements/server';

/** Time that runs fast, so that Stripe's limits, which are real in the sandbox too, cost a test little. */
export interface Hurried {
  readonly scheduler: Scheduler;
  /** Milliseconds since 1970, as fast: for the sandbox's rate limits. */
  readonly wall: () => number;
}

export function hurried(speed = 40): Hurried {
  const started = performance.now();
  const beginning = Date.now();
  const passed = (): number => (performance.now() - started) * speed;
  return {
    scheduler: {
      now: passed,
      after(ms, run) {
        const timer = setTimeout(run, ms / speed);
        return () => clearTimeout(timer);
      },
    },
    wall: () => beginning + passed(),
  };
}
