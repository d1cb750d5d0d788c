import { endpointObject, MAX_ENDPOINTS, type Endpoint } from '../../webhooks/endpoints.ts';
import type { EventRecord } from '../../world/events.ts';
import { invalid, noSuch } from '../errors.ts';
import { page, pageShape } from '../lists.ts';
import { indexOf } from '../lookup.ts';
import { eventObject } from '../objects/events.ts';
import {
  boolean,
  list,
  mergeMetadata,
  metadata,
  optional,
  range,
  string,
  text,
  withDefault,
} from '../params.ts';
import { param, route, type Context } from '../route.ts';

/** `payout.*` is every payout event. */
function typeTest(patterns: readonly string[]): (event: EventRecord) => boolean {
  const exact = new Set(patterns.filter((pattern) => !pattern.endsWith('*')));
  const starts = patterns
    .filter((pattern) => pattern.endsWith('*'))
    .map((pattern) => pattern.slice(0, -1));
  return ({ type }) => exact.has(type) || starts.some((start) => type.startsWith(start));
}

const eventRoutes = [
  route(
    'GET /v1/events',
    {
      ...pageShape,
      created: optional(range),
      delivery_success: optional(boolean),
      type: optional(string),
      types: optional(list(string)),
    },
    ({ world, book }, sent) => {
      const patterns = [...(sent.types ?? []), ...(sent.type === undefined ? [] : [sent.type])];
      if (patterns.length > 20)
        throw invalid('You may filter by at most 20 types.', { param: 'types' });
      const wanted = patterns.length === 0 ? null : typeTest(patterns);
      const events = book.events.all;
      const [oldest] = events;
      const eventAt = (n: number): EventRecord => {
        const event = events[n];
        if (!event) throw new RangeError(`There is no event ${n}.`);
        return event;
      };
      return page(
        sent,
        {
          url: '/v1/events',
          what: 'event',
          length: events.length,
          created: (n) => eventAt(n).created,
          indexOf: (id) => {
            const n = indexOf(book, 'evt', id, 0x1_0000_0000);
            return n === null || !book.events.get(n) ? null : n - (oldest?.index ?? 0);
          },
          at: (n) => eventObject(world, book, eventAt(n)),
          ...(wanted ? { matches: (n: number) => wanted(eventAt(n)) } : {}),
        },
        sent.created,
      );
    },
  ),

  route('GET /v1/events/:id', {}, (context) => {
    const id = param(context, 'id');
    const n = indexOf(context.book, 'evt', id, 0x1_0000_0000);
    const event = n === null ? undefined : context.book.events.get(n);
    if (!event) throw noSuch('event', id);
    return eventObject(context.world, context.book, event);
  }),
];

function namedEndpoint(context: Context): Endpoint {
  const id = param(context, 'id');
  const endpoint = context.endpoints.get(id);
  if (!endpoint || endpoint.deliver) throw noSuch('webhook endpoint', id, 'webhook_endpoint');
  return endpoint;
}

function ensureUrl(url: string): string {
  if (/^https?:\/\//.test(url) && URL.canParse(url)) return url;
  throw invalid(`Invalid URL: ${url}`, { code: 'url_invalid', param: 'url' });
}

const endpointRoutes = [
  route(
    'POST /v1/webhook_endpoints',
    {
      url: string,
      enabled_events: list(string),
      api_version: optional(string),
      connect: withDefault(boolean, false),
      description: optional(text(5000)),
      metadata: optional(metadata),
    },
    ({ world, endpoints }, sent) => {
      if (endpoints.listed.length >= MAX_ENDPOINTS) {
        throw invalid(`You have reached the maximum of ${MAX_ENDPOINTS} webhook endpoints.`);
      }
      const endpoint = endpoints.add({
        created: world.now,
        url: ensureUrl(sent.url),
        scope: sent.connect ? 'connect' : 'own',
        enabledEvents: sent.enabled_events,
        description: sent.description ?? null,
        metadata: mergeMetadata({}, sent.metadata),
        disabled: false,
        apiVersion: sent.api_version ?? null,
        deliver: null,
      });
      return endpointObject(endpoint, true);
    },
    { scope: 'platform' },
  ),

  route(
    'GET /v1/webhook_endpoints',
    pageShape,
    ({ endpoints }, sent) => {
      const all = endpoints.listed;
      const endpointAt = (n: number): Endpoint => {
        const endpoint = all[n];
        if (!endpoint) throw new RangeError(`There is no webhook endpoint ${n}.`);
        return endpoint;
      };
      return page(sent, {
        url: '/v1/webhook_endpoints',
        what: 'webhook endpoint',
        length: all.length,
        created: (n) => endpointAt(n).created,
        indexOf: (id) => {
          const n = all.findIndex((endpoint) => endpoint.id === id);
          return n < 0 ? null : n;
        },
        at: (n) => endpointObject(endpointAt(n)),
      });
    },
    { scope: 'platform' },
  ),

  route('GET /v1/webhook_endpoints/:id', {}, (context) => endpointObject(namedEndpoint(context)), {
    scope: 'platform',
  }),

  route(
    'POST /v1/webhook_endpoints/:id',
    {
      description: optional(text(5000)),
      disabled: optional(boolean),
      enabled_events: optional(list(string)),
      metadata: optional(metadata),
    },
    (context, sent) => {
      const endpoint = namedEndpoint(context);
      endpoint.description = sent.description ?? endpoint.description;
      endpoint.disabled = sent.disabled ?? endpoint.disabled;
      endpoint.enabledEvents = sent.enabled_events ?? endpoint.enabledEvents;
      endpoint.metadata = mergeMetadata(endpoint.metadata, sent.metadata);
      return endpointObject(endpoint);
    },
    { scope: 'platform' },
  ),

  route(
    'DELETE /v1/webhook_endpoints/:id',
    {},
    (context) => {
      const { id } = namedEndpoint(context);
      context.endpoints.remove(id);
      return { id, object: 'webhook_endpoint', deleted: true };
    },
    { scope: 'platform' },
  ),
];

export const platformTable = [...eventRoutes, ...endpointRoutes];
