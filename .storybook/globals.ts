import { roles } from '@express-elements/contract';
import type { Preview } from '@storybook/web-components-vite';

interface Choice {
  readonly title: string;
  readonly icon: 'circlehollow' | 'globe' | 'grow' | 'user' | 'transfer' | 'markup';
  /** The first is what a story starts with. */
  readonly items: readonly { readonly value: string; readonly title: string }[];
}

const plain = (...values: readonly string[]): Choice['items'] =>
  values.map((value) => ({ value, title: value }));

/** What the toolbar chooses for every story. */
const choices = {
  theme: {
    title: 'Theme',
    icon: 'circlehollow',
    items: [
      { value: 'auto', title: 'Like the system' },
      { value: 'light', title: 'Light' },
      { value: 'dark', title: 'Dark' },
    ],
  },
  language: {
    title: 'Language',
    icon: 'globe',
    items: [
      { value: 'en', title: 'English' },
      { value: 'es', title: 'Español' },
      { value: 'ja', title: '日本語' },
      { value: 'ar', title: 'العربية' },
    ],
  },
  width: {
    title: 'Width',
    icon: 'grow',
    items: [
      { value: 'full', title: 'Full width' },
      { value: '320', title: '320 px, the narrowest' },
      { value: '390', title: '390 px, a phone' },
      { value: '760', title: '760 px, where columns stack' },
      { value: '1280', title: '1280 px, a laptop' },
    ],
  },
  role: { title: 'Role', icon: 'user', items: plain(...roles) },
  direction: {
    title: 'Direction',
    icon: 'transfer',
    items: [
      { value: 'ltr', title: 'Left to right' },
      { value: 'rtl', title: 'Right to left' },
    ],
  },
  seller: {
    title: 'Seller',
    icon: 'markup',
    items: [
      { value: '0', title: 'United States, usd' },
      { value: '1', title: 'Japan, jpy' },
      { value: '2', title: 'Germany, eur and gbp' },
    ],
  },
} as const satisfies Record<string, Choice>;

type ChoiceName = keyof typeof choices;

/** What is chosen, as decorators and stories read it. */
export type CatalogueGlobals = {
  readonly [Name in ChoiceName]: (typeof choices)[Name]['items'][number]['value'];
};

const names = Object.keys(choices) as ChoiceName[];

export const initialGlobals: Readonly<Record<string, string>> = Object.fromEntries(
  names.map((name) => [name, choices[name].items[0]?.value ?? '']),
);

export const globalTypes: NonNullable<Preview['globalTypes']> = Object.fromEntries(
  names.map((name) => {
    const { title, icon, items } = choices[name];
    return [name, { name: title, toolbar: { title, icon, items: [...items], dynamicTitle: true } }];
  }),
);

/** Storybook hands out globals untyped, and a URL may say anything: what is unknown is the first choice. */
export function globalsOf(globals: Readonly<Record<string, unknown>>): CatalogueGlobals {
  const known = names.map((name) => {
    const values: readonly string[] = choices[name].items.map((item) => item.value);
    const value = String(globals[name]);
    return [name, values.includes(value) ? value : initialGlobals[name]];
  });
  return Object.fromEntries(known);
}
