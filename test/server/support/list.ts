import type { Batch, Dated, Range } from '../../../packages/server/src/ledger/direct/newest.ts';

/**
 * A list as Stripe gives it: newest first, a batch at a time, within a second in an order of its own.
 * Counts the calls.
 */
export class FakeList<T extends Dated> {
  items: T[];
  calls = 0;
  readonly #batch: number;

  constructor(items: readonly T[], batch = 100) {
    // Sorted stably by created alone: the order within a second is that of the array.
    this.items = items.toSorted((a, b) => b.created - a.created);
    this.#batch = batch;
  }

  readonly read = async (range: Range): Promise<Batch<T>> => {
    this.calls += 1;
    const { from = 0, before = Number.POSITIVE_INFINITY, startingAfter } = range;
    const start = startingAfter ? this.items.findIndex(({ id }) => id === startingAfter) + 1 : 0;
    const matching = this.items
      .slice(start)
      .filter(({ created }) => created >= from && created < before);
    const items = matching.slice(0, this.#batch);
    return { items, next: matching.length > items.length ? items.at(-1)!.id : null };
  };
}
