import type { Clock } from './clock.ts';

/**
 * The endpoint's now, moved on by the monotonic clock since it was last told. The device's own clock is never asked:
 * it may be wrong, and in tests and demos the endpoint's time is another.
 */
export class Today {
  readonly #clock: Pick<Clock, 'monotonic'>;
  #told: { readonly seconds: number; readonly at: number } | null = null;

  constructor(clock: Pick<Clock, 'monotonic'>) {
    this.#clock = clock;
  }

  /** Takes the `Express-Now` of an answer. */
  tell(seconds: number): void {
    this.#told = { seconds, at: this.#clock.monotonic() };
  }

  /** Unix seconds; null before the first answer. */
  now(): number | null {
    if (this.#told === null) return null;
    return Math.floor(this.#told.seconds + (this.#clock.monotonic() - this.#told.at) / 1000);
  }
}
