import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { JournalEntry, Sandbox } from '@express-elements/sandbox';
import { property } from '../support/runs.ts';
import { DAY, raw, setup, START } from './support.ts';

const questions = [
  'balance',
  'balance_transactions?limit=100&expand[]=data.source',
  'charges?limit=100',
  'refunds?limit=100',
  'disputes?limit=100',
  'payouts?limit=100&expand[]=data.destination',
  'topups?limit=100',
  'events?limit=100',
  'balance_settings',
  'account',
];

/** Every answer of the API, as it is written. */
async function everything(sandbox: Sandbox): Promise<string> {
  const answers: string[] = [`${sandbox.id} ${sandbox.now()}`];
  for (const account of ['', ...sandbox.sellers.map((seller) => seller.account)]) {
    for (const question of questions) {
      const headers: Record<string, string> = account === '' ? {} : { 'Stripe-Account': account };
      answers.push(await (await raw(sandbox, 'GET', `/v1/${question}`, '', headers)).text());
    }
  }
  return answers.join('\n');
}

function journaled() {
  const journal: JournalEntry[] = [];
  const world = setup({ transactions: 200, onJournal: (entry) => void journal.push(entry) });
  return { ...world, journal };
}

test('seed, start and journal make the same world again, to the byte', async () => {
  const { sandbox, stripe, us, jp, de, as, journal } = journaled();
  const charge = await sandbox.takePayment(us.account, {
    amount: 7_700,
    description: 'A gift',
    customer: { name: 'Ada Mensah', email: 'ada@example.com' },
  });
  await sandbox.advance(2 * DAY + 77);
  await stripe.refunds.create(
    { charge: charge.id, amount: 700, metadata: { why: 'late' } },
    as(us),
  );
  await stripe.charges.update(charge.id, { description: 'A late gift' }, as(us));
  await sandbox.openDispute(de.account);
  await sandbox.failPayout(jp.account);
  await stripe.accounts.createExternalAccount(jp.account, {
    external_account: 'btok_us_1111',
    default_for_currency: true,
  });
  await stripe.balanceSettings.update(
    { payments: { payouts: { schedule: { interval: 'manual' } } } },
    as(de),
  );
  await sandbox.advance(6 * DAY);
  const copy: JournalEntry[] = JSON.parse(JSON.stringify(journal));
  const again = setup({ transactions: 200, journal: copy });
  assert.equal(await everything(again.sandbox), await everything(sandbox));
});

test('any story replays, and goes on as it would have', async () => {
  const step = fc.tuple(
    fc.constantFrom('pay', 'wait', 'dispute', 'bounce', 'answer'),
    fc.nat(1_000_000),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), fc.nat(5 * DAY), async (story, later) => {
      const { sandbox, journal } = journaled();
      for (const [what, n] of story) {
        const account = sandbox.sellers[n % 3]?.account ?? '';
        const form =
          what === 'pay' ? `account=${account}&amount=${500 + (n % 5_000)}` : `account=${account}`;
        const path = {
          pay: 'payments',
          dispute: 'disputes',
          bounce: 'payout_failures',
          answer: 'nothing',
        };
        if (what === 'wait') await sandbox.advance(n);
        else await raw(sandbox, 'POST', `/sandbox/${path[what]}`, form);
      }
      const again = setup({ transactions: 200, journal });
      assert.equal(again.sandbox.now(), sandbox.now());
      await sandbox.advance(later);
      await again.sandbox.advance(later);
      assert.equal(await everything(again.sandbox), await everything(sandbox));
    }),
    property(60),
  );
});

test('reads, sessions, login links and refused calls are not written down', async () => {
  const { sandbox, stripe, us, as, journal } = journaled();
  await everything(sandbox);
  await stripe.accountSessions.create({
    account: us.account,
    components: { payments: { enabled: true } },
  });
  await stripe.accounts.createLoginLink(us.account);
  await assert.rejects(stripe.refunds.create({ charge: 'ch_x' }, as(us)));
  assert.deepEqual(journal, []);
});

test('what the clock brings about is written down before it is delivered', async () => {
  const order: string[] = [];
  const { sandbox } = setup({
    transactions: 200,
    onJournal: ({ kind }) => void order.push(kind),
  });
  sandbox.onWebhook(async () => {
    order.push('delivered');
    return new Response();
  }, 'whsec_x');
  await sandbox.advance(DAY);
  assert.equal(order[0], 'advance');
  assert.ok(order.includes('delivered'));
});

test('a running world goes with the wall, writes down what that brings, and wakes up where it was', async () => {
  let wall = START * 1000;
  const journal: JournalEntry[] = [];
  const naps: (() => void)[] = [];
  const options = {
    transactions: 200,
    running: true,
    wall: () => wall,
    schedule: (task: () => void) => {
      naps.push(task);
      return () => {};
    },
  };
  const { sandbox } = setup({ ...options, onJournal: (entry) => void journal.push(entry) });
  const delivered: Request[] = [];
  sandbox.onWebhook(async (request) => {
    delivered.push(request);
    return new Response();
  }, 'whsec_x');
  wall += 2 * DAY * 1000;
  naps.shift()?.();
  await sandbox.settled();
  assert.ok(delivered.length > 0, 'nobody had to ask');
  assert.equal(sandbox.now(), START + 2 * DAY);
  await sandbox.advance(100);
  assert.equal(sandbox.now(), START + 2 * DAY + 100);
  sandbox.close();
  wall += 50 * DAY * 1000;
  const again = setup({ ...options, journal });
  assert.equal(
    again.sandbox.now(),
    START + 2 * DAY + 100,
    'time stood still while nobody was there',
  );
  wall += 10_000;
  assert.equal(again.sandbox.now(), START + 2 * DAY + 110);
  again.sandbox.close();
});

test('what was told just before the process died is told again, once', async () => {
  const { sandbox, us, journal } = journaled();
  const hear = (listener: Sandbox) => {
    const ids: string[] = [];
    const secret = 'whsec_x';
    listener.onWebhook(async (request) => {
      ids.push((await request.json()).id);
      return new Response();
    }, secret);
    return ids;
  };
  const before = hear(sandbox);
  await sandbox.takePayment(us.account, { amount: 700 });
  await sandbox.settled();
  const known = before.length;
  await sandbox.takePayment(us.account, { amount: 800 });
  await sandbox.settled();
  const again = setup({ transactions: 200, journal });
  const after = hear(again.sandbox);
  await again.sandbox.settled();
  assert.deepEqual(after, before.slice(known));
  const late = hear(again.sandbox);
  await again.sandbox.settled();
  assert.deepEqual(late, []);
});

test('a call that came while others were being told is told again with them', async () => {
  const { sandbox, us, journal } = journaled();
  let open = (): void => {};
  const gate = new Promise<void>((resolve) => (open = resolve));
  sandbox.onWebhook(async () => {
    await gate;
    return new Response();
  }, 'whsec_x');
  for (const amount of [700, 800, 900]) await sandbox.takePayment(us.account, { amount });
  const written = [...journal];
  open();
  await sandbox.settled();
  const amounts: number[] = [];
  const again = setup({ transactions: 200, journal: written });
  again.sandbox.onWebhook(async (request) => {
    const { type, data } = await request.json();
    if (type === 'charge.succeeded') amounts.push(data.object.amount);
    return new Response();
  }, 'whsec_x');
  await again.sandbox.settled();
  assert.deepEqual(amounts, [700, 800, 900]);
});
