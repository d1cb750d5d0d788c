import { activity } from '../en/activity.ts';
import { Section } from '../section.ts';

export const activityTexts = new Section('activity', activity, {
  es: async () => (await import('../es/activity.ts')).activity,
});
