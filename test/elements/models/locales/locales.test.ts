import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from '../../../../packages/elements/src/locales/index.ts';
import { languages, load, textsFor } from '../../../../packages/elements/src/locales/catalog.ts';
import { canonicalTag } from '../../../../packages/elements/src/locales/language.ts';
import { plural } from '../../../../packages/elements/src/locales/plural.ts';

type Leaf = string | ((...values: never[]) => string);

/** Every text by its path. */
function leaves(group: object, path = ''): Map<string, Leaf> {
  return new Map(
    Object.entries(group).flatMap(([key, value]): [string, Leaf][] =>
      typeof value === 'object' && value !== null
        ? [...leaves(value, `${path}${key}.`)]
        : [[path + key, value as Leaf]],
    ),
  );
}

const english = leaves(en);

/** The same word in several languages. */
const shared = new Set(['earnings.total', 'diagnostics.endpoint']);

test('plain English, and regions of it, need nothing fetched', () => {
  assert.equal(load('en'), null);
  assert.equal(load('en-GB'), null);
  assert.deepEqual([textsFor('en-GB').language, textsFor('en-GB').locale], ['en', 'en-GB']);
});

test('a language there are no texts in is English throughout, dates and numbers too', () => {
  const texts = textsFor('tlh');
  assert.equal(texts.messages, en);
  assert.equal(texts.locale, 'en');
  assert.equal(load('tlh'), null);
});

test('a language is English until it has come, and itself in every region then', async () => {
  assert.equal(textsFor('es').language, 'en');
  await load('es-MX');
  assert.equal(textsFor('es').language, 'es');
  assert.equal(textsFor('es-MX').locale, 'es-MX');
  assert.equal(load('es'), null);
});

for (const language of languages.filter((each) => each !== 'en'))
  test(`every text is there in ${language}, takes what the English one takes, and is not English`, async () => {
    await load(language);
    const texts = leaves(textsFor(language).messages);
    assert.deepEqual([...texts.keys()].toSorted(), [...english.keys()].toSorted());
    const same: string[] = [];
    for (const [path, text] of english) {
      const other = texts.get(path)!;
      assert.equal(typeof other, typeof text, path);
      if (typeof text === 'function')
        assert.equal((other as typeof text).length, text.length, path);
      else if (other === text && /[a-z]{4}/.test(text) && !shared.has(path)) same.push(path);
      if (typeof other === 'string') assert.equal(other, other.trim(), path);
    }
    assert.deepEqual(same, []);
  });

test('no text shouts, and none has an unfinished place', () => {
  for (const [path, text] of english)
    if (typeof text === 'string') {
      assert.doesNotMatch(text, /[!{}$]|\bTODO\b/, path);
      assert.notEqual(text, '', path);
    }
});

test('plural forms are the language’s own', () => {
  const russian = plural('ru');
  const forms = { one: 'день', few: 'дня', many: 'дней', other: 'дня' };
  assert.deepEqual(
    [1, 2, 5, 21].map((count) => russian(count, forms)),
    ['день', 'дня', 'дней', 'день'],
  );
  assert.equal(plural('en')(1, { one: '1 payout', other: '2 payouts' }), '1 payout');
  assert.equal(plural('ja')(1, { other: '1 件' }), '1 件');
});

test('tags are read as people write them', () => {
  assert.equal(canonicalTag('en_US'), 'en-US');
  assert.equal(canonicalTag('ES'), 'es');
  assert.equal(canonicalTag('not a tag'), null);
  assert.equal(canonicalTag(''), null);
});
