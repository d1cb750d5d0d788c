import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { finish, start as startProcess, type Running } from '../support/process.ts';
import { start, temporaryFolder, until } from './support.ts';

const main = 'packages/demo/src/server/main.ts';
const ready = /^ready (http:\/\/localhost:\d+)$/m;

/** A browser without pages: keeps its cookie and asks. */
class Visitor {
  readonly #url: string;
  #cookie = '';

  constructor(url: string) {
    this.#url = url;
  }

  async post(path: string, form: Record<string, string> = {}): Promise<Response> {
    return fetch(this.#url + path, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams(form),
      headers: { Origin: this.#url, Cookie: this.#cookie, Accept: 'application/json' },
    });
  }

  async signIn(): Promise<void> {
    const page = await (await fetch(this.#url)).text();
    const account = /name="account"\s+value="(acct_\w+)"/.exec(page)?.[1] ?? '';
    const answer = await this.post('/sign-in', { account, role: 'owner' });
    assert.equal(answer.status, 303);
    this.#cookie = answer.headers.get('Set-Cookie')?.split(';')[0] ?? '';
  }

  async get(path: string): Promise<Record<string, unknown>> {
    const answer = await fetch(`${this.#url}/express${path}`, {
      headers: { Cookie: this.#cookie },
    });
    assert.equal(answer.status, 200, `${path}: ${await answer.clone().text()}`);
    return answer.json();
  }

  /** The seller's figures, once every row is there. */
  async figures() {
    await until(async () => (await this.get('/sync')).phase === 'current');
    const year = `from=${start - 365 * 86_400}&to=${start + 7 * 86_400}`;
    const [balance, transactions, summary, earnings] = await Promise.all([
      this.get('/balance'),
      this.get('/transactions?limit=50'),
      this.get('/transactions/summary'),
      this.get(`/earnings?interval=month&${year}`),
    ]);
    return { balance, transactions, summary, earnings };
  }
}

async function run(folder: string): Promise<{ running: Running; url: string }> {
  const running = await startProcess([main], {
    ready,
    env: { PORT: '0', EXPRESS_DATA: folder, EXPRESS_NOW: String(start) },
  });
  return { running, url: running.ready[1] ?? '' };
}

async function visitorOf(url: string): Promise<Visitor> {
  const visitor = new Visitor(url);
  await visitor.signIn();
  return visitor;
}

describe('a demo that is started again', () => {
  const folder = temporaryFolder();
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('shows the same figures, also after a kill, and what was done in the panel', async () => {
    const first = await run(folder);
    const before = await visitorOf(first.url);
    assert.equal((await before.post('/panel/payment', { amount: '123.45' })).status, 200);
    assert.equal((await before.post('/panel/advance', { seconds: '86400' })).status, 200);
    const figures = await before.figures();
    assert.match(JSON.stringify(figures.transactions), /12345/);

    const second = await finish([main], { PORT: '0', EXPRESS_DATA: folder });
    assert.notEqual(second.code, 0);
    assert.match(
      second.output,
      /^A demo is running on this folder already[^\n]*EXPRESS_DATA[^\n]*\.\n$/,
    );

    await first.running.stop('SIGKILL');
    const again = await run(folder);
    assert.deepEqual(await (await visitorOf(again.url)).figures(), figures);
    assert.equal(await again.running.stop('SIGTERM'), 0);
  });

  it('hears at the next start of what was on its way when it was killed', async () => {
    const first = await run(folder);
    const visitor = await visitorOf(first.url);
    await visitor.figures();
    for (const amount of ['77.71', '77.72', '77.73']) {
      assert.equal((await visitor.post('/panel/payment', { amount })).status, 200);
    }
    await first.running.stop('SIGKILL');
    const second = await run(folder);
    const again = await visitorOf(second.url);
    await until(async () => {
      const found = JSON.stringify(await again.get('/transactions?limit=5'));
      return ['7771', '7772', '7773'].every((amount) => found.includes(`"amount":${amount},`));
    });
    await second.running.stop();
  });

  it('goes on where a kill cut the journal', async () => {
    const journal = join(folder, 'journal.jsonl');
    const whole = readFileSync(journal, 'utf8');
    appendFileSync(journal, whole.slice(0, 20));
    const { running } = await run(folder);
    assert.match(running.output(), /was not finished and did not happen/);
    assert.equal(await running.stop('SIGINT'), 0);
    assert.equal(readFileSync(journal, 'utf8'), whole);
  });

  it('does not guess at a journal that something else has damaged', async () => {
    const journal = join(folder, 'journal.jsonl');
    const whole = readFileSync(journal, 'utf8');
    truncateSync(journal, 10);
    appendFileSync(journal, `\n${whole}`);
    const { code, output } = await finish([main], { PORT: '0', EXPRESS_DATA: folder });
    assert.notEqual(code, 0);
    assert.match(output, /^EXPRESS_DATA[^\n]*Line 1 cannot be read[^\n]*--reset[^\n]*\.\n$/);
  });

  it('begins anew with --reset', async () => {
    const running = await startProcess([main, '--reset'], {
      ready,
      env: { PORT: '0', EXPRESS_DATA: folder, EXPRESS_NOW: String(start) },
    });
    const visitor = await visitorOf(running.ready[1] ?? '');
    assert.doesNotMatch(JSON.stringify(await visitor.get('/transactions?limit=50')), /12345/);
    await running.stop();
  });
});
