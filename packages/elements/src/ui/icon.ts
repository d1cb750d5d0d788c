import { html, type TemplateResult } from 'lit';

/** 16-px line drawings, each one path, stroke 1.6 in the text's colour. Never the only carrier of meaning, so hidden from readers. */
const drawings = {
  /** Money in. */
  'arrow-down': 'M8 2.6v10.6M3.9 9.2 8 13.3l4.1-4.1',
  /** Money sent on. */
  'arrow-up': 'M8 13.4V2.8M3.9 6.8 8 2.7l4.1 4.1',
  alert: 'M1.8 8a6.2 6.2 0 1 0 12.4 0 6.2 6.2 0 1 0-12.4 0M8 4.7v3.9M8 11.1v.2',
  /** Money back. */
  undo: 'M5.8 3 2.4 6.4l3.4 3.4M2.8 6.4h7.1a3.5 3.5 0 0 1 0 7H7.6',
  bank: 'M2.2 6.3 8 2.5l5.8 3.8M3.6 6.8v5.4M8 6.8v5.4M12.4 6.8v5.4M2.2 13.7h11.6',
  check: 'm3.4 8.6 3 3 6.2-7',
  gear: 'M5.7 8a2.3 2.3 0 1 0 4.6 0 2.3 2.3 0 1 0-4.6 0M8 1.9v2M8 12.1v2M1.9 8h2M12.1 8h2M3.7 3.7l1.4 1.4M10.9 10.9l1.4 1.4M3.7 12.3l1.4-1.4M10.9 5.1l1.4-1.4',
  clock: 'M1.8 8a6.2 6.2 0 1 0 12.4 0 6.2 6.2 0 1 0-12.4 0M8 4.6V8l2.3 1.6',
  plus: 'M8 3.2v9.6M3.2 8h9.6',
  minus: 'M3.2 8h9.6',
  close: 'm4 4 8 8M12 4l-8 8',
  /** Fees: a slip. */
  receipt: 'M3.6 2.3h8.8v11.4l-2.2-1.4L8 13.7l-2.2-1.4-2.2 1.4zM6 5.7h4M6 8.5h4',
  /** Held for a while. */
  lock: 'M5 7.1h6a1.6 1.6 0 0 1 1.6 1.6v3.2a1.6 1.6 0 0 1-1.6 1.6h-6a1.6 1.6 0 0 1-1.6-1.6v-3.2a1.6 1.6 0 0 1 1.6-1.6zM5.4 7.1V5.2a2.6 2.6 0 0 1 5.2 0v1.9',
  /** Corrections. */
  sliders:
    'M2.4 5h5.2M11 5h2.6M2.4 11h2.6M8.4 11h5.2M7.6 5a1.7 1.7 0 1 0 3.4 0 1.7 1.7 0 1 0-3.4 0M5 11a1.7 1.7 0 1 0 3.4 0 1.7 1.7 0 1 0-3.4 0',
  dot: 'M5.4 8a2.6 2.6 0 1 0 5.2 0 2.6 2.6 0 1 0-5.2 0',
  search: 'M2.6 7a4.4 4.4 0 1 0 8.8 0 4.4 4.4 0 1 0-8.8 0M10.4 10.4l3.2 3.2',
  download: 'M8 2.6v7.2M4.9 7 8 10.1 11.1 7M2.8 13.2h10.4',
  copy: 'M7.4 5.6h4.2a1.8 1.8 0 0 1 1.8 1.8v4.2a1.8 1.8 0 0 1-1.8 1.8h-4.2a1.8 1.8 0 0 1-1.8-1.8v-4.2a1.8 1.8 0 0 1 1.8-1.8zM10.4 3.4a1.8 1.8 0 0 0-1.6-1H4.4a2 2 0 0 0-2 2v4.4a1.8 1.8 0 0 0 1 1.6',
  external:
    'M9.4 2.7h3.9v3.9M13 3 7.6 8.4M11.8 9.4v2.4a1.6 1.6 0 0 1-1.6 1.6H4.2a1.6 1.6 0 0 1-1.6-1.6V5.8a1.6 1.6 0 0 1 1.6-1.6h2.4',
  bell: 'M8 2.2a4 4 0 0 0-4 4c0 3.6-1.4 4.8-1.4 4.8h10.8S12 9.8 12 6.2a4 4 0 0 0-4-4ZM6.7 13.4a1.5 1.5 0 0 0 2.6 0',
  chevron: 'm4 6 4 4 4-4',
  warning: 'M8 2.2 14.4 13.4H1.6ZM8 6.5v3.1M8 11.3v.2',
  chart: 'M3 13.2V8.8M8 13.2V3M13 13.2V6',
  refresh: 'M13.2 8a5.2 5.2 0 1 1-1.5-3.7M13.3 2.5v2.6h-2.6',
} as const satisfies Record<string, string>;

export type IconName = keyof typeof drawings;

/** @example icon('bank') */
export const icon = (name: IconName): TemplateResult =>
  html`<svg
    class="icon"
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
    <path d=${drawings[name]} />
  </svg>`;

/** What an icon's tile or a badge is about. Danger is for disputes and failures, never for mere outflow. */
export type Tone = 'accent' | 'good' | 'warning' | 'danger' | 'plain';

/** An icon on a soft square. @example tile('bank', 'accent') */
export const tile = (name: IconName, tone: Tone = 'plain'): TemplateResult =>
  html`<span class="tile" data-tone=${tone} part="icon">${icon(name)}</span>`;

/** A word about a state. @example badge('Available', 'good') */
export const badge = (text: string, tone: Tone = 'plain'): TemplateResult =>
  html`<span class="badge" data-tone=${tone} part="badge"><bdi .textContent=${text}></bdi></span>`;
