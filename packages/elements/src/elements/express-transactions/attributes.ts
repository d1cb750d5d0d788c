import { noFilters } from './filters.model.ts';
import { givenNames } from './given.model.ts';

/** A change of one of these is another list, read from its start. */
export const listProperties = [
  ...Object.keys(noFilters).map((name) => (name === 'categories' ? 'category' : name)),
  ...givenNames,
  'sort',
  'order',
];

/** `category="payment refund"` as a list, and back. */
export const listAttribute = {
  fromAttribute: (value: string | null) => (value ?? '').split(/[\s,]+/).filter(Boolean),
  toAttribute: (value: readonly string[]) => (value.length === 0 ? null : value.join(' ')),
};
