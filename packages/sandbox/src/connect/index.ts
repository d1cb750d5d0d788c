import { defineAll } from './define.ts';
import { Instance } from './instance.ts';
import type { Fetch } from './shared/client.ts';
import type { Counters } from './shared/connector.ts';

export type { Counters } from './shared/connector.ts';

/** What the stand-in talks to. */
export interface StandInOptions {
  /** Answers the sandbox's routes; `createSandbox().fetch` in a page without a server. */
  readonly fetch: Fetch;
  /** What stands before `/v1/…` and `/sandbox/…`, without a slash at its end. */
  readonly baseUrl: string;
  /** Milliseconds of the wall clock, by which account sessions end. */
  readonly now?: () => number;
}

/** What `init` gives to connect-js. */
export interface StandInInstance {
  readonly connect: Instance;
  update(params: Record<string, unknown>): void;
  logout(): Promise<void>;
}

/** `window.StripeConnect`, as connect-js looks for it. */
export interface StripeConnectNamespace {
  init(params: Record<string, unknown>): StandInInstance;
  onLoad?: () => void;
  /** For tests: what the stand-in has done on this page. */
  readonly sandbox: Counters;
}

const noCounts = (): Counters => ({
  scripts: 0,
  inits: 0,
  sessions: 0,
  remounts: 0,
  mounted: 0,
  misplaced: 0,
});

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** What the page had put there before: its `onLoad`, or an earlier stand-in's counts. */
const earlier = (target: Window): Record<string, unknown> => {
  const found: unknown = Reflect.get(target, 'StripeConnect');
  // Markup like <a id="StripeConnect"> puts an element there.
  return isObject(found) && !('nodeType' in found) ? found : {};
};

const isCounters = (value: unknown): value is Counters =>
  isObject(value) && Object.keys(noCounts()).every((name) => typeof value[name] === 'number');

/** An earlier stand-in's elements go on counting where they did. */
const countersOf = (found: Record<string, unknown>): Counters =>
  isCounters(found.sandbox) ? found.sandbox : noCounts();

const read = (params: unknown): Record<string, unknown> => {
  if (!isObject(params)) throw new TypeError('StripeConnect.init needs parameters.');
  const { publishableKey } = params;
  if (typeof publishableKey !== 'string' || !publishableKey.startsWith('pk_'))
    throw new TypeError('StripeConnect.init needs publishableKey, a key that begins with pk_.');
  return params;
};

/**
 * Puts a stand-in for Stripe's connect.js on a page: `StripeConnect.init` and every
 * `stripe-connect-*` element, over the sandbox's API. Called again, new instances talk to the new
 * API and the old ones keep theirs.
 * @example installStripeConnect(window, { fetch: sandbox.fetch, baseUrl: 'https://api.sandbox' })
 */
export const installStripeConnect = (
  target: Window & { readonly customElements: CustomElementRegistry },
  { fetch, baseUrl, now = Date.now }: StandInOptions,
): StripeConnectNamespace => {
  defineAll(target.customElements);
  const found = earlier(target);
  const counters = countersOf(found);
  const init = (params: unknown): StandInInstance => {
    const around = { fetch, baseUrl: baseUrl.replace(/\/$/, ''), now, window: target, counters };
    const instance = new Instance(read(params), around);
    counters.inits += 1;
    return {
      connect: instance,
      update: (changes) => instance.update(changes),
      logout: () => instance.logout(),
    };
  };
  const first = typeof found.init !== 'function';
  const namespace: StripeConnectNamespace = Object.assign(found, { init, sandbox: counters });
  Reflect.set(target, 'StripeConnect', namespace);
  if (first && typeof found.onLoad === 'function') found.onLoad();
  return namespace;
};
