/** The hub's templates: state in, markup out. */
import type { ActivityItem, Need } from '@express-elements/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from '../../ui/repeat.ts';
import { daysBetween, formatDayHeading, formatNearDay } from '../../format/index.ts';
import type { LocalizeController } from '../../locales/index.ts';
import type { ItemWords } from '../../locales/en/activity.ts';
import { bone, icon, tile } from '../../ui/index.ts';
import {
  aboutOf,
  bankOf,
  dateOf,
  feedByDay,
  isUtcDay,
  customerOf,
  kindLook,
  needLook,
  sumsOf,
  type FeedEntry,
} from './activity-hub.model.ts';
import * as icons from '../../ui/icons.ts';

export interface FeedContext {
  readonly l: LocalizeController<'activity'>;
  readonly timeZone: string;
  /** Unix seconds, by the endpoint. */
  readonly now: number;
  /** Picks what opens something; the rest is plain text. */
  readonly select: (item: ActivityItem | Need) => void;
  readonly canOpen: (item: ActivityItem | Need) => boolean;
  /** Marks one item as read without opening it. */
  readonly read: (item: ActivityItem) => void;
}

const money = ({ l }: FeedContext, item: Pick<Need, 'amount' | 'currency'>): string =>
  item.amount === null || item.currency === null ? '' : l.money(item.amount, item.currency);

function reasonOf({ l }: FeedContext, data: ActivityItem['data']): string {
  const code = data['failure_code'];
  if (typeof code !== 'string') return '';
  const reasons = l.messages.activity.payoutFailures;
  return reasons[code] ?? reasons['other'] ?? '';
}

const wordsOf = (context: FeedContext, item: ActivityItem | Need, utcDay: boolean): ItemWords => {
  const { l, timeZone, now } = context;
  const date = dateOf(item.data);
  return {
    amount: money(context, item),
    date: date === null ? '' : formatNearDay(date, now, l.locale, utcDay ? 'UTC' : timeZone),
    bank: bankOf(item.data),
    about: aboutOf(item.data),
    reason: reasonOf(context, item.data),
  };
};

const second = (text: string) => (text === '' ? nothing : html`<p class="second">${text}</p>`);

/** Something that waits for the seller, with the one button that leads to it. */
function needTemplate(context: FeedContext, need: Need): TemplateResult {
  const { l, now, timeZone } = context;
  const texts = l.messages.activity;
  const words = wordsOf(context, need, false);
  const days = need.deadline === null ? null : daysBetween(now, need.deadline, timeZone);
  const due = need.kind === 'dispute_evidence_due' ? texts.evidenceDue : texts.due;
  const look = needLook[need.kind];
  const title = texts.needTitles[need.kind](words);
  return html`<li class="item" part="need">
    ${tile(look.icon, look.tone)}
    <div>
      <p class="title num">${title}</p>
      ${second(days === null ? words.reason : due(days, l.count(Math.abs(days))))}
    </div>
    ${
      context.canOpen(need)
        ? html`<button
            type="button"
            class="button small"
            aria-label="${texts.needActions[need.kind]}: ${title}"
            @click=${() => context.select(need)}
          >
            ${texts.needActions[need.kind]}
          </button>`
        : nothing
    }
  </li>`;
}

export const needsTemplate = (
  context: FeedContext,
  needs: readonly Need[],
  all: number,
): TemplateResult | typeof nothing =>
  needs.length === 0
    ? nothing
    : html`<section aria-labelledby="needs">
        <h3 class="day" id="needs">
          ${context.l.messages.activity.needsYou}
          ${all > needs.length ? html`<span class="of">${context.l.count(all)}</span>` : nothing}
        </h3>
        <ul>
          ${repeat(
            needs,
            (need) => need.id,
            (need) => needTemplate(context, need),
          )}
        </ul>
      </section>`;

function itemBody(
  context: FeedContext,
  item: ActivityItem,
  title: string,
  words: ItemWords,
): TemplateResult {
  const { l, timeZone } = context;
  const texts = l.messages.activity;
  const look = kindLook[item.kind];
  return html`${tile(look.icon, look.tone)}
    <span>
      ${item.read === false ? html`<span class="vh">${texts.isUnread}: </span>` : nothing}
      <span class="title num">${title}</span>
      ${secondLine(texts.details[item.kind](words))}
    </span>
    <time datetime=${new Date(item.created * 1000).toISOString()}
      >${l.date(item.created, 'time', timeZone)}</time
    >`;
}

const secondLine = (text: string) =>
  text === '' ? nothing : html`<br /><span class="second">${text}</span>`;

/** The dot of an unread item marks it as read: what opens nothing would stay unread else. */
function unreadMark({ l, read }: FeedContext, item: ActivityItem, title: string) {
  if (item.read !== false) return nothing;
  const words = `${l.messages.activity.markRead}: ${title}`;
  return html`<button
    type="button"
    class="mark"
    part="mark"
    title=${l.messages.activity.markRead}
    aria-label=${words}
    @click=${(event: Event) => {
      const line = (event.currentTarget as HTMLElement).nextElementSibling;
      read(item);
      // The mark goes; who pressed it by keyboard stays where it was.
      (line as HTMLElement | null)?.focus();
    }}
  ></button>`;
}

function itemTemplate(context: FeedContext, item: ActivityItem): TemplateResult {
  const words = wordsOf(context, item, isUtcDay(item.kind));
  const title = context.l.messages.activity.titles[item.kind](words);
  const body = itemBody(context, item, title, words);
  return html`<li class="line">
    ${unreadMark(context, item, title)}
    ${
      context.canOpen(item)
        ? html`<button type="button" class="item" part="item" @click=${() => context.select(item)}>
            ${body}
          </button>`
        : html`<div class="item" part="item" tabindex="-1">${body}</div>`
    }
  </li>`;
}

/** Names that are told of several payments before the rest is a number. */
const NAMES = 2;

function namesOf({ l }: FeedContext, items: readonly ActivityItem[]): string {
  const names = [...new Set(items.map(({ data }) => customerOf(data)))].filter(Boolean);
  const told = names.slice(0, NAMES);
  const others = names.length - told.length;
  return l.list(others > 0 ? [...told, l.messages.activity.others(others, l.count(others))] : told);
}

/** Several payments as one line, which opens to each of them. */
function runTemplate(context: FeedContext, items: FeedEntry): TemplateResult {
  const { l } = context;
  const look = kindLook.payment_received;
  const sums = l.list(sumsOf(items).map(({ amount, currency }) => l.money(amount, currency)));
  return html`<li>
    <details class="run">
      <summary class="item" part="item">
        ${tile(look.icon, look.tone)}
        <span>
          <span class="title num"
            >${l.messages.activity.payments(items.length, l.count(items.length), sums)}</span
          >
          ${secondLine(namesOf(context, items))}
        </span>
        ${icon(icons.chevron)}
      </summary>
      <ul>
        ${repeat(
          items,
          (item) => item.id,
          (item) => itemTemplate(context, item),
        )}
      </ul>
    </details>
  </li>`;
}

const entryTemplate = (context: FeedContext, entry: FeedEntry): TemplateResult =>
  entry.length === 1 ? itemTemplate(context, entry[0]) : runTemplate(context, entry);

export const daysTemplate = (context: FeedContext, entries: readonly FeedEntry[]): TemplateResult =>
  html`${repeat(
    feedByDay(entries, context.timeZone),
    (day) => day.day,
    (day) =>
      html`<section aria-labelledby="day-${day.day}">
        <h3 class="day" id="day-${day.day}">
          ${formatDayHeading(day.at, context.now, context.l.locale, context.timeZone)}
        </h3>
        <ul>
          ${repeat(
            day.entries,
            // The oldest of several stays the oldest when another comes.
            (entry) => entry.at(-1)?.id,
            (entry) => entryTemplate(context, entry),
          )}
        </ul>
      </section>`,
  )}`;

const boneItem = (title: number, below: number) =>
  html`<div class="item">
    ${bone(3, 'tile-bone')}
    <div>${bone(title)}${bone(below, 'thin')}</div>
    ${bone(4, 'thin')}
  </div>`;

/** The shape of what comes. */
export const feedSkeleton = (): TemplateResult =>
  html`<div class="bones" aria-hidden="true">
    ${[18, 15, 20, 14].map((width) => boneItem(width, width - 4))}
  </div>`;
