/**
 * The demo's world: its seed, its start and a journal of the calls that changed it, in the demo's folder. A start
 * replays the journal, so the world and the ledger beside it agree, also after the process was killed.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createSandbox, type JournalEntry, type Sandbox } from '@express-elements/sandbox';
import Stripe from 'stripe';
import type { Closers } from './closers.ts';
import { arrivals, arrivedThrough } from './deliveries.ts';
import { sellerOf, type FarSide, type Say } from './far-side.ts';
import { writeWhole } from './folder.ts';
import { openJournal } from './journal.ts';
import { SettingError } from './settings.ts';

interface Birth {
  /** Tells this world from one of the same seed and start in which other things were done. */
  readonly id: string;
  readonly seed: string;
  /** Unix seconds at which the world starts; its history lies before. */
  readonly start: number;
}

const isBirth = (value: unknown): value is Birth =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'seed' in value &&
  typeof value.seed === 'string' &&
  'start' in value &&
  Number.isSafeInteger(value.start);

const isEntry = (value: unknown): value is JournalEntry =>
  typeof value === 'object' && value !== null;

/** What the folder holds, in the order in which a reset takes it away: without a birth the rest counts for nothing. */
const filesOf = (data: string) => ({
  birth: join(data, 'world.json'),
  arrived: join(data, 'arrived'),
  journal: join(data, 'journal.jsonl'),
  ledger: join(data, 'ledger'),
});

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

const unreadable = (path: string, cause?: unknown) =>
  new SettingError(
    'EXPRESS_DATA',
    `EXPRESS_DATA: ${path} cannot be read${cause instanceof Error ? ` (${cause.message})` : ''}: ` +
      'npm start -- --reset begins anew.',
    { cause },
  );

/** Throws away the world and the embedded ledger that goes with it. */
export function forgetWorld(data: string): void {
  for (const path of Object.values(filesOf(data))) rmSync(path, { recursive: true, force: true });
}

function birthOf(data: string, start: number, say: Say): Birth {
  const { birth: path, ledger } = filesOf(data);
  if (existsSync(path)) {
    const birth = parsed(path);
    if (isBirth(birth)) return birth;
    throw unreadable(path);
  }
  // What a lost world left behind belongs to no world.
  if (existsSync(ledger)) say('The ledger of another world was thrown away.');
  forgetWorld(data);
  const birth = { id: randomUUID(), seed: 'market', start };
  writeWhole(path, `${JSON.stringify(birth)}\n`);
  return birth;
}

function journalOf(data: string): ReturnType<typeof openJournal<JournalEntry>> & {
  readonly replay: readonly JournalEntry[];
} {
  const path = filesOf(data).journal;
  try {
    const opened = openJournal<JournalEntry>(path);
    return { ...opened, replay: opened.entries.filter(isEntry) };
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

export interface WorldOptions {
  readonly data: string;
  /** Unix seconds; only a new world begins there. Null: at the wall's time. */
  readonly start: number | null;
  readonly say: Say;
  readonly closers: Closers;
}

interface Opened {
  readonly sandbox: Sandbox;
  readonly id: string;
  readonly undelivered: number | null;
}

function openSandbox({ data, start, say, closers }: WorldOptions): Opened {
  const birth = birthOf(data, start ?? Math.floor(Date.now() / 1000), say);
  const { journal, replay, torn } = journalOf(data);
  closers.add(() => journal.close());
  if (torn) say('The last call before the demo was killed was not finished and did not happen.');
  const { arrived } = filesOf(data);
  const through = arrivedThrough(arrived) ?? birth.start;
  const { began } = arrivals(arrived);
  const sandbox = createSandbox({
    seed: birth.seed,
    now: birth.start,
    journal: replay,
    onJournal: (entry) => {
      journal.append(entry);
      began(sandbox, entry.at);
    },
  });
  closers.add(() => sandbox.close());
  const undelivered = replay.length === 0 ? null : through;
  return { sandbox, id: `${sandbox.id}/${birth.id}`, undelivered };
}

/** The secret that signs webhooks between the sandbox and the endpoint in this same process. */
export const webhookSecret = 'whsec_sandbox';

/** Where pages find the sandbox: under the demo's own origin, so that the policy of the pages stays `'self'`. */
export const sandboxPath = '/stripe';

/** @param port where the demo answers: the sandbox's links lead there */
export async function openWorld(options: WorldOptions, port: number): Promise<FarSide> {
  const { sandbox, id, undelivered } = openSandbox(options);
  const stripe = new Stripe('sk_test_sandbox', {
    protocol: 'http',
    host: 'localhost',
    port,
    // No request leaves this process, whatever host it names.
    httpClient: Stripe.createFetchHttpClient((input: string | URL | Request, init?: RequestInit) =>
      sandbox.fetch(input, init),
    ),
  });
  const sellers = await Promise.all(
    sandbox.sellers.map(({ account }) => sellerOf(stripe, account)),
  );
  return {
    stripe,
    publishableKey: 'pk_test_sandbox',
    sellers,
    now: () => sandbox.now(),
    webhooks: { secrets: [webhookSecret] },
    connectUrl: `${sandboxPath}/connect.js`,
    loginOrigins: [`http://localhost:${port}`],
    world: id,
    sandbox,
    undelivered,
    ledgerFolder: filesOf(options.data).ledger,
  };
}
