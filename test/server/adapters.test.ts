/** The handler in the frameworks that `docs/mounting.md` tells of: each answers, reads a body, and checks a signature. */
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { createExpress, direct, type Express } from '@express-elements/server';
import { toNode } from '@express-elements/server/node';
import express from 'express';
import Fastify from 'fastify';
import { makeWorld, WEBHOOK_SECRET, type World } from './suite/world.ts';

let world: World;
let handler: Express;
before(async () => {
  world = await makeWorld({ ledger: () => direct() }, { transactions: 200 });
  handler = createExpress({
    stripe: world.stripe,
    publishableKey: 'pk_test_sandbox',
    authorize: () => ({ account: world.account(0), role: 'owner' }),
    webhooks: { secrets: [WEBHOOK_SECRET] },
    now: () => world.sandbox.now(),
    scheduler: world.clock.scheduler,
    log: () => undefined,
  });
});
after(async () => {
  await handler.close();
  await world.close();
});

/** Where a framework listens, and how it ends. */
interface Mounted {
  readonly url: string;
  readonly close: () => Promise<void>;
}

async function listening(server: Server): Promise<Mounted> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/express`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const node = (): Promise<Mounted> => listening(createServer(toNode(handler)));

const inExpress = (): Promise<Mounted> => {
  const app = express();
  app.use('/express', toNode(handler));
  app.use(express.json());
  return listening(createServer(app));
};

async function inFastify(): Promise<Mounted> {
  const app = Fastify();
  await app.register(async (own) => {
    // The handler reads the body itself: a webhook's signature is over its very bytes.
    own.removeAllContentTypeParsers();
    own.addContentTypeParser('*', (_request, _payload, done) => done(null));
    const handle = toNode(handler);
    own.all('/express/*', async (request, reply) => {
      reply.hijack();
      await handle(request.raw, reply.raw);
    });
  });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  return { url: `${address}/express`, close: () => app.close() };
}

/** Next's route handlers are functions of a `Request` of its own making, by method. */
async function inNext(): Promise<Mounted> {
  class NextRequest extends Request {
    readonly nextUrl = new URL(this.url);
  }
  const answer = (request: NextRequest): Promise<Response> => handler.fetch(request);
  const route = { GET: answer, POST: answer };
  return listening(
    createServer(
      toNode({
        fetch: async (request) => {
          const { url, headers } = request;
          if (request.method !== 'POST') return route.GET(new NextRequest(url, { headers }));
          const body = await request.arrayBuffer();
          return route.POST(new NextRequest(url, { method: 'POST', headers, body }));
        },
      }),
    ),
  );
}

async function anEvent(): Promise<string> {
  const { data } = await world.stripe.events.list(
    { limit: 1, type: 'payout.*' },
    { stripeAccount: world.account(0) },
  );
  return JSON.stringify(data[0]);
}

for (const [name, mount] of Object.entries({
  Node: node,
  Express: inExpress,
  Fastify: inFastify,
  Next: inNext,
}))
  describe(name, () => {
    let mounted: Mounted;
    before(async () => {
      mounted = await mount();
    });
    after(() => mounted.close());

    const post = (path: string, body: string, headers: Record<string, string>) =>
      fetch(mounted.url + path, {
        method: 'POST',
        body,
        headers: { 'Content-Type': 'application/json', ...headers },
      });

    test('answers for the account that is signed in', async () => {
      const response = await fetch(`${mounted.url}/account`);
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('Express-Account'), world.account(0));
      assert.equal(response.headers.get('Cache-Control'), 'no-store');
    });

    test('streams an export', async () => {
      const csv = await (await fetch(`${mounted.url}/transactions/export`)).text();
      assert.ok(csv.split('\r\n').length > 200);
    });

    test('takes a write from its own pages, and from no other', async () => {
      const own = await post('/account-session', '{}', { 'Sec-Fetch-Site': 'same-origin' });
      assert.equal(own.status, 200);
      assert.match(await own.text(), /client_secret/);
      const other = await post('/account-session', '{}', { 'Sec-Fetch-Site': 'cross-site' });
      assert.equal(other.status, 403);
    });

    test('believes a webhook by its signature over the very bytes that were sent', async () => {
      const payload = await anEvent();
      const signature = world.stripe.webhooks.generateTestHeaderString({
        payload,
        secret: WEBHOOK_SECRET,
      });
      const signed = { 'Stripe-Signature': signature };
      assert.equal((await post('/webhooks', payload, signed)).status, 200);
      assert.equal((await post('/webhooks', `${payload} `, signed)).status, 400);
    });
  });

test('Express and Fastify with a parser before the handler are told so, and no webhook is lost in silence', async () => {
  const app = express();
  app.use(express.json());
  app.use('/express', toNode(handler));
  const parsing = Fastify();
  parsing.all('/express/*', async (request, reply) => {
    reply.hijack();
    await toNode(handler)(request.raw, reply.raw);
  });
  const address = await parsing.listen({ port: 0, host: '127.0.0.1' });
  const mounted = await listening(createServer(app));
  try {
    for (const url of [mounted.url, `${address}/express`]) {
      const response = await fetch(`${url}/webhooks`, {
        method: 'POST',
        body: await anEvent(),
        headers: { 'Content-Type': 'application/json' },
      });
      assert.equal(response.status, 500);
      assert.match(await response.text(), /Mount the handler before any body parser/);
    }
  } finally {
    await mounted.close();
    await parsing.close();
  }
});
