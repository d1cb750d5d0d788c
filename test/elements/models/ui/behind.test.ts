/** Which rows stand behind a figure. That they add up to it, on both ledgers, is in `test/server/suite/behind.ts`. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  categoryOf,
  netVolumePart,
  transactionFilters,
  typesOfCategory,
  type Summary,
} from '@express-elements/contract';
import { behind } from '../../../../packages/elements/src/elements/express-earnings/behind.model.ts';
import { addsUp, canFind, rowsQuery } from '../../../../packages/elements/src/ui/behind.model.ts';
import { lastWord } from '../../../../packages/elements/src/ui/explain.ts';

const totals = { gross: 900, refunds: -100, disputes: -50, fees: -30, net: 720, count: 9 };
const zone = 'America/New_York';
/** 27 October 2026 to 23 November, by New York’s midnights: the clocks go back between. */
const [from, to] = [1_793_073_600, 1_795_496_400];
const earnings = { from, to, currency: 'usd', time_zone: zone, totals };
const can = { filters: [...transactionFilters], search: true };

test('each part of net volume is found by its types, of every type and report there is', () => {
  const types = [...Object.values(typesOfCategory).flat(), 'adjustment', 'tax_fund', 'tomorrow'];
  const reports = ['dispute', 'dispute_reversal', 'refund_failure', 'other_adjustment', 'charge'];
  for (const part of ['gross', 'refunds', 'disputes'] as const) {
    const { category = [] } = behind(part, earnings).rows;
    for (const type of types)
      for (const report of reports) {
        const found = netVolumePart({ type, reporting_category: report, balance_type: 'payments' });
        const isListed = found !== null && category.includes(categoryOf(type, report) as never);
        assert.equal(isListed, found === part, `${type}, ${report}`);
      }
  }
});

test('days are asked as the account’s, whole', () => {
  assert.deepEqual(rowsQuery(behind('net', earnings).rows, can, to, zone), {
    net_volume: true,
    currency: 'usd',
    from,
    to,
  });
});

test('fees are what was charged, all else has the sign it is shown with', () => {
  assert.deepEqual(
    (['net', 'gross', 'refunds', 'disputes', 'fees'] as const).map((figure) => {
      const { of, amount } = behind(figure, earnings);
      return [of, amount];
    }),
    [
      ['net', 720],
      ['amount', 900],
      ['amount', -100],
      ['amount', -50],
      ['fee', 30],
    ],
  );
});

test('rows that the endpoint cannot tell apart are not linked to', () => {
  const { rows } = behind('refunds', earnings);
  assert.equal(canFind(rows, can), true);
  for (const missing of ['net_volume', 'category', 'from', 'currency'] as const) {
    const filters = transactionFilters.filter((name) => name !== missing);
    assert.equal(canFind(rows, { filters }), false, missing);
  }
  assert.equal(canFind({}, { filters: [] }), true);
});

test('only sums of the same currency, to the last cent, are the figure', () => {
  const linked = behind('net', earnings);
  const summary = (currency: string, net: number): Summary => ({
    count: 9,
    sums: [{ currency, count: 9, amount: 750, fee: 30, net }],
    by_category: [],
    covers: { complete: true, from: null },
  });
  assert.equal(addsUp(linked, summary('usd', 720)), true);
  assert.equal(addsUp(linked, summary('usd', 721)), false);
  assert.equal(addsUp(linked, summary('eur', 720)), false);
  assert.equal(addsUp({ ...linked, amount: 0 }, { ...summary('eur', 1), sums: [] }), true);
});

test('a mark stays with the last word, or the last letter of a label without spaces', () => {
  assert.equal('On the way to your bank'.slice(lastWord('On the way to your bank')), 'bank');
  assert.equal('合計残高'.slice(lastWord('合計残高')), '高');
  assert.equal(lastWord('Net'), 2);
  assert.equal(lastWord(''), 0);
});
