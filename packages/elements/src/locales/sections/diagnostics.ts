import { diagnostics } from '../en/diagnostics.ts';
import { Section } from '../section.ts';

export const diagnosticsTexts = new Section('diagnostics', diagnostics, {
  es: () => import('../es/diagnostics.ts'),
  ja: () => import('../ja/diagnostics.ts'),
  ar: () => import('../ar/diagnostics.ts'),
});
