import { html, nothing, type TemplateResult } from 'lit';
import type { LocalizeController } from '../../locales/index.ts';
import type { PointWords } from './express-earnings.model.ts';
import type { PickController } from './pick.controller.ts';
import type { EarningsRows } from './picked.model.ts';

const tip = (words: PointWords | null) =>
  words === null
    ? nothing
    : html`<div class="tip" aria-hidden="true">
        <b>${words.name}</b>${words.lines.map((line) => html`<span>${line}</span>`)}
      </div>`;

export interface PlotProps {
  readonly label: string;
  readonly bars: number;
  /** The bar that is being read; the last one is where reading begins. */
  readonly active: number | null;
  /** Read aloud for it, or for what is picked. */
  readonly spoken: string;
  /** Said beside it. */
  readonly words: PointWords | null;
  readonly pick: Pick<PickController, 'key' | 'move' | 'down' | 'up' | 'cancel' | 'leave'>;
}

/** The drawing, read and picked by pointer and by keys. */
export const plot = ({ label, bars, active, spoken, words, pick }: PlotProps): TemplateResult =>
  html`<div
    class="plot"
    tabindex="0"
    role="slider"
    aria-label=${label}
    aria-valuemin="0"
    aria-valuemax=${bars - 1}
    aria-valuenow=${active ?? bars - 1}
    aria-valuetext=${spoken}
    @keydown=${pick.key}
    @pointermove=${pick.move}
    @pointerdown=${pick.down}
    @pointerup=${pick.up}
    @pointercancel=${pick.cancel}
    @pointerleave=${pick.leave}
    @blur=${pick.leave}
  >
    <canvas></canvas>
    ${tip(words)}
  </div>`;

/** Bars in the shape of what comes. */
export const plotBones = (): TemplateResult =>
  html`<div class="plot plot-room" aria-hidden="true">
    ${Array.from({ length: 14 }, () => html`<span class="bone"></span>`)}
  </div>`;

export interface PickedProps {
  readonly l: LocalizeController<'earnings'>;
  /** What was picked, by name. */
  readonly name: string;
  readonly rows: EarningsRows;
  /** Leads to the rows; null where nobody on the page shows them. */
  readonly show: (() => void) | null;
  readonly clear: () => void;
}

/** In place of the breakdown: the bars that were picked, their sum, the way to their rows. */
export function pickedFoot({ l, name, rows, show, clear }: PickedProps): TemplateResult {
  const texts = l.messages.earnings;
  const count = texts.payments(rows.count, l.count(rows.count));
  return html`<div class="foot picked num" role="group" aria-label=${texts.picked}>
    <span class="muted">${name}</span>
    <b class="money">${l.money(rows.net, rows.currency)}</b>
    ${
      show && rows.count > 0
        ? html`<button type="button" class="button small" @click=${show}>
            ${texts.showRows(count)}
          </button>`
        : html`<span class="muted">${count}</span>`
    }
    <button type="button" class="link clear" @click=${clear}>${texts.letGo}</button>
  </div>`;
}
