import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  isDark,
  propertiesOf,
  readAppearance,
  variableNames,
} from '../../../packages/sandbox/src/connect/shared/appearance.ts';

const read = (variables: Record<string, unknown>) => readAppearance({ variables });

const taken: [name: string, value: string | number][] = [
  ['colorPrimary', '#4f46e5'],
  ['colorPrimary', 'rgb(79, 70, 229)'],
  ['colorPrimary', 'hsl(244deg 75% 59%)'],
  ['colorSecondaryText', 'rgba(0, 0, 0, 0.5)'],
  ['colorBorder', '#e4e7ee80'],
  ['spacingUnit', '8px'],
  ['borderRadius', '24px'],
  ['buttonBorderRadius', '99px'],
  ['fontSizeBase', '1rem'],
  ['headingXlFontWeight', '600'],
  ['overlayZIndex', 2000],
  ['fontFamily', 'Inter, system-ui, sans-serif'],
];

for (const [name, value] of taken)
  test(`${name} takes ${value}`, () => {
    assert.deepEqual(read({ [name]: value }).variables, [[name, String(value)]]);
  });

const refused: [name: string, value: unknown][] = [
  ['colorPrimary', 'var(--brand)'],
  ['colorPrimary', 'rebeccapurple'],
  ['colorPrimary', '#4f46e580'],
  ['colorBackground', 'rgb(0 0 0 / 50%)'],
  ['spacingUnit', '4px'],
  ['borderRadius', '25px'],
  ['borderRadius', '1rem'],
  ['fontSizeBase', '41px'],
  ['fontFamily', 'x; color: red'],
  ['colourPrimary', '#fff'],
  ['colorText', {}],
];

for (const [name, value] of refused)
  test(`${name} does not take ${JSON.stringify(value)}`, () => {
    const appearance = read({ [name]: value });
    assert.deepEqual(appearance.variables, []);
    assert.match(appearance.refused[0] ?? '', new RegExp(name));
  });

test('overlays are dialogs unless the page asks for drawers', () => {
  assert.equal(readAppearance(undefined).overlays, 'dialog');
  assert.equal(readAppearance({ overlays: 'drawer' }).overlays, 'drawer');
});

test('a dark ground makes native controls dark and gives badges a dark default', () => {
  const properties = propertiesOf(read({ colorBackground: '#14161f' }));
  assert.equal(properties.get('color-scheme'), 'dark');
  assert.equal(properties.get('--sx-badgeSuccessColorBackground'), '#12301f');
  assert.equal(isDark('rgb(255, 255, 255)'), false);
  assert.equal(isDark('hsl(230 20% 10%)'), true);
  assert.equal(isDark('#000'), true);
});

test('the words on a primary button are read on its colour', () => {
  assert.equal(propertiesOf(read({ colorPrimary: '#8b8cf8' })).get('--on-primary'), '#0e1020');
  assert.equal(propertiesOf(read({ colorPrimary: '#4f46e5' })).get('--on-primary'), '#fff');
});

/** The names in connect-js's own type: a type's keys are not there at run time. */
const typedNames = (): string[] => {
  const main = createRequire(import.meta.url).resolve('@stripe/connect-js');
  const types = readFileSync(join(main, '../exportedTypes/shared.d.ts'), 'utf8');
  const [, block = ''] = /type AppearanceVariables = \{([\s\S]*?)\n\};/.exec(types) ?? [];
  return [...block.matchAll(/^ {4}(\w+)\?:/gm)].map((match) => match[1] ?? '');
};

test('the appearance variables are those of connect-js', () => {
  assert.deepEqual(variableNames.toSorted(), typedNames().toSorted());
});
