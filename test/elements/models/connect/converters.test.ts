import assert from 'node:assert/strict';
import { test } from 'node:test';
import { declarationOf } from '../../../../packages/elements/src/elements/connect/converters.ts';
import type { SetterKind } from '../../../../packages/elements/src/elements/connect/table.ts';

const read = (kind: SetterKind, text: string | null): unknown => {
  const converter = declarationOf('setIt', kind)?.[1].converter;
  return typeof converter === 'object' ? converter.fromAttribute?.(text) : undefined;
};

test('a boolean takes true and false, and absent is neither', () => {
  assert.equal(read('boolean', 'true'), true);
  assert.equal(read('boolean', ''), true);
  assert.equal(read('boolean', 'false'), false);
  assert.equal(read('boolean', null), undefined);
});

test('JSON gives the dates that connect-js wants', () => {
  const text =
    '{"date":{"between":{"start":"2026-11-01","end":"2026-11-24"}},"status":["disputed"]}';
  assert.deepEqual(read('json', text), {
    date: { between: { start: new Date('2026-11-01'), end: new Date('2026-11-24') } },
    status: ['disputed'],
  });
});

test('text that is no JSON sends nothing and is told', (t) => {
  const warn = t.mock.method(console, 'warn', () => undefined);
  assert.equal(read('json', '{'), undefined);
  assert.equal(warn.mock.callCount(), 1);
});

test('functions are properties only, callbacks are none', () => {
  assert.deepEqual(declarationOf('setFetchEphemeralKey', 'function'), [
    'fetchEphemeralKey',
    { attribute: false },
  ]);
  assert.equal(declarationOf('setOnExit', 'event'), null);
});
