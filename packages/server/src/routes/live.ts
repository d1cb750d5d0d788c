import { routes, type LiveTopic } from '@express-elements/contract';
import { Hono } from 'hono';
import { visitorOf } from '../auth/authorize.ts';
import { ExpressError } from '../errors.ts';
import { liveStream } from '../live/stream.ts';
import { kindsOf, type Role } from '../roles/roles.ts';
import { only } from './guards.ts';
import { ledgerAccountOf, type Env, type Host, type RouteContext } from './host.ts';

const reads: Record<LiveTopic, (role: Role) => boolean> = {
  activity: (role) => kindsOf(role).length > 0,
  balance: (role) => role.balance,
  transactions: (role) => role.transactions !== false || role.earnings,
  sync: (role) => role.transactions !== false || role.earnings,
};

/** The topics that a role may hear of. */
export const topicsOfRole = (role: Role): LiveTopic[] =>
  (Object.keys(reads) as LiveTopic[]).filter((topic) => reads[topic](role));

/** Asks the host again: the same person, with the same role, for the same account. */
async function isSignedIn(host: Host, c: RouteContext): Promise<boolean> {
  const { account, role, viewer } = c.get('visitor');
  try {
    const now = await visitorOf(host.authorize, c.req.raw, host.log);
    return now.account === account && now.role === role && now.viewer === viewer;
  } catch (error) {
    if (error instanceof ExpressError && error.status === 401) return false;
    throw error;
  }
}

/** `GET /live`: says that something has changed, never what. */
export const live = (host: Host) =>
  new Hono<Env>().get(
    routes.live.path,
    only((role) => topicsOfRole(role).length > 0),
    async (c) => {
      const { listen, capabilities } = host.ledger;
      if (!listen || capabilities.live?.transport !== 'sse')
        throw new ExpressError('not_found', 'This server has no live stream: ask again instead.');
      const account = await ledgerAccountOf(host, c);
      const stream = liveStream({
        topics: topicsOfRole(c.get('role')),
        lastEventId: c.req.header('Last-Event-ID'),
        listen: (changed) => listen.call(host.ledger, account.id, changed),
        sync: () => host.ledger.sync(account),
        isSignedIn: () => isSignedIn(host, c),
        now: host.now,
        scheduler: host.scheduler,
        signal: AbortSignal.any([c.req.raw.signal, host.closing]),
        failed: (error) =>
          host.log('error', 'A live stream failed.', {
            reason: error instanceof Error ? error.message : String(error),
          }),
      });
      return c.body(stream, 200, {
        'Content-Type': 'text/event-stream; charset=utf-8',
        // Nginx gathers a stream into blocks unless told not to.
        'X-Accel-Buffering': 'no',
      });
    },
  );
