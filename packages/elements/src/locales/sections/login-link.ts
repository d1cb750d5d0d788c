import { loginLink } from '../en/login-link.ts';
import { Section } from '../section.ts';

export const loginLinkTexts = new Section('loginLink', loginLink, {
  es: () => import('../es/login-link.ts'),
  ja: () => import('../ja/login-link.ts'),
  ar: () => import('../ar/login-link.ts'),
});
