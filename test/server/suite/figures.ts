/** Figures agree with what Stripe's API says, to the cent. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type Stripe from 'stripe';
import { netByCurrency, sum, transactionsOf, volumeOf } from './api.ts';
import { START, type World } from './world.ts';

const DAY = 86_400;

async function payoutsOf({ stripe, account }: World, seller: number): Promise<Stripe.Payout[]> {
  const found: Stripe.Payout[] = [];
  const list = stripe.payouts.list({ limit: 100 }, { stripeAccount: account(seller) });
  for await (const payout of list) found.push(payout);
  return found;
}

/** What Stripe says a payout is made of: everything of it but its own row. */
const rowsOfPayout = async (world: World, seller: number, payout: string) =>
  (await transactionsOf(world, seller, { payout })).filter(
    ({ source }) => typeof source !== 'object' || source?.id !== payout,
  );

/** So many of a list, the first and the last among them. */
const spread = <T>(items: readonly T[], count: number): T[] =>
  items.length <= count
    ? [...items]
    : Array.from(
        { length: count },
        (_, index) => items[Math.round((index * (items.length - 1)) / (count - 1))]!,
      );

export function figuresSuite(world: () => World): void {
  test('the balance is Stripe’s, and total is available and pending', async () => {
    for (const seller of world().sandbox.sellers.keys()) {
      const { currencies } = await world().as(seller).get('balance');
      const stripeAccount = world().account(seller);
      const balance = await world().stripe.balance.retrieve({}, { stripeAccount });
      for (const { currency, available, pending, total } of currencies) {
        const own = (list: readonly { amount: number; currency: string }[]): number =>
          sum(list.filter((one) => one.currency === currency).map(({ amount }) => amount));
        assert.equal(available, own(balance.available));
        assert.equal(pending, own(balance.pending));
        assert.equal(total, available + pending);
      }
      for (const { currency } of balance.available)
        assert.ok(currencies.some((one) => one.currency === currency));
    }
  });

  test('what is on its way is the sum of the payouts that are', async () => {
    for (const seller of world().sandbox.sellers.keys()) {
      const { currencies } = await world().as(seller).get('balance');
      const stripeAccount = world().account(seller);
      const payouts = (
        await world().stripe.payouts.list({ limit: 100 }, { stripeAccount })
      ).data.filter(({ status }) => status === 'pending' || status === 'in_transit');
      for (const { currency, in_transit, next_payout } of currencies) {
        const own = payouts.filter((one) => one.currency === currency);
        assert.equal(in_transit.count, own.length);
        assert.equal(in_transit.amount, sum(own.map(({ amount }) => amount)));
        const arrivals = own.map(({ arrival_date }) => arrival_date);
        assert.equal(in_transit.next_arrival, own.length > 0 ? Math.min(...arrivals) : null);
        if (own.length > 0) assert.equal(next_payout?.arrival_date, in_transit.next_arrival);
      }
    }
  });

  test('Σ net of the payments balance is available and pending, and the summary says the same', async () => {
    for (const seller of world().sandbox.sellers.keys()) {
      const client = world().as(seller);
      const nets = netByCurrency(await transactionsOf(world(), seller));
      const { currencies } = await client.get('balance');
      const { sums } = await client.get('summary', '?balance_type[]=payments');
      for (const [currency, net] of nets) {
        assert.equal(currencies.find((one) => one.currency === currency)?.total, net, currency);
        assert.equal(sums.find((one) => one.currency === currency)?.net, net, currency);
      }
    }
  });

  test('an automatic payout is what its rows add up to, to the cent, and says so', async () => {
    const currencies = new Set<string>();
    for (const seller of world().sandbox.sellers.keys()) {
      const client = world().as(seller);
      const payouts = await payoutsOf(world(), seller);
      const reconciled = payouts.filter((one) => one.reconciliation_status === 'completed');
      for (const { id, amount, currency } of spread(reconciled, 25)) {
        const { count, sums, payout_parts } = await client.get('summary', `?payout=${id}`);
        const net = sum((await rowsOfPayout(world(), seller, id)).map((row) => row.net));
        assert.ok(payout_parts, id);
        assert.deepEqual(
          sums.map((one) => one.currency),
          [currency],
        );
        assert.equal(sums[0]!.net, net, id);
        const { rows, differences, ...facts } = payout_parts;
        assert.deepEqual(rows, { count, net }, id);
        assert.equal(facts.amount, amount);
        assert.equal(facts.state, 'known');
        assert.equal(net + sum(differences.map((one) => one.amount)), amount, id);
        assert.ok(differences.every((one) => one.amount !== 0));
        currencies.add(currency);
      }
    }
    // The seller in Japan is paid out by hand alone.
    assert.deepEqual([...currencies].toSorted(), ['eur', 'gbp', 'usd']);
  });

  test('other filters leave what a payout is made of whole', async () => {
    const [payout] = (await payoutsOf(world(), 0)).filter(
      (one) => one.reconciliation_status === 'completed',
    );
    const client = world().as(0);
    const whole = await client.get('summary', `?payout=${payout!.id}`);
    const part = await client.get('summary', `?payout=${payout!.id}&category[]=refund`);
    assert.deepEqual(part.payout_parts, whole.payout_parts);
    assert.ok(part.count < whole.count);
  });

  test('a payout’s own row says what it is made of, or why nobody can say', async () => {
    const states = new Set<string>();
    for (const seller of world().sandbox.sellers.keys()) {
      const client = world().as(seller);
      const payouts = new Map((await payoutsOf(world(), seller)).map((one) => [one.id, one]));
      const { data } = await client.get('transactions', '?type[]=payout&limit=12');
      for (const { id, source } of data) {
        const { payout_parts: parts } = await client.get('transaction', `/${id}`);
        const payout = payouts.get(source?.id ?? '');
        assert.ok(parts && payout, id);
        assert.equal(parts.payout, payout.id);
        const expected = new Map<string, string>([
          ['completed', 'known'],
          ['in_progress', 'in_progress'],
          ['not_applicable', 'manual'],
        ]).get(payout.reconciliation_status);
        assert.equal(parts.state, expected, payout.id);
        assert.equal(parts.rows === null, expected !== 'known');
        states.add(parts.state);
      }
      const others = await client.get('transactions', '?category[]=payment&limit=1');
      const payment = await client.get('transaction', `/${others.data[0]!.id}`);
      assert.equal(payment.payout_parts, undefined);
    }
    assert.deepEqual([...states].toSorted(), ['known', 'manual']);
  });

  test('who sees no payouts is not told what one is made of', async () => {
    const [payout] = await payoutsOf(world(), 0);
    const answer = await world().as(0, 'support').get('summary', `?payout=${payout!.id}`);
    assert.equal(answer.payout_parts, undefined);
  });

  test('pending by date adds up to pending', async () => {
    for (const seller of world().sandbox.sellers.keys()) {
      const { currencies } = await world().as(seller).get('balance');
      for (const { pending_by_date, pending } of currencies)
        assert.equal(sum((pending_by_date ?? []).map(({ amount }) => amount)), pending);
    }
  });

  test('earnings are the sums of the same rows, in the account’s time zone', async () => {
    for (const seller of world().sandbox.sellers.keys()) {
      const client = world().as(seller);
      const rows = await transactionsOf(world(), seller);
      const { currencies } = await client.get(
        'earnings',
        `?interval=month&from=${START - 400 * DAY}&to=${START}`,
      );
      for (const currency of currencies)
        for (const interval of ['day', 'week', 'month']) {
          const [from, to] = [START - 200 * DAY - 1234, START - 4321];
          const { points, totals } = await client.get(
            'earnings',
            `?interval=${interval}&from=${from}&to=${to}&currency=${currency}`,
          );
          assert.deepEqual(totals, volumeOf(rows, currency, from, to));
          for (const { start, end, values } of points)
            assert.deepEqual(
              values,
              volumeOf(rows, currency, Math.max(from, start), Math.min(to, end)),
            );
        }
    }
  });

  test('all earnings begin with the day of the first row that counts', async () => {
    for (const seller of world().sandbox.sellers.keys()) {
      const client = world().as(seller);
      const rows = await transactionsOf(world(), seller);
      const { currencies, time_zone } = await client.get('earnings', `?interval=month&to=${START}`);
      const day = new Intl.DateTimeFormat('en-CA', { timeZone: time_zone });
      for (const currency of currencies) {
        const asked = `?interval=month&to=${START}&currency=${currency}`;
        const { from, totals, points, covers } = await client.get('earnings', asked);
        const counted = rows.filter((row) => volumeOf([row], currency, 0, START).count > 0);
        const first = Math.min(...counted.map(({ created }) => created));
        assert.equal(day.format(from * 1000), day.format(first * 1000));
        assert.notEqual(day.format(from * 1000), day.format((from - 1) * 1000));
        assert.deepEqual(totals, volumeOf(rows, currency, 0, START));
        assert.ok(points[0]!.start <= from && from < points[0]!.end);
        assert.equal(covers.complete, true);
      }
    }
  });

  test('every day begins at midnight on the account’s wall', async () => {
    for (const seller of world().sandbox.sellers.keys()) {
      const { points, time_zone } = await world()
        .as(seller)
        .get('earnings', `?interval=day&from=${START - 300 * DAY}&to=${START}`);
      const clock = new Intl.DateTimeFormat('en-GB', { timeZone: time_zone, timeStyle: 'medium' });
      for (const { start } of points) assert.equal(clock.format(start * 1000), '00:00:00');
    }
  });

  test('a comparison is the same question about the time before', async () => {
    const client = world().as(0);
    const [from, to] = [START - 60 * DAY, START - 30 * DAY];
    for (const compare of ['previous', 'year']) {
      const { compare: before } = await client.get(
        'earnings',
        `?interval=day&from=${from}&to=${to}&compare=${compare}`,
      );
      assert.ok(before);
      const again = await client.get(
        'earnings',
        `?interval=day&from=${before.from}&to=${before.to}`,
      );
      assert.deepEqual(before.totals, again.totals);
      assert.deepEqual(before.points, again.points);
    }
  });
}
