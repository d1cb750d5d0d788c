import { createContext } from '@lit/context';
import type { PageSession } from './types.ts';

/** The session of the nearest provider. One key for all bundles; null: the provider has no endpoint. */
export const sessionContext = createContext<PageSession | null>(
  Symbol.for('express-elements/1/session'),
);
