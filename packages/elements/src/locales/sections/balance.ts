import { balance } from '../en/balance.ts';
import { Section } from '../section.ts';

export const balanceTexts = new Section('balance', balance, {
  es: async () => (await import('../es/balance.ts')).balance,
});
