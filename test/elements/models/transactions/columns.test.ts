import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  choosable,
  columnRules,
  columnsInRows,
  fits,
  leadOf,
  leftOut,
  moved,
  roomsOf,
  soundColumns,
  toggled,
  type Column,
  type ColumnAsked,
} from '../../../../packages/elements/src/elements/express-transactions/columns.model.ts';

const names = (columns: readonly Column[]): string => columns.map(({ name }) => name).join(' ');
const of = (text: string): readonly Column[] => soundColumns(text.split(' '));
/** What English needs. */
const rooms = roomsOf({ status: 'Available 26 Nov', date: '23 Nov, 21:07', money: '−$1,234.56' });
const usual = 'description date status amount fee net';

test('nothing asked for is the usual columns', () => {
  assert.equal(names(soundColumns([])), usual);
  assert.equal(names(of('nothing such')), usual);
});

test('what is asked for comes in that order, once, without what is no column', () => {
  assert.equal(names(of('net date nonsense net description')), 'net date description');
  assert.equal(names(of('constructor toString amount')), 'description amount');
});

test('the description is always there, for it opens the row', () => {
  assert.equal(names(of('date amount')), 'description date amount');
  assert.equal(
    names(toggled(of('date amount'), { name: 'description' })),
    names(of('date amount')),
  );
});

test('a metadata key is a column, under its words or the host’s', () => {
  const asked: readonly ColumnAsked[] = [
    'metadata:order_id',
    { name: 'metadata:branch', label: 'Shop' },
    'metadata:',
  ];
  assert.deepEqual(soundColumns(asked).slice(1), [
    { name: 'metadata:order_id', label: 'Order id' },
    { name: 'metadata:branch', label: 'Shop' },
  ]);
});

test('the keys that rows have may be chosen, each once', () => {
  const rows = [{ metadata: { order_id: '1' } }, { metadata: { order_id: '2', branch: 'x' } }];
  assert.equal(names(columnsInRows(rows)), 'metadata:order_id metadata:branch');
  assert.equal(names(columnsInRows([{ metadata: {} }])), '');
});

test('what may be chosen is what is chosen, then the rest, each once', () => {
  assert.equal(
    names(choosable(of('net description metadata:a'), of('metadata:a metadata:b').slice(1))),
    'net description metadata:a date type customer status available amount fee metadata:b',
  );
});

test('a column moves one place, and not past an end', () => {
  const columns = of('description date amount');
  assert.equal(names(moved(columns, 'date', 1)), 'description amount date');
  assert.equal(names(moved(columns, 'date', -1)), 'date description amount');
  assert.equal(moved(columns, 'amount', 1), columns);
  assert.equal(moved(columns, 'description', -1), columns);
  assert.equal(moved(columns, 'fee', 1), columns);
});

test('a column comes last when it is shown, and goes when it is not', () => {
  assert.equal(names(toggled(of('description date'), { name: 'fee' })), 'description date fee');
  assert.equal(names(toggled(of('description date fee'), { name: 'date' })), 'description fee');
});

test('narrower and narrower, the least worth goes first; the description and one figure stay', () => {
  const steps = fits(of(`${usual} metadata:order_id type`), rooms);
  assert.deepEqual(
    steps.map(({ columns }) => names(columns).split(' ').length),
    [8, 7, 6, 5, 4, 3],
  );
  assert.ok(steps.every(({ from }, step) => step === 0 || from < steps[step - 1]!.from));
  assert.equal(names(steps[1]!.columns), `${usual} type`);
  assert.equal(names(steps[3]!.columns), 'description date status amount net');
  assert.equal(names(steps.at(-1)!.columns), 'description status amount');
});

test('as wide as a page everything usual fits; as a card one figure does', () => {
  assert.equal(names(leftOut(of(usual), 62, rooms)), '');
  assert.equal(names(leftOut(of(usual), 53, rooms)), 'fee');
  assert.equal(names(leftOut(of(usual), 30, rooms)), 'status fee net');
  assert.equal(names(leftOut(of('description net fee'), 30, rooms)), 'fee');
  assert.equal(names(leftOut(of('description customer date fee'), 30, rooms)), 'date fee');
});

test('a card shows the amount, else what is left of it, else no figure', () => {
  assert.equal(leadOf(of('net amount'))?.name, 'amount');
  assert.equal(leadOf(of('net date'))?.name, 'net');
  assert.equal(leadOf(of('date fee')), null);
});

test('each width has a rule of its own, and hides what is not in it', () => {
  const rules = columnRules(of('date description amount metadata:order_id'), rooms);
  const widths = [...rules.matchAll(/max-width:([\d.]+)em/g)].map(([, width]) => Number(width));
  assert.deepEqual(
    widths,
    [...widths].toSorted((a, b) => b - a),
  );
  assert.match(
    rules,
    /^\.header-row,\.row\{grid-template-columns:minmax\(7\.4em,1\.1fr\) minmax\(0,2\.5fr\)/,
  );
  assert.match(rules, /\.row>\.m3\{display:none\}/);
  assert.doesNotMatch(rules, /order_id/);
});

test('a key that would be a style sheet of its own is none', () => {
  const rules = columnRules(soundColumns(['metadata:x}*{display:none']), rooms);
  assert.doesNotMatch(rules, /\*/);
});

test('who it is of stands under the title where the column of customers has no room', () => {
  const rules = columnRules(of('description date customer status amount'), rooms);
  assert.match(rules, /^[^@]*\.who\{display:none\}/);
  assert.match(rules, /\.row>\.customer\{display:none\}\.who\{display:inline\}/);
  assert.doesNotMatch(columnRules(of(usual), rooms), /who/);
});

test('longer words need more room, and push what is worth less away sooner', () => {
  const spanish = roomsOf({
    status: 'Disponible el 26 nov',
    date: '23 nov, 21:07',
    money: '−1234,56 US$',
  });
  assert.ok(spanish.status > rooms.status && spanish.money > rooms.money);
  assert.equal(names(leftOut(of(usual), 57, rooms)), '');
  assert.equal(names(leftOut(of(usual), 57, spanish)), 'fee');
});
