/**
 * Loaded by every page of the element tests before the tests: what the strict policy blocks is an error of the page,
 * so it fails the test that was running. A test that provokes a violation on purpose stops the event at `document`.
 */
window.addEventListener('securitypolicyviolation', (event) => {
  const { effectiveDirective, blockedURI, sourceFile, lineNumber } = event;
  const where = `${sourceFile}:${lineNumber}`;
  throw new Error(
    `Content-Security-Policy: ${effectiveDirective} blocked ${blockedURI} (${where})`,
  );
});
