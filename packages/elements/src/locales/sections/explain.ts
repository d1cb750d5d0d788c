import { explain } from '../en/explain.ts';
import { Section } from '../section.ts';

export const explainTexts = new Section('explain', explain, {
  es: async () => (await import('../es/explain.ts')).explain,
  ja: async () => (await import('../ja/explain.ts')).explain,
  ar: async () => (await import('../ar/explain.ts')).explain,
});
