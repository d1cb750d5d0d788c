import { answerHeaders, openapi, routes, type RouteName } from '@express-elements/contract';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

type Json = { readonly [key: string]: unknown };
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: Json;
}
interface Operation {
  readonly operationId: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly content: Json };
  readonly responses: Record<
    string,
    { readonly description: string; readonly content: Json; readonly headers: Json }
  >;
  readonly security?: readonly unknown[];
}
interface Document {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Json };
}

const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && 'paths' in value && 'openapi' in value;

const document: unknown = JSON.parse(JSON.stringify(openapi()));
assert.ok(isDocument(document));

const routeNames = Object.keys(routes) as RouteName[];
const operationOf = (name: RouteName): Operation | undefined =>
  document.paths[routes[name].path]?.[routes[name].method.toLowerCase()];

/** Every object in a document, with where it stands. */
function* objects(value: unknown, path = '#'): Generator<readonly [path: string, value: Json]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [path, value as Json];
  for (const [key, inner] of Object.entries(value)) yield* objects(inner, `${path}/${key}`);
}

const resolve = (reference: string): unknown =>
  reference
    .slice('#/'.length)
    .split('/')
    .reduce<unknown>((value, key) => (value as Json | undefined)?.[key], document);

describe('the OpenAPI document', () => {
  it('says that it is OpenAPI 3.1, with a title and the contract’s version', () => {
    assert.match(document.openapi, /^3\.1\.\d+$/);
    assert.deepEqual(document.info, { title: 'Express Elements', version: '1' });
  });

  it('names every route, and nothing else', () => {
    const named = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const wanted = routeNames.map((name) => `${routes[name].method} ${routes[name].path}`);
    assert.deepEqual(named.toSorted(), wanted.toSorted());
  });

  it('gives each operation an id of its own and describes each response', () => {
    const operations = Object.values(document.paths).flatMap(Object.values<Operation>);
    assert.equal(new Set(operations.map((each) => each.operationId)).size, operations.length);
    for (const { responses, operationId } of operations) {
      assert.ok(Object.keys(responses).length > 0, operationId);
      for (const response of Object.values(responses)) {
        assert.equal(typeof response.description, 'string');
      }
    }
  });

  it('declares each parameter of a path, once, and required', () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      for (const { parameters } of Object.values(methods)) {
        const inPath = parameters.filter((each) => each.in === 'path');
        assert.deepEqual(
          inPath.map((each) => each.name),
          names,
        );
        assert.ok(inPath.every((each) => each.required));
        const keys = parameters.map((each) => `${each.in} ${each.name}`);
        assert.equal(new Set(keys).size, keys.length);
      }
    }
  });

  it('writes parameters as they stand in a URL: lists with brackets, whatever has a default optional', () => {
    const parameters = operationOf('transactions')?.parameters ?? [];
    const byName = new Map(parameters.map((each) => [each.name, each]));
    assert.equal(byName.get('category[]')?.schema['type'], 'array');
    assert.equal(byName.get('limit')?.required, false);
    assert.equal(byName.get('limit')?.schema['type'], 'string');
    const earnings = operationOf('earnings')?.parameters ?? [];
    const required = earnings.filter((each) => each.required).map((each) => each.name);
    assert.deepEqual(required, ['interval', 'to']);
  });

  it('asks for a body only where the route reads one', () => {
    for (const name of routeNames) {
      const reads = 'body' in routes[name];
      assert.equal(operationOf(name)?.requestBody !== undefined, reads, name);
    }
  });

  it('has the answer’s schema in the answer’s medium, and an error beside it', () => {
    for (const name of routeNames) {
      const responses = operationOf(name)?.responses;
      const content = responses?.['200']?.content[routes[name].media];
      assert.equal(JSON.stringify(content).includes('"schema"'), 'answer' in routes[name], name);
      assert.ok(responses?.['default'], name);
    }
  });

  it('tells which headers every answer carries', () => {
    const headers = operationOf('balance')?.responses['200']?.headers ?? {};
    assert.deepEqual(Object.keys(headers), ['Express-Account', 'Express-Now', 'Request-Id']);
    const exported = operationOf('export')?.responses['200']?.headers ?? {};
    assert.ok(answerHeaders.covers in exported);
  });

  it('takes only the open routes without sign-in', () => {
    const open = routeNames.filter((name) => operationOf(name)?.security?.length === 0);
    assert.deepEqual(open, ['webhooks', 'openapi']);
  });

  it('has no reference that leads nowhere, and no dialect of its own', () => {
    for (const [path, value] of objects(document)) {
      const reference = value['$ref'];
      if (typeof reference === 'string') assert.ok(resolve(reference), `${path}: ${reference}`);
      // 3.1 schemas are JSON Schema 2020-12; `nullable` was 3.0's.
      assert.ok(!('nullable' in value && path.includes('schema')), path);
    }
  });
});
