import { html, svg } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';

/** Line drawings on a 16-px grid. */
const drawings = {
  in: svg`<path d="M8 3v10M4 9l4 4 4-4" />`,
  out: svg`<path d="M8 13V3M4 7l4-4 4 4" />`,
  back: svg`<path d="M6 4 3 7l3 3M3 7h6.5a3.2 3.2 0 0 1 0 6.4H8" />`,
  bank: svg`<path d="M2.5 6 8 2.8 13.5 6v.6h-11zM4 7v4.6M8 7v4.6M12 7v4.6M2.5 13.2h11" />`,
  alert: svg`<circle cx="8" cy="8" r="5.6" /><path d="M8 5.2v3.4M8 10.8v.1" />`,
  warning: svg`<path d="M8 2.6 14 13H2zM8 6.4v3.2M8 11.4v.1" />`,
  check: svg`<path d="m3.4 8.4 3 3 6.2-6.6" />`,
  clock: svg`<circle cx="8" cy="8" r="5.6" /><path d="M8 4.8V8l2.2 1.6" />`,
  close: svg`<path d="m4 4 8 8M12 4l-8 8" />`,
  card: svg`<rect x="2" y="3.6" width="12" height="8.8" rx="1.8" /><path d="M2 6.6h12" />`,
  person: svg`<circle cx="8" cy="5.4" r="2.6" /><path d="M3.2 13.4a4.9 4.9 0 0 1 9.6 0" />`,
  shop: svg`<path d="M2.6 6.4 3.8 3h8.4l1.2 3.4M3.4 7v6h9.2V7M2.6 6.4h10.8" />`,
  globe: svg`<circle cx="8" cy="8" r="5.6" /><path d="M2.4 8h11.2M8 2.4c2.6 3.4 2.6 7.8 0 11.2M8 2.4c-2.6 3.4-2.6 7.8 0 11.2" />`,
  shield: svg`<path d="M8 2.4 13 4v4c0 3-2.2 4.8-5 5.8C5.2 12.8 3 11 3 8V4z" />`,
  next: svg`<path d="m6 3.6 4.4 4.4L6 12.4" />`,
  box: svg`<path d="M2.6 5 8 2.4 13.4 5v6L8 13.6 2.6 11zM2.6 5 8 7.6 13.4 5M8 7.6v6" />`,
} satisfies Record<string, SVGTemplateResult>;

export type Icon = keyof typeof drawings;
export type Tone = 'neutral' | 'success' | 'warning' | 'danger' | 'primary';

export const icon = (name: Icon): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${drawings[name]}</svg>`;

/** A drawing in a soft tile whose tone says the kind. */
export const tile = (name: Icon, tone: Tone = 'neutral'): TemplateResult =>
  html`<span class="tile ${tone}">${icon(name)}</span>`;
