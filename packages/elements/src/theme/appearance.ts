import type { AppearanceOptions } from '@stripe/connect-js';
import {
  flatten,
  makeProbe,
  parseColor,
  probes,
  setProbe,
  writeColor,
  type Rgba,
} from './resolve.ts';
import { tokens, type Token, type TokenName } from './tokens.ts';

/** A variable of Stripe's embedded components. */
export type ConnectVariable = Exclude<
  keyof NonNullable<AppearanceOptions['variables']>,
  'overlayZIndex'
>;

/** The variables of Stripe's components that take the same value as a token. */
export const connectVariables: Partial<Record<TokenName, readonly ConnectVariable[]>> = {
  accent: [
    'colorPrimary',
    'buttonPrimaryColorBackground',
    'buttonPrimaryColorBorder',
    'actionPrimaryColorText',
    'actionPrimaryTextDecorationColor',
    'formAccentColor',
    'formHighlightColorBorder',
  ],
  'on-accent': ['buttonPrimaryColorText'],
  bg: ['colorBackground', 'formBackgroundColor', 'buttonSecondaryColorBackground'],
  text: ['colorText', 'buttonSecondaryColorText', 'actionSecondaryColorText'],
  muted: ['colorSecondaryText', 'badgeNeutralColorText'],
  faint: ['formPlaceholderTextColor'],
  line: ['colorBorder', 'buttonSecondaryColorBorder', 'badgeNeutralColorBorder'],
  'line-inner': ['offsetBackgroundColor', 'badgeNeutralColorBackground'],
  good: ['badgeSuccessColorText'],
  'good-soft': ['badgeSuccessColorBackground', 'badgeSuccessColorBorder'],
  warning: ['badgeWarningColorText'],
  'warning-soft': ['badgeWarningColorBackground', 'badgeWarningColorBorder'],
  danger: ['colorDanger', 'badgeDangerColorText'],
  'danger-soft': ['badgeDangerColorBackground', 'badgeDangerColorBorder'],
  scrim: ['overlayBackdropColor'],
  font: ['fontFamily'],
  size: ['fontSizeBase'],
  unit: ['spacingUnit'],
  radius: ['borderRadius', 'overlayBorderRadius'],
  'radius-control': ['buttonBorderRadius', 'formBorderRadius'],
  'radius-badge': ['badgeBorderRadius'],
};

type Variables = Partial<Record<ConnectVariable, string>>;

/** Pixels that Stripe accepts; what lies outside is moved to the edge, for Stripe drops it otherwise. */
const ranges: Partial<Record<ConnectVariable, readonly [min: number, max: number]>> = {
  fontSizeBase: [1, 40],
  spacingUnit: [8, 20],
  borderRadius: [0, 24],
  formBorderRadius: [0, 24],
  badgeBorderRadius: [0, 24],
  overlayBorderRadius: [0, 24],
};

/** Stripe refuses transparency everywhere else. */
const mayBeTransparent = new Set<ConnectVariable>([
  'colorSecondaryText',
  'badgeNeutralColorBorder',
  'badgeSuccessColorBorder',
  'badgeWarningColorBorder',
  'badgeDangerColorBorder',
  'colorBorder',
  'formHighlightColorBorder',
  'overlayBackdropColor',
]);

/**
 * A length within what Stripe takes for that variable.
 *
 * @example clampPixels('spacingUnit', '4px') // '8px'
 */
export function clampPixels(variable: ConnectVariable, computed: string): string | null {
  const pixels = Number.parseFloat(computed);
  if (Number.isNaN(pixels)) return null;
  const [min, max] = ranges[variable] ?? [0, Number.POSITIVE_INFINITY];
  return `${Math.min(max, Math.max(min, Math.round(pixels * 100) / 100))}px`;
}

/** Computes one token for one variable, null where the value is none that Stripe could take. */
function resolve(token: Token, variable: ConnectVariable, style: CSSStyleDeclaration, under: Rgba) {
  const computed = style.getPropertyValue(probes[token.type]);
  if (token.type === 'font') return computed || null;
  if (token.type === 'length') return clampPixels(variable, computed);
  const color = parseColor(computed);
  if (!color) return null;
  return writeColor(mayBeTransparent.has(variable) ? color : flatten(color, under));
}

/**
 * The appearance for Stripe's embedded components that matches the element's own look now: literal values only, for
 * Stripe resolves no custom property. Ask again when the theme or a `--express-*` value changes.
 *
 * @example instance.update({ appearance: connectAppearance(provider) })
 */
export function connectAppearance(host: HTMLElement): AppearanceOptions {
  const probe = makeProbe(host);
  const style = getComputedStyle(probe);
  const variables: Variables = {};
  try {
    setProbe(
      probe,
      tokens.find(({ name }) => name === 'bg')!,
    );
    const under = parseColor(style.color) ?? [255, 255, 255, 1];
    for (const token of tokens) {
      const taking = connectVariables[token.name];
      if (!taking) continue;
      setProbe(probe, token);
      for (const variable of taking) {
        const value = resolve(token, variable, style, under);
        if (value !== null) variables[variable] = value;
      }
    }
  } finally {
    probe.remove();
  }
  return { overlays: 'dialog', variables };
}
