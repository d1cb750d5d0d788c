import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createExpress, csp, direct, type ExpressOptions } from '@express-elements/server';
import Stripe from 'stripe';

const good: ExpressOptions = {
  stripe: new Stripe('sk_test_x'),
  authorize: () => null,
  publishableKey: 'pk_test_x',
};

test('what is needed is three settings', () => {
  assert.ok(createExpress(good).fetch);
});

test('a wrong setting ends in one sentence that names it', () => {
  const wrong: [object, RegExp][] = [
    [{ stripe: undefined }, /`stripe` is missing/],
    [{ authorize: 'me' }, /`authorize` is missing/],
    [{ publishableKey: 'sk_test_x' }, /`publishableKey` is no publishable key/],
    [{ webhooks: { secrets: [] } }, /`webhooks\.secrets` is empty/],
    [{ origins: ['https://app.example/'] }, /`origins` holds “https:\/\/app\.example\/”/],
    [{ loginOrigins: ['localhost'] }, /`loginOrigins` holds/],
    [{ base: '/express/' }, /`base` is “\/express\/”/],
    [{ base: 'express' }, /`base` is/],
    [{ features: { refund: false } }, /`features\.refund` is no switch/],
    [{ orgins: [] }, /`orgins` is no option/],
  ];
  for (const [over, sentence] of wrong)
    assert.throws(() => createExpress({ ...good, ...over }), sentence);
  assert.throws(() => direct({ max_rows: 0 }), /max_rows/);
});

test('the policy has no inline code and no other host than Stripe’s', () => {
  const headers = csp();
  const policy = headers['Content-Security-Policy'] ?? '';
  assert.doesNotMatch(policy, /unsafe/);
  for (const part of [
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "form-action 'self' https://connect.stripe.com",
    "script-src 'self' https://connect-js.stripe.com https://js.stripe.com",
  ])
    assert.ok(policy.includes(part), part);
  assert.match(
    headers['Content-Security-Policy-Report-Only'] ?? '',
    /trusted-types lit-html express-elements 'allow-duplicates'/,
  );
  assert.equal(headers['Cross-Origin-Opener-Policy'], 'unsafe-none');
});

test('a stand-in and a framing site are let in by name', () => {
  const policy = csp({
    connectOrigins: ['http://127.0.0.1:9'],
    frameAncestors: ['https://a.example'],
  })['Content-Security-Policy']!;
  assert.match(policy, /script-src [^;]*http:\/\/127\.0\.0\.1:9/);
  assert.match(policy, /connect-src 'self' http:\/\/127\.0\.0\.1:9/);
  assert.match(policy, /frame-ancestors https:\/\/a\.example/);
});
