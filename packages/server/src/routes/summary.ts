import { routes, type Summary } from '@express-elements/contract';
import { Hono } from 'hono';
import { payoutParts } from '../payouts/parts.ts';
import { seesPayouts } from '../roles/roles.ts';
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
      const { payout } = question.filters;
      const [answer, parts] = await Promise.all([
        host.ledger.for(account).summary(question),
        payout !== undefined && seesPayouts(c.get('role'))
          ? payoutParts(host, account, payout)
          : null,
      ]);
      return c.json({ ...answer, ...(parts && { payout_parts: parts }) } satisfies Summary);
    },
  );
