import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { summaryReporter } from '@web/test-runner';

/** @typedef {import('@web/test-runner').TestSession} Session */
/** @typedef {import('@web/test-runner').TestSuiteResult} Suite */
/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @param {Suite | undefined} suite @returns {import('@web/test-runner').TestResult[]} */
const testsOf = (suite) => (suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : []);

/** @param {Session} session @returns {Counts} */
function countsOf(session) {
  const tests = testsOf(session.testResults);
  const skipped = tests.filter((test) => test.skipped).length;
  const passed = tests.filter((test) => test.passed && !test.skipped).length;
  const failed = tests.length - skipped - passed;
  // A file that failed to load, or threw outside a test, has failed though no test of it has.
  return { passed, skipped, failed: failed === 0 && !session.passed ? 1 : failed };
}

/** @param {Session} session */
const inWords = (session) => {
  const { passed, failed } = countsOf(session);
  return `${session.browser.name} ${passed}${failed > 0 ? ` (${failed} failed)` : ''}`;
};

/** connect-js says this once wherever Stripe's script was on the page before it, as our bridge sees to. */
const known = /^loadConnect was called but an existing Connect\.js script already exists/;

/** What a page wrote to its console, but for that. @param {Session} session */
const logsOf = ({ logs }) => logs.filter(([first]) => !known.test(String(first)));

/** @param {readonly Session[]} sessions */
function sumsByBrowser(sessions) {
  /** @type {Record<string, Counts>} */
  const byBrowser = {};
  for (const session of sessions) {
    const sum = (byBrowser[session.browser.name] ??= { passed: 0, failed: 0, skipped: 0 });
    const counts = countsOf(session);
    sum.passed += counts.passed;
    sum.failed += counts.failed;
    sum.skipped += counts.skipped;
  }
  return byBrowser;
}

/**
 * One line for each test file, then what failed, as the runner's own summary writes it. The counts, by browser, go
 * as JSON into the file that `TEST_COUNTS` names, for `scripts/test.ts` to add up.
 * @returns {import('@web/test-runner').Reporter}
 */
export function report() {
  const summary = summaryReporter({});
  return {
    start: (args) => summary.start?.(args),
    reportTestFileResults({ logger, sessionsForTestFile, testFile }) {
      const file = relative(process.cwd(), testFile);
      logger.log(`  ${file}: ${sessionsForTestFile.map(inWords).join(', ')}`);
      for (const session of sessionsForTestFile) {
        // What a page wrote to its console: elements write nothing there unless something is wrong.
        for (const log of logsOf(session)) logger.log(`    ${session.browser.name}:`, ...log);
        for (const url of session.request404s)
          logger.log(`    ${session.browser.name}: 404 ${url}`);
      }
    },
    onTestRunFinished(args) {
      summary.onTestRunFinished?.(args);
      const file = process.env['TEST_COUNTS'];
      if (file) writeFileSync(file, JSON.stringify(sumsByBrowser(args.sessions)));
    },
  };
}
