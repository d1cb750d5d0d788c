/** Time that only goes forward, and a way to wait: injected, so that tests never sleep. */
export interface Scheduler {
  /** Monotonic milliseconds from any origin. */
  now(): number;
  /** Runs once after so many milliseconds; returns the way to cancel. */
  after(ms: number, run: () => void): () => void;
}

/** The runtime's own clock. */
export const systemScheduler: Scheduler = {
  now: () => performance.now(),
  after(ms, run) {
    const timer: unknown = setTimeout(run, ms);
    // On Node a waiting timer must not keep the process alive; elsewhere it is a number.
    if (typeof timer === 'object' && timer !== null && 'unref' in timer) {
      const { unref } = timer;
      if (typeof unref === 'function') unref.call(timer);
    }
    return () => clearTimeout(timer as ReturnType<typeof setTimeout>);
  },
};

/** Resolves after so many milliseconds, or rejects with the signal's reason. */
export function sleep(scheduler: Scheduler, ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error);
    const onAbort = (): void => {
      cancel();
      reject(signal?.reason as Error);
    };
    const cancel = scheduler.after(ms, () => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    });
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}
