import { html, type TemplateResult } from 'lit';

const known = new Map<string, TemplateStringsArray>();

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
    const texts = [''];
    for (const {
      strings: [first = '', ...rest],
    } of parts)
      texts.push(`${texts.pop()}${first}`, ...rest);
    // As the language itself makes it of a template, in which all of it has been written.
    const tight = texts.map((text) => text.replace(/>\s+(?=<|$)/g, '>').replace(/^\s+</, '<'));
    strings = Object.assign(tight, { raw: tight });
    known.set(key, strings);
  }
  return html(strings, ...parts.flatMap(({ values }) => values));
}
