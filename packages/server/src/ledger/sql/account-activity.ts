import type { ActivityKind, ActivityRead, ActivityReadBody } from '@express-elements/contract';
import { chargesOf, newsSince, withPayments, type Fact } from '../../activity/items.ts';
import type { AccountActivity, FeedPage, FeedRequest, Place } from '../ledger.ts';
import { notify, type Context } from './context.ts';
import {
  countUnread,
  feed,
  markItems,
  markThrough,
  paymentsBySource,
  type FeedSlice,
  type Reader,
} from './tables/activity.ts';

type Beyond = NonNullable<FeedSlice['beyond']>;

const beyondPlace = ({ key, id }: Place): Beyond => ({ created: Number(key), id });
const beyondFact = ({ created, id }: Fact): Beyond => ({ created, id });

/** One account's feed: every event that was told since its import began, and thirty days before. */
export class SqlAccountActivity implements AccountActivity {
  readonly #context: Context;
  readonly #account: string;
  readonly #ready: () => Promise<void>;

  constructor(context: Context, account: string, ready: () => Promise<void>) {
    this.#context = context;
    this.#account = account;
    this.#ready = ready;
  }

  async page(request: FeedRequest): Promise<FeedPage> {
    await this.#ready();
    const { before, after, limit, kinds, viewer } = request;
    const back = before !== undefined;
    const place = before ?? after;
    const facts = await this.#feed(request, {
      direction: back ? 'asc' : 'desc',
      beyond: place ? beyondPlace(place) : null,
      limit: limit + 1,
    });
    const page = facts.slice(0, limit);
    const ordered = back ? page.toReversed() : page;
    const charges = chargesOf(ordered.filter(({ kind }) => kind !== 'payment_received'));
    const payments =
      charges.length > 0 ? await paymentsBySource(this.#context.db, this.#account, charges) : [];
    const items = withPayments(ordered, payments);
    const more = facts.length > limit;
    // Whoever comes from a place can go back to it.
    const other = place !== undefined && (await this.#hasBeyond(request, items, place, back));
    return {
      items: items.map((item) => ({ ...item, opens: null })),
      hasPrevious: back ? more : other,
      hasNext: back ? other : more,
      unread: await countUnread(this.#context.db, this.#account, this.#reader(viewer), kinds),
    };
  }

  async markRead(
    viewer: string,
    kinds: readonly ActivityKind[],
    body: ActivityReadBody,
  ): Promise<ActivityRead> {
    await this.#ready();
    const { db } = this.#context;
    const unread = await db.transaction(async (tx) => {
      if ('ids' in body) await markItems(tx, this.#account, viewer, kinds, body.ids);
      else await markThrough(tx, this.#account, viewer, kinds, body.through);
      await notify(tx, { account: this.#account, topics: ['activity'] });
      return countUnread(tx, this.#account, this.#reader(viewer), kinds);
    });
    return { unread };
  }

  #reader(viewer: string): Reader {
    return { viewer, since: newsSince(this.#context.deps.now()) };
  }

  #feed(
    { kinds, viewer }: FeedRequest,
    slice: Pick<FeedSlice, 'direction' | 'beyond' | 'limit'>,
  ): Promise<(Fact & { read: boolean })[]> {
    return feed(this.#context.db, this.#account, {
      kinds,
      reader: this.#reader(viewer),
      ...slice,
    });
  }

  /** Whether there are facts on the side of a page from which it was reached. */
  async #hasBeyond(
    request: FeedRequest,
    items: readonly Fact[],
    place: Place,
    back: boolean,
  ): Promise<boolean> {
    const edge = back ? items.at(-1) : items[0];
    const beyond = edge ? beyondFact(edge) : beyondPlace(place);
    const direction = back ? 'desc' : 'asc';
    if ((await this.#feed(request, { direction, beyond, limit: 1 })).length > 0) return true;
    return !edge && this.#isThere(request, place);
  }

  async #isThere(request: FeedRequest, { key, id }: Place): Promise<boolean> {
    const before = { created: Number(key), id };
    const [fact] = await this.#feed(request, {
      direction: 'asc',
      beyond: { ...before, created: before.created - 1, id: '\u{10FFFF}' },
      limit: 1,
    });
    return fact !== undefined;
  }
}
