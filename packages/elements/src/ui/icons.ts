/**
 * 16-px line drawings, each one path, stroke 1.6 in the text's colour. Each is an export of its own, so that an element's
 * bundle has only those it shows.
 */
/** Money in. */
export const arrowDown = 'M8 2.6v10.6M3.9 9.2 8 13.3l4.1-4.1';
/** Money sent on. */
export const arrowUp = 'M8 13.4V2.8M3.9 6.8 8 2.7l4.1 4.1';
export const alert = 'M1.8 8a6.2 6.2 0 1 0 12.4 0 6.2 6.2 0 1 0-12.4 0M8 4.7v3.9M8 11.1v.2';
/** Money back. */
export const undo = 'M5.8 3 2.4 6.4l3.4 3.4M2.8 6.4h7.1a3.5 3.5 0 0 1 0 7H7.6 ';
export const bank = 'M2.2 6.3 8 2.5l5.8 3.8M3.6 6.8v5.4M8 6.8v5.4M12.4 6.8v5.4M2.2 13.7h11.6';
export const check = 'm3.4 8.6 3 3 6.2-7';
export const gear =
  'M5.7 8a2.3 2.3 0 1 0 4.6 0 2.3 2.3 0 1 0-4.6 0M8 1.9v2M8 12.1v2M1.9 8h2M12.1 8h2M3.7 3.7l1.4 1.4M10.9 10.9l1.4 1.4M3.7 12.3l1.4-1.4M10.9 5.1l1.4-1.4';
export const clock = 'M1.8 8a6.2 6.2 0 1 0 12.4 0 6.2 6.2 0 1 0-12.4 0M8 4.6V8l2.3 1.6';
export const plus = 'M8 3.2v9.6M3.2 8h9.6';
export const close = 'm4 4 8 8M12 4l-8 8';
/** Fees: a slip. */
export const receipt = 'M3.6 2.3h8.8v11.4l-2.2-1.4L8 13.7l-2.2-1.4-2.2 1.4zM6 5.7h4M6 8.5h4';
/** Held for a while. */
export const lock =
  'M5 7.1h6a1.6 1.6 0 0 1 1.6 1.6v3.2a1.6 1.6 0 0 1-1.6 1.6h-6a1.6 1.6 0 0 1-1.6-1.6v-3.2a1.6 1.6 0 0 1 1.6-1.6zM5.4 7.1V5.2a2.6 2.6 0 0 1 5.2 0v1.9';
/** Corrections. */
export const sliders =
  'M2.4 5h5.2M11 5h2.6M2.4 11h2.6M8.4 11h5.2M7.6 5a1.7 1.7 0 1 0 3.4 0 1.7 1.7 0 1 0-3.4 0M5 11a1.7 1.7 0 1 0 3.4 0 1.7 1.7 0 1 0-3.4 0';
export const dot = 'M5.4 8a2.6 2.6 0 1 0 5.2 0 2.6 2.6 0 1 0-5.2 0';
export const search = 'M2.6 7a4.4 4.4 0 1 0 8.8 0 4.4 4.4 0 1 0-8.8 0M10.4 10.4l3.2 3.2';
export const download = 'M8 2.6v7.2M4.9 7 8 10.1 11.1 7M2.8 13.2h10.4';
export const external =
  'M9.4 2.7h3.9v3.9M13 3 7.6 8.4M11.8 9.4v2.4a1.6 1.6 0 0 1-1.6 1.6H4.2a1.6 1.6 0 0 1-1.6-1.6V5.8a1.6 1.6 0 0 1 1.6-1.6h2.4 ';
export const bell =
  'M8 2.2a4 4 0 0 0-4 4c0 3.6-1.4 4.8-1.4 4.8h10.8S12 9.8 12 6.2a4 4 0 0 0-4-4ZM6.7 13.4a1.5 1.5 0 0 0 2.6 0';
export const chevron = 'm4 6 4 4 4-4';
export const chart = 'M3 13.2V8.8M8 13.2V3M13 13.2V6';
