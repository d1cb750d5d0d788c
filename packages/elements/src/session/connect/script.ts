import { backoff, type Clock } from '../../endpoint/clock.ts';
import { ExpressError } from '../../endpoint/errors.ts';

const STRIPE_URL = 'https://connect-js.stripe.com/v1.0/connect.js';
/** Set by a page that wants a stand-in, before any element: the only way to another script. */
const override = Symbol.for('express-elements/connect-url');

const TRIES = 4;
const TIMEOUT = 20_000;
const pauses = { first: 600, most: 5_000 };

/** Where the script comes from. */
function connectUrl(): string {
  const chosen: unknown = Reflect.get(globalThis, override);
  return typeof chosen === 'string' && chosen !== '' ? chosen : STRIPE_URL;
}

/** A function and not merely something there: an `<a id="StripeConnect">` makes a property too. */
function isConnectThere(): boolean {
  const there: unknown = Reflect.get(globalThis, 'StripeConnect');
  return (
    typeof there === 'object' &&
    there !== null &&
    'init' in there &&
    typeof there.init === 'function'
  );
}

interface ScriptPolicy {
  createScriptURL(url: string): string;
}
interface ScriptPolicies {
  createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy;
}

const isPolicies = (value: unknown): value is ScriptPolicies =>
  typeof value === 'object' && value !== null && 'createPolicy' in value;

let policy: ScriptPolicy | undefined;

/** Under enforced Trusted Types only this one URL becomes a script. */
function trusted(url: string): string {
  const policies: unknown = Reflect.get(globalThis, 'trustedTypes');
  if (!isPolicies(policies)) return url;
  policy ??= policies.createPolicy('express-elements', {
    createScriptURL: (each) => (each === connectUrl() ? each : ''),
  });
  return policy.createScriptURL(url);
}

/** One try with an element of its own: a browser remembers that an element has failed, and never asks again for it. */
function inject(url: string): Promise<void> {
  const script = document.createElement('script');
  return new Promise<void>((resolve, reject) => {
    const fail = (what: string) => {
      clearTimeout(timer);
      script.remove();
      reject(
        new ExpressError('script_failed', `Failed to load Stripe's script: ${what} (${url}).`),
      );
    };
    const timer = setTimeout(() => fail(`nothing came in ${TIMEOUT} ms`), TIMEOUT);
    script.addEventListener('error', () => fail('it could not be fetched, or was blocked'));
    script.addEventListener('load', () => {
      if (!isConnectThere()) {
        fail('it did not bring StripeConnect.init');
        return;
      }
      clearTimeout(timer);
      resolve();
    });
    script.async = true;
    script.src = trusted(url);
    document.head.append(script);
  });
}

/** Where the script on its way is kept, shared by all sessions of a page. */
export interface ScriptSlot {
  script: Promise<void> | null;
}

/**
 * Sees to it that `StripeConnect.init` is there: injects the script unless the page brought it, and tries again with
 * jittered pauses. connect-js would do it too, but keeps a failure for ever.
 */
async function loadScript(clock: Clock): Promise<void> {
  for (let tries = 1; !isConnectThere(); tries += 1) {
    try {
      await inject(connectUrl());
    } catch (cause) {
      if (tries >= TRIES) throw cause;
      await clock.wait(backoff(tries, pauses, clock.random));
    }
  }
}

/** One loading at a time for the page; a failed one is forgotten, so that the next asks again. */
export function loadConnect(slot: ScriptSlot, clock: Clock): Promise<void> {
  if (isConnectThere()) return Promise.resolve();
  slot.script ??= loadScript(clock).finally(() => (slot.script = null));
  return slot.script;
}
