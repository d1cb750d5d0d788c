import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectVariables } from '../../../../packages/elements/src/theme/appearance.ts';
import { themeStyles, tokens, type Token } from '../../../../packages/elements/src/theme/index.ts';

const all: readonly Token[] = tokens;

const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

const value = (name: string, scheme: 'light' | 'dark'): string => {
  const token = all.find((each) => each.name === name)!;
  return (scheme === 'dark' ? token.dark : undefined) ?? token.light;
};
const mix = (top: string, under: string, share: number): string =>
  `#${[1, 3, 5]
    .map((at) => {
      const channel = (hex: string) => Number.parseInt(hex.slice(at, at + 2), 16);
      return Math.round(channel(top) * share + channel(under) * (1 - share))
        .toString(16)
        .padStart(2, '0');
    })
    .join('')}`;

for (const scheme of ['light', 'dark'] as const) {
  const of = (name: string) => value(name, scheme);
  // The page's own colour in the drawings; a host's may differ.
  const page = scheme === 'light' ? '#f6f7f9' : '#0d0f16';

  test(`text is readable on every surface, ${scheme}`, () => {
    for (const name of ['text', 'muted', 'faint', 'accent', 'good', 'warning', 'danger'])
      for (const surface of [of('bg'), page])
        assert.ok(contrast(of(name), surface) >= 4.5, `${name} on ${surface}`);
    for (const name of ['text', 'muted'])
      assert.ok(contrast(of(name), of('line-inner')) >= 4.5, `${name} on line-inner`);
  });

  test(`text is readable on its soft colour, ${scheme}`, () => {
    for (const name of ['good', 'warning', 'danger'])
      assert.ok(contrast(of(name), of(`${name}-soft`)) >= 4.5, name);
    const soft = mix(of('accent'), of('bg'), scheme === 'light' ? 0.095 : 0.17);
    assert.ok(contrast(of('accent'), soft) >= 4.5, `accent on ${soft}`);
    assert.ok(contrast(of('on-accent'), of('accent')) >= 4.5, 'on-accent');
  });

  test(`what is ticked or typed in has an edge that is seen, ${scheme}`, () => {
    assert.ok(contrast(of('control-line'), of('bg')) >= 3);
  });
}

test('names, properties and Connect variables each stand once', () => {
  for (const list of [
    all.map(({ name }) => name),
    all.flatMap(({ property }) => property ?? []),
    Object.values(connectVariables).flat(),
  ])
    assert.equal(new Set(list).size, list.length);
});

test('a token uses only tokens above it', () => {
  const known = new Set<string>();
  for (const { name, light, dark = '' } of all) {
    for (const [, used] of `${light} ${dark}`.matchAll(/var\(--_([\w-]+)/g))
      assert.ok(known.has(used!), `${name} uses ${used}`);
    known.add(name);
  }
});

test('the style sheet has every token, each with its property to override it', () => {
  const css = themeStyles.cssText;
  for (const { name, property } of all) {
    assert.ok(css.includes(`--_${name}:`), name);
    if (property) assert.ok(css.includes(`var(${property},`), property);
  }
});
