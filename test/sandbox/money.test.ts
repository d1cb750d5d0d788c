import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type Stripe from 'stripe';
import { property } from '../support/runs.ts';
import { all, DAY, setup, type Setup } from './support.ts';

type Rows = readonly Stripe.BalanceTransaction[];

function sums(rows: Rows, balanceType: string, status?: string): Record<string, number> {
  const totals: Record<string, number> = {};
  for (const row of rows) {
    if (row.balance_type !== balanceType || (status && row.status !== status)) continue;
    totals[row.currency] = (totals[row.currency] ?? 0) + row.net;
  }
  return totals;
}

const byCurrency = (
  money: readonly { amount: number; currency: string }[],
): Record<string, number> =>
  Object.fromEntries(money.map(({ currency, amount }) => [currency, amount]));

const without = (totals: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(totals).filter(([, amount]) => amount !== 0));

function checkRow(row: Stripe.BalanceTransaction, now: number): void {
  assert.equal(row.net, row.amount - row.fee, row.id);
  assert.equal(row.status, row.available_on <= now ? 'available' : 'pending', row.id);
  assert.equal(row.available_on % DAY === 0 || row.available_on === row.created, true, row.id);
  assert.ok(row.created <= now, row.id);
  const fees = row.fee_details.reduce((sum, { amount }) => sum + amount, 0);
  assert.equal(fees, row.fee, row.id);
  for (const amount of [row.amount, row.fee, row.net])
    assert.ok(Number.isSafeInteger(amount), row.id);
}

/** The balance is what its rows add up to, and each automatic payout what it took. */
async function checkAccount({ sandbox, stripe }: Setup, account?: string): Promise<void> {
  const options = account === undefined ? {} : { stripeAccount: account };
  const rows = await all(stripe.balanceTransactions.list({ limit: 100 }, options));
  const balance = await stripe.balance.retrieve({}, options);
  for (const row of rows) checkRow(row, sandbox.now());
  assert.deepEqual(
    without(byCurrency(balance.available)),
    without(sums(rows, 'payments', 'available')),
  );
  assert.deepEqual(
    without(byCurrency(balance.pending)),
    without(sums(rows, 'payments', 'pending')),
  );
  const set = balance.refund_and_dispute_prefunding;
  if (set) {
    const type = 'refund_and_dispute_prefunding';
    assert.deepEqual(without(byCurrency(set.available)), without(sums(rows, type, 'available')));
    assert.deepEqual(without(byCurrency(set.pending)), without(sums(rows, type, 'pending')));
  }
  for (let n = 1; n < rows.length; n += 1) {
    assert.ok((rows[n - 1]?.created ?? 0) >= (rows[n]?.created ?? 0), 'newest first');
  }
}

async function checkPayouts({ stripe }: Setup, account: string): Promise<void> {
  const options = { stripeAccount: account };
  for (const payout of await all(stripe.payouts.list({ limit: 100 }, options))) {
    if (payout.reconciliation_status !== 'completed') continue;
    const rows = await all(
      stripe.balanceTransactions.list({ payout: payout.id, limit: 100 }, options),
    );
    const own = rows.filter(({ id }) => id === payout.balance_transaction);
    const rest = rows.filter(({ id }) => id !== payout.balance_transaction);
    assert.equal(own[0]?.net, -payout.amount, payout.id);
    assert.equal(
      rest.reduce((sum, { net }) => sum + net, 0),
      payout.amount,
      payout.id,
    );
  }
}

async function checkWorld(world: Setup): Promise<void> {
  await checkAccount(world);
  for (const { account } of world.sandbox.sellers) await checkAccount(world, account);
}

test('after eighteen months each balance is the sum of its rows, in every currency and balance', async () => {
  await checkWorld(setup());
});

test('each automatic payout is the sum of the rows that left in it', async () => {
  const world = setup();
  for (const { account } of world.sandbox.sellers) await checkPayouts(world, account);
});

test('another seed is another world that keeps the same rules', async () => {
  const world = setup({ seed: 'harbour', transactions: 600 });
  assert.notEqual(world.us.account, setup({ transactions: 600 }).us.account);
  await checkWorld(world);
  for (const { account } of world.sandbox.sellers) await checkPayouts(world, account);
});

test('money set aside is never overdrawn in the history', async () => {
  const { stripe, sandbox, as } = setup();
  for (const seller of sandbox.sellers) {
    const { refund_and_dispute_prefunding: set } = await stripe.balance.retrieve({}, as(seller));
    for (const { amount } of set?.available ?? [])
      assert.ok(amount >= 0, `${seller.name} ${amount}`);
  }
});

test('yen have no decimals: amounts are whole yen all the way', async () => {
  const { sandbox, stripe, jp, as } = setup();
  const charge = await sandbox.takePayment(jp.account, { amount: 5_000 });
  assert.equal(charge.currency, 'jpy');
  const row = await stripe.balanceTransactions.retrieve(
    String(charge.balance_transaction),
    {},
    as(jp),
  );
  assert.deepEqual(
    [row.amount, row.fee, row.net],
    [5_000, 180 + 250, 4_570],
    '3.6 % for Stripe, 5 % for the platform',
  );
});

test('a converted payment says its rate, and its amount is the converted one', async () => {
  const { sandbox, stripe, us, as } = setup();
  const charge = await sandbox.takePayment(us.account, { amount: 10_000, currency: 'eur' });
  const row = await stripe.balanceTransactions.retrieve(
    String(charge.balance_transaction),
    {},
    as(us),
  );
  assert.equal(charge.currency, 'eur');
  assert.equal(row.currency, 'usd');
  assert.equal(row.amount, Math.round(10_000 * (row.exchange_rate ?? 0)));
});

/** Things that people do to a world, by chance. */
type Act = (world: Setup, n: number) => Promise<unknown>;

const pick = <T>(items: readonly T[], n: number): T | undefined =>
  items[n % Math.max(items.length, 1)];

const seller = ({ sandbox }: Setup, n: number) => ({
  stripeAccount: pick(sandbox.sellers, n)?.account ?? '',
});

const acts: Record<string, Act> = {
  pay: ({ sandbox }, n) =>
    sandbox.takePayment(pick(sandbox.sellers, n)?.account ?? '', { amount: 100 + (n % 90_000) }),
  foreign: ({ sandbox, us }, n) =>
    sandbox.takePayment(us.account, { amount: 100 + (n % 9_000), currency: n % 2 ? 'eur' : 'gbp' }),
  refund: async (world, n) => {
    const { data } = await world.stripe.charges.list({ limit: 50 }, seller(world, n));
    const charge = pick(
      data.filter((one) => one.captured && !one.refunded),
      n,
    );
    if (!charge) return;
    const left = charge.amount - charge.amount_refunded;
    const amount = n % 3 === 0 ? left : 1 + (n % left);
    await world.stripe.refunds.create(
      { charge: charge.id, amount, refund_application_fee: n % 2 === 0 },
      seller(world, n),
    );
  },
  dispute: (world, n) => world.sandbox.openDispute(seller(world, n).stripeAccount),
  defend: async (world, n) => {
    const { data } = await world.stripe.disputes.list({ limit: 20 }, seller(world, n));
    const dispute = pick(
      data.filter(({ status }) => status.endsWith('needs_response')),
      n,
    );
    if (!dispute) return;
    const text = n % 2 ? 'winning_evidence' : 'losing_evidence';
    await world.stripe.disputes.update(
      dispute.id,
      { evidence: { uncategorized_text: text } },
      seller(world, n),
    );
  },
  payOut: async (world, n) => {
    const { available } = await world.stripe.balance.retrieve({}, seller(world, n));
    const money = pick(available, n);
    if (!money || money.amount < 100) return;
    await world.stripe.payouts.create(
      { amount: 100 + (n % money.amount), currency: money.currency },
      seller(world, n),
    );
  },
  instant: async (world, n) => {
    const options = { stripeAccount: world.us.account };
    const { instant_available: money } = await world.stripe.balance.retrieve({}, options);
    const most = Math.min(money?.[0]?.amount ?? 0, 900_000);
    if (most < 100) return;
    await world.stripe.payouts.create(
      { amount: 100 + (n % most), currency: 'usd', method: 'instant' },
      options,
    );
  },
  bounce: (world, n) => world.sandbox.failPayout(seller(world, n).stripeAccount),
  newBank: async (world, n) => {
    const { stripeAccount: account } = seller(world, n);
    await world.stripe.accounts.createExternalAccount(account, {
      external_account: 'btok_us_4242',
      default_for_currency: true,
    });
  },
  schedule: async (world, n) => {
    const choice = pick(
      [
        { interval: 'manual' as const },
        { interval: 'weekly' as const, weekly_payout_days: ['tuesday' as const] },
        { interval: 'monthly' as const, monthly_payout_days: [31] },
      ],
      n,
    );
    if (!choice) return;
    await world.stripe.balanceSettings.update(
      {
        payments: {
          payouts: { schedule: choice, minimum_balance_by_currency: { eur: n % 5_000 } },
        },
      },
      seller(world, n),
    );
  },
  reverse: async ({ stripe }, n) => {
    const { data } = await stripe.transfers.list({ limit: 50 });
    const transfer = pick(
      data.filter(({ reversed }) => !reversed),
      n,
    );
    if (!transfer) return;
    const left = transfer.amount - transfer.amount_reversed;
    await stripe.transfers.createReversal(transfer.id, {
      amount: 1 + (n % left),
      refund_application_fee: n % 2 === 0,
    });
  },
  wait: ({ sandbox }, n) => sandbox.advance(n % (9 * DAY)),
};

/** Stripe may refuse what chance proposes; the world must stay whole all the same. */
async function attempt(world: Setup, name: string, n: number): Promise<void> {
  try {
    await acts[name]?.(world, n);
  } catch (error) {
    const known = error instanceof Error && (error.name === 'Error' || 'statusCode' in error);
    if (!known || ('statusCode' in error && Number(error.statusCode) >= 500)) throw error;
  }
}

test('whatever people do, and however the clock moves, balances are the sums of their rows', async () => {
  const act = fc.tuple(fc.constantFrom(...Object.keys(acts)), fc.nat(10_000_000));
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 40 }), async (story) => {
      const world = setup({ transactions: 200 });
      for (const [name, n] of story) await attempt(world, name, n);
      await checkWorld(world);
      for (const { account } of world.sandbox.sellers) await checkPayouts(world, account);
    }),
    property(200),
  );
});

test('however far a step of the clock goes, the same time brings the same world', async () => {
  const steps = fc.array(fc.integer({ min: 1, max: 5 * DAY }), { minLength: 2, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(steps, async (parts) => {
      const [walked, leapt] = [setup({ transactions: 200 }), setup({ transactions: 200 })];
      for (const part of parts) await walked.sandbox.advance(part);
      await leapt.sandbox.advance(parts.reduce((sum, part) => sum + part, 0));
      for (const path of [
        'balance',
        'balance_transactions?limit=100',
        'events?limit=100',
        'payouts?limit=100',
      ]) {
        const read = async ({ sandbox, us }: Setup) => {
          const headers = { Authorization: 'Bearer sk_test_sandbox', 'Stripe-Account': us.account };
          return (await sandbox.fetch(`/v1/${path}`, { headers })).text();
        };
        assert.equal(await read(walked), await read(leapt), path);
      }
    }),
    property(60),
  );
});
