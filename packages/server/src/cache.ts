import type { Scheduler } from './clock.ts';

/** The clocks that age what is kept: the monotonic one, and the one that dates data, which tests and demos may move. */
export interface Clocks {
  readonly scheduler: Scheduler;
  readonly now: () => number;
}

interface Kept<T> {
  readonly value: Promise<T>;
  readonly at: number;
  readonly dated: number;
}

export interface CacheOptions {
  /** Seconds, by either clock. */
  readonly maxAge: number;
  /** The oldest go first. */
  readonly maxEntries: number;
}

/**
 * Answers kept for some seconds, one load at a time for a key. A failed load is not kept, and what was dropped while it
 * loaded is not either: an event that came meanwhile may have made it old.
 */
export class Cache<T> {
  readonly #clocks: Clocks;
  readonly #options: CacheOptions;
  readonly #kept = new Map<string, Kept<T>>();

  constructor(clocks: Clocks, options: CacheOptions) {
    this.#clocks = clocks;
    this.#options = options;
  }

  /** @param maxAge less than the cache's own, where this caller wants it fresher */
  get(key: string, load: () => Promise<T>, maxAge = this.#options.maxAge): Promise<T> {
    const kept = this.#kept.get(key);
    if (kept && this.#isFresh(kept, maxAge)) return kept.value;
    return this.#keep(key, load());
  }

  /** What is kept and fresh, without loading anything. */
  peek(key: string): Promise<T> | null {
    const kept = this.#kept.get(key);
    return kept && this.#isFresh(kept, this.#options.maxAge) ? kept.value : null;
  }

  drop(key: string): void {
    this.#kept.delete(key);
  }

  /** Drops every key that begins so. */
  dropAll(prefix: string): void {
    for (const key of this.#kept.keys()) if (key.startsWith(prefix)) this.#kept.delete(key);
  }

  #isFresh({ at, dated }: Kept<T>, maxAge: number): boolean {
    const { scheduler, now } = this.#clocks;
    return scheduler.now() - at <= maxAge * 1000 && Math.abs(now() - dated) <= maxAge;
  }

  #keep(key: string, value: Promise<T>): Promise<T> {
    const kept = { value, at: this.#clocks.scheduler.now(), dated: this.#clocks.now() };
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    value.catch(() => {
      if (this.#kept.get(key) === kept) this.#kept.delete(key);
    });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#options.maxEntries && oldest !== undefined)
      this.#kept.delete(oldest);
    return value;
  }
}
