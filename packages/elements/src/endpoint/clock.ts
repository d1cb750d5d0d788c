/** Time and chance as the client needs them; tests give their own. */
export interface Clock {
  /** Milliseconds that only ever grow, whatever is done to the device's clock. */
  monotonic(): number;
  /** Done after so many milliseconds; rejects with the signal's reason when it aborts first. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
  /** From 0 up to 1, for jitter. */
  random(): number;
}

function wait(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const abort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, ms);
    signal?.addEventListener('abort', abort, { once: true });
  });
}

export const pageClock: Clock = {
  monotonic: () => performance.now(),
  wait,
  random: () => Math.random(),
};

/**
 * How long to wait before a further try: doubling, with 50–100 % of it by chance, so that a crowd does not come back
 * all at once.
 *
 * @param failures how many tries have failed so far, from 1
 * @example backoff(1, { first: 500, most: 30_000 }, Math.random) // 250–500
 */
export function backoff(
  failures: number,
  { first, most }: { readonly first: number; readonly most: number },
  random: () => number,
): number {
  const full = Math.min(most, first * 2 ** (failures - 1));
  return full * (0.5 + random() / 2);
}
