import { ApiError, invalid } from './errors.ts';

/** The first answer to a key is the answer to every call with it, for a day. */

const LIFETIME = 24 * 3600;

export interface Saved {
  readonly status: number;
  readonly body: string;
}

interface Entry extends Saved {
  readonly fingerprint: string;
  readonly at: number;
}

export class Idempotency {
  readonly #entries = new Map<string, Entry>();

  /** The answer to replay, or null where the key is new. @param fingerprint what was asked */
  find(key: string, fingerprint: string, wall: number): Saved | null {
    const entry = this.#entries.get(key);
    if (!entry || entry.at + LIFETIME <= wall) return null;
    if (entry.fingerprint === fingerprint) return entry;
    throw new ApiError(400, {
      type: 'idempotency_error',
      message:
        'Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than this one if you meant to execute a different request.',
    });
  }

  save(key: string, fingerprint: string, wall: number, { status, body }: Saved): void {
    this.#entries.set(key, { fingerprint, at: wall, status, body });
  }
}

/** The keys of calls that are on their way. */
export class InFlight {
  readonly #keys = new Set<string>();

  /** @returns what to call when the answer is there @throws 409 where a call with this key is on its way */
  enter(key: string | null): () => void {
    if (key === null) return () => {};
    if (this.#keys.has(key)) {
      throw invalid(
        'There is currently another in-progress request using this Idempotency Key. Please try again later.',
        { code: 'idempotency_key_in_use' },
        409,
      );
    }
    this.#keys.add(key);
    return () => this.#keys.delete(key);
  }
}
