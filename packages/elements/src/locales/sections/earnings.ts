import { earnings } from '../en/earnings.ts';
import { Section } from '../section.ts';

export const earningsTexts = new Section('earnings', earnings, {
  es: () => import('../es/earnings.ts'),
  ja: () => import('../ja/earnings.ts'),
  ar: () => import('../ar/earnings.ts'),
});
