/**
 * Writes what follows from the table of Stripe's components: a class and an entry for each, and the entry of all.
 * `--check` writes nothing and fails when a file is not what it would write.
 *
 *   node --import tsx --conditions=source scripts/connect-table.mjs [--check]
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  connectElementTagNames,
  ConnectElementCustomMethodConfig,
} from '@stripe/connect-js/pure.js';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'packages/elements/src/elements');
/** @typedef {import('@stripe/connect-js').ConnectElementTagName} Name */
/** @typedef {Readonly<Record<string, string>>} Words by setter */
const { attributeOf, connectTable, elementOf, eventOf, propertyOf, withinOthers } =
  await import('../packages/elements/src/elements/connect/table.ts');
const { connectDocs } = await import('../packages/elements/src/elements/connect/docs.ts');

// Each row has setters of its own in the types; here every row is read alike.
/** @type {Readonly<Record<Name, { setters: Words }>>} */
const table = connectTable;
/** @type {Readonly<Record<Name, { summary: string, setters: Words }>>} */
const docs = connectDocs;
/** @type {Readonly<Record<string, object>>} */
const stripeSetters = ConnectElementCustomMethodConfig;
/** @type {readonly Name[]} */
const others = withinOthers;
const tableNames = /** @type {Name[]} */ (Object.keys(table));

const note = '// Written by scripts/connect-table.mjs. Do not edit.';

/** These are written by hand, for they have more than their component. */
const byHand = new Set(/** @type {Name[]} */ (['notification-banner']));

/** @param {string} text */
const pascal = (text) => text.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());

/** What differs between connect-js and the table, in words; empty when nothing does. */
export function differences() {
  const missing = connectElementTagNames.filter((name) => !tableNames.includes(name));
  const gone = tableNames.filter((name) => !connectElementTagNames.includes(name));
  const setters = connectElementTagNames.flatMap((name) => {
    const theirs = Object.keys(stripeSetters[name] ?? {})
      .toSorted()
      .join(' ');
    const row = Object.keys(table[name]?.setters ?? {})
      .toSorted()
      .join(' ');
    return theirs === row ? [] : [`${name}: connect-js has “${theirs}”, the table “${row}”`];
  });
  return [
    ...missing.map((name) => `${name} is not in the table`),
    ...gone.map((name) => `${name} is not in connect-js`),
    ...setters,
  ];
}

/** @type {Words} */
const types = { string: 'string', boolean: 'boolean', json: 'object', function: 'function' };

/** What the class that all extend has: the manifest cannot see through the factory. */
const common = [
  [
    'endpoint',
    'endpoint',
    'string | null',
    "The endpoint's URL; without it the nearest `express-provider` has one.",
  ],
  [
    'session-url',
    'sessionUrl',
    'string | null',
    'A route that answers `{client_secret}`, for a host that has no endpoint.',
  ],
  [
    'publishable-key',
    'publishableKey',
    'string | null',
    'The publishable key that goes with `session-url`, where its answer has none.',
  ],
  [
    'theme',
    'theme',
    "'auto' | 'light' | 'dark' | null",
    '`auto`, `light` or `dark`; else as around it.',
  ],
  ['locale', 'locale', 'string | null', 'A language tag; else as around it.'],
].flatMap(([attribute, property, type, doc]) => [
  ` * @attr {${type}} ${attribute} - ${doc}`,
  ` * @prop {${type}} ${property} - ${doc}`,
]);

/** @param {Name} name @param {string} setter @param {string} kind */
function setterDoc(name, setter, kind) {
  const doc = docs[name].setters[setter];
  const property = propertyOf(setter);
  if (kind === 'event') {
    const event = eventOf(setter);
    return [` * @fires {${pascal(event)}Event} ${event} - ${doc}`];
  }
  const prop = ` * @prop {${types[kind]} | undefined} ${property} - ${doc}`;
  if (kind === 'function') return [prop];
  return [` * @attr {${types[kind]}} ${attributeOf(property)} - ${doc}`, prop];
}

/** @param {Name} name */
function classFile(name) {
  const tag = elementOf(name);
  const setters = Object.entries(table[name].setters).flatMap(([setter, kind]) =>
    setterDoc(name, setter, kind),
  );
  return `${note}
import { connectElement } from '../connect/connect-element.ts';

/**
 * ${docs[name].summary}
 *
 * Stripe draws it; this element brings the session, the look, the language, loading, failing and a fallback.
 *
 * @summary ${docs[name].summary}
 * @status experimental
 * @tag ${tag}
 * @slot - Shown where this is not offered: no endpoint, or not for this sign-in.
${[...common, ...setters].map((line) => `${line}\n`).join('')} * @fires {ExpressReadyEvent} express-ready - Stripe's component draws.
 * @fires {ExpressErrorEvent} express-error - It could not be loaded.
 * @fires {ExpressLoaderStartEvent} express-loader-start - Stripe's component begins to draw.
 * @fires {ExpressLoadErrorEvent} express-load-error - Stripe's component says that it could not load.
 * @csspart stripe - Around Stripe's component.
 * @csspart skeleton - Before it is there.
 * @csspart error - When it failed.
 * @csspart notice - Inside an app, where Stripe forbids it.
 * @cssstate loading - Stripe's component is on its way.
 * @cssstate ready - It draws.
 * @cssstate error - It failed.
 */
${classLine(pascal(tag), name)}

declare global {
  interface HTMLElementTagNameMap {
    '${tag}': ${pascal(tag)};
  }
}
`;
}

/** An import as the formatter writes it. @param {string} name @param {string} from */
function importOf(name, from) {
  const line = `import { ${name} } from '${from}';`;
  return line.length <= 100 ? line : `import {\n  ${name},\n} from '${from}';`;
}

/** @param {string} className @param {string} name */
function classLine(className, name) {
  const line = `export class ${className} extends connectElement('${name}') {}`;
  if (line.length <= 100) return line;
  return `export class ${className} extends connectElement(\n  '${name}',\n) {}`;
}

/** @param {string} tag */
const defineFile = (tag) => `${note}
import { define } from '../../define.ts';
${importOf(pascal(tag), `./${tag}.ts`)}

define('${tag}', ${pascal(tag)});
`;

/** Every element that has an entry, the ones written here included. @param {string[]} written */
function allFile(written) {
  const standing = readdirSync(folder).filter((name) =>
    existsSync(join(folder, name, 'define.ts')),
  );
  const tags = [...new Set([...standing, ...written])].toSorted();
  return `${note}\n${tags.map((tag) => `import './${tag}/define.ts';\n`).join('')}`;
}

/** @param {string} text @param {string[]} path @returns {[path: string, text: string]} */
const file = (text, ...path) => [join(folder, ...path), text];

/** What the files should be, by their path. */
export function files() {
  const names = tableNames.filter((name) => !others.includes(name) && !byHand.has(name));
  const tags = names.map(elementOf);
  /** @type {[path: string, text: string][]} */
  const written = [
    ...names.map((name) => file(classFile(name), elementOf(name), `${elementOf(name)}.ts`)),
    ...tags.map((tag) => file(defineFile(tag), tag, 'define.ts')),
    file(allFile(tags), 'all.ts'),
  ];
  return new Map(written);
}

/** The files that are not what they should be. */
export const stale = () =>
  [...files()]
    .filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text)
    .map(([path]) => path);

function write() {
  for (const [path, text] of files()) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

if (process.argv[1] === import.meta.filename) {
  const problems = differences();
  const old = process.argv.includes('--check') ? stale() : [];
  for (const problem of problems) console.error(`connect/table.ts: ${problem}`);
  for (const path of old) console.error(`${path} is stale: run scripts/connect-table.mjs`);
  if (problems.length + old.length > 0) process.exitCode = 1;
  else if (!process.argv.includes('--check')) write();
}
