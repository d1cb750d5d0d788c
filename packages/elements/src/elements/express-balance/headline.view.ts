import type { Destination } from '@express-elements/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { formatNearDay } from '../../format/index.ts';
import type { LocalizeController } from '../../locales/index.ts';
import * as icons from '../../ui/icons.ts';
import { bone, tile } from '../../ui/index.ts';
import type { Headline, NextPayout } from './express-balance.model.ts';
import type { BalanceFigure } from './rows.model.ts';
import { notesOf, type Note, type NoteAction } from './notes.model.ts';

type Part = TemplateResult | typeof nothing;

export interface HeadlineContext {
  readonly l: LocalizeController<'balance'>;
  readonly timeZone: string;
  readonly now: number;
  readonly choose: (currency: string) => void;
  /** The way to Stripe's part; null where there is none or it shows anyway. */
  readonly manage: { readonly isOpen: boolean; readonly run: () => void } | null;
  /** Whether there is a way to what a note asks for, and to go it. */
  readonly can: (action: NoteAction) => boolean;
  readonly act: (action: NoteAction) => void;
  /** A label and the “?” beside it. */
  readonly mark: (figure: BalanceFigure, label: string) => TemplateResult;
  readonly platform: { readonly name: string; readonly support: string | null };
}

/** More than these stand in rows of their own. */
const INLINE_CURRENCIES = 2;

/** Where texts are of another direction than the page, as English on an Arabic one, each keeps its own order. */
const words = (text: string): TemplateResult => html`<span dir="auto">${text}</span>`;

const money = (
  l: LocalizeController<'balance'>,
  amount: number,
  currency: string,
): TemplateResult => html`<span class="money" part="amount">${l.money(amount, currency)}</span>`;

/** A figure of another currency, by its code where its own letters do not say it. */
const coded = (
  l: LocalizeController<'balance'>,
  amount: number,
  currency: string,
): TemplateResult => {
  const code = currency.toUpperCase();
  const isSaid = l.money(amount, currency).includes(code);
  return html`<span>${isSaid ? nothing : `${code} `}${money(l, amount, currency)}</span>`;
};

interface CellLook {
  /** What it shows. */
  readonly figure: BalanceFigure;
  readonly place: 'first' | 'last' | '';
  readonly kind: 'total' | 'day' | '';
}

const cells = {
  total: { figure: 'total', place: 'first', kind: 'total' },
  'in-transit': { figure: 'onTheWay', place: '', kind: '' },
  soon: { figure: 'soon', place: '', kind: '' },
  next: { figure: 'next', place: 'last', kind: 'day' },
} as const satisfies Record<string, CellLook>;

const frame = (
  name: keyof typeof cells,
  label: TemplateResult,
  figure: unknown,
  fact: Part,
): TemplateResult => {
  const { place, kind } = cells[name];
  return html`<div class="cell explained ${place}" part="cell ${name}">
    <dt class="label">${label}</dt>
    <dd class="figure ${kind}">${figure}</dd>
    ${fact === nothing ? nothing : html`<dd class="fact">${fact}</dd>`}
  </div>`;
};

const cell = (
  name: keyof typeof cells,
  label: string,
  figure: unknown,
  fact: Part,
  { mark }: HeadlineContext,
): TemplateResult => frame(name, mark(cells[name].figure, label), figure, fact);

function totalFact(headline: Headline, { l, choose }: HeadlineContext): Part {
  const { currency, others, available } = headline;
  const texts = l.messages.balance;
  const switches =
    others.length === 0 || others.length > INLINE_CURRENCIES
      ? nothing
      : html`<span>${currency.toUpperCase()}</span>${others.map(
            (other) =>
              html`<button type="button" class="link" @click=${() => choose(other.currency)}>
                ${coded(l, other.total, other.currency)}
              </button>`,
          )}`;
  if (switches !== nothing) return html`${switches}`;
  // Below zero there is nothing to pay out, and the note says what happens.
  if (headline.isNegative && available <= 0) return nothing;
  return words(texts.available(l.money(available, currency)));
}

function transitCell({ inTransit, currency }: Headline, context: HeadlineContext): TemplateResult {
  const { l, timeZone, now } = context;
  const texts = l.messages.balance;
  const { amount, count, day } = inTransit;
  const when = day === null ? '' : formatNearDay(day, now, l.locale, timeZone);
  const fact = count === 0 ? texts.nothingOnTheWay : texts.payouts(count, l.count(count), when);
  return cell('in-transit', texts.onTheWay, money(l, amount, currency), words(fact), context);
}

function soonCell({ soon, currency }: Headline, context: HeadlineContext): TemplateResult {
  const { l, timeZone } = context;
  const texts = l.messages.balance;
  const last = soon.days.at(-1);
  const date = last && l.date(last.day, 'shortDay', timeZone);
  const when = date ? (soon.days.length === 1 ? texts.on(date) : texts.by(date)) : '';
  const fact = soon.amount === 0 && soon.days.length === 0 ? texts.nothingSoon : when;
  return cell('soon', texts.soon, money(l, soon.amount, currency), words(fact), context);
}

function bankWords(to: Destination | null, l: LocalizeController<'balance'>): string {
  if (to === null) return '';
  const texts = l.messages.balance;
  const name = to.name ?? (to.type === 'card' ? texts.card : texts.bankAccount);
  return to.last4 === null ? name : texts.account(name, to.last4);
}

interface NextWords {
  readonly label: string;
  readonly figure: string;
  readonly fact: string;
}

function nextWords(next: NextPayout, currency: string, context: HeadlineContext): NextWords {
  const { l, timeZone } = context;
  const texts = l.messages.balance;
  const label = texts.nextPayout;
  switch (next.kind) {
    case 'paused':
      return { label, figure: texts.paused, fact: '' };
    case 'manual':
      return { label, figure: texts.manualPayouts, fact: '' };
    case 'none':
      return { label, figure: texts.noPayout, fact: '' };
    case 'expected': {
      const figure = l.date(next.day, 'longDay', timeZone);
      return { label: texts.nextExpected, figure, fact: bankWords(next.to, l) };
    }
    case 'made': {
      const figure = l.date(next.day, 'longDay', timeZone);
      const to = bankWords(next.to, l);
      const fact = next.amount === null ? to : texts.ofAmount(l.money(next.amount, currency), to);
      return { label, figure, fact };
    }
  }
}

const manageLink = ({ l, manage }: HeadlineContext): Part =>
  manage
    ? html`<button
        type="button"
        class="link"
        part="manage"
        aria-expanded=${manage.isOpen}
        aria-controls="part"
        @click=${manage.run}
      >
        ${manage.isOpen ? l.messages.balance.hide : l.messages.balance.manage}
      </button>`
    : nothing;

function nextCell({ next, currency }: Headline, context: HeadlineContext): TemplateResult {
  const { label, figure, fact } = nextWords(next, currency, context);
  const about = fact === '' ? nothing : words(fact);
  return cell('next', label, figure, html`${about}${manageLink(context)}`, context);
}

const actionWords = (
  action: NoteAction,
  kind: Note['kind'],
  { l, platform }: HeadlineContext,
): string => {
  const texts = l.messages.balance;
  if (action === 'account') return texts.seeNeeds;
  if (action === 'platform') return texts.contact(platform.name);
  return kind === 'negative' ? texts.addMoney : texts.changeBank;
};

function noteAction({ action, kind }: Note, context: HeadlineContext): Part {
  if (action === null) return nothing;
  const text = actionWords(action, kind, context);
  return action === 'platform'
    ? html`<a
        class="button small"
        href=${context.platform.support ?? nothing}
        target="_blank"
        rel="noopener"
        >${text}</a
      >`
    : html`<button type="button" class="button small" @click=${() => context.act(action)}>
        ${text}
      </button>`;
}

const noteWords = ({ reason }: Note, headline: Headline, context: HeadlineContext): string => {
  const texts = context.l.messages.balance;
  if (reason === null)
    return [texts.negativeWhy, headline.isDebited ? texts.negativeDebit : ''].join(' ');
  const isUnderway = headline.inTransit.count > 0;
  return [
    texts.pausedWhy[reason](context.platform.name),
    isUnderway ? texts.stillArrives : '',
  ].join(' ');
};

/** What is wrong and what to do, in place; said once more where it comes while the page is open. */
function notes(headline: Headline, context: HeadlineContext): TemplateResult {
  const texts = context.l.messages.balance;
  return html`<div role="status">
    ${notesOf(headline, context.can).map(
      (note) =>
        html`<div class="note problem" part="problem">
          ${tile(icons.alert, 'warning')}
          <div class="say">
            <p dir="auto">
              <b>${note.kind === 'paused' ? texts.pausedTitle : texts.negativeTitle}</b>
              <span>${noteWords(note, headline, context).trim()}</span>
            </p>
            ${noteAction(note, context)}
          </div>
        </div>`,
    )}
  </div>`;
}

function moreRows(headline: Headline, { l, choose, mark }: HeadlineContext): Part {
  const { others, setAside, currency } = headline;
  const texts = l.messages.balance;
  const rows = others.length > INLINE_CURRENCIES ? others : [];
  if (rows.length === 0 && setAside === null) return nothing;
  return html`<div class="more">
    ${rows.map(
      (other) =>
        html`<button type="button" class="row" @click=${() => choose(other.currency)}>
          <span class="label">${other.currency.toUpperCase()}</span>
          ${money(l, other.total, other.currency)}
        </button>`,
    )}
    ${
      setAside === null
        ? nothing
        : html`<div class="row explained" part="set-aside">
            <span class="label">${mark('setAside', texts.setAside)}</span
            >${money(l, setAside, currency)}
          </div>`
    }
  </div>`;
}

/** The figures, the largest of which is the total. */
export const headlineView = (headline: Headline, context: HeadlineContext): TemplateResult => {
  const { l } = context;
  return html`<dl class="cells">
      ${cell(
        'total',
        l.messages.balance.total,
        money(l, headline.total, headline.currency),
        totalFact(headline, context),
        context,
      )}
      ${transitCell(headline, context)} ${soonCell(headline, context)}
      ${nextCell(headline, context)}
    </dl>
    ${notes(headline, context)} ${moreRows(headline, context)}`;
};

/** Words that will be there, for their room. */
const later = (part: unknown): TemplateResult => html`<span class="later">${part}</span>`;

export interface SkeletonContext extends Pick<HeadlineContext, 'l' | 'mark' | 'now'> {
  /** Whether a way to Stripe's part may come. */
  readonly mayManage: boolean;
}

/**
 * The cells before their figures are known. Words like those that will come are there, to be as tall as they will be
 * in any language and width, and neither to be seen nor read.
 */
export const headlineSkeleton = ({ l, mark, now, mayManage }: SkeletonContext): TemplateResult => {
  const texts = l.messages.balance;
  const waiting = (name: keyof typeof cells, label: string, figure: Part, fact: Part) =>
    frame(name, html`${later(mark(cells[name].figure, label))}${bone(10)}`, figure, fact);
  const amount = bone(11, 'figure-bone');
  const about = bone(8, 'thin');
  const day = html`${later(l.date(now, 'longDay', 'UTC'))}${amount}`;
  const bank = texts.account(texts.bankAccount, '0000');
  // An amount of figure spaces: nothing that is not known is there to be read, by a script either.
  const payout = html`${later(texts.ofAmount('\u2007'.repeat(9), bank))}${about}`;
  const manage = mayManage ? later(html`<span class="link">${texts.manage}</span>`) : nothing;
  return html`<span class="vh" role="status">${l.messages.common.loading}</span>
    <dl class="cells waiting" aria-hidden="true">
      ${waiting('total', texts.total, bone(18, 'figure-bone'), about)}
      ${waiting('in-transit', texts.onTheWay, amount, about)}
      ${waiting('soon', texts.soon, amount, about)}
      ${waiting('next', texts.nextPayout, day, html`${payout}${manage}`)}
    </dl>`;
};
