import type { LiveTopic } from '@express-elements/contract';
import { toExpressError, type ExpressError } from '../endpoint/errors.ts';
import { pathOf, type Answers, type Question, type ReadRoute } from '../endpoint/routes.ts';

export interface ResourceState<T> {
  /** The last answer. Kept while a fresh one is on its way, and when that fails. */
  readonly data: T | undefined;
  /** Why the last try failed; gone as soon as one succeeds. */
  readonly error: ExpressError | undefined;
  readonly fetching: boolean;
}

export interface ResourceListener {
  readonly changed: () => void;
  /** Whether it is worth asking again now; what nobody looks at is asked when somebody does. */
  readonly active: () => boolean;
}

/** One question to the endpoint, asked once for however many elements of the page. */
export interface Resource<T> {
  read(): ResourceState<T>;
  /** Fetches unless something fresh is known; the last one to leave calls off what is in flight. */
  subscribe(listener: ResourceListener): () => void;
  /** Asks again where what is known is stale; not where asking failed. */
  ensure(): void;
  /** Asks again in any case; done when the answer or a failure is there. */
  refresh(): Promise<void>;
}

export interface StoreDeps {
  readonly fetch: (route: ReadRoute, question: Question, signal: AbortSignal) => Promise<unknown>;
}

/** How many answers are kept that nobody shows now: what an element shows first when it comes back. */
const KEPT = 40;

/** How hints become questions: several within this time are one. */
const GATHER = 120;

class Entry {
  state: ResourceState<unknown> = { data: undefined, error: undefined, fetching: false };
  readonly listeners = new Set<ResourceListener>();
  readonly topics: ReadonlySet<LiveTopic>;
  readonly #ask: (signal: AbortSignal) => Promise<unknown>;
  #stale = true;
  #flight: { readonly done: Promise<void>; readonly controller: AbortController } | null = null;

  constructor(topics: readonly LiveTopic[], ask: (signal: AbortSignal) => Promise<unknown>) {
    this.topics = new Set(topics);
    this.#ask = ask;
  }

  get isActive(): boolean {
    return [...this.listeners].some((listener) => listener.active());
  }

  /** Asks where nothing fresh is known. What failed is not asked again by itself: elements call this at every update. */
  ensure(): void {
    if (this.state.error === undefined) this.retry();
  }

  /** Asks again also what failed. */
  retry(): void {
    if (this.#stale && this.#flight === null) this.#fly();
  }

  /** What is known may be wrong by now: asked again at once if somebody looks, also when an answer is on its way. */
  spoil(): void {
    this.#stale = true;
    if (this.isActive) this.retry();
  }

  refresh(): Promise<void> {
    this.#stale = true;
    return this.#flight?.done ?? this.#fly();
  }

  /** Takes what came by itself, such as the progress in a hint. */
  take(data: unknown): void {
    this.#stale = false;
    this.#set({ data, error: undefined, fetching: this.#flight !== null });
  }

  land(): void {
    if (this.#flight === null) return;
    this.#flight.controller.abort();
    this.#flight = null;
    // What was on its way has not come: who asks next must ask anew.
    this.#stale = true;
  }

  forget(): void {
    this.land();
    this.#stale = true;
    this.#set({ data: undefined, error: undefined, fetching: false });
  }

  #fly(): Promise<void> {
    const controller = new AbortController();
    const done = this.#loop(controller.signal);
    this.#flight = { done, controller };
    this.#set({ ...this.state, fetching: true });
    return done;
  }

  /** Asks until nothing said meanwhile that the answer is old already. */
  async #loop(signal: AbortSignal): Promise<void> {
    while (this.#stale) {
      this.#stale = false;
      const { data, error } = await this.#try(signal);
      if (signal.aborted) return;
      if (error) this.#stale = true;
      const again = error === undefined && this.#stale;
      if (!again) this.#flight = null;
      this.#set({ data: data ?? this.state.data, error, fetching: again });
      if (error) return;
    }
  }

  async #try(signal: AbortSignal): Promise<{ data?: unknown; error?: ExpressError }> {
    try {
      return { data: await this.#ask(signal) };
    } catch (cause) {
      return { error: toExpressError(cause) };
    }
  }

  #set(state: ResourceState<unknown>): void {
    this.state = state;
    for (const listener of this.listeners) listener.changed();
  }
}

/**
 * The answers that the page's elements share.
 *
 * Owns: one fetch per question however many ask, the last known answers, asking again on hints. Does not own: which
 * questions there are, or what may be asked (`/account` says so, and who subscribes heeds it).
 */
export class ResourceStore {
  readonly #deps: StoreDeps;
  readonly #entries = new Map<string, Entry>();
  readonly #hinted = new Set<LiveTopic>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(deps: StoreDeps) {
    this.#deps = deps;
  }

  resource<R extends ReadRoute>(
    route: R,
    question: Question = {},
    topics: readonly LiveTopic[] = [],
  ): Resource<Answers[R]> {
    const entry = () => this.#entry(route, question, topics);
    return {
      // The store is keyed by route, so that what it holds is what the route answers.
      read: () => entry().state as ResourceState<Answers[R]>,
      subscribe: (listener) => this.#subscribe(entry(), listener),
      ensure: () => entry().ensure(),
      refresh: () => entry().refresh(),
    };
  }

  /** Something of these topics has changed. */
  hint(topics: Iterable<LiveTopic>): void {
    for (const topic of topics) this.#hinted.add(topic);
    this.#timer ??= setTimeout(() => this.#spread(), GATHER);
  }

  /** Puts an answer in that came without being asked for. */
  put<R extends ReadRoute>(route: R, data: Answers[R]): void {
    this.#entries.get(pathOf(route))?.take(data);
  }

  /** Asks again for what failed, when that may go better now. */
  retryFailed(): void {
    for (const entry of this.#entries.values())
      if (entry.state.error?.retryable && entry.isActive) entry.retry();
  }

  /** Asks again for everything that somebody shows. */
  refresh(): void {
    for (const entry of this.#entries.values()) entry.spoil();
  }

  /** Forgets every figure, and calls off what is in flight. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#hinted.clear();
    const entries = [...this.#entries.values()];
    this.#entries.clear();
    for (const entry of entries) entry.forget();
  }

  #spread(): void {
    this.#timer = undefined;
    const topics = [...this.#hinted];
    this.#hinted.clear();
    for (const entry of this.#entries.values())
      if (topics.some((topic) => entry.topics.has(topic))) entry.spoil();
  }

  #entry(route: ReadRoute, question: Question, topics: readonly LiveTopic[]): Entry {
    const key = pathOf(route, question);
    const known = this.#entries.get(key);
    if (known) return known;
    const entry = new Entry(topics, (signal) => this.#deps.fetch(route, question, signal));
    this.#entries.set(key, entry);
    this.#prune();
    return entry;
  }

  #subscribe(entry: Entry, listener: ResourceListener): () => void {
    entry.listeners.add(listener);
    entry.retry();
    return () => {
      if (entry.listeners.delete(listener) && entry.listeners.size === 0) entry.land();
    };
  }

  /** Drops the oldest answers that nobody shows. */
  #prune(): void {
    const idle = [...this.#entries].filter(([, entry]) => entry.listeners.size === 0);
    for (const [key] of idle.slice(0, Math.max(0, idle.length - KEPT))) this.#entries.delete(key);
  }
}
