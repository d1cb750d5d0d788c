import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { toolFile } from '../../scripts/process.ts';
import { root } from '../../scripts/root.ts';

interface Case {
  readonly rule: string;
  readonly file: string;
  readonly code: string;
}

const elements = 'packages/elements/src/elements/express-balance/express-balance.ts';

/** One violation of each rule of our own, and of each way around it. */
const violations: readonly Case[] = [
  ['arrows', 'packages/contract/src/a.ts', "import '@express-elements/server';"],
  ['arrows', elements, "import { categoryOf } from '@express-elements/contract';"],
  ['arrows', elements, "export { categoryOf } from '@express-elements/contract';"],
  ['arrows', elements, "await import('@express-elements/contract');"],
  ['arrows', elements, "import type { Sandbox } from '@express-elements/sandbox';"],
  ['arrows', elements, "import type { Row } from '../../../../contract/src/transactions.ts';"],
  ['arrows', elements, "import type { Row } from '@express-elements/contract/src/index.ts';"],
  ['arrows', 'packages/server/src/a.ts', "import '@express-elements/sandbox';"],
  ['arrows', 'packages/server/src/a.ts', "import '@express-elements/elements/all';"],
  ['arrows', 'packages/sandbox/src/a.ts', "import type { Row } from '@express-elements/contract';"],
  ['arrows', 'stories/a.ts', "import '@express-elements/elements/src/elements/all.ts';"],
  ['web-only', 'packages/server/src/a.ts', "import { readFile } from 'node:fs/promises';"],
  ['web-only', 'packages/server/src/ledger/sql/tables/rows.ts', "import 'fs';"],
  ['web-only', 'packages/sandbox/src/world/a.ts', "await import('node:crypto');"],
  ['web-only', elements, "import { join } from 'path';"],
  ['strict-templates', elements, 'export const a = html`<p style="height: ${h}"></p>`;'],
  ['strict-templates', elements, 'export const a = svg`<g style=${s}></g>`;'],
  ['strict-templates', elements, 'export const a = html`<style>p {}</style>`;'],
  ['strict-templates', elements, 'export const a = html`<p onclick="go()"></p>`;'],
  ['strict-templates', elements, "import { styleMap } from 'lit/directives/style-map.js';"],
  [
    'strict-templates',
    'stories/a.ts',
    "import { unsafeHTML } from 'lit/directives/unsafe-html.js';",
  ],
  [
    'strict-templates',
    'packages/sandbox/src/connect/a.ts',
    'export const a = html`<p style=""></p>`;',
  ],
  ['text-is-text', elements, 'element.innerHTML = name;'],
  ['text-is-text', elements, "element['outerHTML'] = name;"],
  [
    'text-is-text',
    'packages/demo/src/pages/a.ts',
    "element.insertAdjacentHTML('beforeend', name);",
  ],
  ['text-is-text', elements, "element.setAttribute('style', 'height: 7px');"],
  ['no-double-assertion', 'packages/server/src/a.ts', 'export const a = b as unknown as string;'],
  ['every-test-runs', 'test/a.test.ts', "it.skip('is left out', () => {});"],
  ['every-test-runs', 'test/a.test.ts', "describe.only('is alone', () => {});"],
].map(([rule = '', file = '', code = '']) => ({ rule: `express(${rule})`, file, code }));

const allowed: readonly (readonly [file: string, code: string])[] = [
  [elements, "import type { Row } from '@express-elements/contract';"],
  [elements, "import { money } from '../../format/money.ts';"],
  [elements, 'export const a = html`<p class="style" title="style=">Style</p>`;'],
  ['packages/server/src/a.ts', "import { routes } from '@express-elements/contract';"],
  ['packages/server/src/node.ts', "import { createServer } from 'node:http';"],
  ['packages/server/src/ledger/sql/db/lock.ts', "import { open } from 'node:fs/promises';"],
  [
    'packages/demo/src/server/main.ts',
    "import { createSandbox } from '@express-elements/sandbox';",
  ],
  ['stories/a.ts', "import '@express-elements/elements/all';"],
];

interface Report {
  readonly diagnostics: readonly { readonly code: string; readonly filename: string }[];
}

/** A folder for each case, so that no two share a file. */
const fileOf = (place: string, index: number): string =>
  join(dirname(place), `case-${index}`, place.slice(place.lastIndexOf('/') + 1));

describe('the lint rules of our own', () => {
  let folder = '';
  const write = (place: string, code: string): void => {
    const file = join(folder, place);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${code}\n`);
  };

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'express-lint-'));
    cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
    cpSync(join(root, 'scripts/lint'), join(folder, 'scripts/lint'), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  });
  after(() => rmSync(folder, { recursive: true }));

  const lint = (): Report => {
    const args = [toolFile('oxlint'), '--format=json', 'packages', 'stories', 'test'];
    const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    return JSON.parse(stdout);
  };

  it('fires on each violation and names its rule', () => {
    violations.forEach(({ file, code }, index) => write(fileOf(file, index), code));
    const found = lint().diagnostics.map(({ code, filename }) => `${code} ${filename}`);
    const wanted = violations.map(({ rule, file }, index) => `${rule} ${fileOf(file, index)}`);
    assert.deepEqual(
      wanted.filter((line) => !found.includes(line)),
      [],
    );
  });

  it('leaves alone what follows the map', () => {
    for (const name of ['packages', 'stories', 'test'])
      rmSync(join(folder, name), { recursive: true });
    write('test/a.test.ts', "it('runs', () => {});");
    allowed.forEach(([file, code]) => write(file, code));
    const ours = lint().diagnostics.filter(({ code }) => code.startsWith('express('));
    assert.deepEqual(ours, []);
  });
});
