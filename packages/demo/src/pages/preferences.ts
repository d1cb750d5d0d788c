/** Language and theme switch at once, without a page load; the server is told, so that the next page comes in them. */
import {
  directionOf,
  isLanguage,
  isTheme,
  isWord,
  say,
  type Language,
  type Theme,
} from '../words.ts';

const root = document.documentElement;

export const language = (): Language => (isLanguage(root.lang) ? root.lang : 'en');

function translate(to: Language): void {
  root.lang = to;
  root.dir = directionOf(to);
  for (const element of document.querySelectorAll<HTMLElement>('[data-t]')) {
    const key = element.dataset['t'] ?? '';
    if (isWord(key)) element.textContent = say(to, key);
  }
  for (const element of document.querySelectorAll<HTMLElement>('[data-t-label]')) {
    const key = element.dataset['tLabel'] ?? '';
    if (isWord(key)) element.setAttribute('aria-label', say(to, key));
  }
  document.dispatchEvent(new Event('market-language'));
}

/** Light or dark is `color-scheme`, which the style sheet sets on the root and everything inherits, elements included. */
function paint(theme: Theme): void {
  root.dataset['theme'] = theme;
}

function press(form: HTMLFormElement, chosen: HTMLButtonElement): void {
  for (const button of form.querySelectorAll<HTMLButtonElement>(`[name="${chosen.name}"]`)) {
    button.setAttribute('aria-pressed', String(button === chosen));
  }
}

function apply(button: HTMLButtonElement): boolean {
  const { name, value } = button;
  if (name === 'language' && isLanguage(value)) translate(value);
  else if (name === 'theme' && isTheme(value)) paint(value);
  else return false;
  return true;
}

for (const form of document.querySelectorAll<HTMLFormElement>('[data-preferences]')) {
  form.addEventListener('submit', (event) => {
    const button = event.submitter;
    if (!(button instanceof HTMLButtonElement) || !apply(button)) return;
    event.preventDefault();
    press(form, button);
    const body = new URLSearchParams({ [button.name]: button.value });
    // Where this fails, only the next page comes in the old language.
    void fetch(form.action, { method: 'POST', body, headers: { Accept: 'application/json' } });
  });
}
