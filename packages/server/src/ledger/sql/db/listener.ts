import pg from 'pg';

declare module 'pg' {
  interface Client {
    /** Lets the process end although the connection is open. There since pg 8.1; its types leave it out. */
    unref(): void;
  }
}

interface Listening {
  readonly channel: string;
  readonly heard: (payload: string) => void;
  readonly missed: () => void;
}

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 15_000;
/** TCP would notice a dead far side only after hours. */
const KEEP_ALIVE_MS = 10_000;

/** A connection of its own that listens, and is made anew when it breaks. */
class Listener {
  readonly #url: string;
  readonly #listening: Listening;
  #client: pg.Client | null = null;
  #timer: NodeJS.Timeout | undefined;
  #wait = FIRST_WAIT_MS;
  #stopped = false;

  constructor(url: string, listening: Listening) {
    this.#url = url;
    this.#listening = listening;
  }

  async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#url,
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    });
    client.on('notification', ({ channel, payload }) => {
      if (channel === this.#listening.channel) this.#listening.heard(payload ?? '');
    });
    // Without a listener an 'error' would end the process; 'end' follows and reconnects.
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query(`listen ${pg.escapeIdentifier(this.#listening.channel)}`);
    } catch (error) {
      await client.end();
      throw error;
    }
    client.once('end', () => this.#lost(client));
    client.unref();
    this.#client = client;
    this.#wait = FIRST_WAIT_MS;
    if (this.#stopped) await client.end();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#client?.end();
  }

  #lost(client: pg.Client): void {
    if (this.#client === client) this.#client = null;
    if (!this.#stopped) this.#later();
  }

  #later(): void {
    this.#timer = setTimeout(() => void this.#again(), this.#wait);
    this.#timer.unref();
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MS);
  }

  async #again(): Promise<void> {
    try {
      await this.connect();
      this.#listening.missed();
    } catch {
      // The database is still away: whoever asks it is told so; the next try comes by itself.
      if (!this.#stopped) this.#later();
    }
  }
}

/** Listens on a channel until the function it returns is called. The first connection must succeed. */
export async function listener(url: string, listening: Listening): Promise<() => Promise<void>> {
  const made = new Listener(url, listening);
  await made.connect();
  return () => made.stop();
}
