import { html, type TemplateResult } from 'lit';
import type { LocalizeController } from '../../locales/index.ts';
import { chipRemove } from '../../ui/index.ts';
import { givenNames, givenWords, isGiven, noGiven, type GivenFilters } from './given.model.ts';

/** What a link has set, each with a way to take it off. */
export const givenChips = (
  l: LocalizeController<'transactions'>,
  given: GivenFilters,
  give: (given: GivenFilters) => void,
): TemplateResult[] =>
  givenNames
    .filter((name) => isGiven(given, name))
    .map((name) => {
      const words = givenWords(given, name, l.messages, l.locale);
      const remove = l.messages.transactions.filter.remove(words);
      return html`<span class="chip set" part="filter">
        <span class="chip-open">${words}</span>
        ${chipRemove(remove, () => give({ ...given, [name]: noGiven[name] }))}
      </span>`;
    });
