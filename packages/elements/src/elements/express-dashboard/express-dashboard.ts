import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state as internal } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import {
  keep,
  recall,
  RowsTargetController,
  SessionController,
  stateOf,
  StatesController,
} from '../../controllers/index.ts';
import type { RowsFilter } from '../../events/rows.ts';
import { type ExpressSeeAllEvent } from '../../events/see-all.ts';
import { LocalizeController } from '../../locales/index.ts';
import { dashboardTexts } from '../../locales/sections/dashboard.ts';
import { themeStyles } from '../../theme/index.ts';
import { baseStyles, bone, cardStyles, errorState, stateStyles } from '../../ui/index.ts';
import type { ExpressActivitySelectEvent } from '../activity-hub/events.ts';
import type { ExpressTransactions } from '../express-transactions/express-transactions.ts';
import { ExpressSectionChangeEvent } from './events.ts';
import {
  hashOfSection,
  isSection,
  nextTab,
  offeredParts,
  offerOf,
  offeredSections,
  readSections,
  sectionOfComponent,
  sectionOfHash,
  shownSection,
  slotsOf,
  type Offer,
  type Part,
  type Section,
} from './express-dashboard.model.ts';
import { dashboardStyles } from './express-dashboard.styles.ts';

const HASH_PREFIX = '/';
const LIST = 'transactions express-transactions';

/** Earnings and the hub stand side by side where there is room. */
const paired = ['earnings', 'hub'];

/** A place in the grid. What stands in it is hidden with it, whosever it is. */
interface Place {
  readonly slot: string;
  readonly isHidden: boolean;
}
const nameOf = ({ slot }: Place): string => slot;
const slotOf = ({ slot, isHidden }: Place): TemplateResult =>
  html`<slot name=${slot} ?hidden=${isHidden}></slot>`;

const REMEMBERED = 'section';

/**
 * @tag express-dashboard
 * @summary All of a seller's dashboard: overview, transactions, payments, payouts, reports, activity, account.
 * @status experimental
 * @since 0.1.0
 *
 * The sections are elements in this one's light DOM, where Stripe's frames need them; its shadow root holds tabs and
 * layout. A section is made when it is first shown, then hidden, never taken out.
 *
 * A host's own content takes the place of ours: a child with `slot="reports"` stands in the section of reports, one with
 * `slot="hub"` beside the earnings, in place of the hub. An empty one leaves the place out.
 *
 * @slot banner - What Stripe needs, on the overview.
 * @slot balance - The balance, on the overview.
 * @slot earnings - The earnings, on the overview.
 * @slot hub - The activity beside the earnings, on the overview.
 * @slot latest - The newest transactions, on the overview.
 * @slot transactions - The section of transactions.
 * @slot payments - The section of payments.
 * @slot payouts - The section of payouts.
 * @slot reports - The section of reports.
 * @slot activity - The section of activity.
 * @slot account - The section of the account.
 * @slot - Shown where there is no dashboard to show: no endpoint, or nothing for this sign-in.
 * @csspart tabs - The row of tabs.
 * @csspart tab - One of them.
 * @csspart panel - The section that is shown.
 * @cssstate loading - It is not known yet what there is.
 * @cssstate ready - The sections are shown.
 * @cssstate error - The account could not be loaded.
 * @fires {ExpressSectionChangeEvent} express-section-change - Another section is shown.
 */
export class ExpressDashboard extends LitElement {
  static override styles = [themeStyles, baseStyles, cardStyles, stateStyles, dashboardStyles];

  readonly #session = new SessionController(this, () => ({ state: this.#kind() }));
  readonly #l = new LocalizeController(this, dashboardTexts);
  protected readonly states = new StatesController(this, () => stateOf(this.#kind()));
  /** Ours is the list of all rows, unless content of the host's stands in its place. */
  protected readonly rows = new RowsTargetController(this, {
    on: () => this,
    account: () => {
      const isOurs = this.#sections().includes('transactions') && !this.#taken.has('transactions');
      return (isOurs && this.#session.account?.account.id) || null;
    },
    show: (rows) => void this.#showRows(rows),
  });

  /** The endpoint's URL, where no provider says it. */
  @property() endpoint: string | null = null;
  /** The section to show; the seller changes it by the tabs. */
  @property({ reflect: true }) section: Section | null = null;
  /** Only these sections, in this order, separated by spaces: `overview transactions payouts`. */
  @property({ converter: { fromAttribute: readSections } }) sections: readonly Section[] | null =
    null;
  /** Comes back to the section in which the seller was last, in this browser and account. */
  @property({ type: Boolean }) remember = false;
  /** Keeps the section in the address, as `#/payouts`; off by default, for the hash is the page's own. */
  @property({ type: Boolean, attribute: 'hash-routes' }) hashRoutes = false;

  /** The sections that were shown so far, whose elements stay. */
  @internal() private _made: readonly Section[] = [];
  /** The elements made, by section and place in it. */
  readonly #parts = new Map<string, HTMLElement>();
  /** The slots that the host's own content takes. */
  #taken: ReadonlySet<string> = new Set();
  readonly #children = new MutationObserver(() => this.requestUpdate());
  #generation = -1;
  #focusTab = false;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#followHash);
    // Its own listeners go with it, and are not added twice.
    this.addEventListener('express-see-all', this.#seeAll);
    this.addEventListener('express-activity-select', this.#openSection);
    this.#children.observe(this, { childList: true });
    if (this.hashRoutes) this.#followHash();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#children.disconnect();
    removeEventListener('hashchange', this.#followHash);
  }

  /** With this in place `moveBefore` moves the dashboard without reloading Stripe's frames. */
  connectedMoveCallback(): void {}

  /** Asks again for everything shown. */
  refresh(): void {
    this.#session.refresh();
  }

  /** After the controllers have looked at the session, before anything is drawn. */
  protected override update(changed: PropertyValues): void {
    const { session, account, state } = this.#session;
    if (state && state.generation !== this.#generation) this.#forget(state.generation);
    // Which sections there are depends on what Stripe's session grants.
    if (account?.capabilities.account_session) session?.startConnect();
    this.#lookAtChildren();
    if (account && this.remember && this.section === null) {
      const section = recall(REMEMBERED, account.account.id);
      if (isSection(section)) this.section = section;
    }
    const shown = this.#shown();
    if (shown !== null && !this._made.includes(shown)) this._made = [...this._made, shown];
    super.update(changed);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#makeParts();
    if (this.#focusTab) {
      this.#focusTab = false;
      this.renderRoot.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
    }
  }

  protected override render(): TemplateResult {
    const kind = this.#kind();
    if (kind === 'absent') return html`<slot></slot>`;
    if (kind === 'loading') return this.#renderSkeleton();
    const { state } = this.#session;
    if (kind === 'error' && state?.account.kind === 'error')
      return errorState({
        title: this.#l.messages.dashboard.failed,
        error: state.account.error,
        messages: this.#l.messages,
        retry: () => this.refresh(),
      });
    return html`<div class="dashboard">
      ${this.#renderSkip()}${this.#renderTabs()} ${this.#renderPanel()}
    </div>`;
  }

  #kind(): 'loading' | 'ready' | 'error' | 'absent' {
    const { state, isWaiting, isClosed, account } = this.#session;
    if (isClosed) return 'absent';
    if (state === null) return isWaiting ? 'loading' : 'absent';
    if (state.account.kind === 'error' || state.account.kind === 'absent')
      return state.account.kind;
    if (account === null) return 'loading';
    if (this.#sections().length > 0) return 'ready';
    return this.#isKnown ? 'absent' : 'loading';
  }

  #offer(): Offer | null {
    const { account, state } = this.#session;
    return account && offerOf(account.capabilities, state?.connect);
  }

  /** Whether what Stripe's session grants is known, or will not be. */
  get #isKnown(): boolean {
    const { account, state } = this.#session;
    const kind = state?.connect.kind;
    return !account?.capabilities.account_session || kind === 'ready' || kind === 'error';
  }

  #sections(): readonly Section[] {
    const offer = this.#offer();
    return offer ? offeredSections(offer, this.#taken, this.sections) : [];
  }

  #shown(): Section | null {
    const wished = isSection(this.section) ? this.section : null;
    return shownSection(this.#sections(), wished, this.#isKnown);
  }

  /** Over the tabs, for who goes by keyboard. */
  #renderSkip(): TemplateResult {
    return html`<button type="button" class="button skip" @click=${this.#skip}>
      ${this.#l.messages.dashboard.skip}
    </button>`;
  }

  readonly #skip = (): void => this.renderRoot.querySelector<HTMLElement>('#panel')?.focus();

  #renderTabs(): TemplateResult | typeof nothing {
    const offered = this.#sections();
    if (offered.length < 2) return nothing;
    const texts = this.#l.messages.dashboard;
    const shown = this.#shown();
    return html`<div class="tabs" part="tabs" role="tablist" aria-label=${texts.label}>
      ${offered.map(
        (section) =>
          html`<button
            type="button"
            class="tab"
            part="tab"
            role="tab"
            id="tab-${section}"
            aria-selected=${section === shown}
            aria-controls="panel"
            tabindex=${section === shown ? 0 : -1}
            @click=${() => this.show(section)}
            @keydown=${(event: KeyboardEvent) => this.#walk(event, section)}
          >
            ${texts.sections[section]}
          </button>`,
      )}
    </div>`;
  }

  #renderPanel(): TemplateResult {
    const shown = this.#shown();
    const offer = this.#offer();
    const places = this._made.flatMap((section) => {
      const used = offer ? offeredParts(section, offer, this.#taken).map(({ slot }) => slot) : [];
      return slotsOf(section)
        .filter((slot) => used.includes(slot) || this.#taken.has(slot))
        .map((slot): Place => ({ slot, isHidden: section !== shown }));
    });
    const pair = places.filter(({ slot }) => paired.includes(slot));
    const first = pair[0] ? places.indexOf(pair[0]) : 0;
    const before = places.slice(0, first);
    const after = places.slice(first + pair.length);
    return html`<div
      class="panel"
      part="panel"
      id="panel"
      role="tabpanel"
      tabindex="-1"
      aria-labelledby=${shown === null ? nothing : `tab-${shown}`}
    >
      ${repeat(before, nameOf, slotOf)}
      ${
        pair.length === 0
          ? nothing
          : html`<div class="pair-root" ?hidden=${shown !== 'overview'}>
              <div class="pair ${pair.length === 1 ? 'single' : ''}">
                ${repeat(pair, nameOf, slotOf)}
              </div>
            </div>`
      }
      ${repeat(after, nameOf, slotOf)}
    </div>`;
  }

  #renderSkeleton(): TemplateResult {
    return html`<div class="dashboard" aria-hidden="true">
      <div class="tabs bones">${[7, 9, 8, 7].map((width) => bone(width))}</div>
      <div class="card tall"></div>
    </div>`;
  }

  /** Shows a section, as its tab does. */
  show(section: Section): void {
    if (section === this.#shown()) return;
    this.section = section;
    const { account } = this.#session;
    if (this.remember && account) keep(REMEMBERED, account.account.id, section);
    if (this.hashRoutes) location.hash = hashOfSection(section, HASH_PREFIX);
    this.dispatchEvent(new ExpressSectionChangeEvent(section));
  }

  #walk(event: KeyboardEvent, from: Section): void {
    const next = nextTab(this.#sections(), from, event.key, this.#l.dir === 'rtl');
    if (next === null) return;
    event.preventDefault();
    this.#focusTab = true;
    this.show(next);
  }

  /** Another account has other elements: Stripe's part of the old ones is void. */
  #forget(generation: number): void {
    this.#generation = generation;
    for (const element of this.#parts.values()) element.remove();
    this.#parts.clear();
    this._made = [];
  }

  #makeParts(): void {
    const offer = this.#offer();
    if (!offer) return;
    for (const section of this._made) {
      // From the last to the first, so that each knows what it stands before: what comes late moves nothing.
      let next: HTMLElement | null = null;
      for (const part of offeredParts(section, offer, this.#taken).toReversed())
        next = this.#makePart(section, part, next);
    }
  }

  #makePart(section: Section, part: Part, next: HTMLElement | null): HTMLElement {
    const key = `${section} ${part.tag}`;
    const made = this.#parts.get(key);
    if (made) return made;
    const element = document.createElement(part.tag);
    element.slot = part.slot;
    if (this.endpoint) element.setAttribute('endpoint', this.endpoint);
    for (const [name, value] of Object.entries(part.attributes ?? {}))
      element.setAttribute(name, value);
    this.#parts.set(key, element);
    this.insertBefore(element, next);
    return element;
  }

  /** Which places the host's own content takes. What of ours stood there goes. */
  #lookAtChildren(): void {
    const ours = new Set<Element>(this.#parts.values());
    const theirs = [...this.children].filter((child) => child.slot !== '' && !ours.has(child));
    this.#taken = new Set(theirs.map(({ slot }) => slot));
    for (const [key, element] of this.#parts) {
      if (!this.#taken.has(element.slot)) continue;
      element.remove();
      this.#parts.delete(key);
    }
  }

  readonly #followHash = (): void => {
    if (!this.hashRoutes) return;
    const section = sectionOfHash(location.hash, HASH_PREFIX);
    if (section === null || section === this.section) return;
    this.section = section;
    this.dispatchEvent(new ExpressSectionChangeEvent(section));
  };

  readonly #seeAll = (event: ExpressSeeAllEvent): void => this.#take(event, event.section);

  async #showRows(rows: RowsFilter): Promise<void> {
    this.show('transactions');
    await this.updateComplete;
    await (this.#parts.get(LIST) as ExpressTransactions | undefined)?.showRows(rows);
  }

  readonly #openSection = (event: ExpressActivitySelectEvent): void =>
    this.#take(event, sectionOfComponent(event.opens.element));

  /** Where a wish leads to a section that is there, it is ours to fulfil. */
  #take(event: Event, section: Section | null): void {
    if (event.defaultPrevented || section === null || !this.#sections().includes(section)) return;
    event.preventDefault();
    this.show(section);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'express-dashboard': ExpressDashboard;
  }
}
