import { failureOf, isEmptyFile, isTest } from './events.mjs';

/**
 * A reporter for `node --test` that ends with one JSON line of what passed, failed and was skipped.
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} events
 */
export default async function* counts(events) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for await (const event of events) {
    if (failureOf(event) !== null || isEmptyFile(event)) sum.failed += 1;
    else if (event.type === 'test:pass' && isTest(event.data)) {
      const { skip, todo } = event.data;
      sum[skip === undefined && todo === undefined ? 'passed' : 'skipped'] += 1;
    }
  }
  yield JSON.stringify(sum);
}
