import { loginLink } from '../en/login-link.ts';
import { Section } from '../section.ts';

export const loginLinkTexts = new Section('loginLink', loginLink, {
  es: async () => (await import('../es/login-link.ts')).loginLink,
  ja: async () => (await import('../ja/login-link.ts')).loginLink,
  ar: async () => (await import('../ar/login-link.ts')).loginLink,
});
