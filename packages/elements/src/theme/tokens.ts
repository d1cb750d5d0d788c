export interface Token {
  /** The name elements use inside: `var(--_name)`. */
  readonly name: string;
  readonly type: 'color' | 'length' | 'font';
  readonly light: string;
  /** Absent: the same as light. */
  readonly dark?: string;
  /** What a host sets, on the page, a provider or one element. Absent: worked out from others. */
  readonly property?: `--express-${string}`;
}

/**
 * Everything about the look that a host may change, and what follows from it: the style sheet is made from this table.
 * Later entries may use earlier ones. Which variables of Stripe's take them says `appearance.ts`.
 */
export const tokens = [
  /** The one accent: links, what is chosen, bars, focus rings. */
  {
    name: 'accent',
    type: 'color',
    light: '#4f46e5',
    dark: '#8b8cf8',
    property: '--express-color-primary',
  },
  /** Text and marks on the accent. */
  {
    name: 'on-accent',
    type: 'color',
    light: '#ffffff',
    dark: '#0e1020',
    property: '--express-color-on-primary',
  },
  /** The surface of cards, controls and what floats. */
  {
    name: 'bg',
    type: 'color',
    light: '#ffffff',
    dark: '#14161f',
    property: '--express-color-background',
  },
  /** Behind what is chosen or new; follows the accent. */
  {
    name: 'accent-soft',
    type: 'color',
    light: 'color-mix(in srgb, var(--_accent) 9.5%, var(--_bg))',
    dark: 'color-mix(in srgb, var(--_accent) 17%, var(--_bg))',
    property: '--express-color-primary-soft',
  },
  /** Figures, names, headings. */
  {
    name: 'text',
    type: 'color',
    light: '#16192c',
    dark: '#eceef6',
    property: '--express-color-text',
  },
  /** Labels and second lines. */
  {
    name: 'muted',
    type: 'color',
    light: '#5a6178',
    dark: '#a3aac0',
    property: '--express-color-text-secondary',
  },
  /** Secondary facts, axes, placeholders; still 4.5 : 1. */
  {
    name: 'faint',
    type: 'color',
    light: '#666d83',
    dark: '#8d95ad',
    property: '--express-color-text-faint',
  },
  /** Hairlines around cards and controls. */
  {
    name: 'line',
    type: 'color',
    light: '#e4e7ee',
    dark: '#272b3a',
    property: '--express-color-border',
  },
  /** Hairlines between rows, quiet fills. */
  {
    name: 'line-inner',
    type: 'color',
    light: '#eff1f5',
    dark: '#1e2230',
    property: '--express-color-border-inner',
  },
  /** The edge of a box that can be ticked or typed in, where nothing else shows it; 3 : 1. */
  {
    name: 'control-line',
    type: 'color',
    light: '#858ca1',
    dark: '#6d7590',
    property: '--express-color-border-control',
  },
  /** Arrived, available, up. */
  {
    name: 'good',
    type: 'color',
    light: '#0b7a4b',
    dark: '#57d39a',
    property: '--express-color-success',
  },
  /** Behind it. */
  {
    name: 'good-soft',
    type: 'color',
    light: '#e3f6ec',
    dark: '#12301f',
    property: '--express-color-success-soft',
  },
  /** Pending with a date, a requirement due. */
  {
    name: 'warning',
    type: 'color',
    light: '#8f5200',
    dark: '#f2b95a',
    property: '--express-color-warning',
  },
  /** Behind it. */
  {
    name: 'warning-soft',
    type: 'color',
    light: '#fdf1d8',
    dark: '#33260e',
    property: '--express-color-warning-soft',
  },
  /** Disputes and failures, never mere outflow. */
  {
    name: 'danger',
    type: 'color',
    light: '#b3093c',
    dark: '#ff8aa8',
    property: '--express-color-danger',
  },
  /** Behind it. */
  {
    name: 'danger-soft',
    type: 'color',
    light: '#fde8ee',
    dark: '#3a1622',
    property: '--express-color-danger-soft',
  },
  /** The previous period behind the bars. */
  {
    name: 'ghost',
    type: 'color',
    light: '#e1e3f0',
    dark: '#262a40',
    property: '--express-color-previous',
  },
  /** Behind the words that a search found. */
  {
    name: 'mark',
    type: 'color',
    light: 'color-mix(in srgb, #f2b95a 38%, transparent)',
    property: '--express-color-mark',
  },
  /** Over the page, under a drawer or a sheet. */
  {
    name: 'scrim',
    type: 'color',
    light: 'rgb(16 20 44 / 0.32)',
    dark: 'rgb(0 0 0 / 0.56)',
    property: '--express-color-scrim',
  },
  /** The family; as a rule the page's own. */
  {
    name: 'font',
    type: 'font',
    light: 'inherit',
    property: '--express-font-family',
  },
  /** The size of text; all other sizes follow it. Grows with the reader’s own font size. */
  {
    name: 'size',
    type: 'length',
    light: 'max(14px, 0.875rem)',
    property: '--express-font-size-base',
  },
  /** Two steps of the grid; paddings and gaps follow it. */
  {
    name: 'unit',
    type: 'length',
    light: '8px',
    property: '--express-spacing-unit',
  },
  /** The corners of cards and of what floats. */
  {
    name: 'radius',
    type: 'length',
    light: '12px',
    property: '--express-border-radius',
  },
  /** The corners of buttons and fields. */
  {
    name: 'radius-control',
    type: 'length',
    light: 'min(8px, var(--_radius))',
    property: '--express-border-radius-control',
  },
  /** The corners of badges. */
  {
    name: 'radius-badge',
    type: 'length',
    light: 'min(6px, var(--_radius))',
    property: '--express-border-radius-badge',
  },
] as const satisfies readonly Token[];

export type TokenName = (typeof tokens)[number]['name'];

/** The value of one token as a style sheet writes it: `light-dark()` where the two differ. */
export function tokenValue(token: Token): string {
  const value =
    token.dark === undefined ? token.light : `light-dark(${token.light}, ${token.dark})`;
  return token.property === undefined ? value : `var(${token.property}, ${value})`;
}
