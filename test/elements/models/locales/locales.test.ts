import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Catalog } from '../../../../packages/elements/src/locales/catalog.ts';
import { en } from '../../../../packages/elements/src/locales/en.ts';
import { languages, Section } from '../../../../packages/elements/src/locales/section.ts';
import { activityTexts } from '../../../../packages/elements/src/locales/sections/activity.ts';
import { balanceTexts } from '../../../../packages/elements/src/locales/sections/balance.ts';
import { connectTexts } from '../../../../packages/elements/src/locales/sections/connect.ts';
import { dashboardTexts } from '../../../../packages/elements/src/locales/sections/dashboard.ts';
import { diagnosticsTexts } from '../../../../packages/elements/src/locales/sections/diagnostics.ts';
import { earningsTexts } from '../../../../packages/elements/src/locales/sections/earnings.ts';
import { explainTexts } from '../../../../packages/elements/src/locales/sections/explain.ts';
import { loginLinkTexts } from '../../../../packages/elements/src/locales/sections/login-link.ts';
import { transactionsTexts } from '../../../../packages/elements/src/locales/sections/transactions.ts';
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

const whole = new Catalog([
  activityTexts,
  balanceTexts,
  connectTexts,
  dashboardTexts,
  diagnosticsTexts,
  earningsTexts,
  explainTexts,
  loginLinkTexts,
  transactionsTexts,
]);

/** The same word in several languages. */
const shared = new Set(['earnings.total', 'diagnostics.endpoint']);

test('the sections together are all of English', () => {
  assert.deepEqual(leaves(whole.for('en').messages), english);
});

test('an element has its own sections and what every element says, and no others', () => {
  const { messages } = new Catalog([balanceTexts, connectTexts]).for('en');
  assert.deepEqual(Object.keys(messages).toSorted(), ['balance', 'common', 'connect', 'errors']);
  assert.equal(messages.balance, en.balance);
});

test('plain English, and regions of it, need nothing fetched', () => {
  assert.equal(whole.load('en'), null);
  assert.equal(whole.load('en-GB'), null);
  assert.deepEqual([whole.for('en-GB').language, whole.for('en-GB').locale], ['en', 'en-GB']);
});

test('a language there are no texts in is English throughout, dates and numbers too', () => {
  const { language, locale, messages } = whole.for('tlh');
  assert.deepEqual([language, locale], ['en', 'en']);
  assert.deepEqual(messages, en);
  assert.equal(whole.load('tlh'), null);
});

test('a language is English until all of it has come, and itself in every region then', async () => {
  const [balance, both] = [new Catalog([balanceTexts]), new Catalog([balanceTexts, earningsTexts])];
  assert.equal(balance.for('es').language, 'en');
  await balance.load('es-MX');
  assert.deepEqual([balance.for('es').language, balance.for('es-MX').locale], ['es', 'es-MX']);
  assert.equal(balance.load('es'), null);
  assert.equal(both.for('es').messages.balance, en.balance);
  await both.load('es');
  assert.notEqual(both.for('es').messages.earnings, en.earnings);
});

test('what is being fetched is not fetched twice', async () => {
  let asked = 0;
  const es = async () => ((asked += 1), en);
  const section = new Section('balance', en.balance, { es, ja: es, ar: es });
  assert.equal(section.load('es'), section.load('es'));
  await section.load('es');
  assert.equal(asked, 1);
});

test('a language that failed to come leaves English, and is fetched when next asked for', async () => {
  let tries = 0;
  const es = async () => {
    tries += 1;
    if (tries === 1) throw new TypeError('Failed to fetch');
    return en;
  };
  const section = new Section('balance', en.balance, { es, ja: es, ar: es });
  await assert.rejects(section.load('es')!, TypeError);
  assert.equal(section.in('es'), null);
  await section.load('es');
  assert.equal(section.in('es'), en.balance);
});

for (const language of languages)
  test(`every text is there in ${language}, takes what the English one takes, and is not English`, async () => {
    await whole.load(language);
    const texts = leaves(whole.for(language).messages);
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

/** A text for numbers that languages tell apart. */
const formsOf = (say: (count: number, shown: string) => string) =>
  new Map([0, 1, 2, 3, 11, 100].map((count) => [count, say(count, '#')] as const));

test('Arabic counts in its own forms: one, two, few, many', async () => {
  await whole.load('ar');
  const { messages } = whole.for('ar');
  const counted = formsOf(messages.transactions.summary.count);
  assert.deepEqual(
    [1, 2, 3, 11, 100].map((count) => counted.get(count)),
    ['معاملة واحدة', 'معاملتان', '# معاملات', '# معاملة', '# معاملة'],
  );
  assert.equal(messages.activity.evidenceDue(1, '#'), 'آخر موعد لتقديم الأدلة غدًا');
  assert.equal(messages.activity.due(2, '#'), 'يتبقى يومان');
  assert.equal(messages.activity.due(11, '#'), 'يتبقى # يومًا');
});

test('Japanese has one form for every number', async () => {
  await whole.load('ja');
  const { messages } = whole.for('ja');
  for (const [, text] of formsOf(messages.transactions.summary.count))
    assert.equal(text, '# 件の取引');
});

for (const language of languages)
  test(`what is counted is a whole sentence for every number in ${language}`, async () => {
    await whole.load(language);
    for (const [path, text] of leaves(whole.for(language).messages)) {
      if (
        typeof text !== 'function' ||
        text.length < 2 ||
        !/(count|unread|fresh|loaded|arrived|others|due)$/i.test(path)
      )
        continue;
      const say = text as (count: number, shown: string, third: string) => string;
      for (const count of [0, 1, 2, 3, 5, 11, 20, 99, 100, 101, 102, 1000]) {
        const said = say(count, String(count), 'X');
        assert.ok(
          said.trim() !== '' && !/undefined|NaN|\{|\}/.test(said),
          `${path} ${count}: ${said}`,
        );
      }
    }
  });

test('tags are read as people write them', () => {
  assert.equal(canonicalTag('en_US'), 'en-US');
  assert.equal(canonicalTag('ES'), 'es');
  assert.equal(canonicalTag('not a tag'), null);
  assert.equal(canonicalTag(''), null);
});
