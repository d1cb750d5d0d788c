/** The world moves: what webhooks say is believed only when Stripe signed it, and shown however it arrives. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type Stripe from 'stripe';
import { netByCurrency, transactionsOf } from './api.ts';
import { ORIGIN, WEBHOOK_SECRET, type World } from './world.ts';

const deliver = (world: World, body: string, signature: string | null): Promise<Response> =>
  world.express.fetch(
    new Request(`${ORIGIN}/express/webhooks`, {
      method: 'POST',
      body,
      headers: {
        'Content-Type': 'application/json',
        ...(signature && { 'Stripe-Signature': signature }),
      },
    }),
  );

async function anEvent(world: World, seller: number): Promise<Stripe.Event> {
  const { data } = await world.stripe.events.list(
    { limit: 1, type: 'payout.*' },
    { stripeAccount: world.account(seller) },
  );
  return data[0]!;
}

const sign = (world: World, payload: string, secret = WEBHOOK_SECRET, timestamp?: number): string =>
  world.stripe.webhooks.generateTestHeaderString({
    payload,
    secret,
    ...(timestamp !== undefined && { timestamp }),
  });

/** List, balance and earnings agree with Stripe again. */
async function agrees(world: World): Promise<void> {
  await world.settle();
  for (const seller of world.sandbox.sellers.keys()) {
    const client = world.as(seller);
    const rows = await transactionsOf(world, seller);
    const { count, sums } = await client.get('summary');
    assert.equal(count, rows.length);
    const { currencies } = await client.get('balance');
    for (const [currency, net] of netByCurrency(rows))
      assert.equal(currencies.find((one) => one.currency === currency)?.total, net);
    for (const { currency, net } of sums)
      assert.equal(
        net,
        rows.filter((row) => row.currency === currency).reduce((sum, row) => sum + row.net, 0),
      );
    const pending = await client.get('summary', '?status=pending');
    assert.equal(pending.count, rows.filter(({ status }) => status === 'pending').length);
  }
}

export function webhooksSuite(world: () => World): void {
  test('a webhook without Stripe’s signature is refused', async () => {
    const body = JSON.stringify(await anEvent(world(), 0));
    const now = Math.floor(Date.now() / 1000);
    const bad = [
      null,
      'nonsense',
      sign(world(), body, 'whsec_wrong'),
      sign(world(), `${body} `),
      sign(world(), body, WEBHOOK_SECRET, now - 3600),
      sign(world(), body).replace('v1=', 'v0='),
    ];
    for (const signature of bad) {
      const response = await deliver(world(), body, signature);
      assert.equal(response.status, 400, String(signature));
    }
  });

  test('any of the secrets will do, twice over, and the other mode is dropped', async () => {
    const event = await anEvent(world(), 0);
    const body = JSON.stringify(event);
    for (const secret of [WEBHOOK_SECRET, 'whsec_other', WEBHOOK_SECRET]) {
      const response = await deliver(world(), body, sign(world(), body, secret));
      assert.equal(response.status, 200);
    }
    const { unread } = await world().as(0).get('activity');
    const live = JSON.stringify({ ...event, id: 'evt_live', livemode: true });
    assert.equal((await deliver(world(), live, sign(world(), live))).status, 200);
    const own = JSON.stringify({ ...event, id: 'evt_own', account: undefined });
    assert.equal((await deliver(world(), own, sign(world(), own))).status, 200);
    assert.equal((await world().as(0).get('activity')).unread, unread);
  });

  test('a payment shows in list, balance and earnings once its webhook came, however it came', async () => {
    const { sandbox, express } = world();
    const stop = sandbox.onWebhook((request) => express.fetch(rebased(request)), WEBHOOK_SECRET);
    sandbox.faults.webhooks.double = true;
    sandbox.faults.webhooks.shuffle = true;
    const client = world().as(0);
    const before = await client.get('balance');
    await sandbox.takePayment(world().account(0), {
      amount: 4321,
      description: 'A brass compass',
      customer: { name: 'Ada', email: 'ada@example.com' },
    });
    await sandbox.settled();
    await world().settle();
    const { data } = await client.get('transactions', '?limit=1&category[]=payment');
    assert.equal(data[0]?.amount, 4321);
    assert.equal(data[0]?.description, 'A brass compass');
    const found = await client.get('transactions', '?q=brass%20compass');
    assert.equal(found.data.length, 1);
    const after = await client.get('balance');
    assert.equal(after.currencies[0]!.total - before.currencies[0]!.total, data[0]!.net);
    const others = await world().as(1).get('transactions', '?q=brass%20compass');
    assert.deepEqual(others.data, []);
    await agrees(world());
    stop();
    sandbox.faults.webhooks.double = false;
    sandbox.faults.webhooks.shuffle = false;
  });

  test('a dispute and a failed payout need the seller at once', async () => {
    const { sandbox, express } = world();
    const stop = sandbox.onWebhook((request) => express.fetch(rebased(request)), WEBHOOK_SECRET);
    const dispute = await sandbox.openDispute(world().account(0));
    const payout = await sandbox.failPayout(world().account(1));
    await sandbox.settled();
    await world().settle();
    const us = await world().as(0).get('activity');
    assert.ok(us.needs_you.some(({ object }) => object.id === dispute.id));
    assert.ok(
      us.data.some(({ kind, object }) => kind === 'dispute_opened' && object.id === dispute.id),
    );
    const jp = await world().as(1).get('activity');
    const failed = jp.needs_you.find(({ object }) => object.id === payout.id);
    assert.deepEqual(failed?.opens, { element: 'payout-details', id: payout.id });
    assert.ok(jp.needs_you.some(({ kind }) => kind === 'bank_account_errored'));
    assert.ok(
      jp.data.some(({ kind, object }) => kind === 'payout_failed' && object.id === payout.id),
    );
    const viewer = await world().as(0, 'support').get('activity');
    assert.ok(viewer.needs_you.some(({ object }) => object.id === dispute.id));
    await agrees(world());
    stop();
  });

  test('of which rows a payout is, is told once Stripe has reconciled it', async () => {
    const { sandbox, express, stripe } = world();
    const stop = sandbox.onWebhook((request) => express.fetch(rebased(request)), WEBHOOK_SECRET);
    const client = world().as(0);
    const later = async (hours: number): Promise<void> => {
      await sandbox.advance(hours * 3600);
      await sandbox.settled();
      await world().settle();
    };
    // Payouts are made at midnight, and reconciled when they leave at noon.
    await later(13);
    const { data } = await stripe.payouts.list({ limit: 1 }, { stripeAccount: world().account(0) });
    const [{ id, amount, created }] = data as [Stripe.Payout];
    assert.ok(sandbox.now() - created < 2 * 3600);
    const early = await client.get('summary', `?payout=${id}`);
    assert.equal(early.count, 0);
    assert.equal(early.payout_parts?.state, 'in_progress');
    assert.equal(early.payout_parts.rows, null);
    await later(12);
    const told = await client.get('summary', `?payout=${id}`);
    assert.equal(told.payout_parts?.state, 'known');
    assert.equal(told.sums[0]?.net, amount);
    assert.deepEqual(told.payout_parts.differences, []);
    stop();
  });

  test('two days later the figures are those of two days later', async () => {
    const { sandbox, express } = world();
    const stop = sandbox.onWebhook((request) => express.fetch(rebased(request)), WEBHOOK_SECRET);
    const before = sandbox.now();
    await sandbox.advance(2 * 86_400);
    await sandbox.settled();
    const { headers } = await world().as(0).fetch('/account');
    assert.equal(headers.get('Express-Now'), String(before + 2 * 86_400));
    const { as_of } = await world().as(0).get('balance');
    assert.equal(as_of, before + 2 * 86_400);
    await agrees(world());
    stop();
  });
}

/** The sandbox delivers to a host name of its own. */
function rebased(request: Request): Request {
  return new Request(`${ORIGIN}/express/webhooks`, request);
}
