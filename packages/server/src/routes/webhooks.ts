import { routes } from '@express-elements/contract';
import { Hono } from 'hono';
import { ExpressError } from '../errors.ts';
import { tenantOf } from '../webhooks/tenant.ts';
import { verifiedEvent } from '../webhooks/verify.ts';
import type { Env, Host } from './host.ts';
import { WEBHOOK_LIMIT, limit } from './validate.ts';

/** `POST /webhooks`: verified over the raw body; safe twice and in any order. */
export const webhooks = (host: Host) =>
  new Hono<Env>().post(routes.webhooks.path, limit(WEBHOOK_LIMIT), async (c) => {
    if (!host.webhooks) throw new ExpressError('not_found', 'This server takes no webhooks.');
    const platform = await host.ready();
    const signature = c.req.header('Stripe-Signature');
    const event = await verifiedEvent(host.webhooks, await c.req.text(), signature);
    // Stripe sends test events to live Connect endpoints too: they are of another world.
    if (event.livemode !== platform.livemode) {
      host.counts.otherMode += 1;
      return c.json({ received: true });
    }
    const account = tenantOf(event);
    if (account === null) return c.json({ received: true });
    host.balances.drop(account);
    host.accounts.drop(account);
    host.state.drop(account);
    await host.ledger.receive(event, account);
    host.counts.received += 1;
    return c.json({ received: true });
  });
