import assert from 'node:assert/strict';
import { test } from 'node:test';
import type Stripe from 'stripe';
import { all, setup } from './support.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

test('the source of every row of a list can be expanded, whatever its kind', async () => {
  const { stripe, sandbox, as } = setup({ transactions: 1_000 });
  const kinds = new Set<string>();
  for (const seller of sandbox.sellers) {
    for await (const row of stripe.balanceTransactions.list(
      { limit: 100, expand: ['data.source'] },
      as(seller),
    )) {
      if (row.source === null) continue;
      assert.ok(isObject(row.source), `${row.type} ${String(row.source)}`);
      kinds.add(String(row.source['object']));
    }
  }
  assert.deepEqual([...kinds].toSorted(), [
    'charge',
    'connect_collection_transfer',
    'dispute',
    'payout',
    'refund',
    'reserve_transaction',
    'topup',
  ]);
});

test('the platform’s rows expand to transfers, reversals, fees and their refunds', async () => {
  const { stripe } = setup({ transactions: 400 });
  const kinds = new Set<string>();
  for await (const row of stripe.balanceTransactions.list({
    limit: 100,
    expand: ['data.source'],
  })) {
    if (isObject(row.source)) kinds.add(String(row.source['object']));
  }
  for (const kind of [
    'application_fee',
    'fee_refund',
    'transfer',
    'transfer_reversal',
    'charge',
    'payout',
  ]) {
    assert.ok(kinds.has(kind), kind);
  }
});

test('paths go through objects, up to four levels', async () => {
  const { stripe, us, as } = setup();
  const { data } = await stripe.balanceTransactions.list(
    {
      type: 'refund',
      limit: 3,
      expand: ['data.source.charge.balance_transaction', 'data.source.charge.customer'],
    },
    as(us),
  );
  const [row] = data;
  const refund = row?.source;
  assert.ok(isObject(refund) && isObject(refund['charge']));
  const charge = refund['charge'];
  assert.ok(isObject(charge['balance_transaction']) && isObject(charge['customer']));
  assert.equal(charge['customer']['object'], 'customer');
  await assert.rejects(
    stripe.balanceTransactions.list({ expand: ['data.source.charge.customer.x'] }, as(us)),
    { statusCode: 400, param: 'expand' },
  );
});

test('a payout expands to its bank account and its row', async () => {
  const { stripe, us, as } = setup();
  const { data } = await stripe.payouts.list(
    { limit: 1, expand: ['data.destination', 'data.balance_transaction'] },
    as(us),
  );
  const [payout] = data;
  assert.ok(isObject(payout?.destination) && payout.destination['object'] === 'bank_account');
  assert.ok(
    isObject(payout.balance_transaction) && payout.balance_transaction['type'] === 'payout',
  );
});

test('refunds of a charge and net instant balance come only when asked for', async () => {
  const { stripe, us, as } = setup();
  const [refund] = (await stripe.refunds.list({ limit: 1 }, as(us))).data;
  const id = String(refund?.charge);
  assert.equal((await stripe.charges.retrieve(id, {}, as(us))).refunds, undefined);
  const charge = await stripe.charges.retrieve(id, { expand: ['refunds'] }, as(us));
  assert.equal(charge.refunds?.data[0]?.charge, id);
  const balance = await stripe.balance.retrieve(
    { expand: ['instant_available.net_available'] },
    as(us),
  );
  assert.match(balance.instant_available?.[0]?.net_available?.[0]?.destination ?? '', /^ba_/);
});

test('the platform expands what its fees and transfers point to on the accounts', async () => {
  const { stripe } = setup();
  const { data: fees } = await stripe.applicationFees.list({ limit: 1, expand: ['data.charge'] });
  assert.ok(isObject(fees[0]?.charge));
  const { data: transfers } = await stripe.transfers.list({
    limit: 1,
    expand: ['data.destination_payment', 'data.source_transaction'],
  });
  const [transfer] = transfers;
  assert.ok(isObject(transfer?.destination_payment) && isObject(transfer.source_transaction));
  assert.equal(transfer.destination_payment['source_transfer'], transfer.id);
  assert.equal(transfer.source_transaction['transfer'], transfer.id);
});

test('an account does not see the platform’s side of what it received', async () => {
  const { stripe, us, as } = setup();
  const charges = await all(stripe.charges.list({ limit: 100 }, as(us)));
  const received = charges.find(({ source_transfer: transfer }) => transfer !== null);
  const charge = await stripe.charges.retrieve(
    received?.id ?? '',
    { expand: ['source_transfer'] },
    as(us),
  );
  assert.equal(typeof charge.source_transfer, 'string');
  await assert.rejects(stripe.transfers.retrieve(String(charge.source_transfer), {}, as(us)), {
    statusCode: 404,
  });
});

const wrong: [string, (stripe: Stripe, options: Stripe.RequestOptions) => Promise<unknown>][] = [
  ['data.foo', (stripe, options) => stripe.payouts.list({ expand: ['data.foo'] }, options)],
  ['data.amount', (stripe, options) => stripe.payouts.list({ expand: ['data.amount'] }, options)],
  ['source', (stripe, options) => stripe.balanceTransactions.list({ expand: ['source'] }, options)],
  ['data', (stripe, options) => stripe.charges.list({ expand: ['data'] }, options)],
  ['available', (stripe, options) => stripe.balance.retrieve({ expand: ['available'] }, options)],
  ['object', (stripe, options) => stripe.balance.retrieve({ expand: ['object'] }, options)],
];

for (const [path, call] of wrong) {
  test(`“${path}” cannot be expanded there, and the error names it`, async () => {
    const { stripe, us, as } = setup({ transactions: 100 });
    await assert.rejects(call(stripe, as(us)), {
      statusCode: 400,
      param: 'expand',
      message: `This property cannot be expanded (${path}).`,
    });
  });
}
