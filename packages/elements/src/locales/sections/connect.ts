import { connect } from '../en/connect.ts';
import { Section } from '../section.ts';

export const connectTexts = new Section('connect', connect, {
  es: async () => (await import('../es/connect.ts')).connect,
  ja: async () => (await import('../ja/connect.ts')).connect,
  ar: async () => (await import('../ar/connect.ts')).connect,
});
