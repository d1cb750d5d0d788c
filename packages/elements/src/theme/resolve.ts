import { tokens, tokenValue, type Token, type TokenName } from './tokens.ts';

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

/** The property whose computed value resolves a token's, by its type. */
export const probes = { color: 'color', length: 'width', font: 'font-family' } as const;

/** A hidden element beside the host's own shadow content, where `--_name` are the host's and no page style reaches. */
export function makeProbe(host: HTMLElement): HTMLElement {
  const probe = host.ownerDocument.createElement('span');
  for (const [property, value] of [
    ['display', 'block'],
    ['position', 'fixed'],
    ['visibility', 'hidden'],
    ['pointer-events', 'none'],
    ['box-sizing', 'content-box'],
    ['font-size', 'inherit'],
    // What is asked for, not what forced colours make of it.
    ['forced-color-adjust', 'none'],
  ] as const)
    probe.style.setProperty(property, value);
  // Without themeStyles on the host (a provider may have none) the tokens are set on the probe itself.
  for (const token of tokens) probe.style.setProperty(`--_${token.name}`, tokenValue(token));
  (host.shadowRoot ?? host).append(probe);
  return probe;
}

/** Gives the probe one token to compute. */
export const setProbe = (probe: HTMLElement, token: Token) => {
  // color-mix with itself makes every colour space one that we can read.
  const own = `var(--_${token.name})`;
  const value = token.type === 'color' ? `color-mix(in srgb, ${own}, ${own})` : own;
  probe.style.setProperty(probes[token.type], value);
};

/**
 * Tokens as a canvas takes them: `rgb(…)` for colours, pixels for lengths, as they are on this element now.
 *
 * @example resolveTokens(this, ['accent', 'size']) // { accent: 'rgb(79, 70, 229)', size: '14px' }
 */
export function resolveTokens<Name extends TokenName>(
  host: HTMLElement,
  names: readonly Name[],
): Record<Name, string> {
  const probe = makeProbe(host);
  const style = getComputedStyle(probe);
  const resolved: Partial<Record<Name, string>> = {};
  try {
    for (const name of names) {
      const token: Token = tokens.find((each) => each.name === name)!;
      setProbe(probe, token);
      const computed = style.getPropertyValue(probes[token.type]);
      const color = token.type === 'color' ? parseColor(computed) : null;
      resolved[name] = color ? writeColor(color) : computed;
    }
  } finally {
    probe.remove();
  }
  return resolved as Record<Name, string>;
}

/** Colours by their CSS, system colours too, as a canvas takes them. */
export function resolveColors<Name extends string>(
  host: HTMLElement,
  colors: Readonly<Record<Name, string>>,
): Record<Name, string> {
  const probe = makeProbe(host);
  const style = getComputedStyle(probe);
  const resolved: Partial<Record<Name, string>> = {};
  try {
    for (const name of Object.keys(colors) as Name[]) {
      probe.style.setProperty('color', colors[name]);
      resolved[name] = style.color;
    }
  } finally {
    probe.remove();
  }
  return resolved as Record<Name, string>;
}
