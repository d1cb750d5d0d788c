import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import type Stripe from 'stripe';
import { DAY, setup, type Setup } from './support.ts';

const secret = 'whsec_test';

/** Collects what is delivered, verified by the SDK itself. */
function listen({ sandbox, stripe }: Setup, answer: () => number = () => 200) {
  const events: Stripe.Event[] = [];
  const stop = sandbox.onWebhook(async (request) => {
    const signature = request.headers.get('Stripe-Signature') ?? '';
    events.push(await stripe.webhooks.constructEventAsync(await request.text(), signature, secret));
    return new Response(null, { status: answer() });
  }, secret);
  return { events, stop };
}

test('a payment tells of itself: signed, with the account it happened to', async () => {
  const world = setup({ transactions: 200 });
  const { events } = listen(world);
  const charge = await world.sandbox.takePayment(world.us.account, { amount: 4_200 });
  await world.sandbox.settled();
  const event = events.find(({ type }) => type === 'charge.succeeded');
  assert.equal(event?.account, world.us.account);
  assert.equal(event?.type === 'charge.succeeded' && event.data.object.id, charge.id);
  assert.match(event?.request?.id ?? '', /^req_/);
  const fee = events.find(({ type }) => type === 'application_fee.created');
  assert.ok(fee && !('account' in fee), 'events of the platform name no account');
});

test('a moved clock tells what it brought about, and each event can be read again', async () => {
  const world = setup({ transactions: 400 });
  const { events } = listen(world);
  await world.sandbox.advance(3 * DAY);
  const types = new Set(events.map(({ type }) => type));
  for (const type of [
    'payout.created',
    'payout.paid',
    'payout.updated',
    'balance.available',
    'charge.succeeded',
  ] as const) {
    assert.ok(types.has(type), type);
  }
  const paid = events.find(({ type }) => type === 'payout.paid');
  const again = await world.stripe.events.retrieve(
    paid?.id ?? '',
    {},
    { stripeAccount: paid?.account ?? '' },
  );
  assert.deepEqual(again.data, paid?.data);
  const sent = events.find(
    (event) =>
      event.type === 'payout.updated' && event.data.previous_attributes?.status === 'pending',
  );
  assert.equal(sent?.type === 'payout.updated' && sent.data.object.status, 'in_transit');
});

test('an event shows its object as it was then, whatever became of it', async () => {
  const { sandbox, stripe, us, as } = setup({ transactions: 200 });
  const charge = await sandbox.takePayment(us.account, { amount: 4_200 });
  await stripe.refunds.create({ charge: charge.id }, as(us));
  const { data } = await stripe.events.list({ type: 'charge.*', limit: 10 }, as(us));
  const of = (type: string) => data.find((event) => event.type === type)?.data.object;
  const [then, now] = [of('charge.succeeded'), of('charge.refunded')];
  assert.ok(then && 'refunded' in then && now && 'refunded' in now);
  assert.deepEqual([then.refunded, now.refunded], [false, true]);
});

test('the events of thirty days can be listed, by type, and no older ones', async () => {
  const { sandbox, stripe, us, as } = setup({ transactions: 1_000 });
  const read = async () => {
    const events: Stripe.Event[] = [];
    for await (const event of stripe.events.list({ limit: 100 }, as(us))) events.push(event);
    return events;
  };
  for (const moved of [0, 12 * DAY]) {
    await sandbox.advance(moved);
    const events = await read();
    assert.ok(events.length > 50);
    assert.ok(events.every(({ created }) => created >= sandbox.now() - 31 * DAY));
    assert.ok(events.every(({ account }) => account === us.account));
  }
  const { data } = await stripe.events.list({ type: 'payout.*', limit: 100 }, as(us));
  assert.ok(data.length > 0 && data.every(({ type }) => type.startsWith('payout.')));
  const chosen = await stripe.events.list(
    { types: ['payout.paid', 'charge.refunded'], limit: 100 },
    as(us),
  );
  assert.ok(chosen.data.every(({ type }) => type === 'payout.paid' || type === 'charge.refunded'));
});

test('a delivery that fails is tried again, later, and given up in the end', async () => {
  const waits: number[] = [];
  const schedule = (task: () => void, milliseconds: number) => {
    waits.push(milliseconds);
    queueMicrotask(task);
    return () => {};
  };
  const world = setup({ transactions: 100, schedule });
  let answers = [500, 302, 200];
  const { events } = listen(world, () => answers.shift() ?? 500);
  await world.stripe.accounts.update(world.us.account, { metadata: { a: '1' } });
  await world.sandbox.settled();
  assert.equal(events.length, 3);
  assert.equal(new Set(events.map(({ id }) => id)).size, 1);
  assert.ok((waits[0] ?? 0) < (waits[1] ?? 0), 'it waits longer each time');
  answers = [];
  await world.stripe.accounts.update(world.us.account, { metadata: { a: '2' } });
  await world.sandbox.settled();
  assert.equal(events.length, 6);
});

test('the signature goes by the wall’s clock, not by the world’s', async () => {
  const world = setup({ transactions: 100, now: 1_600_000_000, wall: () => 1_790_000_500_000 });
  const times: string[] = [];
  world.sandbox.onWebhook(async (request) => {
    times.push(request.headers.get('Stripe-Signature')?.split(',')[0] ?? '');
    return new Response();
  }, secret);
  await world.sandbox.takePayment(world.us.account, { amount: 1_000 });
  await world.sandbox.settled();
  assert.ok(times.length > 0 && times.every((time) => time === 't=1790000500'));
});

test('webhooks can be lost, doubled and shuffled', async () => {
  const world = setup({ transactions: 400 });
  const { events } = listen(world);
  const { webhooks } = world.sandbox.faults;
  webhooks.lose = 2;
  await world.sandbox.takePayment(world.us.account, { amount: 1_000 });
  await world.sandbox.settled();
  assert.equal(events.length, 0);
  webhooks.double = true;
  await world.sandbox.takePayment(world.us.account, { amount: 1_000 });
  await world.sandbox.settled();
  assert.equal(events.length, 4);
  assert.equal(new Set(events.map(({ id }) => id)).size, 2);
  webhooks.double = false;
  webhooks.shuffle = true;
  await world.sandbox.advance(2 * DAY);
  const created = events.slice(4).map((event) => event.created);
  assert.notDeepEqual(
    created,
    created.toSorted((a, b) => a - b),
  );
});

test('endpoints are made, listed, changed and deleted; the secret is shown once', async () => {
  const { stripe } = setup({ transactions: 100 });
  const made = await stripe.webhookEndpoints.create({
    url: 'https://example.com/hook',
    enabled_events: ['payout.paid'],
    connect: true,
    description: 'accounts',
  });
  assert.match(made.secret ?? '', /^whsec_/);
  const { data } = await stripe.webhookEndpoints.list();
  assert.deepEqual(
    data.map(({ id, secret: shown }) => [id, shown]),
    [[made.id, undefined]],
  );
  const changed = await stripe.webhookEndpoints.update(made.id, { disabled: true });
  assert.equal(changed.status, 'disabled');
  assert.deepEqual((await stripe.webhookEndpoints.del(made.id)).deleted, true);
  await assert.rejects(stripe.webhookEndpoints.retrieve(made.id), { statusCode: 404 });
  await assert.rejects(
    stripe.webhookEndpoints.create({ url: 'ftp://example.com', enabled_events: ['*'] }),
    { code: 'url_invalid', param: 'url' },
  );
});

test('over HTTP, each endpoint gets its scope and its types', async () => {
  const { sandbox, stripe, us } = setup({ transactions: 100 });
  const got: { path: string; body: string; signature: string }[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const signature = String(request.headers['stripe-signature']);
      got.push({ path: request.url ?? '', body: Buffer.concat(parts).toString(), signature });
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const at = (path: string) => `http://127.0.0.1:${port}${path}`;
  const accounts = await stripe.webhookEndpoints.create({
    url: at('/accounts'),
    enabled_events: ['charge.succeeded'],
    connect: true,
  });
  await stripe.webhookEndpoints.create({ url: at('/own'), enabled_events: ['*'] });
  await sandbox.takePayment(us.account, { amount: 1_000 });
  await sandbox.settled();
  server.close();
  assert.deepEqual(got.map(({ path }) => path).toSorted(), ['/accounts', '/own']);
  const first = got.find(({ path }) => path === '/accounts');
  const event = await stripe.webhooks.constructEventAsync(
    first?.body ?? '',
    first?.signature ?? '',
    accounts.secret ?? '',
  );
  assert.equal(event.type, 'charge.succeeded');
  assert.equal(
    JSON.parse(got.find(({ path }) => path === '/own')?.body ?? '{}').type,
    'application_fee.created',
  );
});

test('who stopped listening hears nothing more, and a closed sandbox gives up', async () => {
  const world = setup({ transactions: 100 });
  const { events, stop } = listen(world, () => 500);
  stop();
  await world.sandbox.takePayment(world.us.account, { amount: 1_000 });
  await world.sandbox.settled();
  assert.equal(events.length, 0);
  listen(world, () => 500);
  await world.sandbox.takePayment(world.us.account, { amount: 1_000 });
  world.sandbox.close();
  await world.sandbox.settled();
});
