import type { Interval } from '@express-elements/contract';
import type { EarningsView } from './earnings.view.ts';
import type { Compare, EarningsRange } from './express-earnings.model.ts';
import type { EarningsRows } from './picked.model.ts';

export interface EarningsChoice {
  readonly range: EarningsRange;
  /** The two days of a custom period. */
  readonly from: string | null;
  readonly to: string | null;
  readonly interval: Interval | null;
  readonly currency: string | null;
  readonly view: EarningsView;
  readonly compare: Compare;
}

/** The seller chose another period, interval, currency, view or comparison; the element's properties say the same already. */
export class ExpressEarningsChangeEvent extends Event {
  constructor(readonly choice: EarningsChoice) {
    super('express-earnings-change', { bubbles: true, composed: true });
  }
}

/**
 * The seller picked bars, by a click, by dragging over them or by keys, or let go of them. What counts into net volume
 * from `from` to `to` adds up to what was picked; `express-dashboard` and an `express-transactions` of the same page
 * offer these rows by themselves.
 */
export class ExpressRangeSelectEvent extends Event {
  constructor(
    /** Null: nothing is picked any more. */
    readonly rows: EarningsRows | null,
  ) {
    super('express-range-select', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'express-earnings-change': ExpressEarningsChangeEvent;
    'express-range-select': ExpressRangeSelectEvent;
  }
}
