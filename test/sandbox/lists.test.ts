import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type Stripe from 'stripe';
import { property } from '../support/runs.ts';
import { all, DAY, setup, START } from './support.ts';

test('pages go from the newest to the oldest, each row once', async () => {
  const { stripe, us, as } = setup();
  const rows = await all(stripe.balanceTransactions.list({ limit: 100 }, as(us)));
  const ids = new Set(rows.map(({ id }) => id));
  assert.equal(ids.size, rows.length);
  assert.deepEqual(
    rows.map(({ created }) => created),
    rows.map(({ created }) => created).toSorted((a, b) => b - a),
  );
});

test('any cursor, limit and range of time gives what the whole list says', async () => {
  const { stripe, jp, as } = setup({ transactions: 400 });
  const rows = await all(stripe.balanceTransactions.list({ limit: 100 }, as(jp)));
  const place = fc.nat(rows.length - 1);
  const question = fc.record({
    from: fc.option(place),
    to: fc.option(place),
    cursor: fc.option(fc.tuple(place, fc.boolean())),
    limit: fc.integer({ min: 1, max: 100 }),
  });
  await fc.assert(
    fc.asyncProperty(question, async ({ from, to, cursor, limit }) => {
      const gte = from === null ? -Infinity : (rows[from]?.created ?? 0);
      const lt = to === null ? Infinity : (rows[to]?.created ?? 0);
      const range = { ...(from === null ? {} : { gte }), ...(to === null ? {} : { lt }) };
      const [at, backwards] = cursor ?? [0, false];
      const id = rows[at]?.id ?? '';
      const list = await stripe.balanceTransactions.list(
        {
          limit,
          ...(from === null && to === null ? {} : { created: range }),
          ...(cursor ? (backwards ? { ending_before: id } : { starting_after: id }) : {}),
        },
        as(jp),
      );
      const kept = rows
        .map((row, n) => ({ row, n }))
        .filter(({ row }) => row.created >= gte && row.created < lt)
        .filter(({ n }) => !cursor || (backwards ? n < at : n > at))
        .map(({ row }) => row.id);
      const expected = cursor && backwards ? kept.slice(-limit) : kept.slice(0, limit);
      assert.deepEqual(
        list.data.map((row) => row.id),
        expected,
      );
      assert.equal(list.has_more, kept.length > limit);
    }),
    property(400),
  );
});

test('ten is the limit where none is given, and the url says what was listed', async () => {
  const { stripe, us, as } = setup();
  const list = await stripe.charges.list({}, as(us));
  assert.deepEqual(
    [list.data.length, list.has_more, list.url, list.object],
    [10, true, '/v1/charges', 'list'],
  );
});

test('filters of balance transactions: type, currency, source, created', async () => {
  const { stripe, de, as } = setup();
  const rows = await all(stripe.balanceTransactions.list({ limit: 100 }, as(de)));
  const ids = async (params: Stripe.BalanceTransactionListParams) =>
    (await all(stripe.balanceTransactions.list({ ...params, limit: 100 }, as(de)))).map(
      ({ id }) => id,
    );
  const expected = (test: (row: Stripe.BalanceTransaction) => boolean) =>
    rows.filter(test).map(({ id }) => id);
  assert.deepEqual(
    await ids({ type: 'refund' }),
    expected(({ type }) => type === 'refund'),
  );
  assert.deepEqual(
    await ids({ currency: 'gbp' }),
    expected(({ currency }) => currency === 'gbp'),
  );
  assert.deepEqual(
    await ids({ currency: 'gbp', type: 'payout' }),
    expected(({ currency, type }) => currency === 'gbp' && type === 'payout'),
  );
  const failed = rows.find(({ type }) => type === 'payout_failure');
  assert.ok(failed);
  const source = String(failed.source);
  assert.deepEqual(
    await ids({ source }),
    expected((row) => row.source === source),
  );
  const { created } = failed;
  assert.deepEqual(
    await ids({ created }),
    expected((row) => row.created === created),
  );
  assert.deepEqual(
    await ids({ created: { gt: START - 5 * DAY } }),
    expected((row) => row.created > START - 5 * DAY),
  );
  assert.deepEqual(await ids({ type: 'issuing_dispute' }), []);
});

test('filters of payouts, charges, refunds and disputes', async () => {
  const { stripe, de, us, as } = setup();
  const failed = await all(stripe.payouts.list({ status: 'failed', limit: 100 }, as(de)));
  assert.ok(failed.length > 0 && failed.every(({ status }) => status === 'failed'));
  const [payout] = failed;
  const arrived = await all(
    stripe.payouts.list({ arrival_date: payout?.arrival_date ?? 0 }, as(de)),
  );
  assert.ok(arrived.some(({ id }) => id === payout?.id));
  const to = await all(
    stripe.payouts.list({ destination: String(payout?.destination), limit: 100 }, as(de)),
  );
  assert.ok(to.every(({ destination }) => destination === payout?.destination));
  const [charge] = (await stripe.charges.list({ limit: 1 }, as(us))).data;
  const theirs = await all(
    stripe.charges.list({ customer: String(charge?.customer), limit: 100 }, as(us)),
  );
  assert.ok(theirs.length > 0 && theirs.every(({ customer }) => customer === charge?.customer));
  const byIntent = await stripe.charges.list(
    { payment_intent: String(charge?.payment_intent) },
    as(us),
  );
  assert.deepEqual(
    byIntent.data.map(({ id }) => id),
    [charge?.id],
  );
  const [refund] = (await stripe.refunds.list({ limit: 1 }, as(us))).data;
  const refunds = await stripe.refunds.list({ charge: String(refund?.charge) }, as(us));
  assert.ok(refunds.data.every((one) => one.charge === refund?.charge));
  const [dispute] = (await stripe.disputes.list({ limit: 1 }, as(de))).data;
  const disputes = await stripe.disputes.list({ charge: String(dispute?.charge) }, as(de));
  assert.deepEqual(
    disputes.data.map(({ id }) => id),
    [dispute?.id],
  );
});

test('a cursor that names nothing is a 400 that says so', async () => {
  const { stripe, us, as } = setup();
  await assert.rejects(stripe.balanceTransactions.list({ starting_after: 'txn_x' }, as(us)), {
    statusCode: 400,
    code: 'resource_missing',
    param: 'starting_after',
  });
  const [a, b] = (await stripe.payouts.list({ limit: 2 }, as(us))).data;
  await assert.rejects(
    stripe.payouts.list({ starting_after: a?.id ?? '', ending_before: b?.id ?? '' }, as(us)),
    { statusCode: 400, code: 'parameters_exclusive' },
  );
});

test('no account finds another’s objects by their ids', async () => {
  const { stripe, us, jp, as } = setup();
  const [row] = (await stripe.balanceTransactions.list({ limit: 1 }, as(us))).data;
  const [charge] = (await stripe.charges.list({ limit: 1 }, as(us))).data;
  await assert.rejects(stripe.balanceTransactions.retrieve(row?.id ?? '', {}, as(jp)), {
    statusCode: 404,
  });
  await assert.rejects(stripe.charges.retrieve(charge?.id ?? '', {}, as(jp)), { statusCode: 404 });
  await assert.rejects(stripe.balanceTransactions.list({ starting_after: row?.id ?? '' }, as(jp)), {
    code: 'resource_missing',
  });
  await assert.rejects(stripe.accounts.retrieve(us.account, {}, as(jp)), { statusCode: 403 });
});
