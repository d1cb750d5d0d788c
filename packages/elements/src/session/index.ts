export { sessionContext } from './context.ts';
export { absoluteUrl, attachRoot, ownSession, sharedSession, type OwnOptions } from './registry.ts';
export type { Resource, ResourceState } from './resources.ts';
export type {
  AccountState,
  ElementReport,
  Notifications,
  PageSession,
  SessionState,
} from './types.ts';
