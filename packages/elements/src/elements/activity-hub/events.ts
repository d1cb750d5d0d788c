import type { ActivityItem, Need, Opens } from '@express-elements/contract';

/** The seller picked an item. `preventDefault()` keeps Stripe's component closed, for a host that shows its own. */
export class ExpressActivitySelectEvent extends Event {
  constructor(
    readonly item: ActivityItem | Need,
    /** The Connect element that shows it, and the object in it. */
    readonly opens: Opens,
  ) {
    super('express-activity-select', { bubbles: true, composed: true, cancelable: true });
  }
}

/** How many items are unread now. Bubbles, so that a page can show the count beside a link of its own. */
export class ExpressUnreadChangeEvent extends Event {
  constructor(readonly unread: number) {
    super('express-unread-change', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'express-activity-select': ExpressActivitySelectEvent;
    'express-unread-change': ExpressUnreadChangeEvent;
  }
}
