import assert from 'node:assert/strict';
import { test } from 'node:test';
import { activityKinds, type ActivityItem, type ActivityKind } from '@express-elements/contract';
import fc from 'fast-check';
import {
  aboutOf,
  bankOf,
  feedByDay,
  foldPayments,
  kindGroups,
  mergeFeed,
  offeredGroups,
  readThrough,
  shortFeed,
  sumsOf,
  unreadCount,
  withReadMarks,
} from '../../../packages/elements/src/elements/activity-hub/activity-hub.model.ts';
import { daysBetween } from '../../../packages/elements/src/format/index.ts';
import { runs, seed } from '../../support/runs.ts';

const item = (id: string, created: number, more: Partial<ActivityItem> = {}): ActivityItem => ({
  id,
  kind: 'payout_paid',
  created,
  object: { id: 'po_1', type: 'payout' },
  amount: 1000,
  currency: 'usd',
  data: {},
  read: null,
  opens: null,
  ...more,
});

const anyItem = fc
  .record({ id: fc.integer({ min: 0, max: 30 }), created: fc.integer({ min: 1, max: 2e9 }) })
  .map(({ id, created }) => item(`payout_paid:po_${id}:paid`, created));

test('every kind stands in exactly one group', () => {
  const grouped = Object.values(kindGroups).flat<readonly (readonly ActivityKind[])[]>();
  assert.deepEqual(grouped.toSorted(), [...activityKinds].toSorted());
});

test('a group that is not offered is not a choice', () => {
  assert.deepEqual(offeredGroups(['refund_failed', 'dispute_won']), [
    { group: 'refunds', kinds: ['refund_failed'] },
    { group: 'disputes', kinds: ['dispute_won'] },
  ]);
});

test('days are those of the account’s time zone', () => {
  // 03:00 UTC on 24 November 2026: still the 23rd in New York, the 24th in Tokyo.
  const late = item('a', Date.UTC(2026, 10, 24, 3) / 1000);
  const early = item('b', Date.UTC(2026, 10, 23, 16) / 1000);
  const days = (zone: string) => feedByDay([[late], [early]], zone).map(({ day }) => day);
  assert.deepEqual(days('America/New_York'), ['2026-11-23']);
  assert.deepEqual(days('Asia/Tokyo'), ['2026-11-24']);
  assert.deepEqual(days('UTC'), ['2026-11-24', '2026-11-23']);
});

test('payments with nothing between them are one line of their day, and nothing is lost', () => {
  const kinds = fc.constantFrom<ActivityKind>(
    'payment_received',
    'refund_created',
    'payment_first',
  );
  const feed = fc
    .array(
      fc.record({ kind: kinds, created: fc.integer({ min: 1_790_000_000, max: 1_790_400_000 }) }),
    )
    .map((facts) =>
      facts
        .toSorted((a, b) => b.created - a.created)
        .map(({ kind, created }, index) => item(`${index}`, created, { kind })),
    );
  const zone = 'America/New_York';
  const dayOf = (one: ActivityItem) =>
    new Date(one.created * 1000).toLocaleDateString('en-CA', { timeZone: zone });
  fc.assert(
    fc.property(feed, (items) => {
      const entries = foldPayments(items, zone);
      assert.deepEqual(entries.flat(), items);
      for (const entry of entries) {
        if (entry.length === 1) continue;
        assert.ok(entry.every(({ kind }) => kind === 'payment_received'));
        assert.equal(new Set(entry.map(dayOf)).size, 1);
      }
      for (const [index, [next]] of entries.slice(1).entries()) {
        const before = entries[index]!.at(-1)!;
        const bothPaid = [before, next].every(({ kind }) => kind === 'payment_received');
        assert.ok(!bothPaid || dayOf(before) !== dayOf(next));
      }
    }),
    { numRuns: runs(300), seed },
  );
});

test('payments of several currencies are never added to each other', () => {
  const paid = (amount: number | null, currency: string | null) =>
    item('p', 1, { kind: 'payment_received', amount, currency });
  assert.deepEqual(sumsOf([paid(100, 'eur'), paid(50, 'gbp'), paid(20, 'eur'), paid(null, null)]), [
    { currency: 'eur', amount: 120 },
    { currency: 'gbp', amount: 50 },
  ]);
});

test('joining pages loses nothing, doubles nothing and keeps the newest first', () => {
  fc.assert(
    fc.property(fc.array(anyItem), fc.array(anyItem), (known, fresh) => {
      const merged = mergeFeed(known, fresh);
      const ids = merged.map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length);
      assert.deepEqual(new Set(ids), new Set([...known, ...fresh].map(({ id }) => id)));
      for (const [index, one] of merged.entries())
        assert.ok(index === 0 || merged[index - 1]!.created >= one.created);
    }),
    { numRuns: runs(500), seed },
  );
});

test('what the server says of read marks goes before the browser’s own', () => {
  const marks = { through: 100, ids: ['late'] };
  const shown = withReadMarks(
    [item('early', 100), item('late', 200), item('new', 201), item('told', 50, { read: false })],
    marks,
  );
  assert.deepEqual(
    shown.map(({ read }) => read),
    [true, true, false, false],
  );
  assert.equal(unreadCount({ unread: null }, shown), 2);
  assert.equal(unreadCount({ unread: 7 }, shown), 7);
});

test('reading all reads through the newest, and an empty feed has nothing to read', () => {
  assert.equal(readThrough([item('a', 5), item('b', 9), item('c', 7)]), 9);
  assert.equal(readThrough([]), null);
});

test('days until a deadline are days of the calendar, whatever the clocks do', () => {
  const now = Date.UTC(2026, 9, 31, 23) / 1000;
  // New York's clocks go back on 1 November 2026: that day has 25 hours.
  assert.equal(daysBetween(now, Date.UTC(2026, 10, 2, 4, 30) / 1000, 'America/New_York'), 1);
  assert.equal(daysBetween(now, Date.UTC(2026, 10, 2, 5, 30) / 1000, 'America/New_York'), 2);
  assert.equal(daysBetween(now, now - 86_400, 'America/New_York'), -1);
});

test('a bank is told by its name and last digits, as far as they are known', () => {
  assert.equal(
    bankOf({ name: 'First Harbor Bank', last4: '6789' }),
    'First Harbor Bank ••••\u00a06789',
  );
  assert.equal(bankOf({ name: null, last4: '6789' }), '••••\u00a06789');
  assert.equal(bankOf({}), '');
  assert.equal(aboutOf({ customer: 'Ada', description: 'Order 1' }), 'Ada · Order 1');
});

test('a short feed is what needs the seller first, and always something of what happened', () => {
  const short = (needs: number, items: number, limit: number | null) => {
    const list = (length: number) => Array.from({ length }, (_, index) => index);
    const shown = shortFeed(list(needs), list(items), limit);
    return [shown.needs.length, shown.items.length];
  };
  assert.deepEqual(short(7, 40, 5), [3, 2]);
  assert.deepEqual(short(0, 40, 5), [0, 5]);
  assert.deepEqual(short(1, 40, 5), [1, 4]);
  assert.deepEqual(short(7, 0, 5), [5, 0]);
  assert.deepEqual(short(7, 40, 1), [1, 1]);
  assert.deepEqual(short(7, 40, null), [7, 40]);
});
