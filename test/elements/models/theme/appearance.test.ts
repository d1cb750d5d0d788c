import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clampPixels } from '../../../../packages/elements/src/theme/appearance.ts';
import {
  flatten,
  parseColor,
  writeColor,
} from '../../../../packages/elements/src/theme/resolve.ts';

test('reads what browsers compute for a colour', () => {
  assert.deepEqual(parseColor('rgb(79, 70, 229)'), [79, 70, 229, 1]);
  assert.deepEqual(parseColor('rgba(79, 70, 229, 0.5)'), [79, 70, 229, 0.5]);
  assert.deepEqual(parseColor('color(srgb 1 0.5 0)'), [255, 128, 0, 1]);
  assert.deepEqual(parseColor('color(srgb 1.2 -0.1 none / 0.25)'), [255, 0, 0, 0.25]);
  assert.equal(parseColor('light-dark(#fff, #000)'), null);
});

test('Stripe takes opaque colours: what is transparent is laid over the background', () => {
  assert.deepEqual(flatten([0, 0, 0, 0.5], [255, 255, 255, 1]), [128, 128, 128, 1]);
  assert.equal(writeColor([1, 2, 3, 1]), 'rgb(1, 2, 3)');
  assert.equal(writeColor([1, 2, 3, 0.5]), 'rgba(1, 2, 3, 0.5)');
});

test('lengths are kept within what Stripe takes', () => {
  assert.equal(clampPixels('spacingUnit', '4px'), '8px');
  assert.equal(clampPixels('spacingUnit', '64px'), '20px');
  assert.equal(clampPixels('borderRadius', '999px'), '24px');
  assert.equal(clampPixels('fontSizeBase', '15.333333px'), '15.33px');
  assert.equal(clampPixels('buttonBorderRadius', '99px'), '99px');
  assert.equal(clampPixels('borderRadius', 'auto'), null);
});
