import { html, type TemplateResult } from 'lit';

/** The path of an icon, one of `icons.ts`. A space at its end: it points along the text, so it is turned over with it. */
export type Drawing = `M${string}` | `m${string}`;

/** Never the only carrier of meaning, so hidden from readers. @example icon(icons.bank) */
export const icon = (drawing: Drawing): TemplateResult =>
  html`<svg
    class="icon ${drawing.endsWith(' ') ? 'turns' : ''}"
    viewBox="0 0 16 16"
    width="16"
    height="16"
    fill="none"
    stroke="currentColor"
    stroke-width="1.6"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d=${drawing} />
  </svg>`;

/** What an icon's tile or a badge is about. Danger is for disputes and failures, never for mere outflow. */
export type Tone = 'accent' | 'good' | 'warning' | 'danger' | 'plain';

/** An icon on a soft square. @example tile(icons.bank, 'accent') */
export const tile = (drawing: Drawing, tone: Tone = 'plain'): TemplateResult =>
  html`<span class="tile" data-tone=${tone} part="icon">${icon(drawing)}</span>`;

/** A word about a state. @example badge('Available', 'good') */
export const badge = (text: string, tone: Tone = 'plain'): TemplateResult =>
  html`<span class="badge" data-tone=${tone} part="badge"><bdi .textContent=${text}></bdi></span>`;
