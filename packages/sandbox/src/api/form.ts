import { invalid } from './errors.ts';

/** Stripe's form encoding: brackets nest, `[]` and `[0]` make lists, everything is text. */

export type FormValue = string | FormValue[] | { [key: string]: FormValue };
export type Form = { [key: string]: FormValue };

const MAX_DEPTH = 10;

const isList = (keys: readonly string[]): boolean => keys.every((key) => /^\d+$/.test(key));

/** @example parseForm('a[b]=1&c[]=2&c[]=3') // { a: { b: '1' }, c: ['2', '3'] } */
export function parseForm(text: string): Form {
  const tree = node();
  for (const [name, value] of new URLSearchParams(text)) enter(tree, pathOf(name), value);
  return Object.fromEntries([...tree.children].map(([key, child]) => [key, valueOf(child)]));
}

interface Node {
  readonly children: Map<string, Node>;
  value: string | null;
}
const node = (): Node => ({ children: new Map(), value: null });

/** `a[b][]` → a, b, and an empty key that stands for the next place of a list. */
function pathOf(name: string): string[] {
  const open = name.indexOf('[');
  if (open < 0) return [name];
  const rest = name.slice(open);
  if (open === 0 || !/^(\[[^[\]]*\])+$/.test(rest))
    throw invalid(`Invalid parameter name: ${name}`);
  const keys = rest.slice(1, -1).split('][');
  if (keys.length > MAX_DEPTH) throw invalid(`Parameter is nested too deeply: ${name}`);
  return [name.slice(0, open), ...keys];
}

function enter(tree: Node, path: readonly string[], value: string): void {
  let at = tree;
  for (const key of path) {
    const name = key === '' ? String(at.children.size) : key;
    const next = at.children.get(name) ?? node();
    at.children.set(name, next);
    at = next;
  }
  at.value = value;
}

function valueOf(at: Node): FormValue {
  if (at.children.size === 0) return at.value ?? '';
  const entries = [...at.children];
  if (!isList(entries.map(([key]) => key))) {
    return Object.fromEntries(entries.map(([key, child]) => [key, valueOf(child)]));
  }
  return entries.toSorted(([a], [b]) => Number(a) - Number(b)).map(([, child]) => valueOf(child));
}
