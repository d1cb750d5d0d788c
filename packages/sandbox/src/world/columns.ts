/** Growable typed columns: a million rows cost what their bytes cost, not a million objects. */

type Numbers = Float64Array | Int32Array | Uint32Array | Uint8Array;

const makers = {
  f64: (size: number) => new Float64Array(size),
  i32: (size: number) => new Int32Array(size),
  u32: (size: number) => new Uint32Array(size),
  u8: (size: number) => new Uint8Array(size),
} as const;
type Kind = keyof typeof makers;
type Shape = Readonly<Record<string, Kind>>;
type Data<S extends Shape> = { [K in keyof S]: ReturnType<(typeof makers)[S[K]]> };

const FIRST_SIZE = 1024;

/**
 * Columns of one length that grow together.
 *
 * @example
 * const points = new Columns({ x: 'f64', y: 'f64' }, 1000);
 * points.data.x[points.next()] = 4;
 */
export class Columns<S extends Shape> {
  length = 0;
  /** Longer than `length`; replaced when it grows, so never kept. */
  data: Data<S>;
  #size: number;
  readonly #shape: S;

  /** @param expected about how many there will be: growing copies everything */
  constructor(shape: S, expected: number) {
    this.#shape = shape;
    this.#size = Math.max(FIRST_SIZE, Math.ceil(expected));
    this.data = make(shape, this.#size);
  }

  /** Room for one more: its index. */
  next(): number {
    if (this.length === this.#size) this.#grow();
    this.length += 1;
    return this.length - 1;
  }

  #grow(): void {
    this.#size = Math.ceil(this.#size * 1.5);
    const grown = make(this.#shape, this.#size);
    for (const name of Object.keys(this.#shape)) copy(this.data[name], grown[name]);
    this.data = grown;
  }
}

function make<S extends Shape>(shape: S, size: number): Data<S> {
  const columns = Object.entries(shape).map(([name, kind]) => [name, makers[kind](size)]);
  return Object.fromEntries(columns);
}

const copy = (from: Numbers | undefined, to: Numbers | undefined): void => {
  if (from && to) to.set(from);
};

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
