/**
 * Which webhooks may not have arrived. The journal is on the disk before anything is delivered, so a process that is
 * killed in between leaves a world that is ahead of its ledger; the next start sends those events again.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { Sandbox } from '@express-elements/sandbox';
import type Stripe from 'stripe';
import { writeWhole } from './folder.ts';

/** Unix seconds by the world's clock through which everything has arrived; null where that was never written. */
export function arrivedThrough(path: string): number | null {
  if (!existsSync(path)) return null;
  const through = Number(readFileSync(path, 'utf8'));
  return Number.isSafeInteger(through) && through > 0 ? through : null;
}

/** Writes down how far everything has arrived, whenever nothing is on its way any more. */
export function arrivals(path: string): {
  /** Something was journaled; what it brings about is on its way when the caller is done. */
  began(sandbox: Sandbox, at: number): void;
} {
  let newest = 0;
  let waiting = false;
  const wait = async (sandbox: Sandbox): Promise<void> => {
    waiting = true;
    let through: number;
    do {
      through = newest;
      // The sandbox sends right after it has journaled, in the same turn.
      await Promise.resolve();
      await sandbox.settled();
    } while (through !== newest);
    waiting = false;
    writeWhole(path, `${through}\n`);
  };
  return {
    began(sandbox, at) {
      newest = at;
      if (!waiting) void wait(sandbox);
    },
  };
}

/** Sends a seller's events since then once more. The endpoint knows which it has had. */
export async function sendAgain(
  stripe: Stripe,
  { accounts, since, secret }: { accounts: readonly string[]; since: number; secret: string },
  deliver: (request: Request) => Promise<Response>,
): Promise<void> {
  for (const account of accounts) {
    const events = stripe.events.list(
      { created: { gte: since }, limit: 100 },
      { stripeAccount: account },
    );
    for await (const event of events) await deliver(await signed(stripe, event, secret));
  }
}

async function signed(stripe: Stripe, event: Stripe.Event, secret: string): Promise<Request> {
  const payload = JSON.stringify(event);
  const signature = await stripe.webhooks.generateTestHeaderStringAsync({ payload, secret });
  return new Request('http://localhost/express/webhooks', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Stripe-Signature': signature },
    body: payload,
  });
}
