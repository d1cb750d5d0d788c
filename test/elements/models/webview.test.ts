import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWebview } from '../../../packages/elements/src/controllers/webview.ts';
import {
  isLoginUrl,
  SELF_SERVE,
} from '../../../packages/elements/src/elements/express-login-link/express-login-link.model.ts';

const apple =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const android = 'Mozilla/5.0 (Linux; Android 14; Pixel 8';

test('apps that show pages inside themselves are told from browsers', () => {
  const rows: [string, boolean, boolean?][] = [
    [`${apple} Version/18.1 Mobile/15E148 Safari/604.1`, false],
    [`${apple} CriOS/131.0 Mobile/15E148 Safari/604.1`, false],
    [`${apple} Mobile/15E148`, true],
    [`${apple} Mobile/15E148`, false, true],
    [`${apple} Mobile/15E148 Instagram 357.0`, true],
    [`${android}) AppleWebKit/537.36 Chrome/131.0.0.0 Mobile Safari/537.36`, false],
    [`${android}; wv) AppleWebKit/537.36 Version/4.0 Chrome/131.0.0.0 Mobile Safari/537.36`, true],
    [
      `${android}) AppleWebKit/537.36 Chrome/131.0.0.0 Mobile Safari/537.36 [FBAN/EMA;FBAV/400]`,
      true,
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', false],
    [
      'Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18 Safari/605',
      false,
    ],
  ];
  for (const [agent, expected, standalone] of rows)
    assert.equal(isWebview(agent, standalone), expected, agent);
});

test('a login link leads to Stripe, or to what the page’s own code allows', () => {
  assert.equal(isLoginUrl(`${SELF_SERVE}/abc`, []), true);
  assert.equal(isLoginUrl('https://connect.stripe.com.evil.test/express', []), false);
  assert.equal(isLoginUrl('http://connect.stripe.com/express', []), false);
  assert.equal(isLoginUrl('javascript:alert(1)', ['null']), false);
  assert.equal(isLoginUrl('data:text/html,x', ['null']), false);
  assert.equal(isLoginUrl('no url', []), false);
  assert.equal(isLoginUrl('http://localhost:4242/login/1', ['http://localhost:4242']), true);
});
