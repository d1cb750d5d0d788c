import { randomBytes } from 'node:crypto';

/**
 * What pages of elements are served under: nothing inline, no eval. `ws:` is the runner's own socket.
 * `data:` images and `blob:` are what a chart's or an export's download may need; scripts never come from there.
 * @param {string} nonce
 */
const policy = (nonce) =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "connect-src 'self' ws:",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'self'",
  ].join('; ');

/**
 * Serves the runner's pages under the strict policy. The runner writes inline scripts of its own, so those get a
 * nonce; what a test or an element writes into the page has none and is blocked.
 *
 * @type {NonNullable<import('@web/test-runner').TestRunnerCoreConfig['middleware']>[number]}
 */
export async function strictCsp(context, next) {
  await next();
  if (!context.response.is('html') || typeof context.body !== 'string') return;
  const nonce = randomBytes(16).toString('base64');
  context.body = context.body.replaceAll('<script', `<script nonce="${nonce}"`);
  context.set('Content-Security-Policy', policy(nonce));
}

/**
 * The page of a test file: `page.ts` fails the running test on whatever the policy blocks.
 * @param {string} framework
 */
export const testPage = (framework) => `<!doctype html>
<html lang="en">
  <head></head>
  <body>
    <script type="module" src="/test/support/page.ts"></script>
    <script type="module" src="${framework}"></script>
  </body>
</html>`;
