import { routes } from '@express-elements/contract';
import { Hono } from 'hono';
import { ExpressError } from '../errors.ts';
import { only } from './guards.ts';
import { ledgerAccountOf, type Env, type Host } from './host.ts';
import { query } from './validate.ts';

/** `GET /earnings`: net volume over time, in the account's time zone. */
export const earnings = (host: Host) =>
  new Hono<Env>().get(
    routes.earnings.path,
    only((role) => role.earnings),
    query(routes.earnings.query),
    async (c) => {
      const asked = c.req.valid('query');
      const { earnings: capabilities } = host.ledger.capabilities;
      if (!capabilities) throw new ExpressError('not_found', 'This server has no earnings.');
      const unsupported =
        (!capabilities.intervals.includes(asked.interval) && 'interval') ||
        (asked.compare && !capabilities.compare.includes(asked.compare) && 'compare');
      if (unsupported)
        throw new ExpressError(
          'unsupported_parameter',
          `This server has no such "${unsupported}".`,
          {
            param: unsupported,
          },
        );
      const account = await ledgerAccountOf(host, c);
      return c.json(await host.ledger.for(account).earnings(asked));
    },
  );
