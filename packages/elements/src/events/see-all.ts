/** The seller wants all of what an element shows a part of. A host that has a page for it goes there. */
export class ExpressSeeAllEvent extends Event {
  constructor(
    /** What of: the section of the dashboard. */
    readonly section: 'transactions' | 'activity' | 'payouts' | 'payments' | 'account',
  ) {
    super('express-see-all', { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'express-see-all': ExpressSeeAllEvent;
  }
}
