import type { ComplexAttributeConverter, PropertyDeclaration } from 'lit';
import { attributeOf, propertyOf, type SetterKind } from './table.ts';

/** Names under which connect-js wants a `Date`, where JSON has only text. */
const dates = new Set(['before', 'after', 'start', 'end']);

const revive = (key: string, value: unknown): unknown =>
  dates.has(key) && typeof value === 'string' ? new Date(value) : value;

/** Stripe's default may be true, so absent is not false: nothing is sent then. */
const booleans: ComplexAttributeConverter<boolean | undefined> = {
  fromAttribute: (text) => (text === null ? undefined : text !== 'false'),
};

const strings: ComplexAttributeConverter<string | undefined> = {
  fromAttribute: (text) => text ?? undefined,
};

const json: ComplexAttributeConverter<unknown> = {
  fromAttribute(text) {
    if (text === null) return undefined;
    try {
      return JSON.parse(text, revive);
    } catch (cause) {
      console.warn(`[express-elements] This attribute is no JSON: ${text} (${String(cause)})`);
      return undefined;
    }
  },
};

const converters = { boolean: booleans, string: strings, json } as const;

/** How Lit keeps the property of a setter; null where the setter is an event's. */
export function declarationOf(
  setter: string,
  kind: SetterKind,
): readonly [property: string, declaration: PropertyDeclaration] | null {
  const property = propertyOf(setter);
  if (kind === 'event') return null;
  if (kind === 'function') return [property, { attribute: false }];
  return [property, { attribute: attributeOf(property), converter: converters[kind] }];
}
