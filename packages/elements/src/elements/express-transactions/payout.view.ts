/** How a payout comes to its amount: in its details, and above the list of its rows. */
import type { PayoutParts } from '@express-elements/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { LocalizeController } from '../../locales/index.ts';
import { payoutStatus } from './row.model.ts';

type L = LocalizeController<'transactions'>;
type Difference = PayoutParts['differences'][number];

function differenceWords(l: L, { reason, amount }: Difference): string {
  const { payout } = l.messages.transactions;
  if (reason === 'balance') return amount > 0 ? payout.fromBalance : payout.inBalance;
  return payout.difference[reason];
}

/** Why nobody can say of which rows it is; null where that can be said. */
function whyNot(l: L, { state }: PayoutParts): string | null {
  const { payout } = l.messages.transactions;
  return state === 'known' ? null : payout.whyNot[state];
}

/** What is added up, in order: the rows, what lies between, what was sent. */
function terms(l: L, { rows, differences, amount }: PayoutParts) {
  const { payout } = l.messages.transactions;
  const { count, net } = rows ?? { count: 0, net: 0 };
  return [
    { name: payout.rows(count, l.count(count)), amount: net },
    ...differences.map((each) => ({ name: differenceWords(l, each), amount: each.amount })),
    { name: payout.sent, amount },
  ];
}

/** Nothing lies between. */
const isEven = ({ state, differences }: PayoutParts): boolean =>
  state === 'known' && differences.length === 0;

/**
 * In the details of a payout.
 *
 * @param show opens its rows; null where they cannot be asked for
 */
export function payoutParts(l: L, parts: PayoutParts, show: (() => void) | null): TemplateResult {
  const { payout } = l.messages.transactions;
  const why = whyNot(l, parts);
  if (why !== null)
    return html`<hr class="rule" />
      <p class="parts hint">${why}</p>`;
  const { count } = parts.rows ?? { count: 0 };
  return html`<hr class="rule" />
    <dl class="pairs" aria-label=${payout.label}>
      ${terms(l, parts).map(
        ({ name, amount }, index, { length }) =>
          html`<dt class=${index === length - 1 ? 'strong' : ''}>${name}</dt>
            <dd class=${index === length - 1 ? 'strong' : ''}>
              <span class="money">${l.money(amount, parts.currency)}</span>
            </dd>`,
      )}
    </dl>
    ${isEven(parts) ? html`<p class="parts hint">${payout.even}</p>` : nothing}
    ${
      show && count > 0
        ? html`<div class="parts">
            <button type="button" class="button" @click=${show}>
              ${payout.show(count, l.count(count))}
            </button>
          </div>`
        : nothing
    }`;
}

/** Above the rows of a payout; why there are none, the list says in their place. */
export function payoutNote(l: L, parts: PayoutParts): TemplateResult {
  const { payout, status } = l.messages.transactions;
  const date = l.date(parts.arrival_date, 'date', 'UTC');
  const title = payout.title(l.money(parts.amount, parts.currency), date);
  return html`<div class="totals num" role="group" aria-label=${payout.label}>
    <div>
      <b>${title}</b>
      <span>${payoutStatus(parts.status, status) ?? nothing}</span>
    </div>
    ${
      parts.state === 'known'
        ? html`<div>
            ${terms(l, parts).map(
              ({ name, amount }) =>
                html`<span>${name} <b class="money">${l.money(amount, parts.currency)}</b></span>`,
            )}
            ${isEven(parts) ? html`<span>${payout.even}</span>` : nothing}
          </div>`
        : nothing
    }
  </div>`;
}
