import type { Order, Sort, TransactionFilters, Transactions } from '@express-elements/contract';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SessionController, View } from '../../controllers/index.ts';
import { toExpressError, type ExpressError } from '../../endpoint/index.ts';
import {
  append,
  countNew,
  hold,
  prepend,
  refresh,
  settle,
  update,
  type Held,
} from './express-transactions.model.ts';

/** Which list: everything that makes it another one. */
export interface ListQuestion extends TransactionFilters {
  readonly sort: Sort;
  readonly order: Order;
  readonly limit: number;
  /** Where to begin in place of the start. */
  readonly at?: 'end';
}

export interface Waiting {
  readonly count: number;
  /** There may be more than were counted. */
  readonly more: boolean;
}

export interface RowsConfig {
  /** The first page, shared by the page and asked anew on hints. */
  readonly first: { readonly view: View<Transactions> };
  readonly sessions: SessionController;
  /** Null while nothing can be asked. */
  readonly question: () => ListQuestion | null;
  /** Whether the list's start is in sight, so that new rows may stand there at once. */
  readonly atStart: () => boolean;
}

/** How long a row that arrived stays tinted. */
const ARRIVAL_MS = 2_600;

/** How many rows before an end the next page is asked for. */
const AHEAD = 16;

type Side = 'after' | 'before';

/**
 * The rows of one list, page by page, kept current.
 *
 * The first page is an answer that the page shares; the pages beyond are this list's own. What comes while the seller
 * reads further down waits until they ask for it. Does not own: which list it is, and what of it is seen.
 */
export class RowsController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #config: RowsConfig;
  #key = '';
  #generation = -1;
  #seen: Transactions | null = null;
  #held: Held | null = null;
  #pending: Transactions | null = null;
  #asking: { readonly side: Side; readonly controller: AbortController } | null = null;
  #failed: { readonly side: Side; readonly error: ExpressError } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stale = false;

  constructor(host: ReactiveControllerHost, config: RowsConfig) {
    this.#host = host;
    this.#config = config;
    host.addController(this);
  }

  /** The rows to show, null while there are none: the first page's view says why. */
  get held(): Held | null {
    return this.#held;
  }

  /** Rows of the question before are still shown while the new one is being asked. */
  get isStale(): boolean {
    return this.#stale;
  }

  /** New rows that wait above, null where there are none. */
  get waiting(): Waiting | null {
    if (!this.#pending || !this.#held) return null;
    const fresh = countNew(this.#held, this.#pending);
    return fresh.count > 0 ? fresh : null;
  }

  /** The side on which a page is on its way. */
  get loading(): Side | null {
    return this.#asking?.side ?? null;
  }

  /** Why the last page beyond the first could not be had. */
  get failed(): ExpressError | null {
    return this.#failed?.error ?? null;
  }

  /** The rows in sight: asks for more before an end of what is held is reached. */
  follow(indexes: readonly number[]): void {
    const rows = this.#held?.rows.length ?? 0;
    const [first = rows] = indexes;
    const last = indexes.at(-1) ?? 0;
    // Not within the update that this is called from.
    if (last >= rows - AHEAD) queueMicrotask(() => this.more('after'));
    if (first <= AHEAD) queueMicrotask(() => this.more('before'));
  }

  /** Asks for the page after the last row, or before the first. */
  more(side: Side = 'after'): void {
    const cursor = side === 'after' ? this.#held?.next : this.#held?.previous;
    if (this.#stale || this.#asking || this.#failed || !cursor) return;
    void this.#load(side, cursor);
  }

  /** Tries again what failed. */
  retry(): void {
    const side = this.#failed?.side;
    this.#failed = null;
    if (side) this.more(side);
  }

  /** Shows the new rows that wait. */
  reveal(): void {
    const answer = this.#pending;
    this.#pending = null;
    if (answer && this.#held) this.#show(refresh(this.#held, answer));
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const { sessions, question, first } = this.#config;
    const asked = question();
    const generation = sessions.state?.generation ?? -1;
    const key = asked === null ? '' : JSON.stringify(asked);
    if (generation !== this.#generation) this.#forget();
    else if (key !== this.#key) this.#turn();
    this.#generation = generation;
    this.#key = key;
    this.#take(first.view, asked);
  }

  hostDisconnected(): void {
    this.#forget();
    this.#key = '';
  }

  /** Another question: the old rows stay, dimmed, so that nothing flashes while somebody types. */
  #turn(): void {
    this.#leave();
    this.#stale = this.#held !== null;
  }

  /** Another account, or none: nothing of the old one may stay. */
  #forget(): void {
    this.#leave();
    this.#held = null;
    this.#stale = false;
  }

  #leave(): void {
    this.#asking?.controller.abort();
    this.#asking = null;
    this.#failed = null;
    this.#pending = null;
    this.#seen = null;
    clearTimeout(this.#timer);
  }

  #take(view: View<Transactions>, question: ListQuestion | null): void {
    const answered = view.kind === 'ready' || view.kind === 'empty';
    const data = answered ? view.data : view.kind === 'absent' ? null : view.last;
    if (data && data !== this.#seen) this.#admit(data, question?.at !== undefined);
    else if (view.kind === 'absent' || (view.kind === 'error' && this.#stale)) this.#forget();
    this.#seen = data;
  }

  #admit(answer: Transactions, elsewhere: boolean): void {
    if (this.#held === null || this.#stale || elsewhere) {
      this.#stale = false;
      this.#show(hold(answer));
    } else if (this.#config.atStart()) {
      this.#pending = null;
      this.#show(refresh(this.#held, answer));
    } else {
      this.#pending = answer;
      this.#show(update(this.#held, answer));
    }
  }

  #show(held: Held): void {
    this.#held = held;
    clearTimeout(this.#timer);
    if (held.arrived.size === 0) return;
    this.#timer = setTimeout(() => {
      if (this.#held) this.#held = settle(this.#held);
      this.#host.requestUpdate();
    }, ARRIVAL_MS);
  }

  async #load(side: Side, cursor: string): Promise<void> {
    const asked = this.#config.question();
    const { session } = this.#config.sessions;
    if (!asked || !session) return;
    const { at: _at, ...question } = asked;
    const asking = (this.#asking = { side, controller: new AbortController() });
    this.#host.requestUpdate();
    try {
      const query = { ...question, [side]: cursor };
      const answer = await session.get('transactions', { query }, asking.controller.signal);
      if (this.#asking === asking && this.#held)
        this.#show(side === 'after' ? append(this.#held, answer) : prepend(this.#held, answer));
    } catch (cause) {
      if (this.#asking === asking) this.#failed = { side, error: toExpressError(cause) };
    } finally {
      if (this.#asking === asking) this.#asking = null;
      this.#host.requestUpdate();
    }
  }
}
