import type { ExpressError } from '../endpoint/errors.ts';

/** The element shows something for the first time. Does not bubble, as `load` does not. */
export class ExpressReadyEvent extends Event {
  constructor() {
    super('express-ready');
  }
}

/** Something could not be loaded; the element says so in place. Does not bubble, as `error` does not. */
export class ExpressErrorEvent extends Event {
  readonly error: ExpressError;

  constructor(error: ExpressError) {
    super('express-error');
    this.error = error;
  }
}

declare global {
  interface HTMLElementEventMap {
    'express-ready': ExpressReadyEvent;
    'express-error': ExpressErrorEvent;
  }
}
