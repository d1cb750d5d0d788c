/** What the panel does to the sandbox's world, for the seller who is signed in. */
import { Hono } from 'hono';
import type { Context } from 'hono';
import type { Sandbox } from '@express-elements/sandbox';
import { minorUnits } from './money.ts';
import type { Seller } from './parts.ts';

export type Deed = 'advance' | 'payment' | 'dispute' | 'payout_failure';

/** What an action answers with: the world's time after it, and the sum it was about. */
export interface Done {
  readonly now: number;
  readonly did: Deed;
  /** Minor units. */
  readonly amount: number | null;
  readonly currency: string | null;
}

/** What the person at the panel can put right. */
class Refusal extends Error {}

/** What the world says no to (nothing to dispute, nothing to pay out) is the person's to read. */
function refuse(cause: unknown): never {
  if (!(cause instanceof Error)) throw cause;
  throw new Refusal(cause.message.replace(/^Failed to make \w+ in the sandbox: /, ''), { cause });
}

const longest = 31 * 86_400;
const minute = 60;

const buyers = [
  { name: 'Ada Mensah', email: 'ada@example.com' },
  { name: 'Mei Tanaka', email: 'mei@example.com' },
  { name: 'Luis Ortega', email: 'luis@example.com' },
  { name: 'Jon Halle', email: 'jon@example.com' },
] as const;

type Form = Readonly<Record<string, unknown>>;
type Act = (
  sandbox: Sandbox,
  seller: Seller,
  form: Form,
) => Promise<{ amount: number; currency: string } | null>;

const advance: Act = async (sandbox, _seller, { seconds }) => {
  const by = Number(seconds);
  if (!Number.isSafeInteger(by) || by < 1 || by > longest) {
    throw new Refusal('The clock moves by whole seconds, at most 31 days at once.');
  }
  await sandbox.advance(by);
  return null;
};

const payment: Act = async (sandbox, { account, currency }, { amount }) => {
  const units = typeof amount === 'string' ? minorUnits(amount, currency) : null;
  if (units === null || units === 0) {
    throw new Refusal(`The amount must be a sum in ${currency.toUpperCase()}, such as 48.`);
  }
  // Who buys, and the order's number, follow from the world's time: the same journal gives the same payments.
  const tick = Math.floor(sandbox.now() / minute);
  const customer = buyers[tick % buyers.length] ?? buyers[0];
  const description = `Order ${tick % 100_000}`;
  return sandbox.takePayment(account, {
    amount: units,
    currency,
    description,
    customer: { ...customer },
  });
};

const dispute: Act = (sandbox, { account }) => sandbox.openDispute(account);

const payoutFailure: Act = (sandbox, { account }) => sandbox.failPayout(account);

const acts: Readonly<Record<string, { readonly did: Deed; readonly act: Act }>> = {
  advance: { did: 'advance', act: advance },
  payment: { did: 'payment', act: payment },
  dispute: { did: 'dispute', act: dispute },
  'payout-failure': { did: 'payout_failure', act: payoutFailure },
};

/** Gives the signed-in seller, or null. */
export type WhoIs = (request: Request) => Promise<Seller | null>;

/** One at a time: two clicks are two calls in the journal, in the order in which they came. */
function inTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => null);
    return next;
  };
}

/** A script asked for JSON; a form goes back to its page. */
function answer(context: Context, done: Done): Response {
  if (context.req.header('Accept')?.includes('application/json')) return context.json(done);
  const from = context.req.header('Referer');
  const path = from !== undefined && URL.canParse(from) ? new URL(from).pathname : '/';
  return context.redirect(path.startsWith('//') ? '/' : path, 303);
}

export function panelRoutes(sandbox: Sandbox, whoIs: WhoIs): Hono {
  const app = new Hono();
  const turn = inTurn();

  async function perform(name: string, seller: Seller, form: Form): Promise<Done | null> {
    const entry = acts[name];
    if (entry === undefined) return null;
    // Every deed takes a minute of the world's time, so that what it brings is the newest and no two are as new.
    if (entry.did !== 'advance') await sandbox.advance(minute);
    const sum = await entry.act(sandbox, seller, form).catch(refuse);
    return {
      now: sandbox.now(),
      did: entry.did,
      amount: sum?.amount ?? null,
      currency: sum?.currency ?? null,
    };
  }

  app.post('/:act', async (context) => {
    const seller = await whoIs(context.req.raw);
    if (seller === null) return context.text('Sign in first.', 401);
    const form = await context.req.parseBody();
    const done = await turn(() => perform(context.req.param('act'), seller, form));
    return done === null ? context.notFound() : answer(context, done);
  });
  app.onError((error, context) => {
    if (error instanceof Refusal) return context.text(error.message, 409);
    throw error;
  });
  return app;
}
