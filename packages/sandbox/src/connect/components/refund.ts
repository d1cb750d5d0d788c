import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type Stripe from 'stripe';
import { property, state } from 'lit/decorators.js';
import { field, select, valuesOf, wrong } from '../shared/fields.ts';
import { FormPane } from '../shared/form-pane.ts';
import { refundable } from './payment.model.ts';

/** Gives a payment back, all of it or a part. */
export class RefundForm extends FormPane {
  static readonly tag = 'stripe-connect-sandbox-refund';

  @property({ attribute: false }) charge?: Stripe.Charge;
  @state() private complaint = '';

  protected override render(): TemplateResult | undefined {
    const { charge, text } = this;
    if (!charge) return undefined;
    const most = refundable(charge);
    return html`<form @submit=${(event: SubmitEvent) => this.#refund(event, charge)}>
      <h3>${this.say('refundTitle')}</h3>
      <p class="muted small">${this.say('refundNote')}</p>
      ${field({
        name: 'amount',
        label: `${this.say('amount')} (${charge.currency.toUpperCase()})`,
        value: text.plainMoney(most, charge.currency),
        mode: 'decimal',
        required: true,
        hint: this.say('atMost', { amount: text.money(most, charge.currency) }),
      })}
      ${select(
        'reason',
        this.say('reason'),
        [
          { value: 'requested_by_customer', label: this.say('reasonRequested') },
          { value: 'duplicate', label: this.say('reasonDuplicate') },
          { value: 'fraudulent', label: this.say('reasonFraudulent') },
        ],
        'requested_by_customer',
      )}
      ${this.complaint ? html`<p class="wrong" role="alert">${this.complaint}</p>` : ''}
      ${wrong(this.action)} ${this.buttons(this.say('refund'), { away: 'back' })}
    </form>`;
  }

  async #refund(event: SubmitEvent, charge: Stripe.Charge): Promise<void> {
    const values = valuesOf(event);
    const amount = this.text.parseMoney(values.amount ?? '', charge.currency);
    this.complaint = this.#complaintOn(amount, charge);
    if (amount === null || this.complaint) return;
    const refunded = await this.action.run((key) =>
      this.api.post('/v1/refunds', { charge: charge.id, amount, reason: values.reason }, key),
    );
    if (refunded) this.leave();
  }

  #complaintOn(amount: number | null, charge: Stripe.Charge): string {
    if (amount === null || amount <= 0) return this.say('noAmount');
    return amount > refundable(charge) ? this.say('tooMuch') : '';
  }
}
