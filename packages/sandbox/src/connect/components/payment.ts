import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type Stripe from 'stripe';
import { property, state } from 'lit/decorators.js';
import { Action } from '../shared/action.ts';
import { wrong } from '../shared/fields.ts';
import { Pane } from '../shared/pane.ts';
import { disputeCard } from './dispute.view.ts';
import { needsResponse, paymentLooks, paymentStatus, refundable } from './payment.model.ts';
import { amountFacts, customerFacts, timelineView } from './payment.view.ts';
import type { PaymentFacts } from './payment.view.ts';

type Mode =
  | { readonly kind: 'details' }
  | { readonly kind: 'refund' }
  | { readonly kind: 'respond' | 'accept'; readonly dispute: Stripe.Dispute };

/** A payment: what happened to it, what it cost, and what can be done. */
export class PaymentPane extends Pane<PaymentFacts> {
  static readonly tag = 'stripe-connect-sandbox-payment';

  @property() payment = '';
  @state() private mode: Mode = { kind: 'details' };
  readonly #capture = new Action(this, () => this.port.connector);

  protected async read(signal: AbortSignal): Promise<PaymentFacts> {
    const of = { charge: this.payment, limit: 100 };
    const [charge, refunds, disputes] = await Promise.all([
      this.api.get<Stripe.Charge>(
        `/v1/charges/${this.payment}`,
        { expand: ['balance_transaction'] },
        signal,
      ),
      this.api.get<Stripe.ApiList<Stripe.Refund>>('/v1/refunds', of, signal),
      this.api.get<Stripe.ApiList<Stripe.Dispute>>('/v1/disputes', of, signal),
    ]);
    return { charge, refunds: refunds.data, disputes: disputes.data };
  }

  protected draw(facts: PaymentFacts): TemplateResult {
    const back = () => (this.mode = { kind: 'details' });
    if (this.mode.kind === 'refund')
      return html`<stripe-connect-sandbox-refund
        .port=${this.port}
        .charge=${facts.charge}
        .leave=${back}
      ></stripe-connect-sandbox-refund>`;
    if (this.mode.kind === 'details') return this.#details(facts);
    return html`<stripe-connect-sandbox-dispute
      .port=${this.port}
      .dispute=${this.mode.dispute}
      .accepting=${this.mode.kind === 'accept'}
      .leave=${back}
    ></stripe-connect-sandbox-dispute>`;
  }

  #details(facts: PaymentFacts): TemplateResult {
    const { charge, disputes } = facts;
    const look = paymentLooks[paymentStatus(charge)];
    const { text } = this;
    return html`
      <div class="amount-head">
        <div>
          <p class="key">${charge.description ?? this.say('paymentOf')}</p>
          <p class="value total num">${text.money(charge.amount, charge.currency)}</p>
          <p><span class="badge ${look.tone}">${this.say(look.word)}</span></p>
        </div>
        ${this.#buttons(charge)}
      </div>
      ${wrong(this.#capture)}
      ${disputes.map((dispute) =>
        disputeCard(text, dispute, this.#answering(dispute) ? this.#answers(dispute) : undefined),
      )}
      <section class="section">
        <h3>${this.say('timeline')}</h3>
        ${timelineView(text, facts)}
      </section>
      <section class="section">
        <h3>${this.say('breakdown')}</h3>
        ${amountFacts(text, charge)}
      </section>
      <section class="section">
        <h3>${this.say('details')}</h3>
        ${customerFacts(text, charge, this.port.connector.showObjectIds)}
      </section>
    `;
  }

  #answering(dispute: Stripe.Dispute): boolean {
    return this.allows('dispute_management') && needsResponse(dispute);
  }

  #answers(dispute: Stripe.Dispute) {
    return {
      respond: () => (this.mode = { kind: 'respond', dispute }),
      accept: () => (this.mode = { kind: 'accept', dispute }),
    };
  }

  #buttons(charge: Stripe.Charge): TemplateResult {
    const refunding = this.allows('refund_management') && refundable(charge) > 0;
    const capturing =
      this.allows('capture_payments') && !charge.captured && charge.status === 'succeeded';
    return html`<div class="buttons">
      ${
        refunding
          ? html`<button type="button" @click=${() => (this.mode = { kind: 'refund' })}>
              ${this.say('refund')}
            </button>`
          : ''
      }
      ${
        capturing
          ? html`<button
              class="primary"
              type="button"
              ?disabled=${this.#capture.busy}
              @click=${() =>
                void this.#capture.run((key) =>
                  this.api.post(`/v1/charges/${charge.id}/capture`, {}, key),
                )}
            >
              ${this.say('capture')}
            </button>`
          : ''
      }
    </div>`;
  }
}
