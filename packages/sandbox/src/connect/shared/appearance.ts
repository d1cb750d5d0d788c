/** What connect-js hands over; every value is checked here, for a page may be plain JavaScript. */
export interface Appearance {
  readonly overlays: 'dialog' | 'drawer';
  readonly variables: readonly (readonly [name: string, value: string])[];
  /** Variables that Stripe would not take, with the reason. */
  readonly refused: readonly string[];
}

type Check = (value: string) => boolean;

const numbered = (value: string): [number, string] => {
  const match = /^(\d*\.?\d+)(px|em|rem)$/.exec(value.trim());
  return match ? [Number(match[1]), match[2] ?? ''] : [Number.NaN, ''];
};

const px =
  (least: number, most: number): Check =>
  (value) => {
    const [size, unit] = numbered(value);
    return unit === 'px' && size >= least && size <= most;
  };

const sized =
  (most: { px: number; em: number }): Check =>
  (value) => {
    const [size, unit] = numbered(value);
    return unit === 'px' ? size >= 1 && size <= most.px : size >= 0.1 && size <= most.em;
  };

const hex = /^#(?:[\da-f]{3}|[\da-f]{6})$/i;
const opaque = /^(?:rgb|hsl)\(\s*[\d.]+(?:deg)?%?(?:[\s,]+[\d.]+%?){2}\s*\)$/i;
const clear = /^(?:#(?:[\da-f]{4}|[\da-f]{8})|(?:rgb|hsl)a?\([^()a-z]*\))$/i;

const colour: Check = (value) => hex.test(value.trim()) || opaque.test(value.trim());
const clearColour: Check = (value) => colour(value) || clear.test(value.trim());
const literal: Check = (value) => value.trim() !== '' && !/var\(|[;{}]/.test(value);
const oneOf =
  (words: string): Check =>
  (value) =>
    words.split(' ').includes(value.trim());
const weight: Check = (value) => /^(?:normal|bold|lighter|bolder|[1-9]\d{0,2}|1000)$/.test(value);
const transform = oneOf('none capitalize uppercase lowercase full-width');

const body = (name: string): [string, Check][] => [
  [`${name}FontSize`, sized({ px: 200, em: 12 })],
  [`${name}FontWeight`, weight],
];

const typography = (name: string): [string, Check][] => [
  ...body(name),
  [`${name}TextTransform`, transform],
];

const button = (kind: string): [string, Check][] => [
  [`button${kind}ColorBackground`, colour],
  [`button${kind}ColorBorder`, colour],
  [`button${kind}ColorText`, colour],
];

const badge = (kind: string): [string, Check][] => [
  [`badge${kind}ColorBackground`, colour],
  [`badge${kind}ColorText`, colour],
  [`badge${kind}ColorBorder`, clearColour],
];

const action = (kind: string): [string, Check][] => [
  [`action${kind}ColorText`, colour],
  [`action${kind}TextDecorationLine`, literal],
  [`action${kind}TextDecorationColor`, colour],
  [`action${kind}TextDecorationStyle`, oneOf('solid double dotted dashed wavy')],
  [`action${kind}TextDecorationThickness`, literal],
  [`action${kind}TextTransform`, transform],
];

/** Every variable of connect-js 3.4.6 with the values Stripe's documentation allows. */
const checks = new Map<string, Check>([
  ['fontFamily', literal],
  ['fontSizeBase', sized({ px: 40, em: 4 })],
  ['spacingUnit', px(8, 20)],
  ['borderRadius', px(0, 24)],
  ['formBorderRadius', px(0, 24)],
  ['badgeBorderRadius', px(0, 24)],
  ['overlayBorderRadius', px(0, 24)],
  ['buttonBorderRadius', px(0, Number.POSITIVE_INFINITY)],
  ...['colorPrimary', 'colorBackground', 'colorText', 'colorDanger', 'offsetBackgroundColor']
    .concat('formBackgroundColor', 'formAccentColor', 'formPlaceholderTextColor')
    .map((name): [string, Check] => [name, colour]),
  ...['colorSecondaryText', 'colorBorder', 'formHighlightColorBorder', 'overlayBackdropColor'].map(
    (name): [string, Check] => [name, clearColour],
  ),
  ...['buttonPaddingX', 'buttonPaddingY', 'badgePaddingX', 'badgePaddingY']
    .concat('inputFieldPaddingX', 'inputFieldPaddingY', 'tableRowPaddingY')
    .map((name): [string, Check] => [name, px(0, Number.POSITIVE_INFINITY)]),
  ...['Primary', 'Secondary', 'Danger'].flatMap(button),
  ...['Neutral', 'Success', 'Warning', 'Danger'].flatMap(badge),
  ...['Primary', 'Secondary'].flatMap(action),
  ...['buttonLabel', 'badgeLabel', 'headingXl', 'headingLg', 'headingMd', 'headingSm', 'headingXs']
    .concat('labelMd', 'labelSm')
    .flatMap(typography),
  ...['bodyMd', 'bodySm'].flatMap(body),
  ['overlayZIndex', (value) => /^-?\d+$/.test(value)],
]);

/** The names the stand-in knows: those of connect-js. */
export const variableNames: readonly string[] = [...checks.keys()];

/** The custom property that carries an appearance variable inside the stand-ins. */
export const propertyOf = (name: string): string => `--sx-${name}`;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const reasonAgainst = (name: string, value: unknown): string | undefined => {
  const check = checks.get(name);
  if (!check) return `appearance variable ${name} is unknown`;
  if (typeof value !== 'string' && typeof value !== 'number')
    return `appearance variable ${name} is neither text nor number`;
  return check(String(value))
    ? undefined
    : `appearance variable ${name} does not take "${String(value)}"`;
};

/** Reads `appearance`: what is allowed is kept, the rest is named, as Stripe ignores it. */
export const readAppearance = (appearance: unknown): Appearance => {
  const given = isObject(appearance) ? appearance : {};
  const entries = Object.entries(isObject(given.variables) ? given.variables : {}).filter(
    ([, value]) => value !== undefined,
  );
  const judged = entries.map(([name, value]) => ({
    name,
    value: String(value),
    reason: reasonAgainst(name, value),
  }));
  return {
    overlays: given.overlays === 'drawer' ? 'drawer' : 'dialog',
    variables: judged.flatMap((one) => (one.reason ? [] : [[one.name, one.value] as const])),
    refused: judged.flatMap((one) => one.reason ?? []),
  };
};

const channels = (value: string): [number, number, number] => {
  const text = value.trim();
  if (text.startsWith('#')) {
    const digits = text.slice(1);
    const wide = digits.length < 6 ? [...digits].map((digit) => digit + digit).join('') : digits;
    const at = (index: number) => Number.parseInt(wide.slice(index * 2, index * 2 + 2), 16);
    return [at(0), at(1), at(2)];
  }
  const [first = 0, second = 0, third = 0] = (text.match(/[\d.]+/g) ?? []).map(Number);
  if (text.startsWith('hsl')) return [third * 2.55, third * 2.55, third * 2.55];
  return [first, second, third];
};

/** Whether native controls (date pickers, selects, scroll bars) should be drawn for a dark ground. */
export const isDark = (background: string): boolean => {
  const [red, green, blue] = channels(background);
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128;
};

/** What a dark ground needs where the page gave no badge colours. */
const darkBadges: Readonly<Record<string, string>> = {
  badgeSuccessColorBackground: '#12301f',
  badgeSuccessColorText: '#57d39a',
  badgeWarningColorBackground: '#33260e',
  badgeWarningColorText: '#f2b95a',
  badgeDangerColorBackground: '#3a1622',
  badgeDangerColorText: '#ff8aa8',
};

/** The custom properties of an appearance, what follows from it included. */
export const propertiesOf = (appearance: Appearance): Map<string, string> => {
  const given = new Map(appearance.variables);
  const dark = isDark(given.get('colorBackground') ?? '#fff');
  const all = new Map([...(dark ? Object.entries(darkBadges) : []), ...given]);
  const properties = new Map([...all].map(([name, value]) => [propertyOf(name), value]));
  properties.set(
    '--on-primary',
    isDark(given.get('colorPrimary') ?? '#0074d4') ? '#fff' : '#0e1020',
  );
  properties.set('color-scheme', dark ? 'dark' : 'light');
  return properties;
};

/** Puts an appearance into an instance's sheet, property by property, so that no CSP is in its way. */
export const applyAppearance = (sheet: CSSStyleSheet, appearance: Appearance): void => {
  sheet.replaceSync(':host {}');
  const [rule] = sheet.cssRules;
  if (!(rule instanceof CSSStyleRule)) return;
  for (const [name, value] of propertiesOf(appearance)) rule.style.setProperty(name, value);
};
