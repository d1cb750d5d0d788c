import type { Clock } from '../../../packages/elements/src/endpoint/clock.ts';

/** A clock that stands still: waits end at once and move it by what they would have taken. */
export function stillClock(): Clock & { move(ms: number): void; readonly waits: number[] } {
  let now = 0;
  const waits: number[] = [];
  return {
    monotonic: () => now,
    wait: async (ms, signal) => {
      signal?.throwIfAborted();
      waits.push(ms);
      now += ms;
    },
    random: () => 0.5,
    move: (ms) => {
      now += ms;
    },
    waits,
  };
}
