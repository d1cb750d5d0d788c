import type { AppearanceOptions } from '@stripe/connect-js';

/** A variable of Stripe's embedded components. */
export type ConnectVariable = Exclude<
  keyof NonNullable<AppearanceOptions['variables']>,
  'overlayZIndex'
>;

export interface Token {
  /** The name elements use inside: `var(--_name)`. */
  readonly name: string;
  readonly type: 'color' | 'length' | 'font';
  readonly light: string;
  /** Absent: the same as light. */
  readonly dark?: string;
  /** What a host sets, on the page, a provider or one element. Absent: worked out from others. */
  readonly property?: `--express-${string}`;
  /** The variables of Stripe's components that take the same value. */
  readonly connect?: readonly ConnectVariable[];
  readonly doc: string;
}

/**
 * Everything about the look that a host may change, and what follows from it. The style sheet, Stripe's appearance,
 * the docs table and the catalogue's controls are all made from this table. Later entries may use earlier ones.
 */
export const tokens = [
  {
    name: 'accent',
    type: 'color',
    light: '#4f46e5',
    dark: '#8b8cf8',
    property: '--express-color-primary',
    connect: [
      'colorPrimary',
      'buttonPrimaryColorBackground',
      'buttonPrimaryColorBorder',
      'actionPrimaryColorText',
      'actionPrimaryTextDecorationColor',
      'formAccentColor',
      'formHighlightColorBorder',
    ],
    doc: 'The one accent: links, what is chosen, bars, focus rings.',
  },
  {
    name: 'on-accent',
    type: 'color',
    light: '#ffffff',
    dark: '#0e1020',
    property: '--express-color-on-primary',
    connect: ['buttonPrimaryColorText'],
    doc: 'Text and marks on the accent.',
  },
  {
    name: 'bg',
    type: 'color',
    light: '#ffffff',
    dark: '#14161f',
    property: '--express-color-background',
    connect: ['colorBackground', 'formBackgroundColor', 'buttonSecondaryColorBackground'],
    doc: 'The surface of cards, controls and what floats.',
  },
  {
    name: 'accent-soft',
    type: 'color',
    light: 'color-mix(in srgb, var(--_accent) 9.5%, var(--_bg))',
    dark: 'color-mix(in srgb, var(--_accent) 17%, var(--_bg))',
    property: '--express-color-primary-soft',
    doc: 'Behind what is chosen or new; follows the accent.',
  },
  {
    name: 'text',
    type: 'color',
    light: '#16192c',
    dark: '#eceef6',
    property: '--express-color-text',
    connect: ['colorText', 'buttonSecondaryColorText', 'actionSecondaryColorText'],
    doc: 'Figures, names, headings.',
  },
  {
    name: 'muted',
    type: 'color',
    light: '#5a6178',
    dark: '#a3aac0',
    property: '--express-color-text-secondary',
    connect: ['colorSecondaryText', 'badgeNeutralColorText'],
    doc: 'Labels and second lines.',
  },
  {
    name: 'faint',
    type: 'color',
    light: '#666d83',
    dark: '#8d95ad',
    property: '--express-color-text-faint',
    connect: ['formPlaceholderTextColor'],
    doc: 'Secondary facts, axes, placeholders; still 4.5 : 1.',
  },
  {
    name: 'line',
    type: 'color',
    light: '#e4e7ee',
    dark: '#272b3a',
    property: '--express-color-border',
    connect: ['colorBorder', 'buttonSecondaryColorBorder', 'badgeNeutralColorBorder'],
    doc: 'Hairlines around cards and controls.',
  },
  {
    name: 'line-inner',
    type: 'color',
    light: '#eff1f5',
    dark: '#1e2230',
    property: '--express-color-border-inner',
    connect: ['offsetBackgroundColor', 'badgeNeutralColorBackground'],
    doc: 'Hairlines between rows, quiet fills.',
  },
  {
    name: 'control-line',
    type: 'color',
    light: '#858ca1',
    dark: '#6d7590',
    property: '--express-color-border-control',
    doc: 'The edge of a box that can be ticked or typed in, where nothing else shows it; 3 : 1.',
  },
  {
    name: 'good',
    type: 'color',
    light: '#0b7a4b',
    dark: '#57d39a',
    property: '--express-color-success',
    connect: ['badgeSuccessColorText'],
    doc: 'Arrived, available, up.',
  },
  {
    name: 'good-soft',
    type: 'color',
    light: '#e3f6ec',
    dark: '#12301f',
    property: '--express-color-success-soft',
    connect: ['badgeSuccessColorBackground', 'badgeSuccessColorBorder'],
    doc: 'Behind it.',
  },
  {
    name: 'warning',
    type: 'color',
    light: '#8f5200',
    dark: '#f2b95a',
    property: '--express-color-warning',
    connect: ['badgeWarningColorText'],
    doc: 'Pending with a date, a requirement due.',
  },
  {
    name: 'warning-soft',
    type: 'color',
    light: '#fdf1d8',
    dark: '#33260e',
    property: '--express-color-warning-soft',
    connect: ['badgeWarningColorBackground', 'badgeWarningColorBorder'],
    doc: 'Behind it.',
  },
  {
    name: 'danger',
    type: 'color',
    light: '#b3093c',
    dark: '#ff8aa8',
    property: '--express-color-danger',
    connect: ['colorDanger', 'badgeDangerColorText'],
    doc: 'Disputes and failures, never mere outflow.',
  },
  {
    name: 'danger-soft',
    type: 'color',
    light: '#fde8ee',
    dark: '#3a1622',
    property: '--express-color-danger-soft',
    connect: ['badgeDangerColorBackground', 'badgeDangerColorBorder'],
    doc: 'Behind it.',
  },
  {
    name: 'ghost',
    type: 'color',
    light: '#e1e3f0',
    dark: '#262a40',
    property: '--express-color-previous',
    doc: 'The previous period behind the bars.',
  },
  {
    name: 'mark',
    type: 'color',
    light: 'color-mix(in srgb, #f2b95a 38%, transparent)',
    property: '--express-color-mark',
    doc: 'Behind the words that a search found.',
  },
  {
    name: 'scrim',
    type: 'color',
    light: 'rgb(16 20 44 / 0.32)',
    dark: 'rgb(0 0 0 / 0.56)',
    property: '--express-color-scrim',
    connect: ['overlayBackdropColor'],
    doc: 'Over the page, under a drawer or a sheet.',
  },
  {
    name: 'font',
    type: 'font',
    light: 'inherit',
    property: '--express-font-family',
    connect: ['fontFamily'],
    doc: "The family; as a rule the page's own.",
  },
  {
    name: 'size',
    type: 'length',
    light: 'max(14px, 0.875rem)',
    property: '--express-font-size-base',
    connect: ['fontSizeBase'],
    doc: 'The size of text; all other sizes follow it. Grows with the reader’s own font size.',
  },
  {
    name: 'unit',
    type: 'length',
    light: '8px',
    property: '--express-spacing-unit',
    connect: ['spacingUnit'],
    doc: 'Two steps of the grid; paddings and gaps follow it.',
  },
  {
    name: 'radius',
    type: 'length',
    light: '12px',
    property: '--express-border-radius',
    connect: ['borderRadius', 'overlayBorderRadius'],
    doc: 'The corners of cards and of what floats.',
  },
  {
    name: 'radius-control',
    type: 'length',
    light: 'min(8px, var(--_radius))',
    property: '--express-border-radius-control',
    connect: ['buttonBorderRadius', 'formBorderRadius'],
    doc: 'The corners of buttons and fields.',
  },
  {
    name: 'radius-badge',
    type: 'length',
    light: 'min(6px, var(--_radius))',
    property: '--express-border-radius-badge',
    connect: ['badgeBorderRadius'],
    doc: 'The corners of badges.',
  },
] as const satisfies readonly Token[];

export type TokenName = (typeof tokens)[number]['name'];

/** The value of one token as a style sheet writes it: `light-dark()` where the two differ. */
export function tokenValue(token: Token): string {
  const value =
    token.dark === undefined ? token.light : `light-dark(${token.light}, ${token.dark})`;
  return token.property === undefined ? value : `var(${token.property}, ${value})`;
}
