import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Cache } from '../../../packages/server/src/cache.ts';
import { TestScheduler } from '../support/clock.ts';

function setup(maxEntries = 10) {
  const scheduler = new TestScheduler();
  const state = { now: 0, loads: 0 };
  const cache = new Cache<number>({ scheduler, now: () => state.now }, { maxAge: 10, maxEntries });
  const load = async (): Promise<number> => (state.loads += 1);
  return { scheduler, state, cache, load };
}

test('an answer is kept for its seconds, and everybody shares one load', async () => {
  const { scheduler, cache, load } = setup();
  assert.deepEqual(await Promise.all([cache.get('a', load), cache.get('a', load)]), [1, 1]);
  await scheduler.advance(10_000);
  assert.equal(await cache.get('a', load), 1);
  await scheduler.advance(1);
  assert.equal(await cache.get('a', load), 2);
});

test('a moved clock ages it too, in either direction', async () => {
  const { state, cache, load } = setup();
  await cache.get('a', load);
  state.now = 2 * 86_400;
  assert.equal(await cache.get('a', load), 2);
  state.now = 0;
  assert.equal(await cache.get('a', load), 3);
});

test('what was dropped while it loaded is not kept, nor what failed', async () => {
  const { cache, load, state } = setup();
  const loading = cache.get('a', load);
  cache.drop('a');
  await loading;
  assert.equal(await cache.get('a', load), 2);
  cache.drop('a');
  await assert.rejects(cache.get('a', () => Promise.reject(new Error('no'))));
  assert.equal(await cache.get('a', load), state.loads);
});

test('the oldest go when there are too many', async () => {
  const { cache, load } = setup(2);
  for (const key of ['a', 'b', 'c']) await cache.get(key, load);
  assert.equal(cache.peek('a'), null);
  assert.equal(await cache.peek('c'), 3);
});
