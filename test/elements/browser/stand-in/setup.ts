import { waitUntil } from '@open-wc/testing-helpers';
import { loadConnectAndInitialize } from '@stripe/connect-js/pure';
import type { ConnectElementTagName, StripeConnectInstance } from '@stripe/connect-js/pure';
import { createSandbox } from '@express-elements/sandbox';
import type { Sandbox } from '@express-elements/sandbox';
import { installStripeConnect } from '@express-elements/sandbox/connect';
import type { Counters } from '@express-elements/sandbox/connect';
import type Stripe from 'stripe';

/** Tuesday, 24 November 2026, 14:00 UTC. */
const start = 1_795_528_800;

export type Seller = 'US' | 'JP' | 'DE';

export interface Grant {
  readonly [component: string]: Readonly<Record<string, boolean>>;
}

export interface Bench {
  readonly sandbox: Sandbox;
  readonly account: string;
  readonly instance: StripeConnectInstance;
  readonly counters: Counters;
  /** Milliseconds of the wall clock, which stands still until moved. */
  readonly wall: { now: number };
  /** How often `fetchClientSecret` was asked. */
  readonly asked: () => number;
  /** Paths of the calls the stand-in made, the newest last. */
  readonly calls: string[];
  /** Answers the next calls in the sandbox's place. */
  intercept: ((url: URL) => Response | Promise<Response> | undefined) | undefined;
  /** A fresh client secret for the account. */
  newSecret(): Promise<string>;
  /** The world as the API tells it to the platform. */
  read<T>(path: string): Promise<T>;
}

export interface Setup {
  readonly seller?: Seller;
  readonly grant: Grant;
  readonly appearance?: object;
  readonly fetchClientSecret?: () => Promise<string>;
  readonly displayOptions?: { showObjectIds: boolean };
}

const secretHeaders = (account?: string): Headers => {
  const headers = new Headers({
    Authorization: 'Bearer sk_test_sandbox',
    'Content-Type': 'application/x-www-form-urlencoded',
  });
  if (account) headers.set('Stripe-Account', account);
  return headers;
};

const sessionForm = (account: string, grant: Grant): string => {
  const form = new URLSearchParams({ account });
  for (const [component, features] of Object.entries(grant)) {
    form.set(`components[${component}][enabled]`, 'true');
    for (const [feature, on] of Object.entries(features))
      form.set(`components[${component}][features][${feature}]`, String(on));
  }
  return form.toString();
};

const openSession = async (sandbox: Sandbox, account: string, grant: Grant): Promise<string> => {
  const answer = await sandbox.fetch('https://api.stripe.com/v1/account_sessions', {
    method: 'POST',
    headers: secretHeaders(),
    body: sessionForm(account, grant),
  });
  const session: Stripe.AccountSession = await answer.json();
  if (!answer.ok) throw new Error(`No session: ${JSON.stringify(session)}`);
  return session.client_secret;
};

/** A world, the stand-in over it in this page, and an instance made by the real loader. */
export const setup = (options: Setup): Bench => {
  const wall = { now: start * 1000 };
  const sandbox = createSandbox({
    seed: 'stand-in',
    now: start,
    transactions: 400,
    wall: () => wall.now,
  });
  const index = { US: 0, JP: 1, DE: 2 }[options.seller ?? 'US'];
  const account = sandbox.sellers[index]?.account ?? '';
  let asked = 0;
  const calls: string[] = [];
  const bench: Omit<Bench, 'instance' | 'counters'> = {
    sandbox,
    account,
    wall,
    calls,
    intercept: undefined,
    asked: () => asked,
    newSecret: () => openSession(sandbox, account, options.grant),
    async read<T>(path: string): Promise<T> {
      const url = `https://api.stripe.com${path}`;
      return (await sandbox.fetch(url, { headers: secretHeaders(account) })).json();
    },
  };
  const { sandbox: counters } = installStripeConnect(window, {
    baseUrl: 'https://stand-in.test',
    now: () => wall.now,
    fetch: async (input, init) => {
      const url = new URL(input);
      bench.calls.push(url.pathname);
      return (await bench.intercept?.(url)) ?? sandbox.fetch(url, init);
    },
  });
  Object.assign(counters, { inits: 0, sessions: 0, remounts: 0, mounted: 0, misplaced: 0 });
  const instance = loadConnectAndInitialize({
    publishableKey: 'pk_test_sandbox',
    fetchClientSecret: async () => {
      asked += 1;
      return options.fetchClientSecret?.() ?? openSession(sandbox, account, options.grant);
    },
    ...(options.appearance ? { appearance: options.appearance } : {}),
    ...(options.displayOptions ? { displayOptions: options.displayOptions } : {}),
    locale: 'en-US',
  });
  return Object.assign(bench, { instance, counters });
};

/** Makes a component and puts it into the page. */
export const mount = <Tag extends ConnectElementTagName>(bench: Bench, tag: Tag) => {
  const element = bench.instance.create(tag);
  document.body.append(element);
  return element;
};

/** Every element under a root that matches, shadow roots included. */
export const all = (root: ParentNode, selector: string): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
    ...(element.matches(selector) ? [element] : []),
    ...(element.shadowRoot ? all(element.shadowRoot, selector) : []),
  ]);

const inside = (element: Element, selector: string): HTMLElement[] =>
  element.shadowRoot ? all(element.shadowRoot, selector) : [];

/** The text a person sees under an element, shadow roots included. */
export const seen = (element: Element): string => {
  const walk = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (node instanceof HTMLStyleElement) return '';
    const shadow = node instanceof Element ? node.shadowRoot : null;
    return [...(shadow ?? node).childNodes].map(walk).join('');
  };
  return walk(element).replace(/\s+/g, ' ');
};

export const waitFor = async <T>(
  find: () => T | undefined | null | false,
  what: string,
): Promise<T> => {
  let found: T | undefined | null | false;
  const there = () => Boolean((found = find()));
  const seenInstead = () => new Error(`No ${what}. The page shows: ${seen(document.body)}`);
  await waitUntil(there, what, { timeout: 5000, interval: 10 }).catch(() => {
    throw seenInstead();
  });
  if (found === undefined || found === null || found === false) throw seenInstead();
  return found;
};

export const waitForText = (element: Element, text: string): Promise<boolean> =>
  waitFor(() => seen(element).includes(text), `“${text}”`);

/** A button by its words, under an element. */
export const button = (element: Element, label: string): HTMLElement | undefined =>
  inside(element, 'button').find((one) => one.textContent?.replace(/\s+/g, ' ').trim() === label);

export const click = async (element: Element, label: string): Promise<void> =>
  (await waitFor(() => button(element, label), `button “${label}”`)).click();

export const openRow = async (element: Element, id: string): Promise<void> =>
  (await waitFor(() => inside(element, `tr[data-id="${id}"]`)[0], `row ${id}`)).click();

export const overlay = (): Element | null =>
  document.querySelector('stripe-connect-sandbox-overlay');

export const anOverlay = (): Promise<Element> => waitFor(overlay, 'an overlay');

/** Fills a field of a form by its name. */
export const fill = async (element: Element, name: string, value: string): Promise<void> => {
  const found = await waitFor(() => inside(element, `[name="${name}"]`)[0], `field ${name}`);
  if (
    found instanceof HTMLInputElement ||
    found instanceof HTMLTextAreaElement ||
    found instanceof HTMLSelectElement
  )
    found.value = value;
};

export const clear = (bench: Bench | undefined): void => {
  for (const element of document.body.querySelectorAll('*'))
    if (/^(stripe-connect|stand-in)-/.test(element.localName)) element.remove();
  bench?.sandbox.close();
};
