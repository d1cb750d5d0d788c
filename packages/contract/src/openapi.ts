import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { errorCodes, errorSchema } from './errors.ts';
import { answerHeaders, routes, type Route } from './routes.ts';

type Json = { [key: string]: unknown };

// What the wire carries before it is read: strings of a query, not the numbers they become.
const wireSchema = (schema: GenericSchema): Json =>
  toJsonSchema(schema, { target: 'draft-2020-12', typeMode: 'input', errorMode: 'ignore' }) as Json;

function parametersOf(route: Route): Json[] {
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => ({
    name: match[1],
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  if (!route.query) return inPath;
  const { properties = {}, required = [] } = wireSchema(route.query) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  const inQuery = Object.entries(properties).map(([name, schema]) => ({
    name: schema['type'] === 'array' ? `${name}[]` : name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
  return [...inPath, ...inQuery];
}

const headersOf = (route: Route): Json =>
  Object.fromEntries(
    Object.values(answerHeaders)
      .filter((name) => name !== answerHeaders.covers || route.media === 'text/csv')
      .map((name) => [
        name,
        { schema: { type: name === answerHeaders.now ? 'integer' : 'string' } },
      ]),
  );

const errorAnswer = {
  description: `An error. Codes: ${Object.keys(errorCodes).join(', ')}`,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
};

function operation(name: string, route: Route): Json {
  return {
    operationId: name,
    summary: route.summary,
    parameters: parametersOf(route),
    ...(route.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: wireSchema(route.body) } },
      },
    }),
    responses: {
      200: {
        description: route.summary,
        headers: headersOf(route),
        content: { [route.media]: route.answer ? { schema: wireSchema(route.answer) } : {} },
      },
      ...(route.empty && { 204: { description: route.empty, headers: headersOf(route) } }),
      default: errorAnswer,
    },
    ...(route.open && { security: [] }),
  };
}

/** The contract as an OpenAPI 3.1 document, made from the schemas that the server validates with. */
export function openapi(): Json {
  const paths: Record<string, Json> = {};
  for (const [name, route] of Object.entries(routes) as [string, Route][]) {
    (paths[route.path] ??= {})[route.method.toLowerCase()] = operation(name, route);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Express Elements', version: '1' },
    paths,
    components: { schemas: { Error: wireSchema(errorSchema) } },
  };
}
