import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ConnectElementCustomMethodConfig,
  connectElementTagNames,
} from '@stripe/connect-js/pure.js';
import { tags } from '../../../packages/sandbox/src/connect/tags.ts';

const sorted = (list: readonly string[]): string[] => list.toSorted();

test('every tag of connect-js has a stand-in', () => {
  assert.deepEqual(sorted(tags.map((row) => row.name)), sorted(connectElementTagNames));
});

for (const row of tags)
  test(`${row.name} has the setters of connect-js`, () => {
    const config: Readonly<Record<string, object>> = ConnectElementCustomMethodConfig;
    assert.deepEqual(sorted(row.setters), sorted(Object.keys(config[row.name] ?? {})));
  });
