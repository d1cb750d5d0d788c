import { routes } from '@express-elements/contract';
import { Hono } from 'hono';
import { ExpressError } from '../errors.ts';
import { only } from './guards.ts';
import { ledgerAccountOf, type Env, type Host } from './host.ts';

/** `GET /sync`: how far the import has come, where there is one. */
export const sync = (host: Host) =>
  new Hono<Env>().get(
    routes.sync.path,
    only((role) => role.transactions !== false || role.earnings),
    async (c) => {
      const state = await host.ledger.sync(await ledgerAccountOf(host, c));
      if (!state) throw new ExpressError('not_found', 'This server imports nothing.');
      return c.json(state);
    },
  );
