import type { Activity, ActivityItem, ActivityKind, Need } from '@express-elements/contract';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import {
  OutcomeController,
  ReservedHeightController,
  ResourceController,
  SessionController,
  stateOf,
  StatesController,
  VisibilityController,
} from '../../controllers/index.ts';
import { ExpressSeeAllEvent } from '../../events/see-all.ts';
import { LocalizeController } from '../../locales/index.ts';
import { activityTexts } from '../../locales/sections/activity.ts';
import { themeStyles } from '../../theme/index.ts';
import {
  Announcer,
  baseStyles,
  cardStyles,
  choiceStyles,
  emptyState,
  errorState,
  errorText,
  FloatController,
  floatStyles,
  icon,
  stateStyles,
} from '../../ui/index.ts';
import { balanceOpener } from '../connect/balance-opener.ts';
import { OpenController } from '../connect/open-controller.ts';
import {
  foldPayments,
  offeredGroups,
  shortFeed,
  unreadCount,
  type FeedEntry,
  type KindGroup,
} from './activity-hub.model.ts';
import { hubStyles } from './activity-hub.styles.ts';
import { ExpressActivitySelectEvent, ExpressUnreadChangeEvent } from './events.ts';
import { FeedController, feedQuery } from './feed.controller.ts';
import { daysTemplate, feedSkeleton, needsTemplate, type FeedContext } from './feed.view.ts';
import * as icons from '../../ui/icons.ts';

/** So many items are read for the few lines of a short feed. */
const MOST_FOR_SHORT = 200;

/**
 * @tag activity-hub
 * @summary What needs the seller, and what happened lately: payouts, refunds, disputes, changes to the account. Live.
 * @status experimental
 * @since 0.1.0
 *
 * @slot - Shown where there is no feed to show: no endpoint, or not for this sign-in.
 * @csspart card - The surface of the panel.
 * @csspart bell - The button of the bell.
 * @csspart need - Something that waits for the seller.
 * @csspart item - Something that happened.
 * @csspart mark - The dot of what is unread; pressed, it marks it as read.
 * @csspart icon - The tile before it.
 * @cssstate loading - Nothing is known yet.
 * @cssstate ready - Activity is shown.
 * @cssstate empty - There is none.
 * @cssstate error - It could not be had.
 * @fires {ExpressActivitySelectEvent} express-activity-select - An item was picked; cancelable.
 * @fires {ExpressUnreadChangeEvent} express-unread-change - How many are unread has changed.
 * @fires {ExpressSeeAllEvent} express-see-all - With `limit`: the seller wants the whole feed; cancelable.
 * @fires {ExpressReadyEvent} express-ready - The feed shows for the first time.
 * @fires {ExpressErrorEvent} express-error - The feed could not be loaded.
 */
export class ActivityHub extends LitElement {
  static override styles = [
    themeStyles,
    baseStyles,
    cardStyles,
    choiceStyles,
    stateStyles,
    floatStyles,
    hubStyles,
  ];

  readonly #session = new SessionController(this, () => ({ state: this.#feed.view.kind }));
  readonly #l = new LocalizeController(this, activityTexts);
  readonly #visibility = new VisibilityController(this);
  readonly #feed = new ResourceController(this, this.#session, {
    route: 'activity',
    offered: ({ capabilities }) => capabilities.activity !== null,
    question: () => ({ query: feedQuery(this.#kinds()) }),
    topics: ['activity'],
    isEmpty: ({ data, needs_you }) => data.length === 0 && needs_you.length === 0,
    keepPrevious: true,
    visibility: this.#visibility,
  });
  readonly #pages = new FeedController(this, {
    first: this.#feed,
    sessions: this.#session,
    kinds: () => this.#kinds(),
    arrived: (count) =>
      this.#announcer.say(this.#l.messages.activity.arrived(count, this.#l.count(count))),
    failed: (error) => this.#announcer.say(errorText(error, this.#l.messages)),
  });
  readonly #announcer = new Announcer(this);
  readonly #float = new FloatController(this);
  readonly #open = new OpenController(this, 'stripe', balanceOpener);
  protected readonly states = new StatesController(this, () => stateOf(this.#feed.view.kind));
  protected readonly outcome = new OutcomeController(this, () => this.#feed.view);
  protected readonly height = new ReservedHeightController(this, {
    hasContent: () => this.#answer() !== null,
    name: () => `${this.variant} ${this.limit ?? 'all'}`,
  });

  /** The endpoint's URL, where no provider says it. */
  @property() endpoint: string | null = null;
  /** `panel`: the feed in place. `bell`: a button with the unread count that opens it. */
  @property() variant: 'panel' | 'bell' = 'panel';
  /** Shows only so many items, with a way to all of them. */
  @property({ type: Number }) limit: number | null = null;
  /** Leaves the choice of kinds out. */
  @property({ type: Boolean, attribute: 'without-filters' }) withoutFilters = false;

  @state() private _group: KindGroup | null = null;
  #unread: number | null = null;

  /** Asks again for the feed. */
  refresh(): Promise<void> {
    return this.#feed.refresh();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#fill();
    const answer = this.#answer();
    const unread = answer ? unreadCount(answer, this.#pages.items) : null;
    if (unread === null || unread === this.#unread) return;
    this.#unread = unread;
    this.dispatchEvent(new ExpressUnreadChangeEvent(unread));
  }

  protected override render(): TemplateResult {
    if (this.#feed.view.kind === 'absent') return html`<slot></slot>`;
    return this.variant === 'bell' ? this.#renderBell() : this.#renderPanel();
  }

  /** The kinds that the chosen group stands for; none: every kind that is offered. */
  #kinds(): readonly ActivityKind[] {
    const group = this._group;
    if (group === null) return [];
    return this.#groups().find((offered) => offered.group === group)?.kinds ?? [];
  }

  #groups() {
    return offeredGroups(this.#session.account?.capabilities.activity?.kinds ?? []);
  }

  /** Fifty payments in a row are one line: a short feed looks a little further for the rest of what it shows. */
  #fill(): void {
    const { items, hasMore, failed } = this.#pages;
    if (this.limit === null || !hasMore || failed || items.length >= MOST_FOR_SHORT) return;
    if (this.#entries().length < this.limit) void this.#pages.more();
  }

  #entries(): FeedEntry[] {
    return foldPayments(this.#pages.items, this.#session.timeZone);
  }

  /** What is known now, fresh or not. */
  #answer(): Activity | null {
    const { view } = this.#feed;
    if (view.kind === 'ready' || view.kind === 'empty') return view.data;
    return view.kind === 'loading' || view.kind === 'error' ? view.last : null;
  }

  #renderBell(): TemplateResult {
    const answer = this.#answer();
    const unread = answer ? unreadCount(answer, this.#pages.items) : 0;
    const label = this.#l.messages.activity.bell(unread, this.#l.count(unread));
    return html`<button
        type="button"
        class="button icon-only bell"
        part="bell"
        popovertarget="hub"
        aria-label=${label}
      >
        ${icon(icons.bell)}${unread > 0 ? html`<span class="count">${this.#count(unread)}</span>` : nothing}
      </button>
      <div
        popover
        id="hub"
        class="float hub root"
        role="dialog"
        aria-label=${this.#l.messages.activity.title}
        @beforetoggle=${this.#float.toggled}
      >
        ${this.#renderHead()} ${this.#renderBody()}
      </div>
      ${this.#announcer.render()}<slot name="stripe"></slot>`;
  }

  #renderPanel(): TemplateResult {
    return html`<div class="root">
        <section class="card" part="card" aria-labelledby="title">
          ${this.#renderHead()} ${this.#renderBody()}
        </section>
      </div>
      ${this.#announcer.render()}<slot name="stripe"></slot>`;
  }

  /** More than two digits say less than “99+”. */
  #count(unread: number): string {
    return unread > 99 ? `${this.#l.count(99)}+` : this.#l.count(unread);
  }

  #renderHead(): TemplateResult {
    const texts = this.#l.messages.activity;
    const answer = this.#answer();
    const unread = answer ? unreadCount(answer, this.#pages.items) : 0;
    return html`<div class="head">
        <h2 id="title">
          ${texts.title}
          ${
            unread > 0
              ? html`<span class="count"
                  ><span aria-hidden="true">${this.#count(unread)}</span
                  ><span class="vh">${texts.unread(unread, this.#l.count(unread))}</span></span
                >`
              : nothing
          }
        </h2>
        ${
          unread > 0
            ? html`<button type="button" class="link push" @click=${this.#readAll}>
                ${texts.markAllRead}
              </button>`
            : nothing
        }
      </div>
      ${this.#renderKinds()}`;
  }

  #renderKinds(): TemplateResult | typeof nothing {
    const groups = this.#groups();
    if (this.withoutFilters || this.limit !== null || this.variant === 'bell' || groups.length < 2)
      return nothing;
    const texts = this.#l.messages.activity.kinds;
    const choice = (group: KindGroup | null, text: string) =>
      html`<button
        type="button"
        class="choice"
        aria-pressed=${this._group === group}
        @click=${() => (this._group = group)}
      >
        ${text}
      </button>`;
    return html`<div class="kinds" role="group" aria-label=${texts.label}>
      ${choice(null, texts.all)} ${groups.map(({ group }) => choice(group, texts[group]))}
    </div>`;
  }

  #renderBody(): TemplateResult {
    const { view } = this.#feed;
    const texts = this.#l.messages.activity;
    const answer = this.#answer();
    if (view.kind === 'error' && answer === null)
      return errorState({
        title: texts.failed,
        error: view.error,
        messages: this.#l.messages,
        retry: () => void this.refresh(),
      });
    if (answer === null) return feedSkeleton();
    if (view.kind === 'empty') return this.#renderEmpty();
    const entries = this.#entries();
    const short = shortFeed(answer.needs_you, entries, this.limit);
    const hidden = answer.needs_you.length - short.needs.length;
    const context = this.#context();
    return html`<div class="feed">
        ${this._group === null ? needsTemplate(context, short.needs, answer.needs_you.length) : nothing}
        ${daysTemplate(context, short.items)}
      </div>
      ${this.#renderFoot(hidden + entries.length - short.items.length)}`;
  }

  #renderEmpty(): TemplateResult {
    const texts = this.#l.messages.activity;
    return this._group === null
      ? emptyState({ title: texts.empty, text: texts.emptyHint, icon: icons.bell })
      : emptyState({ title: texts.emptyKind, icon: icons.bell });
  }

  #context(): FeedContext {
    return {
      l: this.#l,
      timeZone: this.#session.timeZone,
      now: this.#session.now() ?? 0,
      select: (item) => this.#select(item),
      canOpen: (item) => item.opens !== null,
      read: (item) => void this.#pages.read(item),
    };
  }

  /** @param hidden how much of a short feed is not shown */
  #renderFoot(hidden: number): TemplateResult | typeof nothing {
    const texts = this.#l.messages.activity;
    const { failed, hasMore, isLoadingMore } = this.#pages;
    if (this.limit !== null)
      return hidden > 0 || hasMore
        ? html`<div class="foot">
            <button type="button" class="link" @click=${this.#seeAll}>${texts.seeAll}</button>
          </div>`
        : nothing;
    if (failed)
      return html`<div class="foot" role="alert">
        <span>${errorText(failed, this.#l.messages)}</span>
        <button type="button" class="button small" @click=${this.#more}>
          ${this.#l.messages.common.retry}
        </button>
      </div>`;
    if (hasMore)
      return html`<div class="foot">
        <button type="button" class="link" aria-disabled=${isLoadingMore} @click=${this.#more}>
          ${isLoadingMore ? this.#l.messages.common.loading : texts.more}
        </button>
      </div>`;
    const days = this.#session.account?.capabilities.activity?.history_days ?? null;
    return days === null
      ? nothing
      : html`<div class="foot">${texts.history(this.#l.count(days))}</div>`;
  }

  #select(item: ActivityItem | Need): void {
    if ('read' in item) void this.#pages.read(item);
    if (item.opens === null) return;
    const event = new ExpressActivitySelectEvent(item, item.opens);
    if (!this.dispatchEvent(event)) return;
    // Stripe's overlay would open behind the bell's popover.
    this.#float.close();
    void this.#open.open(item.opens);
  }

  readonly #more = (): void => void this.#pages.more();
  readonly #readAll = (): void => void this.#pages.readAll();
  readonly #seeAll = (): void => {
    this.#float.close();
    this.dispatchEvent(new ExpressSeeAllEvent('activity'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'activity-hub': ActivityHub;
  }
}
