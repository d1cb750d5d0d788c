import { activity } from '../en/activity.ts';
import { Section } from '../section.ts';

export const activityTexts = new Section('activity', activity, {
  es: async () => (await import('../es/activity.ts')).activity,
  ja: async () => (await import('../ja/activity.ts')).activity,
  ar: async () => (await import('../ar/activity.ts')).activity,
});
