import type { PayoutParts, Row, Transaction } from '@express-elements/contract';
import { Hono } from 'hono';
import { ExpressError } from '../errors.ts';
import type { LedgerAccount } from '../ledger/ledger.ts';
import { payoutParts } from '../payouts/parts.ts';
import { grantedComponents } from '../roles/features.ts';
import { opensTransaction } from '../roles/opens.ts';
import { categoriesOf } from '../roles/roles.ts';
import { only } from './guards.ts';
import { ledgerAccountOf, type Env, type Host } from './host.ts';
import { transactionCapabilities } from './questions.ts';

const transactionId = /^txn_\w{1,255}$/;

/** What a payout is made of, for the row that is its sending; its failure or cancelation sent nothing. */
const ownParts = async (
  host: Host,
  account: LedgerAccount,
  { type, source }: Row,
): Promise<PayoutParts | null> =>
  type === 'payout' && source !== null ? payoutParts(host, account, source.id) : null;

/** `GET /transactions/:id`: one transaction with its fees and what belongs to it. */
export const transaction = (host: Host) =>
  new Hono<Env>().get(
    '/transactions/:id',
    only((role) => role.transactions !== false),
    async (c) => {
      const id = c.req.param('id');
      const known = transactionCapabilities(host).details && transactionId.test(id);
      const account = await ledgerAccountOf(host, c);
      const role = c.get('role');
      const found = known ? await host.ledger.for(account).get(id, categoriesOf(role)) : null;
      if (!found) throw new ExpressError('not_found', 'There is no such transaction.');
      const components = grantedComponents(role.components, host.features);
      const parts = await ownParts(host, account, found);
      return c.json({
        ...found,
        opens: opensTransaction(found, components),
        ...(parts && { payout_parts: parts }),
      } satisfies Transaction);
    },
  );
