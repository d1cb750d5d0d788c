/** By what a search has found a row: said where the row does not show it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  hiddenFact,
  isAmount,
} from '../../../../packages/elements/src/elements/express-transactions/found.model.ts';
import { formatMoney } from '../../../../packages/elements/src/format/index.ts';

const row = {
  id: 'txn_1AbC',
  source: { id: 'ch_9XyZ', object: 'charge', status: 'succeeded' },
  customer: { name: 'Ada Mensah', email: 'ada.m@example.com' },
  last4: '4242',
  description: 'Blue vase',
  metadata: { order: 'R-1042' },
};
const shown = 'Payment\nAda Mensah\nBlue vase';
const found = (query: string): string => hiddenFact(row, shown, query);

test('what the row shows is not said twice', () => {
  for (const query of ['', '  ', 'ada', 'MENSAH vase', 'payment']) assert.equal(found(query), '');
});

test('what it was found by and does not show is one more fact', () => {
  assert.equal(found('ada.m@'), 'ada.m@example.com');
  assert.equal(found('4242'), '••••\u00a04242');
  assert.equal(found('r-1042'), 'R-1042');
  assert.equal(found('vase 1042'), 'R-1042');
  assert.equal(found('ch_9X'), 'ch_9XyZ');
  assert.equal(found('txn_1AbC'), 'txn_1AbC');
  assert.equal(found('12.50'), '', 'an amount is marked where it stands');
});

test('an amount is recognised as it is written, in and out, in any currency', () => {
  const usd = formatMoney(-123_450, 'usd', 'en');
  for (const query of ['1234.50', '1,234.5', '$1,234.50', '-1234.50', ' 1234.50 '])
    assert.ok(isAmount(query, usd), query);
  for (const query of ['1234', '234.50', '12.3450', 'order 1234.50', '', '1.234,5x'])
    assert.ok(!isAmount(query, usd), query);
  assert.ok(isAmount('1.234,50 €', formatMoney(123_450, 'eur', 'de')));
  assert.ok(isAmount('1200', formatMoney(1200, 'jpy', 'ja')));
  assert.ok(isAmount('20', formatMoney(2000, 'usd', 'en')));
  assert.ok(!isAmount('12.00', formatMoney(1200, 'jpy', 'ja')));
});
