import { routes } from '@express-elements/contract';
import { Hono } from 'hono';
import { only } from './guards.ts';
import { ledgerAccountOf, type Env, type Host } from './host.ts';
import { questionOf } from './questions.ts';
import { query } from './validate.ts';

/** `GET /transactions/summary`: count and sums of what the filters match. */
export const summary = (host: Host) =>
  new Hono<Env>().get(
    routes.summary.path,
    only((role) => role.transactions !== false),
    query(routes.summary.query),
    async (c) => {
      const question = questionOf(host, c, c.req.valid('query'));
      const account = await ledgerAccountOf(host, c);
      return c.json(await host.ledger.for(account).summary(question));
    },
  );
