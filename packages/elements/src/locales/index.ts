export { LocalizeController } from './localize.ts';
export { en, type Messages } from './en.ts';
