import type { Book } from '../world/book.ts';
import type { World } from '../world/world.ts';
import { invalid } from './errors.ts';
import type { Form } from './form.ts';
import { object, type Read, type Shape } from './params.ts';
import type { Session, Sessions } from './sessions.ts';
import type { Endpoints } from '../webhooks/endpoints.ts';

/** What a handler knows of its call. */
export interface Context {
  readonly world: World;
  /** The account that the call is made as. */
  readonly book: Book;
  readonly path: Readonly<Record<string, string>>;
  /** Set where a client secret made the call. */
  readonly session: Session | null;
  readonly sessions: Sessions;
  readonly endpoints: Endpoints;
  /** Where the call came in: for links. */
  readonly origin: string;
  /** Unix seconds by the wall. */
  readonly wall: number;
}

export type Method = 'GET' | 'POST' | 'DELETE';

/** Who may make a call: the platform alone, a connected account alone (by its header), or either. */
export type Scope = 'platform' | 'account' | 'any' | 'session';

export interface Route {
  readonly method: Method;
  readonly template: string;
  readonly scope: Scope;
  /** What a client secret must have been granted, any of these: a component, or `component.feature`. */
  readonly grants: readonly string[];
  /** Whether it changes the world, and so is written down. */
  readonly writes: boolean;
  /** Reads the parameters, or says what is wrong with them; what it gives makes the call. */
  readonly prepare: (form: Form) => (context: Context) => object;
}

interface RouteOptions {
  readonly scope?: Scope;
  readonly grants?: readonly string[];
  readonly writes?: boolean;
}

const methods = ['GET', 'POST', 'DELETE'] as const satisfies readonly Method[];

/** One line of the table of routes. @example route('GET /v1/payouts/:id', {}, ({ book, path }) => …) */
export function route<const S extends Shape>(
  line: `${Method} /${string}`,
  params: S,
  handle: (context: Context, params: Read<S>) => object,
  options: RouteOptions = {},
): Route {
  const [name, template = ''] = line.split(' ');
  const method = methods.find((one) => one === name);
  if (!method) throw new Error(`A route needs a method: ${line}`);
  const reader = object(params);
  return {
    method,
    template,
    scope: options.scope ?? 'any',
    grants: options.grants ?? [],
    writes: options.writes ?? method !== 'GET',
    prepare: (form) => {
      const sent = reader(form, '');
      return (context) => handle(context, sent);
    },
  };
}

export function param(context: Context, name: string): string {
  const value = context.path[name];
  if (value === undefined) throw invalid(`Missing ${name}`);
  return value;
}

export interface Matched {
  readonly route: Route;
  readonly path: Readonly<Record<string, string>>;
}

/** Routes by method and number of segments: a call is compared with few of them. */
export class Router {
  readonly #routes = new Map<
    string,
    { readonly route: Route; readonly segments: readonly string[] }[]
  >();

  constructor(routes: readonly Route[]) {
    for (const entry of routes) {
      const segments = entry.template.split('/').slice(1);
      const key = `${entry.method} ${segments.length}`;
      this.#routes.set(key, [...(this.#routes.get(key) ?? []), { route: entry, segments }]);
    }
  }

  find(method: string, path: string): Matched | null {
    const parts = path.split('/').slice(1);
    for (const { route: found, segments } of this.#routes.get(`${method} ${parts.length}`) ?? []) {
      const values = match(segments, parts);
      if (values) return { route: found, path: values };
    }
    return null;
  }
}

function match(
  segments: readonly string[],
  parts: readonly string[],
): Record<string, string> | null {
  const values: Record<string, string> = {};
  for (const [n, segment] of segments.entries()) {
    const part = parts[n] ?? '';
    if (segment.startsWith(':')) values[segment.slice(1)] = part;
    else if (segment !== part) return null;
  }
  return values;
}
