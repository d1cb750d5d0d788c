import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { csvHeader, csvLine } from '../../../packages/server/src/routes/csv.ts';
import { property } from '../../support/runs.ts';
import { parseCsv } from '../support/csv.ts';
import { row } from '../support/rows.ts';

test('a row is one line of plain values', () => {
  const line = csvLine(
    row({
      id: 'txn_1',
      created: 1_774_778_400,
      available_on: 1_774_828_800,
      amount: -1250,
      fee: 30,
    }),
    [],
  );
  assert.ok(
    line.startsWith(
      'txn_1,2026-03-29T10:00:00Z,2026-03-30,available,payment,charge,charge,usd,-12.50,0.30,-12.80,',
    ),
    line,
  );
  assert.ok(line.endsWith('\r\n'));
});

test('yen have no decimals and dinars three', () => {
  assert.match(csvLine(row({ amount: 1250, currency: 'jpy' }), []), /,jpy,1250,/);
  assert.match(csvLine(row({ amount: 1250, currency: 'kwd' }), []), /,kwd,1\.250,/);
});

test('whatever is written in a text comes back, and nothing is a formula', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('', '=1+1', '+1', '-1', '@x', '\tx', '"', ',', '\r\n', 'a"b,c\r\nd'),
      (tail, head) => {
        const text = head + tail;
        const one = row({ description: text, metadata: { note: text } });
        const [header, line] = parseCsv(csvHeader(['note']) + csvLine(one, ['note']));
        assert.equal(line?.length, header?.length);
        for (const name of ['description', 'metadata_note']) {
          const cell = line?.[header!.indexOf(name)] ?? '';
          assert.ok(cell === text || cell === `'${text}`);
          assert.doesNotMatch(cell, /^[=+\-@\t\r\n]/);
        }
      },
    ),
    property(1000),
  );
});
