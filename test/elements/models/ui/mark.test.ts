import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { placeBeside } from '../../../../packages/elements/src/ui/float.ts';
import { findWords } from '../../../../packages/elements/src/ui/mark.ts';
import { property } from '../../../support/runs.ts';

const found = (text: string, question: string): string[] =>
  findWords(text, question).flatMap((stretch) => (stretch.found ? [stretch.text] : []));

test('the words of a question are found in a text, whatever their case', () => {
  assert.deepEqual(found('Ada Mensah · Order 1051', 'mensah'), ['Mensah']);
  assert.deepEqual(found('Ada Mensah · Order 1051', 'ORDER ada'), ['Ada', 'Order']);
  assert.deepEqual(found('banana', 'ana nan'), ['anan']);
  assert.deepEqual(found('MÜLLER', 'müller'), ['MÜLLER']);
  assert.deepEqual(found('東京商店', '京'), ['京']);
  assert.deepEqual(found('İstanbul', 'stan'), ['stan']);
  assert.deepEqual(found('<b>bold</b>', '<b>'), ['<b>']);
  assert.deepEqual(found('anything', '  '), []);
});

test('the stretches together are the text, and no two neighbours are alike', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, question) => {
      const stretches = findWords(text, question);
      assert.equal(stretches.map((stretch) => stretch.text).join(''), text);
      for (const [at, stretch] of stretches.entries())
        assert.notEqual(stretch.found, stretches[at + 1]?.found);
    }),
    property(1000),
  );
});

test('a popover stays in the window, under its button where it fits', () => {
  const view = { width: 1280, height: 720 };
  const size = { width: 340, height: 300 };
  assert.deepEqual(placeBeside({ left: 100, top: 100, width: 80, height: 28 }, size, view, false), {
    left: 100,
    top: 134,
  });
  assert.deepEqual(placeBeside({ left: 100, top: 680, width: 80, height: 28 }, size, view, false), {
    left: 100,
    top: 374,
  });
  assert.equal(
    placeBeside({ left: 1200, top: 9, width: 80, height: 28 }, size, view, false).left,
    928,
  );
  assert.equal(
    placeBeside({ left: 600, top: 9, width: 80, height: 28 }, size, view, true).left,
    340,
  );
  fc.assert(
    fc.property(
      fc.integer({ min: -200, max: 1400 }),
      fc.integer({ min: -200, max: 900 }),
      (left, top) => {
        const place = placeBeside({ left, top, width: 80, height: 28 }, size, view, false);
        assert.ok(place.left >= 12 && place.left + size.width <= view.width - 12);
        assert.ok(place.top >= 12 && place.top + size.height <= view.height - 12);
      },
    ),
    property(500),
  );
});
