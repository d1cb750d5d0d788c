import type { Row } from '@express-elements/contract';
import type Stripe from 'stripe';
import { ifFound } from '../../stripe/errors.ts';
import type { LedgerDeps, LedgerTransaction, Question } from '../ledger.ts';
import { byPlace } from '../order.ts';
import { chargeIdOf, describedRow, detailsOf, oneRowExpand, rowExpand } from '../row.ts';

/** Refunds and disputes of one payment that are looked for; a payment has few. */
const MOST = 100;

const transactionId = /^txn_\w{1,255}$/;

async function retrieve(
  deps: LedgerDeps,
  account: string,
  id: string,
): Promise<Stripe.BalanceTransaction | null> {
  if (!transactionId.test(id)) return null;
  return ifFound(
    deps.stripe.call('GET /v1/balance_transactions/:id', { account }, (stripe, options) =>
      stripe.balanceTransactions.retrieve(id, { expand: oneRowExpand }, options),
    ),
  );
}

/** The ids of a payment's refunds and disputes. */
async function takenBack(deps: LedgerDeps, account: string, charge: string): Promise<string[]> {
  const [refunds, disputes] = await Promise.all([
    deps.stripe.call('GET /v1/refunds', { account }, (stripe, options) =>
      stripe.refunds.list({ charge, limit: MOST }, options),
    ),
    deps.stripe.call('GET /v1/disputes', { account }, (stripe, options) =>
      stripe.disputes.list({ charge, limit: MOST }, options),
    ),
  ]);
  return [...refunds.data, ...disputes.data].map(({ id }) => id);
}

async function rowsOfSource(deps: LedgerDeps, account: string, source: string): Promise<Row[]> {
  const list = await deps.stripe.call(
    'GET /v1/balance_transactions',
    { account },
    (stripe, options) =>
      stripe.balanceTransactions.list({ source, limit: MOST, expand: rowExpand }, options),
  );
  return Promise.all(list.data.map((one) => describedRow(one, deps)));
}

/** The sources whose rows belong together: a payment and what took it back, else the row's own. */
async function sourcesOf(
  deps: LedgerDeps,
  account: string,
  { source }: Stripe.BalanceTransaction,
): Promise<string[]> {
  if (source === null) return [];
  if (typeof source === 'string') return [source];
  const charge = chargeIdOf(source);
  return charge === null ? [source.id] : [charge, ...(await takenBack(deps, account, charge))];
}

/** One transaction with its details and the rows that belong to it; null where the account has none, or may not see it. */
export async function transactionOf(
  deps: LedgerDeps,
  account: string,
  id: string,
  only: Question['onlyCategories'],
): Promise<LedgerTransaction | null> {
  const transaction = await retrieve(deps, account, id);
  if (!transaction) return null;
  const row = await describedRow(transaction, deps);
  const isSeen = ({ category }: Row): boolean => only === null || only.includes(category);
  if (!isSeen(row)) return null;
  const sources = await sourcesOf(deps, account, transaction);
  const rows = await Promise.all(sources.map((source) => rowsOfSource(deps, account, source)));
  const related = rows
    .flat()
    .filter((other) => other.id !== row.id && isSeen(other))
    .toSorted(byPlace('created', 'asc'));
  return { ...row, ...detailsOf(transaction), related };
}
