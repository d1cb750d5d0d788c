import type { Activity, ActivityItem, ActivityKind } from '@express-elements/contract';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { keep, recall, type SessionController, type View } from '../../controllers/index.ts';
import { toExpressError, type ExpressError } from '../../endpoint/index.ts';
import { mergeFeed, readThrough, withReadMarks, type ReadMarks } from './activity-hub.model.ts';

export interface FeedConfig {
  /** The first page, shared by the page and asked anew on hints. */
  readonly first: { readonly view: View<Activity> };
  readonly sessions: SessionController;
  readonly kinds: () => readonly ActivityKind[];
  readonly arrived: (count: number) => void;
  /** A read mark could not be kept. */
  readonly failed: (error: ExpressError) => void;
}

const noMarks: ReadMarks = { through: 0, ids: [] };

/** Where a server keeps none, this browser keeps an account's read marks. */
const MARKS = 'read';

function storedMarks(account: string): ReadMarks {
  const stored = recall(MARKS, account);
  if (typeof stored !== 'object' || stored === null) return noMarks;
  const through: unknown = Reflect.get(stored, 'through');
  const ids: unknown = Reflect.get(stored, 'ids');
  return {
    through: typeof through === 'number' ? through : 0,
    ids: Array.isArray(ids) ? ids.filter((id): id is string => typeof id === 'string') : [],
  };
}

/**
 * The feed of one hub, page by page, with its read marks.
 *
 * Owns: the pages after the first, joining live answers to them, marking as read (at the server, else in this browser).
 * Does not own: the first page, which the page's elements share, and words.
 */
export class FeedController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #config: FeedConfig;
  #question = '';
  #seen: Activity | null = null;
  #items: readonly ActivityItem[] = [];
  #next: string | null = null;
  #loading: AbortController | null = null;
  #failed: ExpressError | null = null;
  #marks: ReadMarks = noMarks;
  #account = '';

  constructor(host: ReactiveControllerHost, config: FeedConfig) {
    this.#host = host;
    this.#config = config;
    host.addController(this);
  }

  /** Newest first, `read` filled in. */
  get items(): readonly ActivityItem[] {
    return withReadMarks(this.#items, this.#marks);
  }

  get hasMore(): boolean {
    return this.#next !== null;
  }

  get isLoadingMore(): boolean {
    return this.#loading !== null;
  }

  /** Why the last page asked for did not come. */
  get failed(): ExpressError | null {
    return this.#failed;
  }

  hostUpdate(): void {
    this.#follow();
    const { view } = this.#config.first;
    if (view.kind === 'absent') this.#forget();
    else if (view.kind === 'ready' || view.kind === 'empty') this.#take(view.data);
  }

  hostDisconnected(): void {
    this.#loading?.abort();
    this.#loading = null;
  }

  /** Asks for the page after the last. */
  async more(): Promise<void> {
    const { session } = this.#config.sessions;
    if (!session || this.#next === null || this.#loading) return;
    const loading = (this.#loading = new AbortController());
    this.#failed = null;
    this.#host.requestUpdate();
    const query = { kind: this.#config.kinds(), after: this.#next, limit: 50 };
    try {
      const page = await session.get('activity', { query }, loading.signal);
      if (loading.signal.aborted) return;
      this.#items = mergeFeed(this.#items, page.data);
      this.#next = page.next_cursor;
    } catch (cause) {
      if (!loading.signal.aborted) this.#failed = toExpressError(cause);
    } finally {
      if (this.#loading === loading) this.#loading = null;
      this.#host.requestUpdate();
    }
  }

  /** Marks one item as read. */
  async read(item: ActivityItem): Promise<void> {
    if (item.read !== false) return;
    await this.#mark({ ids: [item.id] }, { ...this.#marks, ids: [...this.#marks.ids, item.id] });
  }

  /** Marks everything up to the newest item as read. */
  async readAll(): Promise<void> {
    const through = readThrough(this.#items);
    if (through === null) return;
    await this.#mark({ through }, { through: Math.max(through, this.#marks.through), ids: [] });
  }

  async #mark(body: { ids: string[] } | { through: number }, marks: ReadMarks): Promise<void> {
    const { session, account } = this.#config.sessions;
    if (!session || !account) return;
    if (account.capabilities.activity?.read_marks) {
      try {
        await session.post('activityRead', body);
      } catch (cause) {
        this.#config.failed(toExpressError(cause));
      }
      await session.resource('activity', { query: feedQuery(this.#config.kinds()) }).refresh();
    } else {
      this.#marks = marks;
      keep(MARKS, account.account.id, marks);
    }
    this.#host.requestUpdate();
  }

  /** Another account or other kinds are another feed. */
  #follow(): void {
    const { account } = this.#config.sessions;
    const id = account?.account.id ?? '';
    const question = [id, ...this.#config.kinds()].join(' ');
    if (question === this.#question) return;
    this.#question = question;
    this.#forget();
    if (id !== this.#account) {
      this.#account = id;
      this.#marks = id === '' ? noMarks : storedMarks(id);
    }
  }

  #forget(): void {
    this.#loading?.abort();
    this.#loading = null;
    this.#seen = null;
    this.#items = [];
    this.#next = null;
    this.#failed = null;
  }

  #take(page: Activity): void {
    if (page === this.#seen) return;
    const known = new Set(this.#items.map((item) => item.id));
    const fresh = page.data.filter((item) => !known.has(item.id)).length;
    // The live first page says nothing of the pages behind it: where it no longer touches them it starts anew.
    const touches = page.data.some((item) => known.has(item.id));
    if (this.#seen !== null && fresh > 0) this.#config.arrived(fresh);
    if (!touches) this.#next = page.next_cursor;
    this.#items = touches ? mergeFeed(this.#items, page.data) : page.data;
    this.#seen = page;
  }
}

/** The first page's question; every kind is no question. */
export const feedQuery = (kinds: readonly ActivityKind[]) => ({ kind: kinds, limit: 50 });
