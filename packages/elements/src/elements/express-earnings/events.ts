import type { Interval } from '@express-elements/contract';
import type { EarningsView } from './earnings.view.ts';
import type { EarningsRange } from './express-earnings.model.ts';

export interface EarningsChoice {
  readonly range: EarningsRange;
  readonly interval: Interval | null;
  readonly currency: string | null;
  readonly view: EarningsView;
}

/** The seller chose another period, interval, currency or view; the element's properties say the same already. */
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
