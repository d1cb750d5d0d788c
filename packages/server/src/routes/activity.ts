import {
  routes,
  type Activity,
  type ActivityKind,
  type ActivityQuery,
  type Need,
} from '@express-elements/contract';
import { Hono } from 'hono';
import { withDestinations } from '../activity/destinations.ts';
import { activityOfNeed, needsOf } from '../activity/needs.ts';
import { ExpressError } from '../errors.ts';
import type { FeedPage, FeedRequest, Place } from '../ledger/ledger.ts';
import { decodeCursor, digestOf } from '../ledger/order.ts';
import type { Components } from '../roles/components.ts';
import { grantedComponents } from '../roles/features.ts';
import { opensItem } from '../roles/opens.ts';
import { kindsOf } from '../roles/roles.ts';
import { only } from './guards.ts';
import { ledgerAccountOf, type Env, type Host, type RouteContext } from './host.ts';
import { listAnswer } from './questions.ts';
import { BODY_LIMIT, body, limit, query } from './validate.ts';

/** What needs the seller, from Stripe's present state: only what the role may see is even asked for. */
async function needs(
  host: Host,
  account: string,
  kinds: readonly ActivityKind[],
  components: Components,
): Promise<Need[]> {
  const seesPayouts = kinds.includes(activityOfNeed.payout_failed);
  const seesBanks = kinds.includes(activityOfNeed.bank_account_errored);
  const seesDisputes = kinds.includes(activityOfNeed.dispute_evidence_due);
  const [state, disputes, payouts, destinations] = await Promise.all([
    host.accounts.state(account),
    seesDisputes ? host.state.disputes(account) : [],
    seesPayouts ? host.state.payouts(account) : [],
    seesBanks ? host.state.destinations(account) : [],
  ]);
  const facts = { account: state, disputes, payouts, externalAccounts: destinations };
  return needsOf(facts, kinds).map((need) => ({ ...need, opens: opensItem(need, components) }));
}

/** Payouts are told by the bank they went to, which their events only know by its id. */
async function namedItems(
  host: Host,
  account: string,
  items: FeedPage['items'],
): Promise<FeedPage['items']> {
  if (!items.some(({ object }) => object.type === 'payout')) return items;
  return withDestinations(items, await host.state.destinations(account));
}

const placeOf = ({ created, id }: { created: number; id: string }): Place => ({ key: created, id });

function feedRequest(c: RouteContext, asked: ActivityQuery, digest: string): FeedRequest {
  const { after, before, limit: most } = asked;
  if (after !== undefined && before !== undefined)
    throw new ExpressError('invalid_parameter', 'Give one of "after" and "before".', {
      param: 'before',
    });
  const kinds = kindsOf(c.get('role')).filter((kind) => asked.kind?.includes(kind) ?? true);
  const place = (cursor: string, param: 'after' | 'before'): Place =>
    decodeCursor(cursor, digest, param, 'number');
  return {
    kinds,
    viewer: c.get('visitor').viewer,
    limit: most,
    ...(after !== undefined && { after: place(after, 'after') }),
    ...(before !== undefined && { before: place(before, 'before') }),
  };
}

/** `GET /activity`: what needs the seller, and what happened lately. */
export const activity = (host: Host) =>
  new Hono<Env>().get(
    routes.activity.path,
    only((role) => kindsOf(role).length > 0),
    query(routes.activity.query),
    async (c) => {
      const asked = c.req.valid('query');
      const role = c.get('role');
      const components = grantedComponents(role.components, host.features);
      const account = await ledgerAccountOf(host, c);
      const kinds = kindsOf(role);
      const digest = digestOf({ list: 'activity', account: account.id, kinds, asked: asked.kind });
      const request = feedRequest(c, asked, digest);
      const [feed, waiting] = await Promise.all([
        host.ledger.activity(account).page(request),
        needs(host, account.id, kinds, components),
      ]);
      const named = await namedItems(host, account.id, feed.items);
      const items = named.map((item) => ({ ...item, opens: opensItem(item, components) }));
      return c.json({
        ...listAnswer({ ...feed, items }, placeOf, digest),
        needs_you: waiting,
        unread: feed.unread,
      } satisfies Activity);
    },
  );

/** `POST /activity/read`: read marks of this viewer, where the ledger keeps any. */
export const activityRead = (host: Host) =>
  new Hono<Env>().post(
    routes.activityRead.path,
    only((role) => kindsOf(role).length > 0),
    limit(BODY_LIMIT),
    body(routes.activityRead.body),
    async (c) => {
      if (!host.ledger.capabilities.activity.read_marks)
        throw new ExpressError('not_found', 'This server keeps no read marks.');
      const account = await ledgerAccountOf(host, c);
      const kinds = kindsOf(c.get('role'));
      const { viewer } = c.get('visitor');
      return c.json(
        await host.ledger.activity(account).markRead(viewer, kinds, c.req.valid('json')),
      );
    },
  );
