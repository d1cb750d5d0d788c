/** What is going to happen: a binary heap by time, then by the order in which it was written down. */

interface Item<T> {
  readonly at: number;
  readonly order: number;
  readonly task: T;
}

const before = <T>(a: Item<T>, b: Item<T>): boolean =>
  a.at < b.at || (a.at === b.at && a.order < b.order);

export class Agenda<T> {
  readonly #heap: Item<T>[] = [];
  #order = 0;

  get next(): number {
    return this.#heap[0]?.at ?? Number.POSITIVE_INFINITY;
  }

  add(at: number, task: T): void {
    const heap = this.#heap;
    const item = { at, order: this.#order, task };
    this.#order += 1;
    heap.push(item);
    let child = heap.length - 1;
    while (child > 0) {
      const parent = (child - 1) >>> 1;
      const above = heap[parent];
      if (!above || !before(item, above)) break;
      heap[child] = above;
      child = parent;
    }
    heap[child] = item;
  }

  /** Takes the next task off; undefined where nothing is due by `until`. */
  take(until: number): { at: number; task: T } | undefined {
    const heap = this.#heap;
    const top = heap[0];
    if (!top || top.at > until) return undefined;
    const last = heap.pop();
    if (last && heap.length > 0) this.#sink(last);
    return top;
  }

  #sink(item: Item<T>): void {
    const heap = this.#heap;
    let parent = 0;
    for (;;) {
      const left = 2 * parent + 1;
      const right = left + 1;
      const a = heap[left];
      const b = heap[right];
      if (!a) break;
      const smaller = b && before(b, a) ? right : left;
      const lesser = heap[smaller];
      if (!lesser || !before(lesser, item)) break;
      heap[parent] = lesser;
      parent = smaller;
    }
    heap[parent] = item;
  }
}
