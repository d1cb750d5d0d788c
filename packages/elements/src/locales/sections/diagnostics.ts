import { diagnostics } from '../en/diagnostics.ts';
import { Section } from '../section.ts';

export const diagnosticsTexts = new Section('diagnostics', diagnostics, {
  es: async () => (await import('../es/diagnostics.ts')).diagnostics,
  ja: async () => (await import('../ja/diagnostics.ts')).diagnostics,
  ar: async () => (await import('../ar/diagnostics.ts')).diagnostics,
});
