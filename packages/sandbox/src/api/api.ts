import type { Endpoints } from '../webhooks/endpoints.ts';
import type { Book } from '../world/book.ts';
import type { World } from '../world/world.ts';
import type { Answer, Call } from './call.ts';
import { ApiError, invalid, unknownRoute } from './errors.ts';
import { Expander } from './expand.ts';
import { parseForm, type Form, type FormValue } from './form.ts';
import { Idempotency } from './idempotency.ts';
import { lookUp } from './lookup.ts';
import { includes } from './includes.ts';
import { API_VERSION } from './objects/events.ts';
import { list, optional, string } from './params.ts';
import { Router, type Context, type Matched, type Route } from './route.ts';
import { type Session, Sessions } from './sessions.ts';
import { routes } from './table.ts';

export const SECRET_KEY = 'sk_test_sandbox';
export const PUBLISHABLE_KEY = 'pk_test_sandbox';

export interface ApiDeps {
  readonly world: World;
  readonly endpoints: Endpoints;
  /** Milliseconds by the wall. */
  readonly wall: () => number;
}

/** Who calls: the platform by its key, or an account by a client secret. */
interface Caller {
  readonly book: Book;
  readonly session: Session | null;
}

export interface Handled {
  readonly answer: Answer;
  /** Whether the world was changed, so that the call must be written down. */
  readonly wrote: boolean;
  /** The account the call was made as, where it was not the platform. */
  readonly account: string | null;
}

const expandReader = optional(list(string));

export class Api {
  readonly sessions = new Sessions();
  readonly #deps: ApiDeps;
  readonly #router = new Router(routes);
  readonly #idempotency = new Idempotency();

  constructor(deps: ApiDeps) {
    this.#deps = deps;
  }

  /** Method and path template, the unit of faults and limits; the path itself where there is no such route. */
  lineOf(call: Pick<Call, 'method' | 'path'>): string {
    const found = this.#router.find(call.method, call.path);
    return `${call.method} ${found?.route.template ?? call.path}`;
  }

  /** Who a call acts as, to count it; 401 where it may not. */
  accountOf(call: Call): string {
    return this.#caller(call).book.id;
  }

  handle(call: Call): Handled {
    try {
      return this.#handle(call);
    } catch (error) {
      return { answer: errorAnswer(call, error), wrote: false, account: null };
    }
  }

  /** Makes a journaled call again: its permissions were checked when it was made. */
  replay(call: Call): Handled {
    const { world } = this.#deps;
    const book = call.account === null ? world.platform : world.book(call.account);
    return this.#run(call, this.#route(call), { book, session: null });
  }

  #handle(call: Call): Handled {
    const caller = this.#caller(call);
    const matched = this.#route(call);
    this.#permit(matched.route, caller);
    return this.#run(call, matched, caller);
  }

  #route(call: Call): Matched {
    const found = this.#router.find(call.method, call.path);
    if (!found) throw unknownRoute(call.method, call.path);
    return found;
  }

  #caller(call: Call): Caller {
    const { world, wall } = this.#deps;
    const key = keyOf(call.authorization);
    if (key.startsWith('accs_secret__')) {
      const session = this.sessions.find(key, wall() / 1000);
      return { book: world.book(session.account), session };
    }
    if (key !== SECRET_KEY) throw invalidKey(key);
    if (call.account === null) return { book: world.platform, session: null };
    const book = world.find(call.account);
    if (book) return { book, session: null };
    throw invalid(
      `The provided key '${SECRET_KEY}' does not have access to account '${call.account}' (or that account does not exist). Application access may have been revoked.`,
      { code: 'account_invalid' },
      403,
    );
  }

  #permit(route: Route, { book, session }: Caller): void {
    if (route.scope === 'session') {
      if (!session) throw invalid('Only a client secret may call this.', {}, 403);
      if (route.grants.length > 0) this.sessions.require(session, route.grants);
      return;
    }
    if (session) this.sessions.require(session, route.grants);
    if (route.scope === 'platform' && !book.account.platform) {
      throw invalid('Only the platform may call this: leave Stripe-Account out.', {
        code: 'platform_account_required',
      });
    }
  }

  #run(call: Call, { route, path }: Matched, caller: Caller): Handled {
    const { book } = caller;
    const account = book.account.platform ? null : book.id;
    const headers = headersOf(call, account);
    const posts = call.method === 'POST' && call.idempotencyKey !== null;
    const key = posts ? `${book.id}/${call.idempotencyKey}` : null;
    const fingerprint = `${call.method} ${call.path} ${call.form}`;
    const wall = this.#deps.wall() / 1000;
    const saved = key === null ? null : this.#idempotency.find(key, fingerprint, wall);
    if (saved) {
      const { status, body } = saved;
      return {
        answer: { status, body, headers: { ...headers, 'Idempotent-Replayed': 'true' } },
        wrote: false,
        account,
      };
    }
    // What is wrong with the parameters is said before the call begins, and not kept.
    const { form, expand } = formOf(call.form);
    const perform = route.prepare(form);
    const context = this.#context(call, path, caller);
    const answer = this.#execute(call, route, context, () => {
      const result = perform(context);
      new Expander((id) => lookUp(context.world, book, id), includes(context)).expand(
        result,
        expand,
      );
      return { status: 200, body: JSON.stringify(result), headers };
    });
    if (key !== null) this.#idempotency.save(key, fingerprint, wall, answer);
    return { answer, wrote: route.writes && answer.status === 200, account };
  }

  #context(call: Call, path: Readonly<Record<string, string>>, { book, session }: Caller): Context {
    const { world, endpoints, wall } = this.#deps;
    return {
      world,
      book,
      path,
      session,
      sessions: this.sessions,
      endpoints,
      origin: call.origin,
      wall: Math.floor(wall() / 1000),
    };
  }

  /** What happens meanwhile was brought about by this call. */
  #execute(call: Call, route: Route, { world }: Context, perform: () => Answer): Answer {
    world.request = route.writes
      ? { id: call.requestId, idempotencyKey: call.idempotencyKey }
      : null;
    try {
      return perform();
    } catch (error) {
      return errorAnswer(call, error);
    } finally {
      world.request = null;
    }
  }
}

function formOf(text: string): { form: Form; expand: string[] } {
  const { expand, ...form } = parseForm(text);
  return { form, expand: expandReader(asList(expand), 'expand') ?? [] };
}

const asList = (value: FormValue | undefined): FormValue | undefined =>
  typeof value === 'string' ? [value] : value;

/** `Bearer key`, or Basic with the key as user name. */
function keyOf(authorization: string | null): string {
  if (authorization === null) {
    throw invalid(
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
      {},
      401,
    );
  }
  const [scheme = '', value = ''] = authorization.split(' ');
  if (scheme.toLowerCase() !== 'basic') return value;
  try {
    return atob(value).split(':')[0] ?? '';
  } catch {
    return '';
  }
}

const invalidKey = (key: string) => {
  if (key.startsWith('pk_')) {
    return invalid(
      'This API call cannot be made with a publishable API key. Please use a secret API key.',
      { code: 'secret_key_required' },
      401,
    );
  }
  const shown = key.length > 12 ? `${key.slice(0, 8)}${'*'.repeat(8)}${key.slice(-4)}` : key;
  return invalid(`Invalid API Key provided: ${shown}`, {}, 401);
};

function headersOf(call: Call, account: string | null): Record<string, string> {
  return {
    'Content-Type': 'application/json',
    'Request-Id': call.requestId,
    'Stripe-Version': call.version ?? API_VERSION,
    ...(account === null ? {} : { 'Stripe-Account': account }),
    ...(call.method === 'POST' && call.idempotencyKey
      ? { 'Idempotency-Key': call.idempotencyKey }
      : {}),
  };
}

/** Stripe's error for what went wrong; anything else is a fault of ours and must be seen. */
export function errorAnswer(call: Call, error: unknown): Answer {
  if (!(error instanceof ApiError)) throw error;
  const body = JSON.stringify(
    {
      error: {
        ...error.body,
        request_log_url: `https://dashboard.stripe.com/test/logs/${call.requestId}`,
      },
    },
    null,
    2,
  );
  return {
    status: error.status,
    body,
    headers: { ...headersOf(call, call.account), ...error.headers },
  };
}
