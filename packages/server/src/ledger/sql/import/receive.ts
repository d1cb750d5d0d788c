import type { LiveTopic } from '@express-elements/contract';
import type Stripe from 'stripe';
import { factsOf } from '../../../activity/items.ts';
import { topicsOf } from '../../../activity/topics.ts';
import { notify, type Context } from '../context.ts';
import type { Connection } from '../db/database.ts';
import { addFacts } from '../tables/activity.ts';
import { addToInbox } from '../tables/inbox.ts';
import { hasSource } from '../tables/rows.ts';
import { lockState } from '../tables/states.ts';
import { wishFor } from '../tables/windows.ts';
import { questionableSource, wishesOf } from './wishes.ts';

/**
 * Takes in one event: once, whoever tells it and however often. What it tells goes into the feed, what it changes
 * into the queue. Rows are announced when they are there, not now.
 *
 * @param isOld it happened before the import began, which reads what it changed anyway
 */
export async function takeEvent(
  tx: Connection,
  event: Stripe.Event,
  account: string,
  { isOld = false } = {},
): Promise<boolean> {
  const { id, created } = event;
  if (!(await addToInbox(tx, { id, account, created }))) return false;
  // An account that nobody has looked at has no import yet: it will begin with what is there then.
  const isImported = (await lockState(tx, account)) !== null;
  const told = await addFacts(tx, account, factsOf(event));
  if (isImported && !isOld) await wishAfter(tx, event, account);
  const silent = new Set<LiveTopic>([
    ...(isImported ? (['transactions'] as const) : []),
    ...(told ? [] : (['activity'] as const)),
  ]);
  await notify(tx, { account, topics: topicsOf(event.type).filter((topic) => !silent.has(topic)) });
  return true;
}

async function wishAfter(tx: Connection, event: Stripe.Event, account: string): Promise<void> {
  const source = questionableSource(event);
  const isKnown = source !== null && (await hasSource(tx, account, source));
  await wishFor(tx, wishesOf(event, account, isKnown));
}

export const receiveEvent = (
  context: Context,
  event: Stripe.Event,
  account: string,
): Promise<boolean> => context.db.transaction((tx) => takeEvent(tx, event, account));
