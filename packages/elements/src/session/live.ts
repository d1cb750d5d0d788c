import type { Capabilities, LiveTopic } from '@express-elements/contract';
import type { EventSourceMessage } from 'eventsource-parser';
import { backoff, type Clock } from '../endpoint/clock.ts';
import { isAbort, toExpressError } from '../endpoint/errors.ts';

export const allTopics = [
  'activity',
  'balance',
  'transactions',
  'sync',
] as const satisfies readonly LiveTopic[];

export type Transport = NonNullable<Capabilities['live']>;

export interface LiveDeps {
  /** Opens `/live`; its answer is checked for the account as every other. */
  readonly open: (
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ) => Promise<Response>;
  readonly hint: (topics: readonly LiveTopic[], data: unknown) => void;
  readonly clock: Clock;
  readonly warn: (message: string) => void;
}

/** How long a page may be out of sight before its stream is given back: six of them exhaust a browser's connections. */
const HIDDEN_FOR = 30_000;
const pauses = { first: 1_000, most: 30_000 };

const isTopic = (name: string | undefined): name is LiveTopic =>
  allTopics.some((topic) => topic === name);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A hint without readable data is a hint all the same.
    return null;
  }
}

/**
 * The session's one ear: a stream where the endpoint has one, else questions at intervals.
 *
 * Owns: when it is open, coming back after a break, what was last heard. Does not own: what a hint leads to.
 */
export class Live {
  readonly #deps: LiveDeps;
  #transport: Transport | null = null;
  #wanted = false;
  #visible = true;
  #lastId = '';
  #run: AbortController | null = null;
  #hiding: ReturnType<typeof setTimeout> | undefined;

  constructor(deps: LiveDeps) {
    this.#deps = deps;
  }

  /** Whether a stream or a poll is under way. */
  get isOpen(): boolean {
    return this.#run !== null;
  }

  /** Null: the endpoint has nothing live. */
  use(transport: Transport | null): void {
    if (JSON.stringify(transport) === JSON.stringify(this.#transport)) return;
    this.#transport = transport;
    this.#stop();
    this.#adjust();
  }

  /** Whether anything on the page would like to hear. */
  want(wanted: boolean): void {
    this.#wanted = wanted;
    this.#adjust();
  }

  show(visible: boolean): void {
    this.#visible = visible;
    clearTimeout(this.#hiding);
    if (visible) {
      const slept = this.#run === null && this.#wanted && this.#transport !== null;
      // What a stream missed is told again when it resumes; a poll has to ask.
      if (slept || this.#transport?.transport === 'poll') this.#deps.hint(allTopics, null);
      this.#adjust();
    } else if (this.#transport?.transport === 'poll') this.#stop();
    else this.#hiding = setTimeout(() => this.#adjust(true), HIDDEN_FOR);
  }

  /** Forgets what was heard, for another account. */
  reset(): void {
    this.#lastId = '';
    this.#transport = null;
    this.#stop();
  }

  #adjust(hiddenLong = false): void {
    const transport = this.#transport;
    if (!this.#wanted || transport === null || hiddenLong) this.#stop();
    else if (this.#visible && this.#run === null) this.#start(transport);
  }

  #stop(): void {
    this.#run?.abort();
    this.#run = null;
  }

  #start(transport: Transport): void {
    const run = (this.#run = new AbortController());
    const running =
      transport.transport === 'sse'
        ? this.#listen(run.signal)
        : this.#poll(transport.seconds * 1000, run.signal);
    running.catch((cause: unknown) => {
      if (this.#run === run) this.#run = null;
      if (!isAbort(cause)) this.#deps.warn(`Live updates have stopped: ${String(cause)}`);
    });
  }

  async #poll(every: number, signal: AbortSignal): Promise<void> {
    for (;;) {
      await this.#deps.clock.wait(every, signal);
      this.#deps.hint(allTopics, null);
    }
  }

  async #listen(signal: AbortSignal): Promise<void> {
    const { clock, open } = this.#deps;
    for (let failures = 0; ;) {
      try {
        const response = await open(this.#headers(), signal);
        failures = 0;
        const { readStream } = await import('./stream.ts');
        signal.throwIfAborted();
        if (response.body) await readStream(response.body, signal, (event) => this.#hear(event));
      } catch (cause) {
        const error = toExpressError(cause);
        if (signal.aborted || !error.retryable) throw error;
      }
      failures += 1;
      await clock.wait(backoff(failures, pauses, clock.random), signal);
    }
  }

  #headers(): Readonly<Record<string, string>> {
    const accept = { Accept: 'text/event-stream' };
    return this.#lastId === '' ? accept : { ...accept, 'Last-Event-ID': this.#lastId };
  }

  #hear({ id, event, data }: EventSourceMessage): void {
    if (id !== undefined) this.#lastId = id;
    if (isTopic(event)) this.#deps.hint([event], parse(data));
  }
}
