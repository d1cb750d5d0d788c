import { transactions } from '../en/transactions.ts';
import { Section } from '../section.ts';

export const transactionsTexts = new Section('transactions', transactions, {
  es: async () => (await import('../es/transactions.ts')).transactions,
  ja: async () => (await import('../ja/transactions.ts')).transactions,
  ar: async () => (await import('../ar/transactions.ts')).transactions,
});
