/** Elements that come and go, and what is left of them. */
import '@express-elements/elements/activity-hub';
import '@express-elements/elements/express-balance';
import '@express-elements/elements/express-diagnostics';
import '@express-elements/elements/express-earnings';
import '@express-elements/elements/express-login-link';
import '@express-elements/elements/express-provider';
import '@express-elements/elements/express-transactions';
import { answers, headersOf, inPageEndpoint, manyRows } from './endpoint.ts';
import { frame } from './measures.ts';

/** What is pending or open now. */
const open = { timers: new Set<unknown>(), frames: new Set<number>(), streams: 0 };

const { setTimeout: later, clearTimeout: never } = globalThis;
const { requestAnimationFrame: next, cancelAnimationFrame: skip } = globalThis;
Object.assign(globalThis, {
  setTimeout(run: (...rest: unknown[]) => void, ms?: number, ...rest: unknown[]) {
    const id = later(() => {
      open.timers.delete(id);
      run(...rest);
    }, ms);
    open.timers.add(id);
    return id;
  },
  clearTimeout(id: Parameters<typeof never>[0]) {
    open.timers.delete(id);
    never(id);
  },
  requestAnimationFrame(run: FrameRequestCallback) {
    const id = next((time) => {
      open.frames.delete(id);
      run(time);
    });
    open.frames.add(id);
    return id;
  },
  cancelAnimationFrame(id: number) {
    open.frames.delete(id);
    skip(id);
  },
});

/** Answers as an endpoint that tells of changes: a stream that stays open until it is called off. */
async function endpoint(): Promise<(request: Request) => Promise<Response>> {
  const plain = await inPageEndpoint(await manyRows(300));
  const { account } = await answers();
  const headers = headersOf(account);
  // Stripe's script, which connect-js keeps for the page, is not what is measured.
  const capabilities = {
    ...account.capabilities,
    account_session: false,
    live: { transport: 'sse' },
  };
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname.endsWith('/account'))
      return new Response(JSON.stringify({ ...account, capabilities }), { headers });
    if (!pathname.endsWith('/live')) return plain(request);
    open.streams += 1;
    const body = new ReadableStream({
      start(controller) {
        request.signal.addEventListener(
          'abort',
          () => {
            open.streams -= 1;
            controller.error(request.signal.reason);
          },
          { once: true },
        );
      },
    });
    return new Response(body, { headers: { ...headers, 'Content-Type': 'text/event-stream' } });
  };
}

const attributes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'express-balance': { view: 'summary' },
};

let answer: (request: Request) => Promise<Response>;

/** Mounts one with a provider of its own, waits until it shows something, and removes both. */
async function once(tag: string): Promise<void> {
  const provider = document.createElement('express-provider');
  provider.endpoint = '/express';
  provider.fetch = answer;
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes[tag] ?? {}))
    element.setAttribute(name, value);
  provider.append(element);
  document.body.append(provider);
  const isThere = () =>
    tag === 'express-login-link' || tag === 'express-diagnostics'
      ? (element.shadowRoot?.childElementCount ?? 0) > 0
      : element.matches(':state(ready), :state(empty)');
  let frames = 0;
  while (!isThere()) {
    await frame();
    frames += 1;
    if (frames > 2_000) throw new Error(`<${tag}> shows nothing.`);
  }
  provider.remove();
}

Object.assign(globalThis, {
  bench: {
    async rounds(tag: string, times: number) {
      answer ??= await endpoint();
      for (let time = 0; time < times; time += 1) await once(tag);
      // What ends by itself, such as a request that was called off, has ended by then.
      for (let frames = 0; frames < 30; frames += 1) await frame();
    },
    open: () => ({
      timers: open.timers.size,
      frames: open.frames.size,
      streams: open.streams,
    }),
  },
});
