/** The hosts that each list asks, answered in their shapes with the same rows. */
import type { BrowserContext, Route } from 'playwright-core';
import type { Row } from '@express-elements/contract';
import type { Recorded } from './answers.ts';

const NOW = Date.UTC(2026, 10, 23, 18, 30) / 1000;
const cors = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' };

const json = (route: Route, body: unknown, headers: Record<string, string> = {}): Promise<void> =>
  route.fulfill({ json: body, headers: { ...cors, ...headers } });

/** What a question of a host is answered with; it may be failing on purpose. */
export type Trouble = 'offline' | 'broken' | null;

export interface FarSide {
  /** Rows of an answer, in place of what the list asks for. */
  pageSize: number | null;
  trouble: Trouble;
  /** Hosts that were asked, each with how often. */
  readonly asked: Map<string, number>;
}

async function trouble(route: Route, side: FarSide): Promise<boolean> {
  if (side.trouble === 'offline') await route.abort('internetdisconnected');
  else if (side.trouble === 'broken')
    await route.fulfill({ status: 500, json: { error: { message: 'Broken.' } }, headers: cors });
  return side.trouble !== null;
}

/** A page by offset cursors. */
function page(rows: readonly Row[], size: number, after: string | null, before: string | null) {
  const end = before === null ? rows.length : Number(before);
  const start = before === null ? Number(after ?? 0) : Math.max(0, end - size);
  const to = Math.min(end, start + size);
  return {
    rows: rows.slice(start, to),
    next: to < rows.length ? String(to) : null,
    previous: start > 0 ? String(start) : null,
  };
}

const asPayment = (row: Row) => ({
  id: row.id,
  account_id: 'acc_bench',
  currency: row.currency,
  amount: row.amount,
  amount_disputed: 0,
  amount_refundable: row.amount,
  amount_refunded: 0,
  balance: row.net,
  captured: true,
  capture_strategy: 'automatic',
  description: row.description ?? '',
  disputed: false,
  disputes: [],
  error_code: null,
  error_description: null,
  expedited: false,
  fee_amount: row.fee,
  is_test: true,
  metadata: row.metadata,
  payment_method: {
    card: {
      id: row.id,
      acct_last_four: row.last4 ?? '0000',
      name: row.customer?.name ?? '',
      brand: 'visa',
    },
  },
  refunded: false,
  status: row.status === 'pending' ? 'pending' : 'succeeded',
  created_at: new Date(row.created * 1000).toISOString(),
  updated_at: new Date(row.created * 1000).toISOString(),
});

function justifi(rows: readonly Row[], side: FarSide, route: Route): Promise<void> {
  const { pathname, searchParams } = new URL(route.request().url());
  if (!pathname.endsWith('/payments')) return json(route, { id: 1, type: 'any', data: [] });
  const size = side.pageSize ?? Number(searchParams.get('limit') ?? 25);
  const found = page(
    rows,
    size,
    searchParams.get('after_cursor'),
    searchParams.get('before_cursor'),
  );
  return json(route, {
    id: 1,
    type: 'array',
    data: found.rows.map(asPayment),
    page_info: {
      amount: size,
      has_next: found.next !== null,
      has_previous: found.previous !== null,
      start_cursor: found.previous ?? '',
      end_cursor: found.next ?? '',
    },
  });
}

const categories: Readonly<Partial<Record<Row['category'], string>>> = {
  payment: 'Payment',
  refund: 'Refund',
  dispute: 'Chargeback',
  fee: 'Fee',
  transfer: 'Transfer',
};

function asTransaction(row: Row) {
  const currency = row.currency.toUpperCase();
  return {
    id: row.id,
    amount: { currency, value: row.net },
    netAmount: { currency, value: row.net },
    amountBeforeDeductions: { currency, value: row.amount },
    balanceAccountId: 'BA_bench',
    category: categories[row.category] ?? 'Other',
    createdAt: new Date(row.created * 1000).toISOString(),
    paymentMethod: { type: 'visa', lastFourDigits: row.last4 ?? '0000', description: 'Visa' },
    paymentPspReference: row.source?.id ?? row.id,
    status: row.status === 'pending' ? 'Pending' : 'Booked',
  };
}

const endpoints = {
  getBalanceAccounts: '/balanceAccounts',
  getBalances: '/balanceAccounts/{balanceAccountId}/balances',
  getTransactions: '/transactions',
  getTransaction: '/transactions/{transactionId}',
  getTransactionTotals: '/transactions/totals',
  downloadTransactions: '/transactions/download',
};

function adyen(rows: readonly Row[], side: FarSide, route: Route): Promise<void> {
  const { pathname, searchParams } = new URL(route.request().url());
  const ends = (path: string): boolean => pathname.endsWith(path);
  if (ends('/setup')) {
    const given = Object.entries(endpoints).map(([name, url]) => [name, { method: 'GET', url }]);
    return json(route, { endpoints: Object.fromEntries(given) });
  }
  if (ends('/balanceAccounts'))
    return json(route, {
      data: [
        {
          id: 'BA_bench',
          defaultCurrencyCode: 'USD',
          timeZone: 'America/New_York',
          description: 'Cedar & Salt',
        },
      ],
    });
  if (ends('/balances'))
    return json(route, { data: [{ currency: 'USD', value: 651_831, reservedValue: 0 }] });
  if (ends('/totals')) {
    const total = { currency: 'USD', incomings: 1_295_636, expenses: -643_805 };
    return json(route, {
      data: [{ ...total, total: 651_831, breakdown: { incomings: [], expenses: [] } }],
    });
  }
  if (!ends('/transactions')) return route.fulfill({ status: 404, headers: cors });
  const size = side.pageSize ?? Number(searchParams.get('limit') ?? 10);
  const found = page(rows, size, searchParams.get('cursor'), null);
  return json(route, {
    data: found.rows.map(asTransaction),
    _links: { ...(found.next !== null && { next: { cursor: found.next } }) },
  });
}

function ours(
  recorded: Recorded,
  rows: readonly Row[],
  side: FarSide,
  route: Route,
): Promise<void> {
  const { pathname, searchParams } = new URL(route.request().url());
  const account = recorded.account as {
    account: { id: string };
    capabilities: Record<string, unknown>;
  };
  const headers = { 'Express-Account': account.account.id, 'Express-Now': String(NOW) };
  const path = pathname.slice('/express/'.length);
  if (path === 'account')
    return json(
      route,
      { ...account, capabilities: { ...account.capabilities, live: null } },
      headers,
    );
  if (path === 'transactions/summary') return json(route, recorded.summary, headers);
  if (path !== 'transactions') return route.fulfill({ status: 404 });
  const size = side.pageSize ?? Number(searchParams.get('limit') ?? 50);
  const found = page(rows, size, searchParams.get('after'), searchParams.get('before'));
  const { covers } = recorded.summary as { covers: object };
  return json(
    route,
    { data: found.rows, next_cursor: found.next, previous_cursor: found.previous, covers },
    headers,
  );
}

/** Stands before every host that is not the page's own, and before our endpoint. */
export async function farSides(
  context: BrowserContext,
  recorded: Recorded,
  own: string,
): Promise<FarSide> {
  const rows = recorded.rows as readonly Row[];
  const side: FarSide = { pageSize: null, trouble: null, asked: new Map() };
  await context.route(
    (url) => url.origin !== own || url.pathname.startsWith('/express/'),
    async (route) => {
      const { host, pathname } = new URL(route.request().url());
      side.asked.set(host, (side.asked.get(host) ?? 0) + 1);
      if (await trouble(route, side)) return;
      if (pathname.startsWith('/express/')) await ours(recorded, rows, side, route);
      else if (route.request().method() === 'OPTIONS')
        await route.fulfill({ status: 204, headers: cors });
      else if (host.includes('justifi')) await justifi(rows, side, route);
      else if (host.startsWith('platform-components-external')) await adyen(rows, side, route);
      else if (host === 'registry.npmjs.org') await json(route, { version: '6.14.3' });
      else await route.fulfill({ status: 404, headers: cors });
    },
  );
  return side;
}
