import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  sections,
  updateOf,
} from '../../../packages/sandbox/src/connect/components/account-management.model.ts';
import {
  actionRequired,
  notices,
  readCollection,
} from '../../../packages/sandbox/src/connect/components/notices.model.ts';
import { scheduleParams } from '../../../packages/sandbox/src/connect/components/schedule.ts';
import { needOf } from '../../../packages/sandbox/src/connect/shared/requirements.ts';
import { Text } from '../../../packages/sandbox/src/connect/shared/text.ts';
import { dayOf, startOfDay } from '../../../packages/sandbox/src/connect/shared/zone.ts';

const requirements = (changes: object) => ({
  requirements: {
    alternatives: [],
    current_deadline: null,
    currently_due: [],
    disabled_reason: null,
    errors: [],
    eventually_due: [],
    past_due: [],
    pending_verification: [],
    ...changes,
  },
});

const bank = (status: string) => ({
  id: 'ba_1',
  object: 'bank_account' as const,
  account_holder_name: null,
  account_holder_type: null,
  account_type: null,
  bank_name: 'TEST',
  country: 'US',
  currency: 'usd',
  fingerprint: null,
  last4: '6789',
  routing_number: null,
  status,
  default_for_currency: true,
});

const plain = readCollection({});

test('an account in order has no notices', () => {
  assert.deepEqual(notices(requirements({}), [bank('verified')], plain), []);
});

test('what is past due comes first, what is due once, what is eventual only when asked', () => {
  const account = requirements({
    past_due: ['a'],
    currently_due: ['a', 'b'],
    eventually_due: ['a', 'b', 'c'],
    current_deadline: 99,
  });
  assert.deepEqual(notices(account, [], plain), [
    { kind: 'past_due', fields: ['a'], deadline: null },
    { kind: 'due', fields: ['b'], deadline: 99 },
  ]);
  const all = notices(account, [], readCollection({ fields: 'eventually_due' }));
  assert.equal(all.length, 3);
  assert.equal(actionRequired(all), 2);
});

test('a bank account that bounced is one notice, not two', () => {
  const account = requirements({
    currently_due: ['external_account'],
    past_due: ['external_account'],
  });
  const all = notices(account, [bank('errored')], plain);
  assert.deepEqual(
    all.map((one) => one.kind),
    ['bank'],
  );
});

test('collection options narrow what is asked, with * at the end', () => {
  const account = requirements({ currently_due: ['company.tax_id', 'company.phone', 'x'] });
  const fields = (given: object) =>
    notices(account, [], readCollection({ requirements: given })).flatMap((one) => one.fields);
  assert.deepEqual(fields({ only: ['company.*'] }), ['company.tax_id', 'company.phone']);
  assert.deepEqual(fields({ exclude: ['company.*'] }), ['x']);
});

test('requirements are said in plain words', () => {
  const text = new Text('en-US');
  assert.equal(needOf('individual.verification.document', text).label, 'Identity document');
  assert.equal(needOf('company.verification.document', text).label, 'Company document');
  assert.deepEqual(needOf('owners.first_name', text), {
    key: 'owners.first_name',
    label: 'First name',
    kind: 'text',
  });
  assert.equal(needOf('company.tax_id', new Text('es-ES')).label, 'Número fiscal');
});

test('a schedule has days only where its interval has them', () => {
  assert.deepEqual(scheduleParams('manual', ['monday']), { interval: 'manual' });
  assert.deepEqual(scheduleParams('weekly', ['monday']), {
    interval: 'weekly',
    weekly_payout_days: ['monday'],
  });
  assert.deepEqual(scheduleParams('monthly', ['31']), {
    interval: 'monthly',
    monthly_payout_days: ['31'],
  });
});

test('a section saves what it holds, in the account or in its profile', () => {
  const [personal, business] = sections;
  assert.ok(personal && business);
  assert.deepEqual(updateOf(personal, { email: 'a@b.c', name: 'ignored' }), {
    email: 'a@b.c',
    business_profile: {},
  });
  assert.deepEqual(updateOf(business, { name: 'Shop' }), { business_profile: { name: 'Shop' } });
});

const days: [day: string, zone: string, utc: string][] = [
  ['2026-11-24', 'America/New_York', '2026-11-24T05:00:00Z'],
  ['2026-03-08', 'America/New_York', '2026-03-08T05:00:00Z'],
  ['2026-03-09', 'America/New_York', '2026-03-09T04:00:00Z'],
  ['2026-11-24', 'Asia/Tokyo', '2026-11-23T15:00:00Z'],
  ['2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00Z'],
  ['2026-10-26', 'Europe/Berlin', '2026-10-25T23:00:00Z'],
];

for (const [day, zone, utc] of days)
  test(`${day} begins at ${utc} in ${zone}`, () => {
    const unix = Date.parse(utc) / 1000;
    assert.equal(startOfDay(day, zone), unix);
    assert.equal(dayOf(unix, zone), day);
    assert.notEqual(dayOf(unix - 1, zone), day);
  });
