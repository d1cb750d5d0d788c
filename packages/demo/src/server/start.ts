/** Opens everything in order, and closes it in the opposite one: folder, port, far side, ledger, pages. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { dropPostgres } from '@express-elements/server/postgres';
import type { Sandbox } from '@express-elements/sandbox';
import { createApp } from './app.ts';
import { createClosers, type Closers } from './closers.ts';
import { explained, openEndpoint } from './endpoint.ts';
import type { Say } from './far-side.ts';
import { holdFolder, writeWhole } from './folder.ts';
import { listen, type Handler } from './listen.ts';
import { openOutside } from './outside.ts';
import { readPages } from './pages.ts';
import { createSessions } from './session.ts';
import type { Settings } from './settings.ts';
import { forgetWorld, openWorld } from './world.ts';

export interface Demo {
  /** `http://localhost:4242` */
  readonly url: string;
  /** The world, where it is in this process. */
  readonly sandbox: Sandbox | null;
  close(): Promise<void>;
}

export interface StartOptions {
  readonly say: Say;
}

const dist = join(import.meta.dirname, '../../dist');

/** Signs the cookies; kept, so that a restart signs nobody out. */
function cookieSecret(data: string): string {
  const path = join(data, 'cookie-secret');
  if (!existsSync(path)) writeWhole(path, randomBytes(32).toString('base64url'));
  return readFileSync(path, 'utf8');
}

/** A new world is another one for a ledger in Postgres, which then begins anew by itself; Stripe's own has no world. */
async function reset({ data, ledger, stripe }: Settings, say: Say): Promise<void> {
  forgetWorld(data);
  rmSync(join(data, 'stripe'), { recursive: true, force: true });
  if (stripe.kind === 'outside' && ledger.kind === 'postgres') await dropPostgres(ledger.url);
  say('What the demo kept was thrown away; it begins anew.');
}

const notYet: Handler = () =>
  new Response('The demo is starting.', { status: 503, headers: { 'Retry-After': '1' } });

/** A port that answers before everything stands behind it: a second demo must hear at once that it is taken. */
async function openPort(port: number, closers: Closers) {
  let handler: Handler = notYet;
  const listener = await listen((request) => handler(request), port);
  closers.add(() => listener.close());
  return {
    port: listener.port,
    serve: (real: Handler) => {
      handler = real;
    },
  };
}

async function open(settings: Settings, { say }: StartOptions, closers: Closers): Promise<Demo> {
  const { data, start, stripe } = settings;
  closers.add(holdFolder(data));
  const { port, serve } = await openPort(settings.port, closers);
  if (settings.reset) await reset(settings, say);
  const pages = readPages(dist);
  const far =
    stripe.kind === 'sandbox'
      ? await openWorld({ data, start, say, closers }, port)
      : await openOutside(stripe, data);
  const accounts = far.sellers.map(({ account }) => account);
  const sessions = createSessions({ secret: cookieSecret(data), port, accounts });
  const express = await openEndpoint(
    { ledger: settings.ledger, far, sessions, port, say },
    closers,
  );
  const connectScript = createRequire(import.meta.url).resolve(
    '@express-elements/sandbox/connect.js',
  );
  const app = createApp({
    port,
    far,
    express: express.fetch,
    sessions,
    pages,
    dist,
    connectScript,
  });
  serve((request) => app.fetch(request));
  return { url: `http://localhost:${port}`, sandbox: far.sandbox, close: () => closers.close() };
}

/**
 * Starts the demo; resolves when it serves. Rejects with a {@link SettingError} where a setting cannot be used, and
 * leaves nothing open then.
 */
export async function startDemo(settings: Settings, options: StartOptions): Promise<Demo> {
  const closers = createClosers();
  try {
    return await open(settings, options, closers);
  } catch (error) {
    await closers.close();
    throw explained(error);
  }
}
