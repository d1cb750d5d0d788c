import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  CsvReader,
  writeField,
  writeRow,
} from '../../../../packages/elements/src/elements/express-transactions/csv.model.ts';
import { property } from '../../../support/runs.ts';

const read = (chunks: readonly string[]): string[][] => {
  const reader = new CsvReader();
  return [...chunks.flatMap((chunk) => reader.read(chunk)), ...reader.end()];
};

test('quotes, separators and line breaks within a field', () => {
  assert.deepEqual(read(['a,"b, ""c""\nd"\r\n1,\r\n']), [
    ['a', 'b, "c"\nd'],
    ['1', ''],
  ]);
  assert.deepEqual(read(['""\n']), [['']]);
  assert.deepEqual(read(['no line break at the end']), [['no line break at the end']]);
  assert.deepEqual(read([]), []);
});

test('what is written is read again, wherever the chunks are cut', () => {
  // Fields that a spreadsheet would run are changed on purpose; they have their own test.
  const field = fc.string({ unit: 'grapheme' }).filter((text) => !/^[=+@\t\r-]/.test(text));
  const rows = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(rows, fc.array(fc.nat(200)), (list, cuts) => {
      const text = list.map((row) => writeRow(row, ',')).join('');
      const places = [
        0,
        ...cuts.filter((cut) => cut < text.length).toSorted((a, b) => a - b),
        text.length,
      ];
      const chunks = places.slice(1).map((place, at) => text.slice(places[at], place));
      assert.deepEqual(read(chunks), list);
    }),
    property(500),
  );
});

test('nothing that a spreadsheet would run leaves as it came, and numbers do', () => {
  for (const text of ['=1+1', '+1', '@x', '\tx', '-cmd'])
    assert.ok(writeField(text, ',').replace('"', '').startsWith("'"), text);
  assert.equal(writeField('-12.50', ','), '-12.50');
  assert.equal(writeField('-12,50', ';'), '-12,50');
  assert.equal(writeField('-12,50', ','), '"-12,50"');
  assert.equal(writeField('Ada "A" Mensah', ','), '"Ada ""A"" Mensah"');
});
