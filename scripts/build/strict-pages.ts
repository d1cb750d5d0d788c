import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Moved {
  readonly html: string;
  /** What stood inline, by the name of the file that it goes to. */
  readonly files: ReadonlyMap<string, string>;
}

const inlineScript = /<script(?![^>]*\ssrc=)([^>]*)>([\s\S]*?)<\/script>/g;
const inlineStyle = /<style[^>]*>([\s\S]*?)<\/style>/g;

/**
 * A page with each inline script and style moved into a file beside it, in the same place and order, so that it runs
 * under a policy that allows nothing inline.
 *
 * @example withoutInline('<style>p { margin: 0 }</style>').html // '<link rel="stylesheet" href="./inline-….css">'
 */
export function withoutInline(html: string): Moved {
  const files = new Map<string, string>();
  const move = (content: string, ending: string): string => {
    const digest = createHash('sha256').update(content).digest('hex').slice(0, 12);
    const name = `inline-${digest}.${ending}`;
    files.set(name, content);
    return `./${name}`;
  };
  const moved = html
    .replaceAll(
      inlineScript,
      (_, attributes: string, content: string) =>
        `<script${attributes} src="${move(content, 'js')}"></script>`,
    )
    .replaceAll(
      inlineStyle,
      (_, content: string) => `<link rel="stylesheet" href="${move(content, 'css')}">`,
    );
  return { html: moved, files };
}

/** Does so with the pages of a folder that a tool has written. */
export function moveInline(folder: string, pages: readonly string[]): void {
  for (const page of pages) {
    const { html, files } = withoutInline(readFileSync(join(folder, page), 'utf8'));
    for (const [name, content] of files) writeFileSync(join(folder, name), content);
    writeFileSync(join(folder, page), html);
  }
}
