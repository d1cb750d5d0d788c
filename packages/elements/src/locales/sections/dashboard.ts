import { dashboard } from '../en/dashboard.ts';
import { Section } from '../section.ts';

export const dashboardTexts = new Section('dashboard', dashboard, {
  es: async () => (await import('../es/dashboard.ts')).dashboard,
});
