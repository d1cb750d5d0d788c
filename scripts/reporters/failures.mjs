import { relative } from 'node:path';
import { failureOf, isEmptyFile } from './events.mjs';

/** @param {string} text */
const indent = (text) => text.replaceAll(/^(?=.)/gm, '    ');

/**
 * A reporter for `node --test` that prints what failed, as soon as it did, and nothing of what passed.
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} events
 */
export default async function* failures(events) {
  /** The names above the test that is being reported. @type {string[]} */
  let path = [];
  /** What a file wrote to stderr: shown where the file itself breaks. @type {Map<string, string>} */
  const written = new Map();
  for await (const event of events) {
    if (event.type === 'test:start') path = [...path.slice(0, event.data.nesting), event.data.name];
    if (event.type === 'test:stderr') {
      const { file = '', message } = event.data;
      written.set(file, (written.get(file) ?? '') + message);
    }
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    const failure = isEmptyFile(event) ? 'This file ran no test.' : failureOf(event);
    if (failure === null) continue;
    const { name, file = '', nesting } = event.data;
    const titles = name === file ? [] : [...path.slice(0, nesting), name];
    const said = name === file ? (written.get(file) ?? '') : '';
    const where = [relative(process.cwd(), file), ...titles].join(' › ');
    yield `  ✗ ${where}\n${indent(failure)}\n${indent(said)}`;
  }
}
