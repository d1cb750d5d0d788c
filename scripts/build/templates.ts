/** Templates without what only their authors need. A host's minifier keeps a template's text as it is. */
import type { Plugin } from 'vite';

const space = /[ \t\r\n\f]+/g;
/** What of a style sheet is not to be touched, and comments. */
const whole = /\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/g;

/**
 * A style sheet, or a part of one between two expressions, without comments and needless whitespace. Nothing is
 * rewritten: what rewrites (Lightning CSS) turns `light-dark()` into something that does not follow a script's
 * `color-scheme`.
 *
 * @example squeezeCss('a > b {\n  color: red;\n}') // 'a>b{color:red}'
 */
export function squeezeCss(text: string): string {
  const kept: string[] = [];
  return (
    text
      .replace(whole, (part) => (part.startsWith('/*') ? ' ' : `"${kept.push(part) - 1}"`))
      .replace(space, ' ')
      .replace(/ ?([{};,>]) ?/g, '$1')
      // Not before a colon: ` :hover` is of a descendant.
      .replace(/: /g, ':')
      .replaceAll(';}', '}')
      .replace(/"(\d+)"/g, (_, index: string) => kept[Number(index)]!)
  );
}

/** Tags whose surroundings hold no text of their own: white space there that breaks a line draws nothing. */
const beforeBlock = /\s*\n\s*(?=<\/?(?:div|path)\b|<\/(?:svg|button)>)/g;
const afterBlock = /(<\/?(?:div|path)(?:\s[^<>]*)?>|<button(?:\s[^<>]*)?>)\s*\n\s*/g;

/**
 * Markup, or a part of it between two expressions, with one space for many, and none around blocks: how it is laid out
 * stays the same, except where white space is kept, which a template of ours may therefore not have. Each that goes is
 * a node less in the page, thirty in a row of a list.
 *
 * @example squeezeHtml('<p\n  class="a"\n  >\n  b') // '<p class="a"> b'
 * @example squeezeHtml('<div>\n  <b>a</b>\n</div>') // '<div><b>a</b></div>'
 */
export function squeezeHtml(text: string): string {
  if (/<(pre|textarea)\b/.test(text)) throw new Error(`Failed to squeeze a template: ${text}`);
  return text
    .replace(/[ \t\r\f]*\n[ \t\r\n\f]*>/g, '>')
    .replace(beforeBlock, '')
    .replace(afterBlock, '$1')
    .replace(space, ' ');
}

const squeezers: Readonly<Record<string, (text: string) => string>> = {
  css: squeezeCss,
  html: squeezeHtml,
  svg: squeezeHtml,
};

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}
interface Tagged extends Node {
  readonly tag: Node & { readonly name?: string };
  readonly quasi: { readonly quasis: readonly Node[] };
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;
const isTagged = (node: Node): node is Tagged => node.type === 'TaggedTemplateExpression';

function* tagged(node: Node): Generator<Tagged> {
  if (isTagged(node)) yield node;
  for (const child of Object.values(node).flat()) if (isNode(child)) yield* tagged(child);
}

/** For a package's build: `css`, `html` and `svg` templates squeezed. Needs `experimental.nativeMagicString`. */
export const squeezedTemplates = (): Plugin => ({
  name: 'squeezed-templates',
  renderChunk(code, _chunk, _options, { magicString }) {
    if (!magicString) throw new Error('Failed to squeeze templates: no magic string.');
    for (const { tag, quasi } of tagged(this.parse(code))) {
      const squeeze = squeezers[tag.name ?? ''];
      if (!squeeze) continue;
      for (const { start, end } of quasi.quasis) {
        const text = code.slice(start, end);
        const squeezed = squeeze(text);
        if (squeezed !== text) magicString.update(start, end, squeezed);
      }
    }
    return { code: magicString };
  },
});
