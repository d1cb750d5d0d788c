import assert from 'node:assert/strict';
import { test } from 'node:test';
import { raw, setup } from './support.ts';

test('the same key gives the same answer, and nothing is done twice', async () => {
  const { sandbox, stripe, us, as } = setup({ transactions: 200 });
  const charge = await sandbox.takePayment(us.account, { amount: 5_000 });
  const refund = () =>
    raw(sandbox, 'POST', '/v1/refunds', `charge=${charge.id}&amount=1000`, {
      'Idempotency-Key': 'refund-once',
      'Stripe-Account': us.account,
    });
  const [first, again] = [await refund(), await refund()];
  assert.equal(await again.text(), await first.text());
  assert.equal(again.headers.get('Idempotent-Replayed'), 'true');
  assert.equal(first.headers.get('Idempotent-Replayed'), null);
  assert.equal((await stripe.charges.retrieve(charge.id, {}, as(us))).amount_refunded, 1_000);
});

test('the same key with other parameters is an error of its own type', async () => {
  const { sandbox, stripe, us, as } = setup({ transactions: 200 });
  const charge = await sandbox.takePayment(us.account, { amount: 5_000 });
  const options = { ...as(us), idempotencyKey: 'refund-once' };
  await stripe.refunds.create({ charge: charge.id, amount: 1_000 }, options);
  await assert.rejects(stripe.refunds.create({ charge: charge.id, amount: 2_000 }, options), {
    type: 'StripeIdempotencyError',
    statusCode: 400,
  });
});

test('an error is kept, too: the key of a call that failed gives that failure', async () => {
  const { sandbox, stripe, us, as } = setup({ transactions: 200 });
  const charge = await sandbox.takePayment(us.account, { amount: 500 });
  const options = { ...as(us), idempotencyKey: 'too-much' };
  for (let n = 0; n < 2; n += 1) {
    await assert.rejects(stripe.refunds.create({ charge: charge.id, amount: 900 }, options), {
      statusCode: 400,
      param: 'amount',
    });
  }
});

test('what was refused for its parameters was never begun: its key is free', async () => {
  const { sandbox, us } = setup({ transactions: 200 });
  const charge = await sandbox.takePayment(us.account, { amount: 500 });
  const refund = (amount: string) =>
    raw(sandbox, 'POST', '/v1/refunds', `charge=${charge.id}&amount=${amount}`, {
      'Idempotency-Key': 'typo',
      'Stripe-Account': us.account,
    });
  assert.equal((await refund('much')).status, 400);
  assert.equal((await refund('100')).status, 200);
});

test('keys of different accounts are different keys', async () => {
  const { sandbox, us, jp } = setup({ transactions: 200 });
  const pay = (account: string) =>
    raw(sandbox, 'POST', `/v1/accounts/${account}`, 'metadata[a]=1', {
      'Idempotency-Key': 'same',
      'Stripe-Account': account,
    });
  const [first, second] = [await pay(us.account), await pay(jp.account)];
  assert.deepEqual([first.status, second.status], [200, 200]);
  assert.equal(second.headers.get('Idempotency-Key'), 'same');
  assert.equal(second.headers.get('Idempotent-Replayed'), null);
});

test('a key is free again a day later', async () => {
  let wall = 1_790_000_000_000;
  const { sandbox, us, stripe, as } = setup({ transactions: 200, wall: () => wall });
  const charge = await sandbox.takePayment(us.account, { amount: 5_000 });
  const options = { ...as(us), idempotencyKey: 'daily' };
  const first = await stripe.refunds.create({ charge: charge.id, amount: 100 }, options);
  wall += 25 * 3_600_000;
  const second = await stripe.refunds.create({ charge: charge.id, amount: 100 }, options);
  assert.notEqual(second.id, first.id);
});

test('a key in use is a conflict', async () => {
  const { sandbox, us } = setup({ transactions: 200 });
  const charge = await sandbox.takePayment(us.account, { amount: 5_000 });
  sandbox.faults.latency = 20;
  const refund = () =>
    raw(sandbox, 'POST', '/v1/refunds', `charge=${charge.id}&amount=100`, {
      'Idempotency-Key': 'at-once',
      'Stripe-Account': us.account,
    });
  const statuses = (await Promise.all([refund(), refund()])).map(({ status }) => status);
  assert.deepEqual(statuses.toSorted(), [200, 409]);
});
