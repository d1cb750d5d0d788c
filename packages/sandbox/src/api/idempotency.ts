import { ApiError, invalid } from './errors.ts';

/** The first answer to a key is the answer to every call with it. */

const LIFETIME = 24 * 3600;

export interface Saved {
  readonly status: number;
  readonly body: string;
}

interface Entry {
  readonly fingerprint: string;
  readonly at: number;
  saved: Saved | null;
}

export class Idempotency {
  readonly #entries = new Map<string, Entry>();

  /** @returns the answer to replay, or null where this is the first call, which must then `save` or `release` */
  begin(key: string, fingerprint: string, wall: number): Saved | null {
    const entry = this.#entries.get(key);
    if (!entry || entry.at + LIFETIME <= wall) {
      this.#entries.set(key, { fingerprint, at: wall, saved: null });
      return null;
    }
    if (entry.fingerprint !== fingerprint) {
      throw new ApiError(400, {
        type: 'idempotency_error',
        message:
          'Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than this one if you meant to execute a different request.',
      });
    }
    if (entry.saved) return entry.saved;
    throw invalid(
      'There is currently another in-progress request using this Idempotency Key. Please try again later.',
      { code: 'idempotency_key_in_use' },
      409,
    );
  }

  save(key: string, saved: Saved): void {
    const entry = this.#entries.get(key);
    if (entry) entry.saved = saved;
  }

  /** The call was refused before it began: its key is as good as new. */
  release(key: string): void {
    if (this.#entries.get(key)?.saved === null) this.#entries.delete(key);
  }
}
