import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type Stripe from 'stripe';
import { property, state } from 'lit/decorators.js';
import { field, select, valuesOf, wrong } from '../shared/fields.ts';
import { FormPane } from '../shared/form-pane.ts';
import { tile } from '../shared/icons.ts';
import { payable } from '../shared/money.ts';
import { bankName, defaultBank } from './balances.model.ts';
import type { Bank, Purse } from './balances.model.ts';

interface Order {
  readonly currency: string;
  readonly amount: number;
  readonly destination: string;
}

type Step =
  | { readonly kind: 'form' }
  | { readonly kind: 'confirm'; readonly order: Order }
  | { readonly kind: 'done'; readonly payout: Stripe.Payout };

/** Pays out by hand: amount and bank account, then a last look, then what Stripe answered. */
export class PayOutForm extends FormPane {
  static readonly tag = 'stripe-connect-sandbox-pay-out';

  @property({ attribute: false }) purses: readonly Purse[] = [];
  @property({ attribute: false }) banks: readonly Bank[] = [];
  @property() method: 'standard' | 'instant' = 'standard';
  @state() private step: Step = { kind: 'form' };
  @state() private currency = '';
  @state() private complaint = '';

  protected override render(): TemplateResult {
    if (this.step.kind === 'confirm') return this.#confirm(this.step.order);
    return this.step.kind === 'done' ? this.#done(this.step.payout) : this.#form();
  }

  #most(purse: Purse): number {
    return payable(this.method === 'instant' ? purse.instant : purse.available, purse.currency);
  }

  get #open(): readonly Purse[] {
    return this.purses.filter((purse) => this.#most(purse) > 0);
  }

  get #purse(): Purse | undefined {
    return this.#open.find((purse) => purse.currency === this.currency) ?? this.#open[0];
  }

  #banksOf(currency: string): readonly Bank[] {
    return this.banks.filter(
      (bank) =>
        bank.currency === currency &&
        (this.method === 'standard' || bank.available_payout_methods?.includes('instant')),
    );
  }

  #form(): TemplateResult {
    const { text } = this;
    const purse = this.#purse;
    if (!purse) return html`<p>${this.say('nothingToPayOut')}</p>`;
    const { currency } = purse;
    const banks = this.#banksOf(currency);
    const chosen = defaultBank(banks, currency)?.id ?? '';
    return html`<form @submit=${(event: SubmitEvent) => this.#check(event, purse)}>
      ${
        this.#open.length > 1
          ? select(
              'currency',
              this.say('currency'),
              this.#open.map((one) => ({
                value: one.currency,
                label: `${one.currency.toUpperCase()} · ${text.money(this.#most(one), one.currency)}`,
              })),
              currency,
              (value) => (this.currency = value),
            )
          : ''
      }
      ${field({
        name: 'amount',
        label: this.say('amount'),
        value: text.plainMoney(this.#most(purse), currency),
        mode: 'decimal',
        required: true,
        hint: this.say('atMost', { amount: text.money(this.#most(purse), currency) }),
      })}
      ${
        banks.length > 0
          ? select(
              'destination',
              this.say('to'),
              banks.map((bank) => ({ value: bank.id, label: bankName(bank) })),
              chosen,
            )
          : html`<p class="note">${this.say('noBank')}</p>`
      }
      <p class="muted small">
        ${this.say(this.method === 'instant' ? 'instantNote' : 'payOutNote')}
      </p>
      ${this.complaint ? html`<p class="wrong" role="alert">${this.complaint}</p>` : ''}
      ${this.buttons(this.say('continue'))}
    </form>`;
  }

  #check(event: SubmitEvent, purse: Purse): void {
    const values = valuesOf(event);
    const amount = this.text.parseMoney(values.amount ?? '', purse.currency);
    if (amount === null || amount <= 0) this.complaint = this.say('noAmount');
    else if (amount > this.#most(purse)) this.complaint = this.say('tooMuch');
    else {
      this.complaint = '';
      const order = { currency: purse.currency, amount, destination: values.destination ?? '' };
      this.step = { kind: 'confirm', order };
    }
  }

  #confirm(order: Order): TemplateResult {
    const bank = this.banks.find((one) => one.id === order.destination);
    const amount = this.text.money(order.amount, order.currency);
    return html`<form @submit=${(event: SubmitEvent) => this.#pay(event, order)}>
      <div>
        <p class="key">${this.say('youPayOut')}</p>
        <p class="value total num">${amount}</p>
      </div>
      <dl class="facts">
        <dt>${this.say('to')}</dt>
        <dd>${bank ? bankName(bank) : '–'}</dd>
        <dt>${this.say('method')}</dt>
        <dd>${this.say(this.method === 'instant' ? 'instant' : 'standard')}</dd>
      </dl>
      ${wrong(this.action)}
      ${this.buttons(this.say('payOutAmount', { amount }), {
        away: 'back',
        leave: () => (this.step = { kind: 'form' }),
      })}
    </form>`;
  }

  async #pay(event: SubmitEvent, order: Order): Promise<void> {
    event.preventDefault();
    const destination = order.destination || undefined;
    await this.action.run(async (key) => {
      const payout = await this.api.post<Stripe.Payout>(
        '/v1/payouts',
        { amount: order.amount, currency: order.currency, method: this.method, destination },
        key,
      );
      this.port.settings.call('setOnInstantPayoutCreated', { payoutId: payout.id });
      this.step = { kind: 'done', payout };
    });
  }

  #done(payout: Stripe.Payout): TemplateResult {
    return html`<div class="state">
      ${tile('check', 'success')}
      <b>${this.say('payOutDone', { amount: this.text.money(payout.amount, payout.currency) })}</b>
      <span>${this.say('arrives', { date: this.text.utcDay(payout.arrival_date) })}</span>
      <button class="primary" type="button" @click=${() => this.leave()}>
        ${this.say('done')}
      </button>
    </div>`;
  }
}
