/** The live stream, where the ledger has one: hints of what the role may read, until the sign-in ends. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ORIGIN, WEBHOOK_SECRET, type Client, type World } from './world.ts';

/** Reads a stream until it has named these topics, or ended. */
async function heard(response: Response, topics: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  const decoder = new TextDecoder();
  for await (const chunk of response.body!) {
    for (const [, topic] of decoder.decode(chunk).matchAll(/^event: (\w+)$/gm)) found.push(topic!);
    if (topics.every((topic) => found.includes(topic))) break;
  }
  return found;
}

const open = (client: Client, headers: Record<string, string> = {}): Promise<Response> =>
  client.fetch('/live', { headers });

export function liveSuite(world: () => World): void {
  const isSse = async (): Promise<boolean> => {
    const { capabilities } = await world().as(0).get('account');
    return capabilities.live?.transport === 'sse';
  };

  test('a ledger that cannot say when something changes says to ask again', async () => {
    if (await isSse()) return;
    const { capabilities } = await world().as(0).get('account');
    assert.ok(capabilities.live?.transport === 'poll' && capabilities.live.seconds > 0);
    assert.equal((await world().as(0).refused('/live')).status, 404);
  });

  test('a payment is a hint to its own seller, and to no other', async () => {
    if (!(await isSse())) return;
    const { sandbox, express } = world();
    const stop = sandbox.onWebhook(
      (request) => express.fetch(new Request(`${ORIGIN}/express/webhooks`, request)),
      WEBHOOK_SECRET,
    );
    const [mine, support, other] = await Promise.all([
      open(world().as(0)),
      open(world().as(0, 'support')),
      open(world().as(1)),
    ]);
    assert.match(mine.headers.get('Content-Type') ?? '', /^text\/event-stream/);
    assert.equal(mine.headers.get('Express-Account'), world().account(0));
    const reading = heard(mine, ['balance', 'transactions']);
    const helping = heard(support, ['transactions']);
    await sandbox.takePayment(world().account(0), { amount: 500 });
    await sandbox.settled();
    await world().settle();
    assert.ok((await reading).includes('transactions'));
    assert.ok(!(await helping).includes('balance'));
    // Whatever the other one hears is of a payment of its own.
    await sandbox.takePayment(world().account(1), { amount: 500 });
    await sandbox.settled();
    await world().settle();
    assert.ok((await heard(other, ['transactions'])).length > 0);
    stop();
  });

  test('who comes back with the last id is told of every topic once', async () => {
    if (!(await isSse())) return;
    const response = await open(world().as(0), { 'Last-Event-ID': '1-1' });
    const topics = await heard(response, ['activity', 'balance', 'transactions']);
    assert.ok(topics.length >= 3);
  });
}
