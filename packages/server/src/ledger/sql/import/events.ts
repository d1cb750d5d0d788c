import type Stripe from 'stripe';
import { toldEvents } from '../../../activity/items.ts';
import { knownEvents } from '../tables/inbox.ts';
import { getState, updateState } from '../tables/states.ts';
import { finishWindow, priorities, wishFor } from '../tables/windows.ts';
import { takeEvent } from './receive.ts';
import { changingEvents } from './wishes.ts';
import type { Work } from './work.ts';

const ENDPOINT = 'GET /v1/events';
const PER_PAGE = 100;
const HISTORY = 30 * 86_400;
/** An event may be listed a little after it is dated. */
const OVERLAP = 300;
/** Before an import begins, rows are as they are; what changed within the last hour may cross its reading. */
const CROSSING = 3600;
/** How often an account that somebody looks at is asked for events where no webhooks come. */
export const POLL_MS = 30_000;

async function listEvents(
  work: Work,
  types: readonly string[],
  since: number,
): Promise<Stripe.Event[]> {
  const events: Stripe.Event[] = [];
  for (;;) {
    const after = events.at(-1)?.id;
    const page = await work.context.deps.stripe.call(
      ENDPOINT,
      { account: work.window.account, priority: work.priority },
      (stripe, options) =>
        stripe.events.list(
          {
            types: [...types],
            created: { gte: since },
            limit: PER_PAGE,
            ...(after !== undefined && { starting_after: after }),
          },
          options,
        ),
    );
    events.push(...page.data);
    if (!page.has_more || page.data.length === 0) return events;
    await work.keep();
  }
}

/** Events that nobody told of yet, oldest first. */
async function untold(work: Work, since: number): Promise<Stripe.Event[]> {
  const lists = [
    await listEvents(work, toldEvents, since),
    await listEvents(work, changingEvents, since),
  ];
  const events = lists.flat().toSorted((a, b) => a.created - b.created);
  const known = await knownEvents(
    work.context.db,
    events.map(({ id }) => id),
  );
  return events.filter(({ id }) => !known.has(id));
}

/** So many events go into one transaction. */
const AT_ONCE = 50;

const takeAll = ({ context, window }: Work, events: readonly Stripe.Event[], fresh: number) =>
  context.db.transaction(async (tx) => {
    for (const event of events)
      await takeEvent(tx, event, window.account, { isOld: event.created < fresh });
  });

/** Takes in what Stripe's own list of events tells since the last look: webhooks may be lost, or never come. */
export async function catchUp(work: Work): Promise<void> {
  const { context, window } = work;
  const now = context.deps.now();
  const state = await getState(context.db, window.account);
  const since = Math.max(0, (state?.events_through ?? now - HISTORY) - OVERLAP);
  const fresh = state?.events_through == null ? now - CROSSING : 0;
  const events = await untold(work, since);
  for (let at = 0; at < events.length; at += AT_ONCE)
    await takeAll(work, events.slice(at, at + AT_ONCE), fresh);
  await updateState(context.db, window.account, { events_through: now });
}

/** Looks for events; where none are sent, once more in a while so long as somebody is looking. */
export async function readEvents(work: Work): Promise<void> {
  const { context, window } = work;
  const { account } = window;
  await catchUp(work);
  const polls = context.deps.webhooks === 'none';
  await work.commit(async (tx) => {
    await finishWindow(tx, window);
    if (!polls) return;
    // New payments have no event of the two lists: the newest rows are read as well.
    await wishFor(tx, [{ account, kind: 'recent', priority: priorities.recent }]);
    if (context.isWatched(account))
      await wishFor(tx, [
        {
          account,
          kind: 'events',
          priority: priorities.events,
          notBeforeMs: context.wall() + POLL_MS,
        },
      ]);
  });
}
