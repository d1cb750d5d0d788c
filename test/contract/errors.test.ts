import { errorCodes, errorSchema, errorTypeOf, type ErrorCode } from '@express-elements/contract';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as v from 'valibot';

/** As the contract's page lists them: the code is the promise, the status goes with it. */
const wanted: Record<ErrorCode, readonly [status: number, type: string, retryable: boolean]> = {
  invalid_parameter: [400, 'invalid_request', false],
  missing_parameter: [400, 'invalid_request', false],
  unsupported_parameter: [400, 'invalid_request', false],
  invalid_cursor: [400, 'invalid_request', false],
  invalid_body: [400, 'invalid_request', false],
  not_signed_in: [401, 'authentication', false],
  token_expired: [401, 'authentication', false],
  not_allowed: [403, 'permission', false],
  bad_origin: [403, 'permission', false],
  account_unavailable: [403, 'permission', false],
  not_found: [404, 'invalid_request', false],
  method_not_allowed: [405, 'invalid_request', false],
  account_changed: [409, 'invalid_request', false],
  too_large: [413, 'invalid_request', false],
  unsupported_media_type: [415, 'invalid_request', false],
  rate_limited: [429, 'rate_limit', true],
  internal: [500, 'api', true],
  stripe_error: [502, 'api', true],
  unavailable: [503, 'api', true],
  stripe_timeout: [504, 'api', true],
};

const isCode = (code: string): code is ErrorCode => Object.hasOwn(errorCodes, code);

describe('error codes', () => {
  for (const code of Object.keys(wanted).filter(isCode)) {
    it(`${code} has its status, its type and says whether to try again`, () => {
      const { status, retryable } = errorCodes[code];
      assert.deepEqual([status, errorTypeOf(code), retryable], wanted[code]);
    });
  }

  it('are the only ones that an error body may carry', () => {
    assert.deepEqual(Object.keys(errorCodes), Object.keys(wanted));
    const body = (code: string) => ({
      error: { type: 'api', code, message: 'It broke.', request_id: 'req_1' },
    });
    assert.ok(v.safeParse(errorSchema, body('internal')).success);
    assert.equal(v.safeParse(errorSchema, body('teapot')).success, false);
  });
});
