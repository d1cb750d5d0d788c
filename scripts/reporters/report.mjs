import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { failureOf, isEmptyFile, isTest } from './events.mjs';

/** @typedef {import('./events.mjs').Data} Data */

/** @param {string} text */
const indent = (text) => text.replaceAll(/^(?=.)/gm, '    ');

/** @param {Data} data @param {string} title @param {string} failure @param {string} said */
const failed = ({ file = '' }, title, failure, said) =>
  `  ✗ ${relative(process.cwd(), file)}${title}\n${indent(failure)}\n${indent(said)}`;

/**
 * A reporter for `node --test`: prints what failed, as soon as it did, and nothing of what passed; leaves how many
 * passed, failed and were skipped as JSON in the file that `TEST_COUNTS` names.
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} events
 */
export default async function* report(events) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
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
    const { data } = event;
    const failure = isEmptyFile(event) ? 'This file ran no test.' : failureOf(event);
    if (failure !== null) {
      sum.failed += 1;
      const isFile = data.name === data.file;
      const titles = isFile ? [''] : ['', ...path.slice(0, data.nesting), data.name];
      const said = isFile ? (written.get(data.name) ?? '') : '';
      yield failed(data, titles.join(' › '), failure, said);
    } else if (event.type === 'test:pass' && isTest(data)) {
      sum[data.skip === undefined && data.todo === undefined ? 'passed' : 'skipped'] += 1;
    }
  }
  const file = process.env['TEST_COUNTS'];
  if (file) writeFileSync(file, JSON.stringify(sum));
}
