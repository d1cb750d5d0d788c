import { dashboard } from '../en/dashboard.ts';
import { Section } from '../section.ts';

export const dashboardTexts = new Section('dashboard', dashboard, {
  es: async () => (await import('../es/dashboard.ts')).dashboard,
  ja: async () => (await import('../ja/dashboard.ts')).dashboard,
  ar: async () => (await import('../ar/dashboard.ts')).dashboard,
});
