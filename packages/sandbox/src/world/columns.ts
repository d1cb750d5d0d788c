/** Growable typed columns: a million rows cost what their bytes cost, not a million objects. */

type Numbers = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

export class Column<T extends Numbers> {
  length = 0;
  #items: T;
  readonly #make: (size: number) => T;

  constructor(make: (size: number) => T, capacity = 1024) {
    this.#make = make;
    this.#items = make(capacity);
  }

  push(value: number): void {
    if (this.length === this.#items.length) this.#grow();
    this.#items[this.length] = value;
    this.length += 1;
  }

  at(index: number): number {
    return this.#items[index] ?? 0;
  }

  set(index: number, value: number): void {
    this.#items[index] = value;
  }

  /** The values themselves, longer than `length`: for loops that read many. */
  get items(): T {
    return this.#items;
  }

  #grow(): void {
    const grown = this.#make(Math.ceil(this.#items.length * 1.5));
    grown.set(this.#items);
    this.#items = grown;
  }
}

export const float64 = (capacity?: number) =>
  new Column((size) => new Float64Array(size), capacity);
export const int32 = (capacity?: number) => new Column((size) => new Int32Array(size), capacity);
export const uint32 = (capacity?: number) => new Column((size) => new Uint32Array(size), capacity);
export const uint16 = (capacity?: number) => new Column((size) => new Uint16Array(size), capacity);
export const uint8 = (capacity?: number) => new Column((size) => new Uint8Array(size), capacity);

/** A list of texts known by number, so that a column can hold them. */
export class Codes<T extends string> {
  readonly #codes = new Map<string, number>();
  readonly names: readonly T[];

  constructor(names: readonly T[]) {
    this.names = names;
    names.forEach((name, code) => this.#codes.set(name, code));
  }

  code(name: T): number {
    return this.find(name) ?? -1;
  }

  /** For a text from outside: undefined where it is none of these. */
  find(name: string): number | undefined {
    return this.#codes.get(name);
  }

  name(code: number): T {
    const name = this.names[code];
    if (name === undefined) throw new RangeError(`No name has the code ${code}.`);
    return name;
  }
}

/** The first index in [0, length) whose value is at least `value`; the column must rise. */
export function lowerBound(items: Numbers, length: number, value: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((items[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
