import { hash, mix } from './random.ts';

/**
 * Ids that look like Stripe's and carry their object's number: found without a table of a million entries,
 * told from a made-up one, and never the same in two accounts.
 */

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const VALUES = new Map([...DIGITS].map((digit, value) => [digit, value]));
const NUMBER_LENGTH = 6;

function base62(value: number, length: number): string {
  let text = '';
  for (let rest = value, i = 0; i < length; i += 1) {
    text = (DIGITS[rest % 62] ?? '0') + text;
    rest = Math.floor(rest / 62);
  }
  return text;
}

function fromBase62(text: string): number {
  let value = 0;
  for (const digit of text) value = value * 62 + (VALUES.get(digit) ?? Number.NaN);
  return value;
}

/** A permutation of the 32-bit numbers (four Feistel rounds): neighbours get ids that don't look like neighbours. */
function scramble(n: number, key: number, rounds: readonly number[]): number {
  let left = n >>> 16;
  let right = n & 0xffff;
  for (const round of rounds) [left, right] = [right, left ^ (mix(right, key + round) & 0xffff)];
  return ((right << 16) | left) >>> 0;
}
const FORWARD = [0, 1, 2, 3];
const BACKWARD = [3, 2, 1, 0];

/** Fifteen letters and digits that depend on `text` alone. */
export const tagOf = (text: string): string =>
  base62(hash(`${text}/1`), 5) + base62(hash(`${text}/2`), 5) + base62(hash(`${text}/3`), 5);

export class Ids {
  readonly #tag: string;
  readonly #key: number;

  /** @param owner what makes these ids differ from all others: the seed and the account */
  constructor(owner: string) {
    this.#tag = tagOf(owner);
    this.#key = hash(owner);
  }

  /** @example ids.make('ch', 41) // 'ch_1s0PqLdK8bYw…' */
  make(prefix: string, n: number): string {
    return `${prefix}_1${base62(scramble(n, this.#key, FORWARD), NUMBER_LENGTH)}${this.#tag}`;
  }

  /** The number of an id that was made here, whatever its prefix; null for any other text. */
  parse(id: string): { prefix: string; n: number } | null {
    const underscore = id.indexOf('_');
    const body = id.slice(underscore + 1);
    if (underscore < 1 || body.length !== 1 + NUMBER_LENGTH + this.#tag.length) return null;
    if (!body.startsWith('1') || !body.endsWith(this.#tag)) return null;
    const number = fromBase62(body.slice(1, 1 + NUMBER_LENGTH));
    if (!(number <= 0xffff_ffff)) return null;
    return { prefix: id.slice(0, underscore), n: scramble(number, this.#key, BACKWARD) };
  }
}
