/** No seller ever sees another's row, whatever ids, cursors and headers are in its hands. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerHeaders, roles } from '@express-elements/contract';
import { START, type World } from './world.ts';

interface Belongings {
  readonly account: string;
  readonly rows: readonly string[];
  readonly payouts: readonly string[];
  readonly items: readonly string[];
  readonly cursors: readonly string[];
  readonly activityCursor: string | null;
  /** What no other seller's answer may hold. */
  readonly marks: readonly string[];
}

async function belongingsOf(world: World, seller: number): Promise<Belongings> {
  const client = world.as(seller);
  const { data, next_cursor } = await client.get('transactions', '?limit=20');
  const payouts = await client.get('transactions', '?type[]=payout&limit=5');
  const feed = await client.get('activity', '?limit=20');
  const { name, email, account } = world.sandbox.sellers[seller]!;
  const sources = [...data, ...payouts.data].flatMap(({ source }) => (source ? [source.id] : []));
  const rows = [...data, ...payouts.data].map(({ id }) => id);
  return {
    account,
    rows,
    payouts: payouts.data.flatMap(({ source }) => (source ? [source.id] : [])),
    items: feed.data.map(({ id }) => id),
    cursors: next_cursor ? [next_cursor] : [],
    activityCursor: feed.next_cursor,
    marks: [account, name, email, ...rows, ...sources],
  };
}

/** Requests with another's belongings in every place that takes one. */
const attempts = (other: Belongings): readonly string[] => [
  '/account',
  '/balance',
  '/activity',
  '/sync',
  `/earnings?interval=day&from=${START - 86_400}&to=${START}`,
  '/transactions',
  '/transactions/summary',
  '/transactions/export',
  ...other.rows.flatMap((id) => [`/transactions/${id}`, `/transactions?q=${id}`]),
  ...other.payouts.flatMap((id) => [
    `/transactions?payout=${id}`,
    `/transactions/summary?payout=${id}`,
    `/transactions/export?payout=${id}`,
  ]),
  ...other.cursors.flatMap((cursor) => [
    `/transactions?limit=20&after=${cursor}`,
    `/transactions?limit=20&before=${cursor}`,
  ]),
  ...(other.activityCursor ? [`/activity?limit=20&after=${other.activityCursor}`] : []),
  `/transactions?account=${other.account}`,
];

/** Headers that a proxy, an old page or an attacker may send along. */
const smuggled = (account: string): Record<string, string>[] => [
  {},
  { 'Stripe-Account': account, 'X-Account': account, 'X-Forwarded-Host': account },
];

export function leakSuite(world: () => World): void {
  test('another seller’s ids, cursors and headers open nothing, in any role', async () => {
    const sellers = [...world().sandbox.sellers.keys()];
    const belongings = await Promise.all(sellers.map((seller) => belongingsOf(world(), seller)));
    for (const seller of sellers)
      for (const role of roles)
        for (const other of belongings.filter(({ account }) => account !== world().account(seller)))
          for (const path of attempts(other)) {
            const headers = smuggled(other.account)[path.length % 2]!;
            const response = await world().as(seller, role).fetch(path, { headers });
            const answer = `${await response.text()}${JSON.stringify([...response.headers])}`;
            // What was asked for may be said back in a refusal, but only that.
            const asked = decodeURIComponent(path);
            for (const mark of other.marks)
              if (!asked.includes(mark))
                assert.ok(!answer.includes(mark), `${role} ${path} has ${mark}`);
            assert.ok(response.status !== 200 || !asked.match(/after=|before=/), path);
            if (/\/transactions\/txn_/.test(path)) assert.equal(response.status >= 400, true, path);
          }
  });

  test('the page’s word of its account is a precondition: another’s is 409 before anything is read', async () => {
    const client = world().as(0);
    const headers = { [answerHeaders.account]: world().account(1) };
    for (const path of ['/account', '/balance', '/transactions', '/activity', '/live']) {
      const error = await client.refused(path, { headers });
      assert.deepEqual([error.status, error.code], [409, 'account_changed'], path);
    }
    for (const path of ['/account-session', '/login-link']) {
      const response = await client.post(path, {}, headers);
      assert.equal(response.status, 409, path);
    }
    const own = { [answerHeaders.account]: world().account(0) };
    assert.equal((await client.fetch('/account', { headers: own })).status, 200);
  });

  test('read marks for another’s items mark nothing', async () => {
    const [mine, theirs] = await Promise.all([0, 1].map((seller) => belongingsOf(world(), seller)));
    const client = world().as(0);
    const { unread } = await client.get('activity');
    const response = await client.post('/activity/read', { ids: theirs!.items.slice(0, 5) });
    if (response.status === 404) return assert.equal(unread, null);
    assert.deepEqual(await response.json(), { unread });
    assert.ok(mine!.items.length > 0);
  });

  test('whoever is not signed in gets nothing, and no secret reaches a log', async () => {
    for (const path of attempts(await belongingsOf(world(), 0))) {
      const error = await world().nobody.refused(path);
      assert.deepEqual([error.status, error.code], [401, 'not_signed_in'], path);
    }
    const session = await world().as(0).post('/account-session', {});
    const { client_secret } = (await session.json()) as { client_secret: string };
    const link = await world().as(0).post('/login-link', {});
    const { url } = (await link.json()) as { url: string };
    const logs = world().logs.join('\n');
    for (const secret of [client_secret, url, 'sk_test_sandbox', 'whsec_']) {
      assert.ok(secret);
      assert.ok(!logs.includes(secret));
    }
  });
}
