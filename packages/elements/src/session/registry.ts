import { ContextRoot } from '@lit/context';
import type { ScriptSlot } from './connect/script.ts';
import { createPageSession, type SessionOptions } from './page-session.ts';
import type { PageSession } from './types.ts';

/** The number is of this protocol, not of the package: bundles of several versions meet here. */
const key = Symbol.for('express-elements/1');

interface Registry extends ScriptSlot {
  readonly sessions: Map<string, PageSession>;
  rooted: boolean;
}

const isRegistry = (value: unknown): value is Registry =>
  typeof value === 'object' && value !== null && 'sessions' in value;

function registry(): Registry {
  const known: unknown = Reflect.get(globalThis, key);
  if (isRegistry(known)) return known;
  const made: Registry = { sessions: new Map(), script: null, rooted: false };
  Reflect.defineProperty(globalThis, key, { value: made });
  return made;
}

/**
 * Without a root an element that is upgraded before its provider asks in vain, and is never heard again. The root keeps
 * the question and asks it again when a provider comes.
 */
export function attachRoot(): void {
  const page = registry();
  if (page.rooted || typeof document === 'undefined') return;
  page.rooted = true;
  new ContextRoot().attach(document.documentElement);
}

/** An endpoint's URL as the page knows it: absolute, without a slash at its end. */
export const absoluteUrl = (url: string): string =>
  new URL(url, document.baseURI).href.replace(/\/+$/, '');

/** What this bundle made. */
const made = new WeakSet<PageSession>();

export type OwnOptions = Omit<SessionOptions, 'script'>;

/** A session that nobody else uses: for a provider with a `fetch`, headers or credentials of its own. */
export function ownSession(options: OwnOptions): PageSession {
  const session = createPageSession({ ...options, script: registry() });
  made.add(session);
  return session;
}

/** A session of another bundle that lacks a function which this one calls is of no use to it. */
const isWhole = (session: PageSession, like: PageSession): boolean =>
  Object.entries(like).every(
    ([name, value]) =>
      typeof value !== 'function' || typeof Reflect.get(session, name) === 'function',
  );

/** The page's session of an endpoint or of a quickstart route, made when first asked for, and anew once it was closed. */
export function sharedSession(
  options: Pick<SessionOptions, 'endpoint' | 'sessionUrl' | 'publishableKey'>,
): PageSession {
  const { sessions } = registry();
  const id = [options.endpoint, options.sessionUrl, options.publishableKey].join(' ').trim();
  const known = sessions.get(id);
  if (known && made.has(known) && !known.read().closed) return known;
  const fresh = ownSession(options);
  if (known && !known.read().closed) return isWhole(known, fresh) ? known : fresh;
  sessions.set(id, fresh);
  return fresh;
}
