import { systemScheduler, type Scheduler } from '../clock.ts';
import type { Priority } from './gateway.ts';

/** Calls a second that Stripe allows: to the whole account, and to one endpoint. */
export interface Rates {
  readonly account: number;
  readonly endpoint: number;
}

/** Stripe's published limits. */
export const ratesOf = (livemode: boolean): Rates =>
  livemode ? { account: 100, endpoint: 25 } : { account: 25, endpoint: 25 };

/** The share of each limit that imports may use; the rest is for sellers who wait, and for the platform's checkout. */
const IMPORT_SHARE = 0.5;
const SECOND = 1000;

/** At most `rate` takings in any second: a log of the last ones, so that no burst straddles two seconds. */
class Bucket {
  readonly #rate: number;
  readonly #taken: number[] = [];
  #blockedUntil = Number.NEGATIVE_INFINITY;

  constructor(rate: number) {
    this.#rate = Math.max(1, Math.floor(rate));
  }

  /** When the next one may go. */
  readyAt(): number {
    const oldest = this.#taken[this.#taken.length - this.#rate];
    const free = oldest === undefined ? Number.NEGATIVE_INFINITY : oldest + SECOND;
    return Math.max(free, this.#blockedUntil);
  }

  take(now: number): void {
    this.#taken.push(now);
    if (this.#taken.length > this.#rate) this.#taken.shift();
  }

  block(until: number): void {
    this.#blockedUntil = Math.max(this.#blockedUntil, until);
  }

  /** Nothing that is still counted: it may be forgotten. */
  idle(now: number): boolean {
    const last = this.#taken.at(-1) ?? Number.NEGATIVE_INFINITY;
    return Math.max(last + SECOND, this.#blockedUntil) <= now;
  }
}

/** The buckets of one limit: all of it, and the imports' share. */
interface Pair {
  readonly all: Bucket;
  readonly imports: Bucket;
}

const pairOf = (rate: number): Pair => ({
  all: new Bucket(rate),
  imports: new Bucket(rate * IMPORT_SHARE),
});

const bucketsOf = (pair: Pair, priority: Priority): Bucket[] =>
  priority === 'import' ? [pair.all, pair.imports] : [pair.all];

interface Waiting {
  readonly endpoint: string;
  readonly priority: Priority;
  go(): void;
}

/**
 * Lets calls to Stripe through at the pace that Stripe allows. Sellers go before imports; in each line first come,
 * first served, and a call whose endpoint is full does not hold up those of others.
 */
export class Limiter {
  readonly #rates: Rates;
  readonly #scheduler: Scheduler;
  readonly #account: Pair;
  readonly #endpoints = new Map<string, Pair>();
  readonly #lines: Record<Priority, Waiting[]> = { seller: [], import: [] };
  #cancelTimer: (() => void) | null = null;

  constructor(rates: Rates, scheduler: Scheduler = systemScheduler) {
    this.#rates = rates;
    this.#scheduler = scheduler;
    this.#account = pairOf(rates.account);
  }

  /** Resolves when the call may be made; rejects with the signal's reason. */
  acquire(endpoint: string, priority: Priority, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error);
      const line = this.#lines[priority];
      const onAbort = (): void => {
        line.splice(line.indexOf(waiting), 1);
        reject(signal?.reason as Error);
      };
      const waiting: Waiting = {
        endpoint,
        priority,
        go() {
          signal?.removeEventListener('abort', onAbort);
          resolve();
        },
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      line.push(waiting);
      this.#drain();
    });
  }

  /** Stripe said no: nothing of this endpoint (null: nothing at all) goes for so many milliseconds. */
  block(endpoint: string | null, ms: number): void {
    const pair = endpoint === null ? this.#account : this.#endpoint(endpoint);
    pair.all.block(this.#scheduler.now() + ms);
    this.#drain();
  }

  #endpoint(endpoint: string): Pair {
    const known = this.#endpoints.get(endpoint);
    if (known) return known;
    const made = pairOf(this.#rates.endpoint);
    this.#endpoints.set(endpoint, made);
    return made;
  }

  #readyAt({ endpoint, priority }: Waiting): number {
    const buckets = [this.#account, this.#endpoint(endpoint)].flatMap((pair) =>
      bucketsOf(pair, priority),
    );
    return Math.max(...buckets.map((bucket) => bucket.readyAt()));
  }

  #take({ endpoint, priority }: Waiting, now: number): void {
    for (const pair of [this.#account, this.#endpoint(endpoint)])
      for (const bucket of bucketsOf(pair, priority)) bucket.take(now);
  }

  /** Lets go whoever may, and sets one timer for the next who may. */
  #drain(): void {
    const now = this.#scheduler.now();
    const later = [
      this.#drainLine(this.#lines.seller, now),
      this.#drainLine(this.#lines.import, now),
    ];
    this.#cancelTimer?.();
    const next = Math.min(...later);
    this.#cancelTimer = Number.isFinite(next)
      ? this.#scheduler.after(Math.max(1, next - now), () => this.#drain())
      : null;
    this.#forgetIdle(now);
  }

  /** When the first of those who stay may go; Infinity where nobody stays. */
  #drainLine(line: Waiting[], now: number): number {
    let next = Number.POSITIVE_INFINITY;
    // Once one of an endpoint must wait, all behind it in this line do.
    const full = new Set<string>();
    const staying = line.filter((waiting) => {
      if (full.has(waiting.endpoint)) return true;
      const readyAt = this.#readyAt(waiting);
      if (readyAt > now) {
        full.add(waiting.endpoint);
        next = Math.min(next, readyAt);
        return true;
      }
      this.#take(waiting, now);
      waiting.go();
      return false;
    });
    line.splice(0, line.length, ...staying);
    return next;
  }

  #forgetIdle(now: number): void {
    for (const [endpoint, pair] of this.#endpoints)
      if (pair.all.idle(now) && pair.imports.idle(now)) this.#endpoints.delete(endpoint);
  }
}
