import { routes, type Transactions } from '@express-elements/contract';
import { Hono } from 'hono';
import { placeOf } from '../ledger/order.ts';
import { onlyOrNothing } from './guards.ts';
import { ledgerAccountOf, type Env, type Host } from './host.ts';
import { listAnswer, listDigest, pageRequestOf, questionOf } from './questions.ts';
import { query } from './validate.ts';

/** `GET /transactions`: one page of the account's ledger. */
export const transactions = (host: Host) =>
  new Hono<Env>().get(
    routes.transactions.path,
    onlyOrNothing((role) => role.transactions !== false),
    query(routes.transactions.query),
    async (c) => {
      const {
        sort,
        order,
        limit,
        after,
        before,
        at,
        early: _early,
        ...filters
      } = c.req.valid('query');
      const question = questionOf(host, c, filters);
      const digest = listDigest(c.get('visitor').account, question, { sort, order });
      const request = pageRequestOf(host, { sort, order, limit, after, before, at }, digest);
      const account = await ledgerAccountOf(host, c);
      const { rows, covers, ...ends } = await host.ledger.for(account).page(question, request);
      const list = listAnswer({ items: rows, ...ends }, (row) => placeOf(row, sort), digest);
      return c.json({ ...list, covers } satisfies Transactions);
    },
  );
