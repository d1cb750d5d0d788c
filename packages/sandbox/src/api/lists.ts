import { invalid, noSuch } from './errors.ts';
import { between, type Range, optional, string } from './params.ts';

/** Stripe's lists: newest first, by cursors that are ids, without a count. */

export const pageShape = {
  limit: optional(between(1, 100)),
  starting_after: optional(string),
  ending_before: optional(string),
};

export interface PageParams {
  readonly limit: number | undefined;
  readonly starting_after: string | undefined;
  readonly ending_before: string | undefined;
}

export interface Listing {
  readonly url: string;
  /** What the objects are called in an error. */
  readonly what: string;
  readonly length: number;
  /** Rises with the index. */
  readonly created: (index: number) => number;
  readonly indexOf: (id: string) => number | null;
  readonly at: (index: number) => object;
  readonly matches?: (index: number) => boolean;
}

export interface List {
  readonly object: 'list';
  readonly data: readonly object[];
  readonly has_more: boolean;
  readonly url: string;
}

/** The first index whose `created` is at least `value`. */
function firstFrom(listing: Listing, value: number): number {
  let low = 0;
  let high = listing.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (listing.created(middle) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function cursor(listing: Listing, id: string, param: string): number {
  const index = listing.indexOf(id);
  // Stripe answers 400 here, not 404: it is the parameter that is wrong.
  if (index === null) throw noSuch(listing.what, id, param, 400);
  return index;
}

export function page(params: PageParams, listing: Listing, created?: Range): List {
  const { limit = 10, starting_after: after, ending_before: before } = params;
  if (after !== undefined && before !== undefined) {
    throw invalid('You may only specify one of these parameters: starting_after, ending_before.', {
      code: 'parameters_exclusive',
      param: 'ending_before',
    });
  }
  const low = created && created.gte > -Infinity ? firstFrom(listing, created.gte) : 0;
  const high =
    created && created.lte < Infinity ? firstFrom(listing, created.lte + 1) : listing.length;
  const found =
    before === undefined
      ? older(
          listing,
          limit + 1,
          Math.min(high, after === undefined ? high : cursor(listing, after, 'starting_after')),
          low,
        )
      : newer(
          listing,
          limit + 1,
          Math.max(low, cursor(listing, before, 'ending_before') + 1),
          high,
        );
  const kept = before === undefined ? found.slice(0, limit) : found.slice(0, limit).toReversed();
  return {
    object: 'list',
    data: kept.map(listing.at),
    has_more: found.length > limit,
    url: listing.url,
  };
}

/** Indexes below `from`, downwards. */
function older(listing: Listing, count: number, from: number, low: number): number[] {
  const { matches } = listing;
  const found: number[] = [];
  for (let n = from - 1; n >= low && found.length < count; n -= 1) {
    if (!matches || matches(n)) found.push(n);
  }
  return found;
}

/** Indexes from `from`, upwards: the nearest to the cursor first. */
function newer(listing: Listing, count: number, from: number, high: number): number[] {
  const { matches } = listing;
  const found: number[] = [];
  for (let n = from; n < high && found.length < count; n += 1) {
    if (!matches || matches(n)) found.push(n);
  }
  return found;
}
