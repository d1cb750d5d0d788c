import type { Decorator } from '@storybook/web-components-vite';
import '@express-elements/elements/express-provider';
import { globalsOf } from '../../.storybook/globals.ts';
import { endpoint, fetchFor, type Answers, type SignIn } from './stack.ts';

export interface PageOptions {
  readonly answers?: Answers;
  /** Over the toolbar's choice, where a story is about one sign-in. */
  readonly signIn?: Partial<SignIn>;
  /** A line above, such as that Stripe draws this part. */
  readonly note?: string;
}

/** Puts a story inside a provider whose back end runs in the page. */
export const inPage =
  ({ answers = {}, signIn = {}, note }: PageOptions = {}): Decorator =>
  (story, { globals }) => {
    const { theme, role, seller } = globalsOf(globals);
    const provider = document.createElement('express-provider');
    provider.fetch = fetchFor({ seller: Number(seller), role, ...signIn }, answers);
    provider.endpoint = endpoint;
    // A request that no browser sent says nothing of its site; a token says who asks.
    provider.headers = { Authorization: 'Bearer catalogue' };
    if (theme !== 'auto') provider.theme = theme;
    const content = story();
    if (!(content instanceof Node)) throw new Error('A story of the catalogue is an element.');
    if (note) {
      const line = document.createElement('p');
      line.className = 'catalogue-note';
      line.textContent = note;
      provider.append(line);
    }
    provider.append(content);
    return provider;
  };

/** An element with attributes and text inside; nothing is parsed as HTML. */
export function element(
  tag: string,
  attributes: Readonly<Record<string, string>> = {},
  fallback?: string,
): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (fallback) made.textContent = fallback;
  return made;
}

/** The insides of an element of a story, once it shows what it has. */
export async function readyIn(canvas: HTMLElement, tag: string): Promise<ShadowRoot> {
  for (;;) {
    const found = canvas.querySelector(tag);
    if (found?.shadowRoot && found.matches(':state(ready)')) return found.shadowRoot;
    await new Promise((done) => requestAnimationFrame(done));
  }
}
