import type { PayoutParts, Row } from '@express-elements/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { LocalizeController } from '../../locales/index.ts';
import { chip, icon } from '../../ui/index.ts';
import {
  chipWords,
  without,
  type CategoryChoice,
  type ChosenFilters,
  type FilterName,
} from './filters.model.ts';
import { coming } from './frame.view.ts';
import * as icons from '../../ui/icons.ts';

export interface FilterProps {
  readonly l: LocalizeController<'transactions'>;
  readonly offered: readonly FilterName[];
  readonly chosen: ChosenFilters;
  /** What is being chosen in the open popover, not yet applied. */
  readonly draft: ChosenFilters;
  readonly open: string | null;
  /** What an open popover holds; null until it has come. */
  readonly code: Code | null;
  /** It could not be fetched. */
  readonly failed: boolean;
  readonly retry: () => void;
  /** Why the draft cannot be applied. */
  readonly wrong: string | null;
  readonly currency: string;
  readonly timeZone: string;
  readonly categories: readonly CategoryChoice[];
  readonly currencies: readonly string[];
  /** E-mails to suggest. */
  readonly customers: () => readonly string[];
  /** The last payouts; null until they are known. */
  readonly payouts: readonly Row[] | null;
  /** What is known of the chosen payout. */
  readonly parts: PayoutParts | null;
  readonly toggled: (event: Event) => void;
  readonly redraft: (draft: ChosenFilters) => void;
  /** Applies and closes. */
  readonly apply: (chosen: ChosenFilters) => void;
  /** Applies what stands in a popover's form, or says why not. */
  readonly submit: (name: FilterName, form: HTMLFormElement) => void;
}

const idOf = (name: FilterName): string => `filter-${name}`;

type Code = typeof import('./filters.form.ts');

const popover = (name: FilterName, props: FilterProps): TemplateResult => {
  const title = props.l.messages.transactions.filter[name];
  return html`<div
    class="float"
    popover
    id=${idOf(name)}
    role="dialog"
    aria-label=${title}
    @beforetoggle=${props.toggled}
  >
    ${
      props.open === idOf(name)
        ? (props.code?.filterForm(name, title, props) ??
          coming(props.l, props.failed ? props.retry : null))
        : nothing
    }
  </div>`;
};

/** The chips and their popovers. */
export function filterChips(props: FilterProps): TemplateResult {
  const { l, offered, chosen, currency, timeZone, parts, apply } = props;
  const texts = l.messages.transactions.filter;
  const words = { messages: l.messages, locale: l.locale, currency, timeZone, payout: parts };
  return html`${offered.map((name) =>
    chip({
      target: idOf(name),
      name: texts[name],
      value: chipWords(chosen, name, words),
      addLabel: texts.add(texts[name]),
      removeLabel: texts.remove(texts[name]),
      remove: () => apply(without(chosen, name)),
    }),
  )}
  ${offered.map((name) => popover(name, props))}`;
}

export interface SearchProps {
  readonly l: LocalizeController<'transactions'>;
  readonly query: string;
  readonly typed: (query: string) => void;
  readonly clear: () => void;
}

/** The search field; what is typed is asked a moment later. */
export const searchField = ({ l, query, typed, clear }: SearchProps): TemplateResult => {
  const texts = l.messages.transactions;
  return html`<div class="search" role="search">
    <input
      class="field"
      part="search"
      type="search"
      enterkeyhint="search"
      autocomplete="off"
      spellcheck="false"
      maxlength="200"
      aria-label=${texts.search}
      placeholder=${texts.searchHint}
      .value=${live(query)}
      @input=${(event: Event & { currentTarget: HTMLInputElement }) =>
        typed(event.currentTarget.value)}
    />
    ${
      query === ''
        ? nothing
        : html`<button type="button" aria-label=${texts.clearSearch} @click=${clear}>
            ${icon(icons.close)}
          </button>`
    }
  </div>`;
};
