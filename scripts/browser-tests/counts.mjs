import { writeFileSync } from 'node:fs';

/** @typedef {import('@web/test-runner').TestSuiteResult} Suite */
/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @param {Suite | undefined} suite @returns {import('@web/test-runner').TestResult[]} */
const testsOf = (suite) => (suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : []);

/** @param {import('@web/test-runner').TestSession} session @returns {Counts} */
function countsOf(session) {
  const tests = testsOf(session.testResults);
  const skipped = tests.filter((test) => test.skipped).length;
  const passed = tests.filter((test) => test.passed && !test.skipped).length;
  const failed = tests.length - skipped - passed;
  // A file that failed to load, or threw outside a test, has failed though no test of it has.
  return { passed, skipped, failed: failed === 0 && !session.passed ? 1 : failed };
}

/**
 * Writes what passed and failed, by browser, as JSON into a file, for `scripts/test.ts` to add up.
 * @param {string} file
 * @returns {import('@web/test-runner').Reporter}
 */
export const countsReporter = (file) => ({
  onTestRunFinished({ sessions }) {
    /** @type {Record<string, Counts>} */
    const byBrowser = {};
    for (const session of sessions) {
      const sum = (byBrowser[session.browser.name] ??= { passed: 0, failed: 0, skipped: 0 });
      const counts = countsOf(session);
      sum.passed += counts.passed;
      sum.failed += counts.failed;
      sum.skipped += counts.skipped;
    }
    writeFileSync(file, JSON.stringify(byBrowser));
  },
});
