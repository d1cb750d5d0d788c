import type { Section } from './express-dashboard.model.ts';

/** The seller went to another section. */
export class ExpressSectionChangeEvent extends Event {
  constructor(readonly section: Section) {
    super('express-section-change', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'express-section-change': ExpressSectionChangeEvent;
  }
}
