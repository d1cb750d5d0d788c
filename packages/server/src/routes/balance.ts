import { routes, type Balance, type Row } from '@express-elements/contract';
import { Hono } from 'hono';
import { balanceAnswer } from '../balance/model.ts';
import type { LedgerAccount } from '../ledger/ledger.ts';
import { onlyOrNothing } from './guards.ts';
import { ledgerAccountOf, type Env, type Host } from './host.ts';
import { query } from './validate.ts';

/** The pending rows of the payments balance; null where the ledger may not hold them all. */
async function pendingRows(host: Host, account: LedgerAccount): Promise<Row[] | null> {
  const { covers, batches } = await host.ledger
    .for(account)
    .rows(
      { filters: { status: 'pending', balance_type: ['payments'] }, onlyCategories: null },
      { sort: 'available_on', order: 'asc' },
    );
  if (!covers.complete && covers.from === null) return null;
  const rows: Row[] = [];
  for await (const batch of batches) rows.push(...batch);
  return rows;
}

async function readBalance(host: Host, account: LedgerAccount): Promise<Balance> {
  const { id, defaultCurrency, timeZone } = account;
  const now = Math.floor(host.now());
  const [balance, settings, payouts, destinations, rows, state] = await Promise.all([
    host.stripe.call('GET /v1/balance', { account: id }, (stripe, options) =>
      stripe.balance.retrieve({}, options),
    ),
    host.stripe.call('GET /v1/balance_settings', { account: id }, (stripe, options) =>
      stripe.balanceSettings.retrieve({}, options),
    ),
    host.state.payouts(id, 0),
    host.state.destinations(id),
    pendingRows(host, account),
    host.accounts.state(id),
  ]);
  return balanceAnswer({
    balance,
    settings,
    payouts,
    externalAccounts: destinations,
    pendingRows: rows,
    account: {
      payoutsEnabled: state.payouts_enabled,
      disabledReason: state.requirements?.disabled_reason ?? null,
      isPastDue: (state.requirements?.past_due?.length ?? 0) > 0,
      defaultCurrency,
      timeZone,
    },
    prefunding: host.features.prefunding,
    now,
  });
}

/** `GET /balance`: Stripe's own figures, at most ten seconds old, dropped by any event of the account. */
export const balance = (host: Host) =>
  new Hono<Env>().get(
    routes.balance.path,
    onlyOrNothing((role) => role.balance),
    query(routes.balance.query),
    async (c) => {
      const account = await ledgerAccountOf(host, c);
      return c.json(await host.balances.get(account.id, () => readBalance(host, account)));
    },
  );
