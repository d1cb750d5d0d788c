import { balance } from '../en/balance.ts';
import { Section } from '../section.ts';

export const balanceTexts = new Section('balance', balance, {
  es: () => import('../es/balance.ts'),
  ja: () => import('../ja/balance.ts'),
  ar: () => import('../ar/balance.ts'),
});
