/** The feed and what needs the seller, held against Stripe's own events and present state. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type Stripe from 'stripe';
import type { AnswerOf, Client, World } from './world.ts';

type Item = AnswerOf<'activity'>['data'][number];

async function feedOf(client: Client, question = ''): Promise<Item[]> {
  const found: Item[] = [];
  let path = `?limit=50${question}`;
  for (;;) {
    const { data, next_cursor } = await client.get('activity', path);
    found.push(...data);
    if (next_cursor === null) return found;
    path = `?limit=50${question}&after=${next_cursor}`;
  }
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

function amountOf(row: Stripe.Charge['balance_transaction']) {
  assert.ok(row && typeof row === 'object');
  const { amount, created } = row;
  return { amount, created };
}

/** The charges that touched the balance, with what they brought into it, from Stripe's API. */
async function paymentsSince(world: World, seller: number, since: number) {
  const charges: Stripe.Charge[] = [];
  const list = world.stripe.charges.list(
    { limit: 100, created: { gte: since }, expand: ['data.balance_transaction'] },
    { stripeAccount: world.account(seller) },
  );
  for await (const charge of list) if (charge.balance_transaction !== null) charges.push(charge);
  return charges;
}

export function activitySuite(world: () => World): void {
  test('the feed is newest first, and each fact is told once', async () => {
    for (const seller of world().sandbox.sellers.keys()) {
      const feed = await feedOf(world().as(seller));
      assert.ok(feed.length > 0);
      assert.equal(new Set(feed.map(({ id }) => id)).size, feed.length);
      for (const [index, item] of feed.slice(1).entries())
        assert.ok(item.created <= feed[index]!.created);
      for (const item of feed) assert.ok(item.id.startsWith(`${item.kind}:${item.object.id}:`));
    }
  });

  test('every payout, refund and dispute of the last weeks is in the feed', async () => {
    for (const seller of world().sandbox.sellers.keys()) {
      const feed = await feedOf(world().as(seller));
      const told = new Set(feed.map(({ kind, object }) => `${kind} ${object.id}`));
      const since = world().sandbox.now() - 20 * 86_400;
      const params = { limit: 100, created: { gte: since } };
      const options = { stripeAccount: world().account(seller) };
      const { stripe } = world();
      for (const { id } of (await stripe.payouts.list(params, options)).data)
        // An instant one is on its way at once.
        assert.ok(told.has(`payout_upcoming ${id}`) || told.has(`payout_sent ${id}`), id);
      for (const { id } of (await stripe.refunds.list(params, options)).data)
        assert.ok(told.has(`refund_created ${id}`), id);
      for (const { id } of (await stripe.disputes.list(params, options)).data)
        assert.ok(told.has(`dispute_opened ${id}`), id);
    }
  });

  test('every payment of the last weeks is in the feed, once, and nobody has to read it', async () => {
    for (const seller of world().sandbox.sellers.keys()) {
      const feed = await feedOf(world().as(seller));
      const payments = feed.filter(({ kind }) => /^payment_(first|received)$/.test(kind));
      const since = world().sandbox.now() - 20 * 86_400;
      // What was paid in another currency is told as it came into the balance.
      const made = (await paymentsSince(world(), seller, since)).map(
        ({ id, balance_transaction: row }) => ({ id, ...amountOf(row) }),
      );
      assert.ok(made.length > 0);
      assert.deepEqual(
        payments
          .filter(({ created }) => created >= since)
          .map(({ object, amount, created }) => ({ id: object.id, amount, created }))
          .toSorted(byId),
        made.toSorted(byId),
      );
      for (const { kind, read } of payments) if (kind === 'payment_received') assert.ok(read);
    }
  });

  test('a refund says whose payment it was and what for', async () => {
    let told = 0;
    for (const seller of world().sandbox.sellers.keys()) {
      const since = world().sandbox.now() - 28 * 86_400;
      const paid = new Map(
        (await paymentsSince(world(), seller, since)).map((charge) => [charge.id, charge]),
      );
      const feed = await feedOf(world().as(seller), '&kind[]=refund_created');
      for (const { data } of feed) {
        const charge = paid.get(String(data['charge']));
        if (!charge) continue;
        const { name, email } = charge.billing_details;
        assert.equal(data['customer'], name ?? email);
        assert.equal(data['description'], charge.description);
        told += 1;
      }
    }
    assert.ok(told > 0);
  });

  test('a feed of some kinds has those and no other', async () => {
    const all = await feedOf(world().as(0));
    const kinds = ['payout_paid', 'refund_created'];
    const some = await feedOf(world().as(0), kinds.map((kind) => `&kind[]=${kind}`).join(''));
    assert.deepEqual(
      some.map(({ id }) => id),
      all.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id),
    );
  });

  test('the page before is the page one came from', async () => {
    const client = world().as(0);
    const first = await client.get('activity', '?limit=5');
    const second = await client.get('activity', `?limit=5&after=${first.next_cursor}`);
    const back = await client.get('activity', `?limit=5&before=${second.previous_cursor}`);
    assert.deepEqual(back.data, first.data);
    assert.equal(back.previous_cursor, null);
  });

  test('what needs the seller is Stripe’s present state', async () => {
    for (const seller of world().sandbox.sellers.keys()) {
      const { needs_you } = await world().as(seller).get('activity');
      const stripeAccount = world().account(seller);
      const { data } = await world().stripe.disputes.list({ limit: 100 }, { stripeAccount });
      const open = data.filter(({ status }) => status.endsWith('needs_response'));
      const told = needs_you.filter(({ kind }) => kind === 'dispute_evidence_due');
      assert.deepEqual(
        told.map(({ object }) => object.id).toSorted(),
        open.map(({ id }) => id).toSorted(),
      );
      for (const { object, deadline } of told)
        assert.equal(deadline, open.find(({ id }) => id === object.id)?.evidence_details.due_by);
      const { requirements } = await world().stripe.accounts.retrieve(stripeAccount);
      const due =
        (requirements?.currently_due ?? []).length + (requirements?.past_due ?? []).length;
      assert.equal(
        needs_you.some(({ kind }) => kind === 'requirements_due'),
        due > 0,
      );
    }
  });

  test('read marks are the viewer’s own, where the server keeps any', async () => {
    const client = world().as(0, 'owner', { viewer: 'ann' });
    const other = world().as(0, 'owner', { viewer: 'ben' });
    const { capabilities } = await client.get('account');
    const news = '?limit=3&kind[]=payout_paid&kind[]=payout_sent&kind[]=refund_created';
    const { data } = await client.get('activity', news);
    const { unread } = await client.get('activity');
    if (!capabilities.activity?.read_marks) {
      assert.equal(unread, null);
      assert.ok(data.every(({ read }) => read === null));
      const old = (await feedOf(client)).filter(
        ({ created }) => created < world().sandbox.now() - 8 * 86_400,
      );
      assert.ok(old.length > 0 && old.every(({ read }) => read === true));
      assert.equal((await client.post('/activity/read', { through: 1 })).status, 404);
      return;
    }
    assert.ok(data.every(({ read }) => read === false));
    const ids = [data[0]!.id, data[1]!.id];
    const answer = await client.answer(
      'activityRead',
      await client.post('/activity/read', { ids }),
    );
    assert.equal(answer.unread, unread! - 2);
    const again = await client.get('activity', news);
    assert.deepEqual(
      again.data.map(({ read }) => read),
      [true, true, false],
    );
    assert.equal((await other.get('activity')).unread, unread);
    const through = world().sandbox.now();
    const all = await client.answer(
      'activityRead',
      await client.post('/activity/read', { through }),
    );
    assert.equal(all.unread, 0);
  });
}
