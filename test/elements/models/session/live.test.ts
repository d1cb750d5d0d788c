import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { ExpressError } from '../../../../packages/elements/src/endpoint/errors.ts';
import { Live } from '../../../../packages/elements/src/session/live.ts';
import { stillClock } from '../../support/clock.ts';

interface Opened {
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  send(text: string): void;
  end(): void;
}

function setup(refuse?: () => ExpressError | null) {
  const opened: Opened[] = [];
  const hints: { topics: readonly string[]; data: unknown }[] = [];
  const warnings: string[] = [];
  const clock = stillClock();
  const live = new Live({
    open: async (headers, signal) => {
      const refusal = refuse?.();
      if (refusal) throw refusal;
      let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
      const body = new ReadableStream<Uint8Array>({ start: (c) => void (controller = c) });
      opened.push({
        headers,
        signal,
        send: (text) => controller?.enqueue(new TextEncoder().encode(text)),
        end: () => controller?.close(),
      });
      return new Response(body);
    },
    hint: (topics, data) => hints.push({ topics, data }),
    clock,
    warn: (message) => warnings.push(message),
  });
  return { live, opened, hints, warnings, clock };
}

/** The code that a stream is read with, which is asked for anew each time one opens. */
const reading = () => import('../../../../packages/elements/src/session/stream.ts');
before(reading);

const turns = async () => {
  for (let turn = 0; turn < 200; turn += 1)
    await new Promise<void>((resolve) => setImmediate(resolve));
};
/** Imports are looked up in turn, in a thread of Node's own: when this one is there, so is what was asked for before. */
const settle = async () => {
  await turns();
  await reading();
  await turns();
};

test('it listens once somebody wants to hear and the endpoint has a stream', async () => {
  const { live, opened, hints } = setup();
  live.want(true);
  assert.equal(opened.length, 0);
  live.use({ transport: 'sse' });
  await settle();
  assert.equal(opened.length, 1);
  assert.equal(opened[0]?.headers['Accept'], 'text/event-stream');
  opened[0]?.send('id: 7\nevent: balance\ndata: {"at":5}\n\nevent: other\ndata: {}\n\n');
  await settle();
  assert.deepEqual(hints, [{ topics: ['balance'], data: { at: 5 } }]);
  live.want(false);
  assert.equal(opened[0]?.signal.aborted, true);
});

test('after a break it comes back where it was', async () => {
  const { live, opened, clock } = setup();
  live.use({ transport: 'sse' });
  live.want(true);
  await settle();
  opened[0]?.send('id: 41\nevent: activity\ndata: {"at":5}\n\n');
  await settle();
  opened[0]?.end();
  await settle();
  assert.equal(opened.length, 2);
  assert.equal(opened[1]?.headers['Last-Event-ID'], '41');
  assert.deepEqual(clock.waits, [750]);
  live.want(false);
});

test('for another account it forgets what it has heard', async () => {
  const { live, opened } = setup();
  live.use({ transport: 'sse' });
  live.want(true);
  await settle();
  opened[0]?.send('id: 41\nevent: activity\ndata: {"at":5}\n\n');
  await settle();
  live.reset();
  assert.equal(live.isOpen, false);
  live.use({ transport: 'sse' });
  await settle();
  assert.equal(opened[1]?.headers['Last-Event-ID'], undefined);
  live.want(false);
});

test('a refusal ends it, with a word to the developer', async () => {
  const { live, warnings } = setup(() => new ExpressError('not_signed_in', 'No.', { status: 401 }));
  live.use({ transport: 'sse' });
  live.want(true);
  await settle();
  assert.equal(warnings.length, 1);
  assert.equal(live.isOpen, false);
});

test('what may go better is tried again', async () => {
  let failures = 2;
  const { live, opened, clock } = setup(() =>
    failures-- > 0 ? new ExpressError('unavailable', 'Later.', { status: 503 }) : null,
  );
  live.use({ transport: 'sse' });
  live.want(true);
  await settle();
  assert.equal(opened.length, 1);
  assert.deepEqual(clock.waits, [750, 1500]);
  live.want(false);
});

test('where the endpoint can only be asked, seeing the page asks at once', async () => {
  const { live, hints } = setup();
  live.show(false);
  live.use({ transport: 'poll', seconds: 10 });
  live.want(true);
  assert.equal(live.isOpen, false);
  live.show(true);
  assert.equal(hints[0]?.topics.length, 4);
  assert.equal(live.isOpen, true);
  live.show(false);
  assert.equal(live.isOpen, false);
});
