/** Every route answers as its schema says, on every seller, with the headers that every answer has. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerHeaders } from '@express-elements/contract';
import { ORIGIN, START, type World } from './world.ts';

const DAY = 86_400;

export function contractSuite(world: () => World): void {
  test('every reading route answers as its schema says, for every seller', async () => {
    for (const seller of world().sandbox.sellers.keys()) {
      const client = world().as(seller);
      const { account, capabilities } = await client.get('account');
      assert.equal(account.id, world().account(seller));
      await client.get('balance');
      const { data } = await client.get('transactions', '?limit=100');
      assert.equal(data.length, 100);
      await client.get('summary');
      await client.get('activity');
      const range = `from=${START - 90 * DAY}&to=${START}`;
      for (const interval of capabilities.earnings?.intervals ?? [])
        if (interval !== 'hour')
          await client.get('earnings', `?interval=${interval}&${range}&compare=year&week_start=7`);
      await client.get('earnings', `?interval=hour&from=${START - DAY}&to=${START}`);
      if (capabilities.sync) await client.get('sync');
    }
  });

  test('details of a row of every kind answer as their schema says', async () => {
    for (const seller of world().sandbox.sellers.keys()) {
      const client = world().as(seller);
      const { by_category } = await client.get('summary');
      for (const { category } of by_category) {
        const { data } = await client.get('transactions', `?category[]=${category}&limit=2`);
        for (const row of data) {
          const details = await client.get('transaction', `/${row.id}`);
          assert.equal(details.id, row.id);
          assert.equal(
            details.fee,
            details.fee_details.reduce((sum, { amount }) => sum + amount, 0),
          );
        }
      }
    }
  });

  test('a refund knows the payment it takes back, and the payment its refund', async () => {
    const client = world().as(0);
    const { data } = await client.get('transactions', '?category[]=refund&limit=1');
    const refund = await client.get('transaction', `/${data[0]!.id}`);
    const payment = refund.related.find(({ category }) => category === 'payment');
    assert.ok(payment);
    const back = await client.get('transaction', `/${payment.id}`);
    assert.ok(back.related.some(({ id }) => id === refund.id));
    assert.deepEqual(refund.opens, { element: 'payment-details', id: payment.source?.id });
  });

  test('every answer names its account, its now and its request, and is never stored', async () => {
    const client = world().as(1);
    for (const path of ['/account', '/transactions?sort=nothing', '/nowhere']) {
      const { headers } = await client.fetch(path);
      assert.equal(headers.get(answerHeaders.now), String(world().sandbox.now()));
      assert.match(headers.get(answerHeaders.requestId) ?? '', /^exp_\w{32}$/);
      assert.equal(headers.get('Cache-Control'), 'no-store');
      assert.match(headers.get('Vary') ?? '', /Origin/);
      // A route that does not exist is refused before anybody is asked who it is.
      const account = path === '/nowhere' ? null : world().account(1);
      assert.equal(headers.get(answerHeaders.account), account);
    }
  });

  test('the contract is there for whoever asks', async () => {
    const response = await world().nobody.fetch('/openapi.json');
    const document = (await response.json()) as { openapi: string; paths: object };
    assert.equal(document.openapi, '3.1.0');
    assert.ok('/transactions/{id}' in document.paths);
  });

  test('a wrong parameter is refused by name', async () => {
    const client = world().as(0);
    const cases: [string, string, string][] = [
      ['/transactions?colour=red', 'unsupported_parameter', 'colour'],
      ['/transactions?__proto__=1', 'unsupported_parameter', '__proto__'],
      ['/transactions?limit=0', 'invalid_parameter', 'limit'],
      ['/transactions?limit=1000', 'invalid_parameter', 'limit'],
      ['/transactions?limit=5&limit=6', 'invalid_parameter', 'limit'],
      ['/transactions?category=payment', 'invalid_parameter', 'category'],
      ['/transactions?category[]=rent', 'invalid_parameter', 'category'],
      ['/transactions?from=yesterday', 'invalid_parameter', 'from'],
      ['/transactions?payout=txn_1', 'invalid_parameter', 'payout'],
      ['/transactions?after=x', 'invalid_cursor', 'after'],
      ['/transactions?at=soon', 'invalid_parameter', 'at'],
      ['/transactions?at=1&before=x', 'invalid_parameter', 'at'],
      ['/transactions/summary?limit=5', 'unsupported_parameter', 'limit'],
      ['/earnings', 'missing_parameter', 'interval'],
      ['/earnings?interval=day&from=1', 'missing_parameter', 'to'],
      ['/earnings?interval=day&from=5&to=5', 'invalid_parameter', 'to'],
      ['/earnings?interval=hour&from=0&to=1795608000', 'invalid_parameter', 'interval'],
      ['/activity?kind[]=nothing', 'invalid_parameter', 'kind'],
    ];
    for (const [path, code, param] of cases) {
      const error = await client.refused(path);
      assert.deepEqual([error.status, error.code, error.param], [400, code, param], path);
    }
  });

  test('what is not there is 404, and what is not done 405', async () => {
    const client = world().as(0);
    const of = async (path: string, method = 'GET'): Promise<string> =>
      (await client.refused(path, { method, headers: { 'Sec-Fetch-Site': 'same-origin' } })).code;
    assert.equal(await of('/nothing'), 'not_found');
    assert.equal(await of('/transactions/ch_1'), 'not_found');
    assert.equal(await of('/transactions/txn_nothing'), 'not_found');
    assert.equal(await of('/balance', 'POST'), 'method_not_allowed');
    assert.equal(await of('/account-session'), 'method_not_allowed');
    const allowed = await client.fetch('/account-session');
    assert.equal(allowed.headers.get('Allow'), 'POST');
    assert.equal((await client.fetch('/live', { method: 'HEAD' })).status, 405);
  });

  test('a listed origin may read across, and no other', async () => {
    const client = world().as(0);
    const asked = async (origin: string, method: string) =>
      (
        await client.fetch('/account', {
          method,
          headers: { Origin: origin, 'Access-Control-Request-Headers': 'authorization' },
        })
      ).headers;
    for (const method of ['GET', 'OPTIONS']) {
      const listed = await asked('https://app.example', method);
      assert.equal(listed.get('Access-Control-Allow-Origin'), 'https://app.example');
      assert.match(listed.get('Access-Control-Expose-Headers') ?? '', /Express-Account/);
      for (const origin of ['https://evil.example', 'null', ORIGIN])
        assert.equal((await asked(origin, method)).get('Access-Control-Allow-Origin'), null);
    }
  });
}
