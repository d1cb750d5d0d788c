/**
 * What the events of `node --test` mean. Every file is reported as a test of its own when it passes without one or
 * breaks outside of one; suites are reported like tests.
 *
 * @typedef {import('node:test/reporters').TestEvent} TestEvent
 * @typedef {Extract<TestEvent, { type: 'test:pass' | 'test:fail' }>['data']} Data
 */

/** @param {Data} data */
const isFile = (data) => data.name === data.file;

/** @param {Data} data */
export const isTest = (data) => data.details.type !== 'suite' && !isFile(data);

/** A test file that ran no test has lost them. @param {TestEvent} event */
export const isEmptyFile = (event) => event.type === 'test:pass' && isFile(event.data);

/**
 * node:test wraps what was thrown: the kind of failure is on the wrapper, the error is its cause.
 * @param {unknown} error @returns {string}
 */
function textOf(error) {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? textOf(error.cause) : (error.stack ?? error.message);
}

/**
 * What went wrong, where it went wrong: null for what failed only because something inside it did.
 * @param {TestEvent} event
 * @returns {string | null}
 */
export function failureOf(event) {
  if (event.type !== 'test:fail') return null;
  const { error } = event.data.details;
  if ('failureType' in error && error.failureType === 'subtestsFailed') return null;
  return textOf(error);
}
