import { html, type TemplateResult } from 'lit';

const known = new Map<string, TemplateStringsArray>();

const isTemplate = (value: unknown): value is TemplateResult =>
  typeof value === 'object' && value !== null && 'strings' in value;

/** A template that stands within a part. */
class Within {
  readonly template: TemplateResult;
  constructor(template: TemplateResult) {
    this.template = template;
  }
}

/**
 * Takes a template into the part around it, and what that holds: lit would keep a comment for each. Only of one that
 * always has the same shape.
 */
export const within = (template: TemplateResult): Within => new Within(template);

/** What takes a template in, and which. */
function taken(value: unknown, isDeep: boolean): TemplateResult | null {
  if (value instanceof Within) return value.template;
  return isDeep && isTemplate(value) ? value : null;
}

/** Adds a template's texts to those before, those of what it takes in where they stand. */
function addTexts(
  texts: string[],
  { strings: [first = '', ...rest], values }: TemplateResult,
  isDeep = false,
): void {
  texts.push(`${texts.pop() ?? ''}${first}`);
  for (const [index, text] of rest.entries()) {
    const inner = taken(values[index], isDeep);
    if (!inner) texts.push(text);
    else {
      addTexts(texts, inner, true);
      texts.push(`${texts.pop()}${text}`);
    }
  }
}

function addValues(into: unknown[], { values }: TemplateResult, isDeep = false): void {
  for (const value of values) {
    const inner = taken(value, isDeep);
    if (inner) addValues(into, inner, true);
    else into.push(value);
  }
}

/**
 * Templates one after the other as one template: a list of them would cost lit two comments each, a dozen nodes in
 * every row. A part alone may be half of markup, such as a tag that another part closes.
 *
 * White space between its tags is left out, for each would be a node more.
 *
 * @param key says which parts these are: the same parts in the same order, the same key
 */
export function joined(parts: readonly TemplateResult[], key: string): TemplateResult {
  let strings = known.get(key);
  if (strings === undefined) {
    const texts: string[] = [];
    for (const part of parts) addTexts(texts, part);
    // As the language itself makes it of a template, in which all of it has been written.
    const tight = texts.map((text) => text.replace(/>\s+(?=<|$)/g, '>').replace(/^\s+</, '<'));
    strings = Object.assign(tight, { raw: tight });
    known.set(key, strings);
  }
  const values: unknown[] = [];
  for (const part of parts) addValues(values, part);
  return html(strings, ...values);
}
