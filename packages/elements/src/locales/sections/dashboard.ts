import { dashboard } from '../en/dashboard.ts';
import { Section } from '../section.ts';

export const dashboardTexts = new Section('dashboard', dashboard, {
  es: () => import('../es/dashboard.ts'),
  ja: () => import('../ja/dashboard.ts'),
  ar: () => import('../ar/dashboard.ts'),
});
