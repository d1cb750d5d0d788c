import { common, errors } from '../en/common.ts';
import { Section } from '../section.ts';

/** What every element has besides its own. */
export const commonTexts = new Section('common', common, {
  es: () => import('../es/common.ts'),
  ja: () => import('../ja/common.ts'),
  ar: () => import('../ar/common.ts'),
});

export const errorTexts = new Section('errors', errors, {
  es: () => import('../es/common.ts'),
  ja: () => import('../ja/common.ts'),
  ar: () => import('../ar/common.ts'),
});
