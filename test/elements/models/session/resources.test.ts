import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ExpressError } from '../../../../packages/elements/src/endpoint/errors.ts';
import {
  ResourceStore,
  type ResourceListener,
} from '../../../../packages/elements/src/session/resources.ts';

interface Asked {
  readonly route: string;
  readonly signal: AbortSignal;
  readonly answer: (data: unknown) => void;
  readonly fail: (error: ExpressError) => void;
}

function setup() {
  const asked: Asked[] = [];
  const store = new ResourceStore({
    fetch: (route, _question, signal) =>
      new Promise((resolve, reject) => {
        asked.push({ route, signal, answer: resolve, fail: reject });
      }),
  });
  const listener = (active = true): ResourceListener & { count: number } => ({
    count: 0,
    changed() {
      this.count += 1;
    },
    active: () => active,
  });
  return { store, asked, listener };
}

/** What was resolved reaches the store some microtasks later. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
/** Hints are gathered for a moment. */
const gathered = () => new Promise<void>((resolve) => setTimeout(resolve, 150));

const broken = () => new ExpressError('stripe_error', 'Broken.', { status: 502 });

test('one question is asked once, however many ask', async () => {
  const { store, asked, listener } = setup();
  const one = store.resource('balance');
  const two = store.resource('balance');
  one.subscribe(listener());
  two.subscribe(listener());
  assert.equal(asked.length, 1);
  asked[0]?.answer({ n: 1 });
  await settle();
  assert.deepEqual(one.read(), { data: { n: 1 }, error: undefined, fetching: false });
  assert.equal(one.read(), two.read());
});

test('another question is another answer', () => {
  const { store, asked, listener } = setup();
  store.resource('earnings', { query: { interval: 'day' } }).subscribe(listener());
  store.resource('earnings', { query: { interval: 'week' } }).subscribe(listener());
  assert.equal(asked.length, 2);
});

test('the last to leave calls off what is in flight', async () => {
  const { store, asked, listener } = setup();
  const leaveOne = store.resource('balance').subscribe(listener());
  const leaveTwo = store.resource('balance').subscribe(listener());
  leaveOne();
  assert.equal(asked[0]?.signal.aborted, false);
  leaveTwo();
  assert.equal(asked[0]?.signal.aborted, true);
});

test('who comes when the last has just left asks anew', async () => {
  const { store, asked, listener } = setup();
  const leave = store.resource('balance').subscribe(listener());
  leave();
  assert.equal(asked[0]?.signal.aborted, true);
  const later = store.resource('balance');
  later.subscribe(listener());
  assert.equal(asked.length, 2);
  asked[0]?.answer({ n: 1 });
  await settle();
  assert.equal(later.read().data, undefined, 'nobody waits for the first answer');
  asked[1]?.answer({ n: 2 });
  await settle();
  assert.deepEqual(later.read(), { data: { n: 2 }, error: undefined, fetching: false });
});

test('what is known is there at once for who comes later', async () => {
  const { store, asked, listener } = setup();
  const leave = store.resource('balance').subscribe(listener());
  asked[0]?.answer({ n: 1 });
  await settle();
  leave();
  store.resource('balance').subscribe(listener());
  assert.equal(asked.length, 1);
  assert.deepEqual(store.resource('balance').read().data, { n: 1 });
});

test('hints of one moment are one question, and only of their topic', async () => {
  const { store, asked, listener } = setup();
  store.resource('balance', {}, ['balance']).subscribe(listener());
  store.resource('activity', {}, ['activity']).subscribe(listener());
  asked.forEach(({ answer }) => answer({}));
  await settle();
  store.hint(['balance']);
  store.hint(['balance']);
  await gathered();
  assert.deepEqual(
    asked.map(({ route }) => route),
    ['balance', 'activity', 'balance'],
  );
});

test('a hint while an answer is on its way asks once more', async () => {
  const { store, asked, listener } = setup();
  const resource = store.resource('balance', {}, ['balance']);
  resource.subscribe(listener());
  store.hint(['balance']);
  await gathered();
  assert.equal(asked.length, 1);
  asked[0]?.answer({ n: 1 });
  await settle();
  assert.equal(asked.length, 2);
  assert.deepEqual(resource.read(), { data: { n: 1 }, error: undefined, fetching: true });
  asked[1]?.answer({ n: 2 });
  await settle();
  assert.deepEqual(resource.read(), { data: { n: 2 }, error: undefined, fetching: false });
});

test('what nobody looks at is asked again only when somebody does', async () => {
  const { store, asked, listener } = setup();
  const resource = store.resource('balance', {}, ['balance']);
  resource.subscribe(listener(false));
  asked[0]?.answer({});
  await settle();
  store.hint(['balance']);
  await gathered();
  assert.equal(asked.length, 1);
  resource.ensure();
  assert.equal(asked.length, 2);
});

test('a failure keeps what was known, and is tried again when that may help', async () => {
  const { store, asked, listener } = setup();
  const resource = store.resource('balance');
  resource.subscribe(listener());
  asked[0]?.answer({ n: 1 });
  await settle();
  const refreshed = resource.refresh();
  asked[1]?.fail(broken());
  await refreshed;
  assert.deepEqual(resource.read().data, { n: 1 });
  assert.equal(resource.read().error?.code, 'stripe_error');
  store.retryFailed();
  assert.equal(asked.length, 3);
  asked[2]?.answer({ n: 2 });
  await settle();
  assert.equal(resource.read().error, undefined);
  store.retryFailed();
  assert.equal(asked.length, 3);
});

test('clearing forgets every figure and calls off what is in flight', async () => {
  const { store, asked, listener } = setup();
  const resource = store.resource('balance');
  const ear = listener();
  resource.subscribe(ear);
  asked[0]?.answer({ n: 1 });
  await settle();
  void resource.refresh();
  const heard = ear.count;
  store.clear();
  assert.equal(asked[1]?.signal.aborted, true);
  assert.ok(ear.count > heard);
  assert.equal(store.resource('balance').read().data, undefined);
  asked[1]?.answer({ n: 2 });
  await settle();
  assert.equal(store.resource('balance').read().data, undefined);
});

test('what a hint brings along is put in without asking', async () => {
  const { store, asked, listener } = setup();
  const resource = store.resource('sync');
  resource.subscribe(listener());
  asked[0]?.answer({});
  await settle();
  const sync = {
    phase: 'importing',
    rows: 5,
    windows: { done: 1, total: 2 },
    rows_per_second: null,
    seconds_left: null,
    covers: { from: null, complete: false },
  } as const;
  store.put('sync', sync);
  assert.equal(resource.read().data, sync);
  assert.equal(asked.length, 1);
});

test('what failed is not asked again by itself', async () => {
  const { store, asked, listener } = setup();
  const resource = store.resource('balance');
  resource.subscribe(listener());
  asked[0]?.fail(broken());
  await settle();
  resource.ensure();
  assert.equal(asked.length, 1);
  resource.subscribe(listener());
  assert.equal(asked.length, 2);
});
