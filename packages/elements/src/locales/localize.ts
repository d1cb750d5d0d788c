import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  formatCount,
  formatList,
  formatDate,
  formatMoney,
  formatPercent,
  isolate,
  zoneCity,
  type DateStyle,
} from '../format/index.ts';
import { Catalog, type MessagesOf, type Texts } from './catalog.ts';
import { ancestors, isRightToLeft, languageTag } from './language.ts';
import type { Section, SectionName } from './section.ts';

const controllers = new Set<{ refresh(): void }>();
const watched = new WeakSet<Node>();
let observer: MutationObserver | undefined;

/** One observer for the page: `lang` or `locale` may change on any ancestor, in any root on the way up. */
function watch(host: Element): void {
  observer ??= new MutationObserver(() => {
    for (const controller of controllers) controller.refresh();
  });
  for (const element of ancestors(host)) {
    const root = element.getRootNode();
    if (watched.has(root)) continue;
    watched.add(root);
    observer.observe(root, { subtree: true, attributeFilter: ['lang', 'locale', 'dir'] });
  }
}

/**
 * The texts and the number and date formats of the language around an element.
 *
 * Owns: which language that is, fetching it, following changes live, the direction of the words where it is not the
 * page's. Does not own: words (`en/`, `es/`) or formats
 * (`../format/`). A controller and not a global, since two parts of a page may speak two languages. An element names
 * the sections it says (`sections/`), so that its bundle has no others.
 *
 * @example
 * readonly #l = new LocalizeController(this, transactionsTexts);
 * render() { return html`<h2>${this.#l.messages.transactions.title}</h2>`; }
 */
export class LocalizeController<Name extends SectionName = never> implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #catalog: Catalog<Name>;
  #texts: Texts<Name>;
  #tag = 'en';
  #loading: Promise<void> | null = null;
  #isRtl = false;
  /** The host has its `dir` from here. */
  #turned = false;

  constructor(host: ReactiveControllerHost & Element, ...sections: readonly Section<Name>[]) {
    this.#host = host;
    this.#catalog = new Catalog(sections);
    this.#texts = this.#catalog.for('en');
    host.addController(this);
  }

  /** The texts of the sections named, and the shared ones. */
  get messages(): MessagesOf<Name> {
    return this.#texts.messages;
  }

  /** The locale for `Intl`, in the language of the words. */
  get locale(): string {
    return this.#texts.locale;
  }

  /** The language of the words: the `lang` of what is rendered, which may differ from the page's. */
  get language(): string {
    return this.#texts.language;
  }

  /** The direction in which the element is laid out now. */
  get dir(): 'ltr' | 'rtl' {
    return getComputedStyle(this.#host).direction === 'rtl' ? 'rtl' : 'ltr';
  }

  /** Done when the texts asked for are there or could not be fetched. */
  get loaded(): Promise<void> {
    return this.#loading ?? Promise.resolve();
  }

  hostConnected(): void {
    controllers.add(this);
    watch(this.#host);
    this.refresh();
  }

  hostUpdate(): void {
    this.#isRtl = this.#host.isConnected && this.dir === 'rtl';
  }

  hostDisconnected(): void {
    controllers.delete(this);
  }

  /** Looks again which language is around the element. */
  refresh(): void {
    this.#tag = languageTag(this.#host);
    this.#show();
    const loading = this.#catalog.load(this.#tag);
    // Failing to fetch a language leaves English, which is already shown.
    this.#loading =
      loading?.then(
        () => this.#show(),
        () => undefined,
      ) ?? null;
    this.#host.requestUpdate();
  }

  #show(): void {
    this.#texts = this.#catalog.for(this.#tag);
    this.#turn();
    this.#host.requestUpdate();
  }

  /**
   * Words from right to left turn the element where the page around it runs the other way. Elsewhere it is laid out as
   * the page is, and a `dir` that a host set stays.
   */
  #turn(): void {
    const host = this.#host;
    if (!host.isConnected || (host.hasAttribute('dir') && !this.#turned)) return;
    const root = host.getRootNode();
    const around = host.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
    const isLtr = around === null || getComputedStyle(around).direction === 'ltr';
    const turned = isLtr && isRightToLeft(this.language);
    if (turned === this.#turned) return;
    this.#turned = turned;
    if (turned) host.setAttribute('dir', 'rtl');
    else host.removeAttribute('dir');
  }

  /** Minor units as money. Kept whole where the text around it runs from right to left. */
  money(amount: number, currency: string): string {
    const text = formatMoney(amount, currency, this.locale);
    return this.#isRtl && amount < 0 ? isolate(text) : text;
  }

  count(count: number): string {
    return formatCount(count, this.locale);
  }

  /** @example l.list(['Ada', 'Bo', '2 others']) // 'Ada, Bo, 2 others' */
  list(items: readonly string[]): string {
    return formatList(items, this.locale);
  }

  /** A share of one as per cent. */
  percent(share: number): string {
    return formatPercent(share, this.locale);
  }

  /** Unix seconds in a time zone, as a rule the account's. */
  date(seconds: number, style: DateStyle, timeZone: string): string {
    return formatDate(seconds, style, this.locale, timeZone);
  }

  /** @example l.zone('America/New_York') // 'New York time' */
  zone(timeZone: string): string {
    return this.messages.common.zoneTime(zoneCity(timeZone));
  }
}
