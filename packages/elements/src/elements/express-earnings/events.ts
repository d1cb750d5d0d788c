import type { Interval } from '@express-elements/contract';
import type { EarningsView } from './earnings.view.ts';
import type { Compare, EarningsRange } from './express-earnings.model.ts';

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

declare global {
  interface HTMLElementEventMap {
    'express-earnings-change': ExpressEarningsChangeEvent;
  }
}
