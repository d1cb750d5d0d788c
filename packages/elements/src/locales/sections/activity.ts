import { activity } from '../en/activity.ts';
import { Section } from '../section.ts';

export const activityTexts = new Section('activity', activity, {
  es: () => import('../es/activity.ts'),
  ja: () => import('../ja/activity.ts'),
  ar: () => import('../ar/activity.ts'),
});
