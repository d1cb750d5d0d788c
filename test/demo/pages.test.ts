import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { html } from 'hono/html';
import { minorUnits } from '../../packages/demo/src/server/money.ts';
import { render } from '../../packages/demo/src/server/pages.ts';
import { header, panel, sellerCards, type Seller } from '../../packages/demo/src/server/parts.ts';
import { isWord, say } from '../../packages/demo/src/words.ts';
import { root } from '../../scripts/root.ts';

const folder = join(root, 'packages/demo/src/pages');
const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));
const sourceOf = (name: string) => readFileSync(join(folder, name), 'utf8');

const seller: Seller = {
  account: 'acct_1',
  name: '<b>"Ada" & Co</b>',
  country: 'US',
  currency: 'usd',
  timeZone: 'America/New_York',
};

const inEnglish = { language: 'en', theme: 'auto' } as const;
const inSpanish = { language: 'es', theme: 'dark' } as const;
const nothing = { parts: {}, values: {} };

const squeezed = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
const decoded = (text: string) => text.replaceAll('&amp;', '&');

describe('the pages', () => {
  for (const name of pages) {
    it(`${name} is written in the words of the table`, () => {
      const found = [...sourceOf(name).matchAll(/data-t="([\w.]+)"[^>]*>([^<]*)</g)];
      assert.ok(found.length > 0);
      for (const [, key = '', text = ''] of found) {
        assert.ok(isWord(key), key);
        assert.equal(decoded(squeezed(text)), say('en', key));
      }
    });

    it(`${name} has nothing inline that a strict policy would block`, () => {
      const source = sourceOf(name);
      assert.doesNotMatch(source, /<style|\sstyle=|\son\w+=|javascript:/);
      assert.doesNotMatch(source, /<script(?![^>]*\ssrc=)/);
    });
  }

  it('come in Spanish and dark when one asks for that', async () => {
    const page = await render(sourceOf('shop.html'), inSpanish, nothing);
    assert.match(page, /<html lang="es" dir="ltr" data-theme="dark">/);
    assert.match(page, />Artículos</);
    assert.doesNotMatch(page, />Listings</);
  });

  it('run from right to left in Arabic', async () => {
    const page = await render(sourceOf('shop.html'), { language: 'ar', theme: 'auto' }, nothing);
    assert.match(page, /<html lang="ar" dir="rtl" data-theme="auto">/);
    assert.match(page, />المنتجات</);
  });

  it('take values and parts as text, never as markup', async () => {
    const source = '<html lang="en"><a href="{to}"></a><!--sellers--></html>';
    const page = await render(source, inEnglish, {
      parts: { sellers: sellerCards([seller], undefined) },
      values: { to: '"><script>' },
    });
    assert.match(page, /href="&quot;&gt;&lt;script&gt;"/);
    assert.match(page, /&lt;b&gt;&quot;Ada&quot; &amp; Co&lt;\/b&gt;/);
    assert.doesNotMatch(page, /<script|<b>/);
  });

  it('do not read gaps inside what was put in', async () => {
    const page = await render('<!--one--><!--two-->', inEnglish, {
      parts: { one: html`<i>{to}</i>`, two: html`${'<!--one-->'}` },
      values: { to: 'x' },
    });
    assert.equal(page, '<i>{to}</i>&lt;!--one--&gt;');
  });

  it('show where one is, and the date of the world', async () => {
    const head = String(
      await header(inEnglish, { seller, signIn: { account: 'acct_1', role: 'support' } }, '/shop'),
    );
    assert.match(head, /href="\/shop"\s+aria-current="page"/);
    assert.match(head, /Support/);
    const foot = String(await panel('en', seller, 1_700_000_000));
    assert.match(foot, /data-time-zone="America\/New_York"/);
    assert.match(foot, /2023-11-14/);
  });
});

describe('an amount as a person writes it', () => {
  const rows: readonly [text: string, currency: string, units: number | null][] = [
    ['48', 'usd', 4800],
    ['48.5', 'usd', 4850],
    ['48,05', 'eur', 4805],
    ['0.29', 'usd', 29],
    ['1200', 'jpy', 1200],
    ['1200.00', 'jpy', 1200],
    ['1200.5', 'jpy', null],
    ['4.999', 'usd', null],
    ['-4', 'usd', null],
    ['1e3', 'usd', null],
    ['', 'usd', null],
  ];
  for (const [text, currency, units] of rows) {
    it(`“${text}” in ${currency} is ${units}`, () => {
      assert.equal(minorUnits(text, currency), units);
    });
  }
});
