import { connect } from '../en/connect.ts';
import { Section } from '../section.ts';

export const connectTexts = new Section('connect', connect, {
  es: () => import('../es/connect.ts'),
  ja: () => import('../ja/connect.ts'),
  ar: () => import('../ar/connect.ts'),
});
