import type { Decorator } from '@storybook/web-components-vite';
import { globalsOf } from './globals.ts';

/**
 * The page around a story: language, direction, colour scheme and width, set on the page itself so that no element
 * of the catalogue's stands between a story and the document. By CSSOM, as the strict policy asks.
 */
export const frame: Decorator = (story, { globals }) => {
  const { theme, language, width, direction } = globalsOf(globals);
  const page = document.documentElement;
  page.lang = language;
  // An Arabic page runs from right to left whatever else is chosen.
  page.dir = language === 'ar' ? 'rtl' : direction;
  page.dataset['theme'] = theme;
  page.style.colorScheme = theme === 'auto' ? 'light dark' : theme;
  document.body.style.maxInlineSize = width === 'full' ? '' : `${width}px`;
  return story();
};
