import type { Destination } from '@express-elements/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { formatNearDay } from '../../format/index.ts';
import type { LocalizeController } from '../../locales/index.ts';
import { bone } from '../../ui/index.ts';
import type { Headline, NextPayout } from './express-balance.model.ts';

type Part = TemplateResult | typeof nothing;

export interface HeadlineContext {
  readonly l: LocalizeController<'balance'>;
  readonly timeZone: string;
  readonly now: number;
  readonly choose: (currency: string) => void;
  /** The way to Stripe's part; null where there is none or it shows anyway. */
  readonly manage: { readonly isOpen: boolean; readonly run: () => void } | null;
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

const classes: Readonly<Record<string, string>> = { total: 'total', next: 'day' };

const cell = (name: string, label: string, figure: unknown, fact: Part): TemplateResult =>
  html`<div class="cell" part="cell ${name}">
    <dt class="label">${label}</dt>
    <dd class="figure ${classes[name] ?? ''}">${figure}</dd>
    ${fact === nothing ? nothing : html`<dd class="fact">${fact}</dd>`}
  </div>`;

function totalFact(headline: Headline, { l, choose }: HeadlineContext): Part {
  const { currency, others, isNegative, available } = headline;
  const texts = l.messages.balance;
  const switches =
    others.length === 0 || others.length > INLINE_CURRENCIES
      ? nothing
      : html`<span>${currency.toUpperCase()}</span>${others.map(
            (other) =>
              html`<button type="button" class="link" @click=${() => choose(other.currency)}>
                <span
                  >${other.currency.toUpperCase()} ${money(l, other.total, other.currency)}</span
                >
              </button>`,
          )}`;
  if (isNegative)
    return html`<span class="warn" dir="auto">${texts.negativeHint}</span>${switches}`;
  if (switches !== nothing) return html`${switches}`;
  return words(texts.available(l.money(available, currency)));
}

function transitCell({ inTransit, currency }: Headline, context: HeadlineContext): TemplateResult {
  const { l, timeZone, now } = context;
  const texts = l.messages.balance;
  const { amount, count, day } = inTransit;
  const when = day === null ? '' : formatNearDay(day, now, l.locale, timeZone);
  const fact = count === 0 ? texts.nothingOnTheWay : texts.payouts(count, l.count(count), when);
  return cell('in-transit', texts.onTheWay, money(l, amount, currency), words(fact));
}

function soonCell({ soon, currency }: Headline, { l, timeZone }: HeadlineContext): TemplateResult {
  const texts = l.messages.balance;
  const by = soon.day === null ? '' : texts.by(l.date(soon.day, 'shortDay', timeZone));
  const fact = soon.amount === 0 ? texts.nothingSoon : by;
  return cell('soon', texts.soon, money(l, soon.amount, currency), words(fact));
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
  readonly isWarning?: boolean;
}

function nextWords(next: NextPayout, currency: string, context: HeadlineContext): NextWords {
  const { l, timeZone } = context;
  const texts = l.messages.balance;
  const label = texts.nextPayout;
  switch (next.kind) {
    case 'paused':
      return { label, figure: texts.paused, fact: texts.pausedHint, isWarning: true };
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
        class="link push"
        part="manage"
        aria-expanded=${manage.isOpen}
        aria-controls="part"
        @click=${manage.run}
      >
        ${manage.isOpen ? l.messages.balance.hide : l.messages.balance.manage}
      </button>`
    : nothing;

function nextCell({ next, currency }: Headline, context: HeadlineContext): TemplateResult {
  const { label, figure, fact, isWarning } = nextWords(next, currency, context);
  const about = isWarning ? html`<span class="warn" dir="auto">${fact}</span>` : words(fact);
  return cell('next', label, figure, html`${about}${manageLink(context)}`);
}

function moreRows(headline: Headline, { l, choose }: HeadlineContext): Part {
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
        : html`<div class="row" part="set-aside">
            <span class="label">${texts.setAside}</span>${money(l, setAside, currency)}
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
      )}
      ${transitCell(headline, context)} ${soonCell(headline, context)}
      ${nextCell(headline, context)}
    </dl>
    ${moreRows(headline, context)}`;
};

/** The frame of the figures before they are known. */
export const headlineSkeleton = (l: LocalizeController<'balance'>): TemplateResult =>
  html`<div class="cells" role="status">
    <span class="vh">${l.messages.common.loading}</span>
    <div class="cell">${bone(9)}${bone(18, 'figure-bone')}${bone(7, 'thin')}</div>
    ${[0, 1, 2].map(
      () => html`<div class="cell">${bone(12)}${bone(11, 'figure-bone')}${bone(8, 'thin')}</div>`,
    )}
  </div>`;
