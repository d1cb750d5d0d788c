import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pauseReasons, type Balance, type CurrencyBalance } from '@express-elements/contract';
import fc from 'fast-check';
import {
  chosenCurrency,
  dayIn,
  headlineOf,
  readView,
} from '../../../packages/elements/src/elements/express-balance/express-balance.model.ts';
import {
  notesOf,
  type NoteAction,
} from '../../../packages/elements/src/elements/express-balance/notes.model.ts';
import { dayKey } from '../../../packages/elements/src/format/index.ts';
import { property } from '../../support/runs.ts';

const usd: CurrencyBalance = {
  currency: 'usd',
  total: 972_055,
  available: 730_525,
  pending: 241_530,
  pending_by_date: [
    { available_on: 1_795_651_200, amount: 200_000 },
    { available_on: 1_795_737_600, amount: 41_530 },
  ],
  in_transit: { amount: 312_000, count: 1, next_arrival: 1_795_564_800 },
  instant_available: 0,
  prefunding: null,
  next_payout: {
    id: null,
    reconciled: false,
    status: 'expected',
    amount: null,
    arrival_date: 1_795_737_600,
    destination: { id: 'ba_1', type: 'bank_account', name: 'First Harbor Bank', last4: '6789' },
  },
  paused: null,
};
const eur: CurrencyBalance = { ...usd, currency: 'eur', total: 120_410 };

const balance = (parts: Partial<CurrencyBalance> = {}, schedule = {}): Balance => ({
  currencies: [{ ...usd, ...parts }, eur],
  schedule: {
    interval: 'daily',
    weekly_payout_days: [],
    monthly_payout_days: [],
    delay_days: 2,
    payouts_enabled: true,
    ...schedule,
  },
  debit_negative_balances: true,
  as_of: 1_795_539_600,
});
const options = { wish: null, timeZone: 'America/New_York' };
const headline = (...parts: Parameters<typeof balance>) => {
  const made = headlineOf(balance(...parts), options);
  assert.ok(made);
  return made;
};

test('a day of Stripe’s is the same day in every zone', () => {
  const zones = ['America/New_York', 'Asia/Tokyo', 'Pacific/Kiritimati', 'Pacific/Niue', 'UTC'];
  const day = fc.integer({ min: 10_000, max: 30_000 });
  fc.assert(
    fc.property(day, fc.constantFrom(...zones), (number, zone) => {
      const date = number * 86_400;
      assert.equal(dayKey(dayIn(date, zone), zone), dayKey(date, 'UTC'));
    }),
    property(200),
  );
});

test('the account’s own currency stands in front, unless another is asked for', () => {
  assert.equal(headline().currency, 'usd');
  assert.deepEqual(headline().others, [{ currency: 'eur', total: 120_410 }]);
  assert.equal(chosenCurrency(balance(), 'EUR')?.currency, 'eur');
  assert.equal(chosenCurrency(balance(), 'chf')?.currency, 'usd');
});

test('a balance without a currency has no headline', () => {
  assert.equal(headlineOf({ ...balance(), currencies: [] }, options), null);
});

test('what is pending says on which days it is there, where that is known', () => {
  const { soon } = headline();
  assert.equal(soon.amount, 241_530);
  const days = (all: typeof soon.days) =>
    all.map(({ day, amount }) => [dayKey(day, options.timeZone), amount]);
  const dates = [
    ['2026-11-26', 200_000],
    ['2026-11-27', 41_530],
  ];
  assert.deepEqual(days(soon.days), dates);
  const turned = { pending_by_date: usd.pending_by_date!.toReversed() };
  assert.deepEqual(days(headline(turned).soon.days), dates);
  assert.deepEqual(headline({ pending_by_date: null }).soon.days, []);
  assert.deepEqual(headline({ pending_by_date: [] }).soon.days, []);
});

test('an expected payout has a day and no amount', () => {
  const { next } = headline();
  assert.equal(next.kind, 'expected');
  assert.ok(!('amount' in next));
  assert.equal('day' in next && dayKey(next.day, options.timeZone), '2026-11-27');
});

test('a payout that is made has its amount, also while further ones are paused', () => {
  const made = { ...usd.next_payout!, status: 'in_transit', amount: 312_000 } as const;
  assert.equal(headline({ next_payout: made }).next.kind, 'made');
  const paused = headline({ next_payout: made, paused: 'review' });
  assert.equal(paused.next.kind, 'made');
  assert.equal(paused.paused, 'review');
});

test('a payout leads to its rows only once Stripe can tell them', () => {
  const made = { ...usd.next_payout!, status: 'pending', amount: 100, id: 'po_1' } as const;
  const idOf = (reconciled: boolean) => {
    const { next } = headline({ next_payout: { ...made, reconciled } });
    return next.kind === 'made' ? next.id : undefined;
  };
  assert.equal(idOf(true), 'po_1');
  assert.equal(idOf(false), null);
});

test('without a payout it says why there is none', () => {
  const none = { next_payout: null };
  assert.equal(headline({ ...none, paused: 'requirements' }).next.kind, 'paused');
  assert.equal(headline({ paused: 'requirements' }).next.kind, 'paused');
  assert.equal(headline(none, { interval: 'manual' }).next.kind, 'manual');
  assert.equal(headline(none).next.kind, 'none');
});

test('a balance below zero says so', () => {
  assert.equal(headline({ total: -21_460 }).isNegative, true);
  assert.equal(headline({ total: 0 }).isNegative, false);
});

test('what is set aside is all of it, and no figure where there is nothing', () => {
  assert.equal(headline().setAside, null);
  assert.equal(headline({ prefunding: { available: 500, pending: 20 } }).setAside, 520);
  assert.equal(headline({ prefunding: { available: 0, pending: 0 } }).setAside, null);
  assert.equal(headline({ prefunding: { available: 0, pending: 0 } }).canSetAside, true);
  assert.equal(headline().canSetAside, false);
});

const everything = () => true;
const noted = (
  parts: Partial<CurrencyBalance>,
  can: (action: NoteAction) => boolean = everything,
) => notesOf(headline(parts), can).map(({ kind, action }) => [kind, action]);

test('each pause asks of the seller what helps, and nothing where nothing does', () => {
  assert.deepEqual(noted({}), []);
  const asked = pauseReasons.map((paused) => [paused, noted({ paused })[0]?.[1]]);
  assert.deepEqual(asked, [
    ['requirements', 'account'],
    ['verification', null],
    ['review', null],
    ['rejected', 'platform'],
    ['platform', 'platform'],
    ['destination', 'payouts'],
    ['other', 'account'],
  ]);
  assert.deepEqual(
    noted({ paused: 'requirements' }, () => false),
    [['paused', null]],
  );
});

test('a balance below zero can be paid by money set aside, where that is enabled', () => {
  const prefunding = { available: 0, pending: 0 };
  assert.deepEqual(noted({ total: -1, prefunding }), [['negative', 'payouts']]);
  assert.deepEqual(noted({ total: -1 }), [['negative', null]]);
  assert.deepEqual(noted({ total: -1, paused: 'review' }), [
    ['paused', null],
    ['negative', null],
  ]);
});

test('an unknown view is the full one', () => {
  assert.equal(readView('stripe'), 'stripe');
  assert.equal(readView('other'), 'full');
  assert.equal(readView(null), 'full');
});
