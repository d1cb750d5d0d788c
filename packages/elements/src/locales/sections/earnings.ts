import { earnings } from '../en/earnings.ts';
import { Section } from '../section.ts';

export const earningsTexts = new Section('earnings', earnings, {
  es: async () => (await import('../es/earnings.ts')).earnings,
  ja: async () => (await import('../ja/earnings.ts')).earnings,
  ar: async () => (await import('../ar/earnings.ts')).earnings,
});
