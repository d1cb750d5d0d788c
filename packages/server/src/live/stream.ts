import type { LiveTopic, Sync } from '@express-elements/contract';
import type { Scheduler } from '../clock.ts';

/** What a stream of hints is made from. */
export interface LiveSource {
  /** The topics that this sign-in may hear of. */
  readonly topics: readonly LiveTopic[];
  /** The id of the last event that the client has seen, where it comes back. */
  readonly lastEventId: string | undefined;
  readonly listen: (
    changed: (topics: readonly LiveTopic[]) => void,
  ) => Promise<() => Promise<void>>;
  /** The import's progress, for `sync`. */
  readonly sync: () => Promise<Sync | null>;
  /** Whether the sign-in still holds: asked again and again. */
  readonly isSignedIn: () => Promise<boolean>;
  /** Unix seconds for the hints. */
  readonly now: () => number;
  readonly scheduler: Scheduler;
  /** The request's: it aborts when the client leaves. */
  readonly signal: AbortSignal;
  /** Hears of what goes wrong while nobody waits for an answer. */
  readonly failed: (error: unknown) => void;
}

/** Proxies cut a silent stream after half a minute or so. */
const HEARTBEAT = 15_000;
/** How long a sign-out may go unnoticed. */
const SIGN_IN_CHECK = 30_000;
/** Changes come in bursts: one hint is enough for what comes within so many milliseconds. */
const GATHERING = 150;

const encoder = new TextEncoder();

/** A message of the stream, by the HTML standard. */
export const message = (topic: LiveTopic, id: string, data: object): string =>
  `id: ${id}\nevent: ${topic}\ndata: ${JSON.stringify(data)}\n\n`;

/** One client's stream of hints. */
class LiveStream {
  readonly #source: LiveSource;
  readonly #controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>;
  readonly #pending = new Set<LiveTopic>();
  readonly #timers = new Set<() => void>();
  readonly #onAbort = (): void => this.end();
  #stop: (() => Promise<void>) | null = null;
  #isGathering = false;
  #isOver = false;
  #count = 0;

  constructor(
    source: LiveSource,
    controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>,
  ) {
    this.#source = source;
    this.#controller = controller;
  }

  async start(): Promise<void> {
    const { signal, lastEventId, topics, listen } = this.#source;
    if (signal.aborted) return this.end();
    signal.addEventListener('abort', this.#onAbort, { once: true });
    this.#write(': welcome\n\n');
    const stop = await listen((changed) => this.#gather(changed));
    if (this.#isOver) return stop();
    this.#stop = stop;
    this.#beat();
    this.#check();
    // Hints carry no figures, so what was missed is made up for by one of each.
    if (lastEventId !== undefined) this.#gather(topics);
  }

  end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#source.signal.removeEventListener('abort', this.#onAbort);
    for (const cancel of this.#timers) cancel();
    this.#stop?.().catch(this.#source.failed);
    this.#close();
  }

  #close(): void {
    try {
      this.#controller.close();
    } catch {
      // The reader cancelled it: it is closed already, which is all that is wanted.
    }
  }

  #write(text: string): void {
    if (!this.#isOver) this.#controller.enqueue(encoder.encode(text));
  }

  #after(ms: number, run: () => void): void {
    const cancel = this.#source.scheduler.after(ms, () => {
      this.#timers.delete(cancel);
      run();
    });
    this.#timers.add(cancel);
  }

  #beat(): void {
    this.#after(HEARTBEAT, () => {
      this.#write(': still here\n\n');
      this.#beat();
    });
  }

  #check(): void {
    this.#after(SIGN_IN_CHECK, () => {
      this.#source.isSignedIn().then(
        (still) => (still ? this.#check() : this.end()),
        (error: unknown) => {
          this.#source.failed(error);
          this.end();
        },
      );
    });
  }

  #gather(topics: readonly LiveTopic[]): void {
    for (const topic of topics) if (this.#source.topics.includes(topic)) this.#pending.add(topic);
    if (this.#pending.size === 0 || this.#isGathering || this.#isOver) return;
    this.#isGathering = true;
    this.#after(GATHERING, () => {
      this.#isGathering = false;
      this.#tell().catch(this.#source.failed);
    });
  }

  async #tell(): Promise<void> {
    const topics = [...this.#pending];
    this.#pending.clear();
    for (const topic of topics) {
      const data = await this.#dataOf(topic);
      this.#count += 1;
      if (data) this.#write(message(topic, `${data.at}-${this.#count}`, data));
    }
  }

  async #dataOf(topic: LiveTopic): Promise<{ at: number } | null> {
    const at = Math.floor(this.#source.now());
    if (topic !== 'sync') return { at };
    const sync = await this.#source.sync();
    return sync && { at, ...sync };
  }
}

/** Hints as server-sent events; it ends when the client leaves or the sign-in does. */
export function liveStream(source: LiveSource): ReadableStream<Uint8Array<ArrayBuffer>> {
  let stream: LiveStream | null = null;
  return new ReadableStream({
    start(controller) {
      stream = new LiveStream(source, controller);
      return stream.start();
    },
    cancel() {
      stream?.end();
    },
  });
}
