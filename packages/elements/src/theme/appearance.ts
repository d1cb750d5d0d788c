import type { AppearanceOptions } from '@stripe/connect-js';
import { tokens, tokenValue, type ConnectVariable, type Token } from './tokens.ts';

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

/** Red, green and blue 0–255, alpha 0–1. */
export type Rgba = readonly [number, number, number, number];

/**
 * Reads what a browser computes for a colour: `rgb(…)`, or `color(srgb …)` where it was mixed.
 *
 * @example parseColor('color(srgb 1 0.5 0 / 0.5)') // [255, 128, 0, 0.5]
 */
export function parseColor(computed: string): Rgba | null {
  const match = /^(rgba?|color)\((?:srgb )?([^)]+)\)$/.exec(computed.trim());
  if (!match) return null;
  const scale = match[1] === 'color' ? 255 : 1;
  const parts = match[2]!.split(/[\s,/]+/).map((part) => (part === 'none' ? 0 : Number(part)));
  const [red, green, blue, alpha = 1] = parts;
  if (red === undefined || green === undefined || blue === undefined) return null;
  if (parts.some(Number.isNaN)) return null;
  const channel = (value: number) => Math.min(255, Math.max(0, Math.round(value * scale)));
  return [channel(red), channel(green), channel(blue), Math.min(1, Math.max(0, alpha))];
}

/** One colour laid over an opaque one. */
export function flatten([red, green, blue, alpha]: Rgba, under: Rgba): Rgba {
  const mix = (top: number, bottom: number) => Math.round(top * alpha + bottom * (1 - alpha));
  return [mix(red, under[0]), mix(green, under[1]), mix(blue, under[2]), 1];
}

export const writeColor = ([red, green, blue, alpha]: Rgba): string =>
  alpha === 1 ? `rgb(${red}, ${green}, ${blue})` : `rgba(${red}, ${green}, ${blue}, ${alpha})`;

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

/** The property whose computed value resolves a token's, by its type. */
const probes = { color: 'color', length: 'width', font: 'font-family' } as const;

/** Computes one token for one variable, null where the value is none that Stripe could take. */
function resolve(token: Token, variable: ConnectVariable, style: CSSStyleDeclaration, under: Rgba) {
  const computed = style.getPropertyValue(probes[token.type]);
  if (token.type === 'font') return computed || null;
  if (token.type === 'length') return clampPixels(variable, computed);
  const color = parseColor(computed);
  if (!color) return null;
  return writeColor(mayBeTransparent.has(variable) ? color : flatten(color, under));
}

/** A hidden element beside the host's own shadow content, where `--_name` are the host's and no page style reaches. */
function makeProbe(host: HTMLElement): HTMLElement {
  const probe = host.ownerDocument.createElement('span');
  for (const [property, value] of [
    ['display', 'block'],
    ['position', 'fixed'],
    ['visibility', 'hidden'],
    ['pointer-events', 'none'],
    ['box-sizing', 'content-box'],
    ['font-size', 'inherit'],
  ] as const)
    probe.style.setProperty(property, value);
  // Without themeStyles on the host (a provider may have none) the tokens are set on the probe itself.
  for (const token of tokens) probe.style.setProperty(`--_${token.name}`, tokenValue(token));
  (host.shadowRoot ?? host).append(probe);
  return probe;
}

const set = (probe: HTMLElement, token: Token) => {
  // color-mix with itself makes every colour space one that we can read.
  const own = `var(--_${token.name})`;
  const value = token.type === 'color' ? `color-mix(in srgb, ${own}, ${own})` : own;
  probe.style.setProperty(probes[token.type], value);
};

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
    set(
      probe,
      tokens.find(({ name }) => name === 'bg')!,
    );
    const under = parseColor(style.color) ?? [255, 255, 255, 1];
    for (const token of tokens as readonly Token[]) {
      if (!token.connect) continue;
      set(probe, token);
      for (const variable of token.connect) {
        const value = resolve(token, variable, style, under);
        if (value !== null) variables[variable] = value;
      }
    }
  } finally {
    probe.remove();
  }
  return { overlays: 'dialog', variables };
}
