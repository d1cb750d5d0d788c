import type Stripe from 'stripe';
import type { Book } from '../world/book.ts';
import { Ids } from '../world/ids.ts';
import type { EventRecord } from '../world/events.ts';

/** Where events go: one by HTTP, or a function in the same program. */
export interface Endpoint {
  readonly id: string;
  readonly created: number;
  readonly url: string;
  readonly secret: string;
  /** Events of connected accounts; else the platform's own; both for a function in the same program. */
  readonly scope: 'connect' | 'own' | 'both';
  enabledEvents: readonly string[];
  description: string | null;
  metadata: Readonly<Record<string, string>>;
  disabled: boolean;
  readonly apiVersion: string | null;
  /** The function, where there is one. */
  readonly deliver: ((request: Request) => Promise<Response>) | null;
}

export const MAX_ENDPOINTS = 16;

const wants = (patterns: readonly string[], type: string): boolean =>
  patterns.some((pattern) => pattern === '*' || pattern === type);

export class Endpoints {
  readonly #endpoints = new Map<string, Endpoint>();
  readonly #ids: Ids;
  #made = 0;

  constructor(owner: string) {
    this.#ids = new Ids(`${owner}/webhooks`);
  }

  get all(): readonly Endpoint[] {
    return [...this.#endpoints.values()];
  }

  /** Those made through the API. */
  get listed(): readonly Endpoint[] {
    return this.all.filter((endpoint) => endpoint.deliver === null);
  }

  get(id: string): Endpoint | undefined {
    return this.#endpoints.get(id);
  }

  add(endpoint: Omit<Endpoint, 'id' | 'secret'> & { readonly secret?: string }): Endpoint {
    const id = this.#ids.make('we', this.#made);
    const secret = endpoint.secret ?? this.#ids.make('whsec', this.#made);
    this.#made += 1;
    const made: Endpoint = { ...endpoint, id, secret };
    this.#endpoints.set(id, made);
    return made;
  }

  remove(id: string): void {
    this.#endpoints.delete(id);
  }

  /** Who wants an event. */
  for(book: Book, event: EventRecord): Endpoint[] {
    const scope = book.account.platform ? 'own' : 'connect';
    return this.all.filter(
      (endpoint) =>
        !endpoint.disabled &&
        (endpoint.scope === 'both' || endpoint.scope === scope) &&
        wants(endpoint.enabledEvents, event.type),
    );
  }
}

/** The secret is shown once, when the endpoint is made. */
export function endpointObject(endpoint: Endpoint, withSecret = false): Stripe.WebhookEndpoint {
  return {
    id: endpoint.id,
    object: 'webhook_endpoint',
    api_version: endpoint.apiVersion,
    application: null,
    created: endpoint.created,
    description: endpoint.description,
    enabled_events: [...endpoint.enabledEvents],
    livemode: false,
    metadata: { ...endpoint.metadata },
    ...(withSecret ? { secret: endpoint.secret } : {}),
    status: endpoint.disabled ? 'disabled' : 'enabled',
    url: endpoint.url,
  };
}
