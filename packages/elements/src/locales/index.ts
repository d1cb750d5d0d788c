export { LocalizeController } from './localize.ts';
export type { Messages } from './en.ts';
export type { MessagesOf } from './catalog.ts';
