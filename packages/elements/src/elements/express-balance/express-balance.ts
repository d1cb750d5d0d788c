import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Balance } from '@express-elements/contract';
import {
  copyText,
  OutcomeController,
  ReservedHeightController,
  ResourceController,
  SessionController,
  StatesController,
  StripeController,
  stateOf,
  VisibilityController,
  type View,
} from '../../controllers/index.ts';
import { ExpressSeeAllEvent } from '../../events/see-all.ts';
import { LocalizeController } from '../../locales/index.ts';
import { balanceTexts } from '../../locales/sections/balance.ts';
import { connectTexts } from '../../locales/sections/connect.ts';
import { themeStyles } from '../../theme/index.ts';
import * as icons from '../../ui/icons.ts';
import { baseStyles, cardStyles, emptyState, errorState, stateStyles } from '../../ui/index.ts';
import { ExplainController, explainStyles } from '../../ui/explain.ts';
import { stripePartStyles } from '../connect/connect.styles.ts';
import { ExpressLoadErrorEvent, ExpressLoaderStartEvent } from '../connect/events.ts';
import type { OpenController } from '../connect/open-controller.ts';
import { stripePart } from '../connect/stripe-part.ts';
import { headlineOf, readView, type Headline } from './express-balance.model.ts';
import { balanceStyles } from './express-balance.styles.ts';
import { headlineSkeleton, headlineView } from './headline.view.ts';
import type { NoteAction } from './notes.model.ts';
import type { BalanceFigure } from './rows.model.ts';

/** Where Stripe asks for what it needs, the first that there is. */
const accountComponents = ['account_onboarding', 'account_management'];

/**
 * What the seller has: in all, on the way to the bank, available soon, and when the next payout arrives. Below it
 * Stripe's own component, where money is paid out, the schedule and the bank account are changed, and money is added.
 *
 * @tag express-balance
 * @summary The seller's balance and next payout, with Stripe's component to pay out.
 * @status experimental
 * @since 0.1.0
 *
 * @slot - Shown where there is nothing to show: no endpoint, or not for this sign-in.
 * @csspart card - The surface of the figures.
 * @csspart cell - One figure with its label.
 * @csspart total - The cell of the total.
 * @csspart in-transit - The cell of what is on its way.
 * @csspart soon - The cell of what is pending.
 * @csspart next - The cell of the next payout.
 * @csspart amount - An amount of money.
 * @csspart manage - Opens Stripe's part.
 * @csspart explain - The “?” beside a figure.
 * @csspart explanation - What it opens.
 * @csspart set-aside - What is kept for refunds and disputes.
 * @csspart problem - That payouts are paused, or the balance is below zero, and what to do.
 * @csspart stripe - Around Stripe's component.
 * @csspart skeleton - Before Stripe's component is there.
 * @csspart error - When something failed.
 * @cssstate loading - Nothing is known yet.
 * @cssstate ready - Figures, or Stripe's component, are shown.
 * @cssstate empty - The account has no balance in any currency.
 * @cssstate error - They could not be had.
 * @fires {ExpressReadyEvent} express-ready - The first figures show.
 * @fires {ExpressErrorEvent} express-error - They could not be had.
 * @fires {ExpressLoaderStartEvent} express-loader-start - Stripe's component begins to draw.
 * @fires {ExpressLoadErrorEvent} express-load-error - Stripe's component says that it could not load.
 * @fires {ExpressRowsAskEvent} express-rows-ask - A figure's explanation opened: does anybody show its rows? Canceled means yes, and a link is drawn.
 * @fires {ExpressRowsOpenEvent} express-rows-open - The seller wants the rows that a figure is the sum of. Canceled means that they are shown.
 * @fires {ExpressSeeAllEvent} express-see-all - “Manage payouts” (`payouts`), in `summary`, or “See what Stripe needs” (`account`) was pressed. Canceled, Stripe's part is not opened here.
 */
export class ExpressBalance extends LitElement {
  static override readonly styles = [
    themeStyles,
    baseStyles,
    cardStyles,
    stateStyles,
    stripePartStyles,
    explainStyles,
    balanceStyles,
  ];

  readonly #l = new LocalizeController(this, balanceTexts, connectTexts);
  readonly #sessions = new SessionController(this, () => ({
    state: this.#shown.kind,
    notes: this.#stripe.notes,
  }));
  readonly #balance = new ResourceController(this, this.#sessions, {
    route: 'balance',
    early: () => this.#view !== 'stripe',
    offered: ({ capabilities }) => capabilities.balance && this.#view !== 'stripe',
    topics: ['balance'],
    isEmpty: ({ currencies }) => currencies.length === 0,
    visibility: new VisibilityController(this),
  });
  readonly #stripe = new StripeController(this, this.#sessions, {
    name: 'balances',
    wanted: () => this.#wantsStripe,
    // Stripe's component reads the balance itself: asked anew, the two agree.
    onLoaderStart: () => {
      void this.#balance.refresh();
      this.dispatchEvent(new ExpressLoaderStartEvent());
    },
    onLoadError: (error, type) => this.dispatchEvent(new ExpressLoadErrorEvent(error, type)),
  });
  readonly #explain = new ExplainController<BalanceFigure>(this, async () => {
    const { styles, explaining } = await import('./explain.ts');
    return { styles, make: () => explaining(this, this.#explained) };
  });
  protected readonly states = new StatesController(this, () => stateOf(this.#shown.kind));
  protected readonly outcome = new OutcomeController(this, () => this.#shown);
  protected readonly room = new ReservedHeightController(this, {
    hasContent: () => this.#shown.kind !== 'loading',
    drawsOn: () => ['loading', 'ready'].includes(this.#stripe.view.kind),
    name: () => this.#view,
  });

  /** The endpoint's URL; without it the nearest `express-provider` has one. */
  @property() endpoint: string | null = null;
  /** A route that answers `{client_secret}`, for a host that has no endpoint: Stripe's part needs no more. */
  @property({ attribute: 'session-url' }) sessionUrl: string | null = null;
  /** The publishable key that goes with `session-url`, where its answer has none. */
  @property({ attribute: 'publishable-key' }) publishableKey: string | null = null;
  /** `auto`, `light` or `dark`; else as around it. */
  @property({ reflect: true }) theme: 'auto' | 'light' | 'dark' | null = null;
  /** A language tag; else as around it. */
  @property({ reflect: true }) locale: string | null = null;
  /** `full`: figures and Stripe's part. `summary`: figures, and a way to Stripe's part. `stripe`: Stripe's part alone. */
  @property({ reflect: true }) view: 'full' | 'summary' | 'stripe' = 'full';
  /** The currency that stands in front, where the account has several. */
  @property({ reflect: true }) currency: string | null = null;

  @state() private isOpen = false;
  @state() private linkCopied = false;
  #account: OpenController | null = null;

  /** With this in place `moveBefore` moves the element without reloading Stripe's frames. */
  connectedMoveCallback(): void {}

  /** Asks for the figures again, and tries again what failed. */
  refresh(): void {
    void this.#balance.refresh();
    if (this.#wantsStripe) this.#stripe.refresh();
  }

  protected override render(): TemplateResult {
    return html`<div class="root">${this.#headline()}${this.#explain.render(this.#l)}</div>
      <div class="part" id="part" ?hidden=${!this.#wantsStripe}>${this.#stripePart()}</div>
      <slot name="account"></slot>
      ${this.#isAbsent ? html`<slot></slot>` : nothing}`;
  }

  get #view() {
    return readView(this.view);
  }

  get #wantsStripe(): boolean {
    return this.#view !== 'summary' || this.isOpen;
  }

  get #isAbsent(): boolean {
    const noStripe = !this.#wantsStripe || this.#stripe.view.kind === 'absent';
    return this.#balance.view.kind === 'absent' && noStripe;
  }

  /** How the element as a whole stands: by its figures, where it has any to show. */
  get #shown(): View<Balance> | { kind: 'loading' | 'ready'; last: null } {
    const figures = this.#balance.view;
    const stripe = this.#stripe.view;
    if (figures.kind !== 'absent' || !this.#wantsStripe) return figures;
    if (stripe.kind === 'loading') return { kind: 'loading', last: null };
    if (stripe.kind === 'ready') return { kind: 'ready', last: null };
    return stripe.kind === 'error' ? { ...stripe, last: null } : figures;
  }

  /** Whether this sign-in has a component: as its session says, and until there is one, as it will be asked for. */
  #has(component: string): boolean {
    const connect = this.#sessions.state?.connect;
    if (connect?.kind === 'ready' && connect.components)
      return connect.components[component]?.enabled ?? false;
    return this.#sessions.account?.capabilities.components.includes(component) ?? false;
  }

  get #canManage(): boolean {
    return this.#view === 'summary' && this.#has('balances');
  }

  #can(action: NoteAction): boolean {
    if (action === 'payouts') return this.#canManage;
    if (action === 'platform') return this.#platform.support !== null;
    return accountComponents.some((component) => this.#has(component));
  }

  get #platform() {
    const platform = this.#sessions.account?.platform;
    const url = platform?.support_url ?? '';
    return {
      name: platform?.display_name ?? '',
      support: /^(https?|mailto):/i.test(url) ? url : null,
    };
  }

  #headline(): TemplateResult | typeof nothing {
    const { view } = this.#balance;
    const texts = this.#l.messages.balance;
    switch (view.kind) {
      case 'absent':
        return nothing;
      case 'loading':
        return this.#card(view.last ? this.#figures(view.last) : headlineSkeleton(this.#waiting));
      case 'ready':
        return this.#card(this.#figures(view.data));
      case 'empty':
        return this.#card(
          emptyState({ title: texts.empty, text: texts.emptyHint, icon: icons.bank }),
        );
      case 'error':
        return this.#card(view.last ? this.#stale(view.last) : this.#failed(view.error));
    }
  }

  #card(content: TemplateResult): TemplateResult {
    return html`<section class="card" part="card" aria-label=${this.#l.messages.balance.label}>
      ${content}
    </section>`;
  }

  #failed(error: Extract<View<Balance>, { kind: 'error' }>['error']): TemplateResult {
    const { messages } = this.#l;
    const retry = () => this.refresh();
    return errorState({ title: messages.balance.failed, error, messages, retry });
  }

  /** Asking again failed: what was known stays, and says so. */
  #stale(last: Balance): TemplateResult {
    const { messages } = this.#l;
    return html`${this.#figures(last)}
      <div class="note" role="status">
        <span>${messages.balance.stale}</span>
        <button type="button" class="link" @click=${() => this.refresh()}>
          ${messages.common.retry}
        </button>
      </div>`;
  }

  /** What is shown of the last known balance. */
  #headlineOf(balance: Balance): Headline | null {
    return headlineOf(balance, { wish: this.currency, timeZone: this.#sessions.timeZone });
  }

  get #explained() {
    const texts = () => this.#l.messages.balance;
    return {
      sessions: this.#sessions,
      l: this.#l,
      headline: () => {
        const { view } = this.#balance;
        const balance = view.kind === 'ready' ? view.data : 'last' in view ? view.last : null;
        return balance && this.#headlineOf(balance);
      },
      labels: {
        total: () => texts().total,
        onTheWay: () => texts().onTheWay,
        soon: () => texts().soon,
        next: () => texts().nextPayout,
        setAside: () => texts().setAside,
      },
    };
  }

  #figures(balance: Balance): TemplateResult {
    const { timeZone } = this.#sessions;
    const headline = this.#headlineOf(balance);
    if (!headline) return headlineSkeleton(this.#waiting);
    return headlineView(headline, {
      ...this.#words,
      timeZone,
      now: this.#sessions.now() ?? balance.as_of,
      choose: (currency) => (this.currency = currency),
      manage: this.#canManage ? { isOpen: this.isOpen, run: () => this.#manage() } : null,
      can: (action) => this.#can(action),
      act: (action) => (action === 'payouts' ? this.#open() : void this.#openAccount()),
      platform: this.#platform,
    });
  }

  get #waiting() {
    const now = this.#sessions.now() ?? Date.now() / 1000;
    return { ...this.#words, now, mayManage: this.#view === 'summary' };
  }

  /** The texts, and each figure's label with its “?”. */
  get #words() {
    const l = this.#l;
    return {
      l,
      mark: (figure: BalanceFigure, label: string) => this.#explain.mark(figure, label, l),
    };
  }

  #stripePart(): TemplateResult {
    return stripePart({
      view: this.#stripe.view,
      shape: 'card',
      title: this.#l.messages.connect.failed,
      l: this.#l,
      retry: () => this.#stripe.refresh(),
      veiled: this.#sessions.state?.verifying ?? false,
      copied: this.linkCopied,
      copy: () => void this.#copy(),
    });
  }

  #manage(): void {
    if (this.isOpen) this.isOpen = false;
    else this.#open();
  }

  #open(): void {
    if (this.dispatchEvent(new ExpressSeeAllEvent('payouts'))) this.isOpen = true;
  }

  /** Stripe's form for what it needs, as the hub opens it. */
  async #openAccount(): Promise<void> {
    if (!this.dispatchEvent(new ExpressSeeAllEvent('account'))) return;
    const { OpenController } = await import('../connect/open-controller.ts');
    const component = accountComponents.find((each) => this.#has(each));
    this.#account ??= new OpenController(this, 'account');
    if (component) await this.#account.open({ element: component.replaceAll('_', '-'), id: null });
  }

  async #copy(): Promise<void> {
    this.linkCopied = await copyText(location.href);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'express-balance': ExpressBalance;
  }
}
