import { balance } from '../en/balance.ts';
import { Section } from '../section.ts';

export const balanceTexts = new Section('balance', balance, {
  es: async () => (await import('../es/balance.ts')).balance,
  ja: async () => (await import('../ja/balance.ts')).balance,
  ar: async () => (await import('../ar/balance.ts')).balance,
});
