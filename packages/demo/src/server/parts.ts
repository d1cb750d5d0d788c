/** The parts that every page of the marketplace shares, as HTML in which every value is escaped. */
import { html, raw } from 'hono/html';
import { languages, say, themes, type Language, type Theme, type Word } from '../words.ts';
import { decimalsOf } from './money.ts';
import { roles, type SignIn } from './session.ts';

/** HTML that is ready: what {@link html} gives. */
export type Html = ReturnType<typeof html>;

export interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
}

export interface Seller {
  readonly account: string;
  readonly name: string;
  readonly country: string;
  /** Lower case, as Stripe writes it. */
  readonly currency: string;
  /** IANA name. */
  readonly timeZone: string;
}

/** Who is signed in, and to which shop. */
export interface Who {
  readonly signIn: SignIn;
  readonly seller: Seller;
}

/** Text that the page swaps when one switches the language. */
const text = (language: Language, word: Word) =>
  html`<span data-t="${word}">${say(language, word)}</span>`;

const mark = raw(
  `<svg class="mark" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="1.7"
    stroke-linejoin="round" stroke-linecap="round" aria-hidden="true"><path d="M12 2.6c3.2 2.4 4.7 5.6 4.7 9.1 0 1.8-.4
    3.5-1.1 5.1H8.4a12.6 12.6 0 0 1-1.1-5.1c0-3.5 1.5-6.7 4.7-9.1Z"/><path d="M7.4 12.6 4.6 15v4l3.9-2.2M16.6 12.6l2.8
    2.4v4l-3.9-2.2M10.4 20.2 12 22l1.6-1.8"/><circle cx="12" cy="10" r="1.9"/></svg>`,
);

const brand = (href: string) =>
  html`<a class="brand" href="${href}">${mark}<span>Rocket Market</span></a>`;

const choice = (name: string, value: string, chosen: boolean, label: Html | string, lang = '') =>
  html`<button
    name="${name}"
    value="${value}"
    aria-pressed="${String(chosen)}"
    ${lang === '' ? '' : html` lang="${lang}"`}
  >
    ${label}
  </button>`;

/** Two small forms, so that they work before any script does. */
const preferences = ({ language, theme }: Preferences, path: string) =>
  html`<form class="choices" method="post" action="/preferences" data-preferences>
    <input type="hidden" name="to" value="${path}" />
    <fieldset>
      <legend>${text(language, 'menu.language')}</legend>
      <div class="segments">
        ${Object.entries(languages).map(([key, label]) =>
          choice('language', key, key === language, label, key),
        )}
      </div>
    </fieldset>
    <fieldset>
      <legend>${text(language, 'menu.theme')}</legend>
      <div class="segments">
        ${themes.map((key) => choice('theme', key, key === theme, text(language, `theme.${key}`)))}
      </div>
    </fieldset>
  </form>`;

const pages = ['dashboard', 'shop', 'plain', 'quickstart'] as const;

const link = (language: Language, page: (typeof pages)[number], path: string) =>
  html`<a href="/${page}" ${path === `/${page}` ? raw('aria-current="page"') : ''}
    >${text(language, `nav.${page}`)}</a
  >`;

const initials = (name: string) =>
  name
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word))
    .slice(0, 2)
    .map((word) => word.charAt(0))
    .join('');

const menu = (prefs: Preferences, { seller, signIn: { role } }: Who, path: string) =>
  html`<details class="menu" data-menu>
    <summary>
      <span class="avatar" aria-hidden="true">${initials(seller.name)}</span>
      <span class="who"
        ><span class="name">${seller.name}</span
        ><small data-t="role.${role}">${say(prefs.language, `role.${role}`)}</small></span
      >
    </summary>
    <div class="sheet">
      ${preferences(prefs, path)}
      <form method="post" action="/sign-out">
        <button class="wide">${text(prefs.language, 'menu.sign_out')}</button>
      </form>
    </div>
  </details>`;

const skip = (language: Language) =>
  html`<a class="skip" href="#content">${text(language, 'nav.skip')}</a>`;

/** The marketplace's head for somebody who is signed in. `extra` stands beside the menu: the bell on the shop's page. */
export const header = (prefs: Preferences, who: Who, path: string, extra: Html | '' = ''): Html =>
  html`${skip(prefs.language)}
    <header class="top">
      <div class="bar">
        ${brand('/dashboard')}
        <nav data-t-label="nav.label" aria-label="${say(prefs.language, 'nav.label')}">
          ${pages.map((page) => link(prefs.language, page, path))}
        </nav>
        <div class="end">${extra}${menu(prefs, who, path)}</div>
      </div>
    </header>`;

/** The head of the sign-in page. */
export const doorway = (prefs: Preferences): Html =>
  html`<header class="top">
    <div class="bar">
      ${brand('/')}
      <div class="end">${preferences(prefs, '/')}</div>
    </div>
  </header>`;

const card = (
  name: string,
  value: string,
  checked: boolean,
  title: Html | string,
  more: Html | string,
) =>
  html`<label class="pick"
    ><input
      type="radio"
      name="${name}"
      value="${value}"
      required
      ${checked ? raw('checked') : ''}
    /><span><strong>${title}</strong><small>${more}</small></span></label
  >`;

/** The shops to choose from. A country and a currency are told apart by their codes, in every language alike. */
export const sellerCards = (sellers: readonly Seller[], chosen: Seller | undefined): Html =>
  html`${sellers.map(({ account, name, country, currency }) =>
    card(
      'account',
      account,
      account === chosen?.account,
      name,
      `${country} · ${currency.toUpperCase()}`,
    ),
  )}`;

export const roleCards = (language: Language, chosen: string): Html =>
  html`${roles.map((role) =>
    card(
      'role',
      role,
      role === chosen,
      text(language, `role.${role}`),
      text(language, `role.${role}.may`),
    ),
  )}`;

const act = (path: string, content: Html) =>
  html`<form method="post" action="/panel/${path}" data-panel="${path}">${content}</form>`;

const step = (language: Language, seconds: number, word: Word) =>
  html`<button name="seconds" value="${seconds}">${text(language, word)}</button>`;

const day = 86_400;

/** A payment as a shop in this currency might take it: 48 dollars, 4,800 yen. */
const exampleOf = (currency: string): number => (decimalsOf(currency) === 0 ? 4800 : 48);

/** What makes the sandbox's world move. The date is filled in by the page's script in the seller's own zone. */
export const panel = (language: Language, seller: Seller, now: number): Html =>
  html`<aside
    class="sandbox"
    data-t-label="panel.label"
    aria-label="${say(language, 'panel.label')}"
    data-now="${now}"
    data-time-zone="${seller.timeZone}"
  >
    <details>
      <summary>
        <span class="tag">${text(language, 'panel.title')}</span>
        <time datetime="${new Date(now * 1000).toISOString()}"
          >${new Date(now * 1000).toISOString().slice(0, 10)}</time
        >
      </summary>
      <div class="controls">
        ${act(
          'advance',
          html`<fieldset>
            <legend>${text(language, 'panel.clock')}</legend>
            ${step(language, day, 'panel.day')}${step(language, 2 * day, 'panel.two_days')}${step(
              language,
              7 * day,
              'panel.week',
            )}
          </fieldset>`,
        )}
        ${act(
          'payment',
          html`<label
              >${text(language, 'panel.amount')}
              <input
                name="amount"
                inputmode="decimal"
                required
                pattern="[0-9]{1,6}([.,][0-9]{1,2})?"
                value="${exampleOf(seller.currency)}"
                size="7"
                autocomplete="off"
              />
              <span class="unit">${seller.currency.toUpperCase()}</span></label
            >
            <button class="primary">${text(language, 'panel.payment')}</button>`,
        )}
        <div class="events">
          ${act('dispute', html`<button>${text(language, 'panel.dispute')}</button>`)}
          ${act('payout-failure', html`<button>${text(language, 'panel.payout_failure')}</button>`)}
        </div>
        <output aria-live="polite"></output>
      </div>
    </details>
  </aside>`;
