import type { Row } from '@express-elements/contract';
import type { ChosenFilters } from './filters.model.ts';

/** The seller picked a transaction. `preventDefault()` keeps the details closed, for a host that shows its own. */
export class ExpressTransactionSelectEvent extends Event {
  constructor(
    /** `txn_…` */
    readonly id: string,
    readonly row: Row,
  ) {
    super('express-transaction-select', { bubbles: true, composed: true, cancelable: true });
  }
}

/** The seller filtered or searched; the element's properties say the same already. */
export class ExpressFilterChangeEvent extends Event {
  constructor(readonly filters: ChosenFilters) {
    super('express-filter-change', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'express-transaction-select': ExpressTransactionSelectEvent;
    'express-filter-change': ExpressFilterChangeEvent;
  }
}
