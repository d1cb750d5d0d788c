import { transactions } from '../en/transactions.ts';
import { Section } from '../section.ts';

export const transactionsTexts = new Section('transactions', transactions, {
  es: () => import('../es/transactions.ts'),
  ja: () => import('../ja/transactions.ts'),
  ar: () => import('../ar/transactions.ts'),
});
