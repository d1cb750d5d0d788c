import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LiveTopic } from '@express-elements/contract';
import { liveStream, type LiveSource } from '../../../packages/server/src/live/stream.ts';
import { TestScheduler, turns } from '../support/clock.ts';

function setup(over: Partial<LiveSource> = {}) {
  const clock = new TestScheduler();
  const controller = new AbortController();
  const state = { signedIn: true, listening: 0, text: '', done: false, failures: 0 };
  let tell: (topics: readonly LiveTopic[]) => void = () => {};
  const stream = liveStream({
    topics: ['balance', 'sync'],
    lastEventId: undefined,
    listen: async (changed) => {
      tell = changed;
      state.listening += 1;
      return async () => {
        state.listening -= 1;
      };
    },
    sync: async () => null,
    isSignedIn: async () => state.signedIn,
    now: () => 1_700_000_000,
    scheduler: clock,
    signal: controller.signal,
    failed: () => {
      state.failures += 1;
    },
    ...over,
  });
  const reading = (async () => {
    for await (const chunk of stream) state.text += new TextDecoder().decode(chunk);
    state.done = true;
  })();
  const events = (): string[] =>
    [...state.text.matchAll(/^event: (\w+)$/gm)].map(([, name]) => name!);
  return {
    clock,
    controller,
    state,
    reading,
    events,
    changed: (...topics: LiveTopic[]) => tell(topics),
  };
}

test('a burst of changes is one hint for each topic that may be heard of', async () => {
  const { clock, events, changed, state } = setup();
  await turns();
  for (let index = 0; index < 50; index += 1) changed('balance', 'activity', 'transactions');
  await clock.advance(200);
  assert.deepEqual(events(), ['balance']);
  assert.match(state.text, /id: 1700000000-1\nevent: balance\ndata: {"at":1700000000}\n\n/);
});

test('who comes back is told of every topic once, for something may have been missed', async () => {
  const { clock, events } = setup({ lastEventId: '1-1', topics: ['balance', 'activity'] });
  await clock.advance(200);
  assert.deepEqual(events(), ['balance', 'activity']);
});

test('sync comes with its progress', async () => {
  const covers = { from: null, complete: false };
  const progress = { phase: 'importing', rows: 7, windows: { done: 1, total: 2 }, covers } as const;
  const { clock, changed, state } = setup({
    sync: async () => ({ ...progress, rows_per_second: null, seconds_left: null }),
  });
  await turns();
  changed('sync');
  await clock.advance(200);
  assert.match(state.text, /event: sync\ndata: {"at":1700000000,"phase":"importing","rows":7/);
});

test('it beats while nothing happens, and ends when the sign-in does', async () => {
  const { clock, state, reading } = setup();
  await clock.advance(29_000);
  assert.match(state.text, /^: welcome\n\n: still here\n\n$/);
  state.signedIn = false;
  await clock.advance(2000);
  await reading;
  assert.equal(state.done, true);
  assert.equal(state.listening, 0);
  assert.equal(clock.waiting, 0);
});

test('it ends when the client leaves, and listens no more', async () => {
  const { clock, controller, state, reading, changed } = setup();
  await turns();
  assert.equal(state.listening, 1);
  controller.abort();
  await reading;
  changed('balance');
  await clock.advance(60_000);
  assert.deepEqual([state.listening, clock.waiting, state.failures], [0, 0, 0]);
});

test('a sign-in that cannot be checked ends it too', async () => {
  const { clock, state, reading } = setup({
    isSignedIn: () => Promise.reject(new Error('the session store is down')),
  });
  await clock.advance(31_000);
  await reading;
  assert.deepEqual([state.done, state.failures], [true, 1]);
});
