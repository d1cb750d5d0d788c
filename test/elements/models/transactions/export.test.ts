import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SellersFile } from '../../../../packages/elements/src/elements/express-transactions/export.ts';
import {
  categoryChoices,
  soundFilters,
} from '../../../../packages/elements/src/elements/express-transactions/filters.model.ts';
import { Catalog } from '../../../../packages/elements/src/locales/catalog.ts';
import { en } from '../../../../packages/elements/src/locales/en.ts';
import { transactionsTexts } from '../../../../packages/elements/src/locales/sections/transactions.ts';

const context = {
  messages: en,
  locale: 'en',
  timeZone: 'America/New_York',
  platform: 'Rocket Market',
};

/** As the endpoint writes it. */
const exported = [
  'id,created,available_on,status,category,type,currency,amount,fee,net,source,payout,description,description_key,customer_name,customer_email,last4,metadata_order',
  'txn_1,2026-11-23T19:02:00Z,2026-11-26,pending,payment,payment,usd,1180.00,5.52,1174.48,py_1,,"Order 1051, blue",payment_from_platform,Ada Mensah,ada@example.com,4242,1051',
  "txn_2,2026-11-23T12:55:00Z,2026-11-23,available,refund,payment_refund,usd,-42.00,0.00,-42.00,pyr_1,po_1,'=1+1,refund,,,,",
  '',
].join('\r\n');

const rewrite = (chunk: number, file: SellersFile): string[] => {
  const parts: string[] = [];
  for (let at = 0; at < exported.length; at += chunk)
    parts.push(file.read(exported.slice(at, at + chunk)));
  return (parts.join('') + file.end()).split('\r\n');
};

test('the file is in the seller’s words, days and time zone, however the stream is cut', () => {
  const whole = rewrite(10_000, new SellersFile(context));
  assert.equal(
    whole[0],
    'Date (New York time),Type,Transaction,Description,Customer,E-mail,Status,Available,Currency,Amount,Fee,Net,ID,Reference,Paid out,order',
  );
  assert.equal(
    whole[1],
    '"23 Nov 2026, 14:02",Payments,Payment from Rocket Market,"Order 1051, blue",Ada Mensah,ada@example.com,Pending,26 Nov 2026,USD,1180.00,5.52,1174.48,txn_1,py_1,,1051',
  );
  for (const chunk of [1, 7, 64]) assert.deepEqual(rewrite(chunk, new SellersFile(context)), whole);
});

test('what a spreadsheet would run stays harmless, and numbers stay numbers', () => {
  const [, , refund] = rewrite(50, new SellersFile(context));
  assert.match(refund!, /,'=1\+1,/);
  assert.match(refund!, /,-42\.00,0\.00,-42\.00,/);
});

test('where a comma is the decimal sign, fields stand apart by semicolons', async () => {
  const catalog = new Catalog([transactionsTexts]);
  await catalog.load('es');
  const { messages } = catalog.for('es');
  const lines = rewrite(99, new SellersFile({ ...context, messages, locale: 'es' }));
  assert.match(lines[0]!, /^Fecha \(Hora de New York\);Tipo;Transacción;/);
  assert.match(lines[1]!, /;1180,00;5,52;1174,48;/);
});

test('a host’s attributes are taken as far as they make sense', () => {
  const raw = {
    category: ['refund', 'nonsense', 'payment'],
    period: 'someday',
    from: '2026-02-30',
    to: '2026-11-23',
    amountMin: -5,
    amountMax: Number.NaN,
    status: 'gone',
    currency: 'EUR',
    customer: ' Ada@Example.com ',
    payout: 'txn_1',
    query: 'x'.repeat(300),
  };
  assert.deepEqual(soundFilters(raw), {
    categories: ['payment', 'refund'],
    period: null,
    from: null,
    to: '2026-11-23',
    amountMin: null,
    amountMax: null,
    status: null,
    currency: 'eur',
    customer: 'ada@example.com',
    payout: null,
    query: 'x'.repeat(200),
  });
});

test('types to choose are those that occur, and those chosen already', () => {
  assert.deepEqual(categoryChoices([{ category: 'refund', count: 3 }], ['payout']), [
    { category: 'refund', count: 3 },
    { category: 'payout', count: 0 },
  ]);
  assert.equal(categoryChoices(null, []).length, 10);
});
