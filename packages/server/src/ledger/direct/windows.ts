import { Cache, type Clocks } from '../../cache.ts';
import { readNewest, topUp, type Dated, type Newest, type Range, type Read } from './newest.ts';

interface Held<T> {
  newest: Newest<T>;
  /** The reading of what is new, while it runs: all who ask meanwhile share it. */
  topping: Promise<Newest<T> | null> | null;
}

/** Seconds until a window is read anew: rows change in place, from pending to available. */
const MAX_AGE = 30;
/** A window holds up to `max_rows` rows of about a kilobyte. */
const MAX_WINDOWS = 64;

/** The newest of each list, kept for some seconds and topped up whenever it is asked for. */
export class Windows<T extends Dated> {
  readonly #cache: Cache<Held<T>>;
  readonly #max: number;

  constructor(clocks: Clocks, max: number) {
    this.#cache = new Cache(clocks, { maxAge: MAX_AGE, maxEntries: MAX_WINDOWS });
    this.#max = max;
  }

  /** @param name of the account and the list: `drop` forgets all that begin with an account */
  async get(name: string, read: Read<T>, range: Range = {}): Promise<Newest<T>> {
    let isNew = false;
    const held = await this.#cache.get(name, async () => {
      isNew = true;
      return { newest: await readNewest(read, range, this.#max), topping: null };
    });
    if (isNew) return held.newest;
    held.topping ??= topUp(read, range, held.newest, this.#max).finally(() => {
      held.topping = null;
    });
    const topped = await held.topping;
    if (topped) {
      held.newest = topped;
      return topped;
    }
    held.newest = await readNewest(read, range, this.#max);
    return held.newest;
  }

  /** A window that is kept already, not topped up. */
  async peek(name: string): Promise<Newest<T> | null> {
    const held = await this.#cache.peek(name);
    return held?.newest ?? null;
  }

  drop(account: string): void {
    this.#cache.dropAll(account);
  }
}
