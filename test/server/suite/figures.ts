/** Figures agree with what Stripe's API says, to the cent. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { netByCurrency, sum, transactionsOf, volumeOf } from './api.ts';
import { START, type World } from './world.ts';

const DAY = 86_400;

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
