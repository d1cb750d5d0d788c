import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type Stripe from 'stripe';
import { property } from 'lit/decorators.js';
import { field, valuesOf, wrong } from '../shared/fields.ts';
import type { Field } from '../shared/fields.ts';
import { FormPane } from '../shared/form-pane.ts';
import { icon } from '../shared/icons.ts';
import type { Word } from '../shared/text.ts';
import { reasonOf } from './dispute.view.ts';

type Evidence = keyof Stripe.Dispute.Evidence & string;

const evidence: readonly { name: Evidence; label: Word; type?: Field['type'] }[] = [
  { name: 'product_description', label: 'evidenceProduct', type: 'area' },
  { name: 'customer_name', label: 'evidenceCustomer' },
  { name: 'customer_email_address', label: 'evidenceEmail', type: 'email' },
  { name: 'shipping_carrier', label: 'evidenceCarrier' },
  { name: 'shipping_tracking_number', label: 'evidenceTracking' },
  { name: 'uncategorized_text', label: 'evidenceText', type: 'area' },
];

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The seller's answer to a dispute: evidence, kept or handed in, or giving the money up. */
export class DisputeForm extends FormPane {
  static readonly tag = 'stripe-connect-sandbox-dispute';

  @property({ attribute: false }) dispute?: Stripe.Dispute;
  @property({ attribute: false }) accepting = false;

  protected override render(): TemplateResult | undefined {
    if (!this.dispute) return undefined;
    return this.accepting ? this.#accept(this.dispute) : this.#respond(this.dispute);
  }

  #accept(dispute: Stripe.Dispute): TemplateResult {
    const amount = this.text.money(dispute.amount, dispute.currency);
    return html`<form @submit=${(event: SubmitEvent) => this.#close(event, dispute)}>
      <h3>${this.say('acceptTitle', { amount })}</h3>
      <div class="note warning">
        ${icon('warning')}
        <div>${this.say('acceptNote')}</div>
      </div>
      ${wrong(this.action)}
      ${this.buttons(this.say('acceptDispute'), { away: 'back', tone: 'danger' })}
    </form>`;
  }

  #respond(dispute: Stripe.Dispute): TemplateResult {
    const due = dispute.evidence_details.due_by;
    return html`<form @submit=${(event: SubmitEvent) => this.#send(event, dispute)}>
      <h3>${this.say('respondTitle', { reason: reasonOf(dispute) })}</h3>
      <p class="muted small">
        ${this.say('respondNote')} ${due ? this.say('answerBy', { date: this.text.day(due) }) : ''}
      </p>
      ${evidence.map((one) =>
        field({
          name: one.name,
          label: this.say(one.label),
          type: one.type ?? 'text',
          value: textOf(dispute.evidence[one.name]),
        }),
      )}
      ${wrong(this.action)}
      <div class="buttons end">
        <button type="button" @click=${() => this.leave()}>${this.say('back')}</button>
        <button value="keep" ?disabled=${this.action.busy}>${this.say('saveForLater')}</button>
        <button class="primary" value="submit" ?disabled=${this.action.busy}>
          ${this.say('submitEvidence')}
        </button>
      </div>
    </form>`;
  }

  async #send(event: SubmitEvent, dispute: Stripe.Dispute): Promise<void> {
    const values = valuesOf(event);
    const { submitter } = event;
    const submit = !(submitter instanceof HTMLButtonElement && submitter.value === 'keep');
    const sent = await this.action.run((key) =>
      this.api.post(`/v1/disputes/${dispute.id}`, { evidence: values, submit }, key),
    );
    if (sent) this.leave();
  }

  async #close(event: SubmitEvent, dispute: Stripe.Dispute): Promise<void> {
    event.preventDefault();
    const closed = await this.action.run((key) =>
      this.api.post(`/v1/disputes/${dispute.id}/close`, {}, key),
    );
    if (closed) this.leave();
  }
}
