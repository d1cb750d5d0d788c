import type { LiveTopic } from '@express-elements/contract';
import { CHANNEL, type Hint } from './context.ts';
import type { Database } from './db/database.ts';

type Changed = (topics: readonly LiveTopic[]) => void;

const everyTopic: readonly LiveTopic[] = ['activity', 'balance', 'transactions', 'sync'];

function hintOf(payload: string): Hint | null {
  try {
    const value: unknown = JSON.parse(payload);
    if (typeof value !== 'object' || value === null) return null;
    const { account, topics } = value as Partial<Hint>;
    return typeof account === 'string' && Array.isArray(topics) ? { account, topics } : null;
  } catch {
    // Somebody else's word on our channel.
    return null;
  }
}

/** One `listen` for the process, however many streams are open. */
export class Listeners {
  readonly #db: Database;
  readonly #byAccount = new Map<string, Set<Changed>>();
  #listening: Promise<() => Promise<void>> | null = null;
  #isListening = false;

  constructor(db: Database) {
    this.#db = db;
  }

  has(account: string): boolean {
    return this.#byAccount.has(account);
  }

  async add(account: string, changed: Changed): Promise<() => Promise<void>> {
    const known = this.#byAccount.get(account) ?? new Set();
    // A wrapper, so that the same function given twice is two listeners.
    const own: Changed = (topics) => changed(topics);
    this.#byAccount.set(account, known.add(own));
    const remove = async (): Promise<void> => {
      known.delete(own);
      if (known.size === 0 && this.#byAccount.get(account) === known)
        this.#byAccount.delete(account);
    };
    const wasListening = this.#isListening;
    try {
      await this.#listen();
      // What changed while the connection was made was not heard.
      if (!wasListening) own(everyTopic);
    } catch (error) {
      this.#listening = null;
      await remove();
      throw error;
    }
    return remove;
  }

  async close(): Promise<void> {
    this.#byAccount.clear();
    const stop = await this.#listening;
    await stop?.();
  }

  async #listen(): Promise<void> {
    this.#listening ??= this.#db.listen(
      CHANNEL,
      (payload) => this.#heard(payload),
      () => this.#missed(),
    );
    await this.#listening;
    this.#isListening = true;
  }

  #heard(payload: string): void {
    const hint = hintOf(payload);
    if (!hint) return;
    for (const changed of this.#byAccount.get(hint.account) ?? []) changed(hint.topics);
  }

  /** The connection was gone for a while: anything may have changed. */
  #missed(): void {
    for (const listeners of this.#byAccount.values())
      for (const changed of listeners) changed(everyTopic);
  }
}
