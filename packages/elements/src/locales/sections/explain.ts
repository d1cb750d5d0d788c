import { explain } from '../en/explain.ts';
import { Section } from '../section.ts';

export const explainTexts = new Section('explain', explain, {
  es: () => import('../es/explain.ts'),
  ja: () => import('../ja/explain.ts'),
  ar: () => import('../ar/explain.ts'),
});
