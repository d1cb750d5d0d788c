import { common, errors } from '../en/common.ts';
import { Section } from '../section.ts';

/** What every element has besides its own. */
export const commonTexts = new Section('common', common, {
  es: async () => (await import('../es/common.ts')).common,
  ja: async () => (await import('../ja/common.ts')).common,
  ar: async () => (await import('../ar/common.ts')).common,
});

export const errorTexts = new Section('errors', errors, {
  es: async () => (await import('../es/common.ts')).errors,
  ja: async () => (await import('../ja/common.ts')).errors,
  ar: async () => (await import('../ar/common.ts')).errors,
});
