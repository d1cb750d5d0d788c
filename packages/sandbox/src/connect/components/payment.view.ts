import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type Stripe from 'stripe';
import { tile } from '../shared/icons.ts';
import type { Text, Word } from '../shared/text.ts';
import { methodOf, timeline } from './payment.model.ts';

export interface PaymentFacts {
  readonly charge: Stripe.Charge;
  readonly refunds: readonly Stripe.Refund[];
  readonly disputes: readonly Stripe.Dispute[];
}

export const timelineView = (
  text: Text,
  { charge, refunds, disputes }: PaymentFacts,
): TemplateResult =>
  html`<ol class="timeline">
    ${timeline(charge, refunds, disputes).map(
      (moment) =>
        html`<li>
          ${tile(moment.icon, moment.tone)}
          <div>
            <p>${text.say(moment.word, { amount: text.money(moment.amount, moment.currency) })}</p>
            <p class="muted small">${text.dayTime(moment.at)}</p>
          </div>
        </li>`,
    )}
  </ol>`;

const feeWords: Readonly<Record<string, Word>> = {
  application_fee: 'platformFee',
  stripe_fee: 'stripeFee',
  tax: 'tax',
  withheld_tax: 'tax',
};

const settled = (charge: Stripe.Charge): Stripe.BalanceTransaction | null =>
  typeof charge.balance_transaction === 'object' ? charge.balance_transaction : null;

/** What was paid, what it cost, what is left: in the balance's own currency once it is settled. */
export const amountFacts = (text: Text, charge: Stripe.Charge): TemplateResult => {
  const row = settled(charge);
  const line = (label: string, amount: number, currency: string, sum = '') =>
    html`<dt class=${sum}>${label}</dt>
      <dd class="num ${sum}">${text.money(amount, currency)}</dd>`;
  return html`<dl class="facts">
    ${line(text.say('amount'), charge.amount, charge.currency)}
    ${
      row && row.currency !== charge.currency
        ? line(text.say('converted', { rate: row.exchange_rate ?? 1 }), row.amount, row.currency)
        : ''
    }
    ${row?.fee_details.map((fee) =>
      line(text.say(feeWords[fee.type] ?? 'fees'), -fee.amount, fee.currency),
    )}
    ${row ? line(text.say('net'), row.net, row.currency, 'sum') : ''}
    ${
      charge.amount_refunded > 0
        ? line(text.say('refundedSoFar'), -charge.amount_refunded, charge.currency)
        : ''
    }
    ${
      row
        ? html`<dt>${text.say('availableOn')}</dt>
            <dd>${text.utcDay(row.available_on)}</dd>`
        : ''
    }
  </dl>`;
};

const pairs = (text: Text, charge: Stripe.Charge): [string, string | null][] => [
  [text.say('date'), text.dayTime(charge.created)],
  [text.say('paidWith'), methodOf(charge)],
  [text.say('customer'), charge.billing_details.name],
  [text.say('email'), charge.billing_details.email],
  [text.say('onStatement'), charge.calculated_statement_descriptor],
  [text.say('risk'), charge.outcome?.risk_level ?? null],
  [text.say('failure'), charge.failure_message],
];

export const customerFacts = (text: Text, charge: Stripe.Charge, ids: boolean): TemplateResult => {
  const shown = [
    ...pairs(text, charge),
    ...(ids ? [['ID', charge.id] satisfies [string, string]] : []),
  ].filter(([, value]) => value);
  return html`${
      charge.source_transfer ? html`<p class="muted small">${text.say('transferNote')}</p>` : ''
    }
    <dl class="facts">
      ${shown.map(
        ([label, value]) =>
          html`<dt>${label}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>`;
};
