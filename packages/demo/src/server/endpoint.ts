/** The one handler of Express Elements, as this demo sets it up. */
import { createExpress, direct, ExpressError, type Express } from '@express-elements/server';
import { pglite } from '@express-elements/server/pglite';
import { postgres } from '@express-elements/server/postgres';
import type { Closers } from './closers.ts';
import { sendAgain } from './deliveries.ts';
import type { FarSide, Say } from './far-side.ts';
import { hostsOf } from './guard.ts';
import type { Sessions } from './session.ts';
import { SettingError, type LedgerChoice } from './settings.ts';
import { webhookSecret } from './world.ts';

function ledgerOf(choice: LedgerChoice, { world, ledgerFolder }: FarSide) {
  const options = world === null ? {} : { world, resetOnOtherWorld: true };
  switch (choice.kind) {
    case 'direct':
      return direct();
    case 'pglite':
      return pglite(ledgerFolder, options);
    case 'postgres':
      return postgres(choice.url, options);
  }
}

/** Which setting a refusal of the server is about, where the server has another word for it. */
const settingOf: Readonly<Record<string, string>> = {
  folder: 'EXPRESS_DATA',
  world: 'DATABASE_URL',
  DATABASE_URL: 'DATABASE_URL',
  STRIPE_SECRET_KEY: 'STRIPE_SECRET_KEY',
};

/** What the server or its database refuses at the start is a sentence already; here it gets the setting's name. */
export function explained(error: unknown): unknown {
  if (!(error instanceof ExpressError)) return error;
  const setting = settingOf[error.param ?? ''];
  if (setting === undefined) return error;
  const sentence = error.message.includes(setting) ? error.message : `${setting}: ${error.message}`;
  return new SettingError(setting, sentence, { cause: error });
}

export interface EndpointOptions {
  readonly ledger: LedgerChoice;
  readonly far: FarSide;
  readonly sessions: Sessions;
  readonly port: number;
  readonly say: Say;
}

function openExpress(
  { ledger, far, sessions, port, say }: EndpointOptions,
  closers: Closers,
): Express {
  const express = createExpress({
    stripe: far.stripe,
    publishableKey: far.publishableKey,
    ledger: ledgerOf(ledger, far),
    webhooks: far.webhooks,
    platform: { displayName: 'Rocket Market' },
    origins: hostsOf(port).map((host) => `http://${host}`),
    loginOrigins: far.loginOrigins,
    async authorize(request) {
      const signIn = await sessions.read(request);
      return signIn === null ? null : { ...signIn, viewer: `${signIn.account}/${signIn.role}` };
    },
    log: (level, message, facts) => {
      if (level !== 'info')
        say(facts === undefined ? message : `${message} ${JSON.stringify(facts)}`);
    },
    ...(far.now !== null && { now: far.now }),
  });
  closers.add(() => express.close());
  return express;
}

/** The sandbox's webhooks come signed, as Stripe's do, only without a network between. */
async function connectWebhooks(far: FarSide, express: Express, closers: Closers): Promise<void> {
  const { sandbox, stripe, undelivered } = far;
  if (sandbox === null) return;
  let open = true;
  const deliver = async (request: Request): Promise<Response> => {
    // What comes while the demo closes is sent again at the next start.
    if (!open) return new Response(null, { status: 503 });
    const { headers } = request;
    const body = await request.arrayBuffer();
    return express.fetch(new Request(webhookUrl, { method: 'POST', headers, body }));
  };
  const stop = sandbox.onWebhook(deliver, webhookSecret);
  closers.add(() => {
    open = false;
    stop();
  });
  if (undelivered === null) return;
  const accounts = far.sellers.map(({ account }) => account);
  await sendAgain(stripe, { accounts, since: undelivered, secret: webhookSecret }, deliver);
}

const webhookUrl = 'http://localhost/express/webhooks';

/** Opens the ledger, checks keys and mode, and lets the sandbox's webhooks in. */
export async function openEndpoint(options: EndpointOptions, closers: Closers): Promise<Express> {
  const express = openExpress(options, closers);
  await express.ready();
  await connectWebhooks(options.far, express, closers);
  return express;
}
