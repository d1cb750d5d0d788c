import { html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type Stripe from 'stripe';
import { property, state } from 'lit/decorators.js';
import { tile } from '../shared/icons.ts';
import { Pane } from '../shared/pane.ts';
import { opener, table } from '../shared/table.ts';
import type { Column } from '../shared/table.ts';
import { disputeCard, reasonOf } from './dispute.view.ts';
import { disputeLook, needsResponse } from './payment.model.ts';
import { openPayment } from './payments.ts';

type List = Stripe.ApiList<Stripe.Dispute>;

const idOf = (charge: string | Stripe.Charge): string =>
  typeof charge === 'string' ? charge : charge.id;

/** `disputes-list`: every dispute, the newest first. */
export class DisputesPane extends Pane<List> {
  static readonly tag = 'stripe-connect-sandbox-disputes';

  protected read(signal: AbortSignal): Promise<List> {
    return this.api.get<List>('/v1/disputes', { limit: 50 }, signal);
  }

  protected override drawLoading(): unknown {
    return html`<div class="card">${super.drawLoading()}</div>`;
  }

  protected draw(list: List): TemplateResult {
    return html`<section class="card">
      <div class="head"><h2>${this.say('disputes')}</h2></div>
      ${
        list.data.length === 0
          ? html`<div class="state rule">
              ${tile('check', 'success')}<b>${this.say('noDisputes')}</b>
              <span>${this.say('noDisputesNote')}</span>
            </div>`
          : table<Stripe.Dispute>({
              label: this.say('disputes'),
              rows: list.data,
              id: (dispute) => dispute.id,
              open: (dispute) => openPayment(this.port, idOf(dispute.charge)),
              columns: this.#columns(),
            })
      }
    </section>`;
  }

  #columns(): Column<Stripe.Dispute>[] {
    return [
      {
        label: this.say('reason'),
        at: 'main',
        draw: (dispute) =>
          html`<div class="row">
            ${tile('alert', needsResponse(dispute) ? 'danger' : 'neutral')}
            <div>${opener(reasonOf(dispute))}</div>
          </div>`,
      },
      {
        label: this.say('answerDue'),
        at: 'sub',
        draw: (dispute) => {
          const due = dispute.evidence_details.due_by;
          return due && needsResponse(dispute) ? this.text.day(due) : '';
        },
      },
      {
        label: this.say('status'),
        at: 'subend',
        draw: (dispute) => {
          const { word, tone } = disputeLook(dispute.status);
          return html`<span class="badge ${tone}">${this.say(word)}</span>`;
        },
      },
      {
        label: this.say('amount'),
        at: 'end',
        end: true,
        draw: (dispute) => html`<b>${this.text.money(dispute.amount, dispute.currency)}</b>`,
      },
    ];
  }
}

/** `payment-disputes`: the disputes of one payment, in the page's own details. */
export class PaymentDisputesPane extends Pane<List | null> {
  static readonly tag = 'stripe-connect-sandbox-payment-disputes';

  @property() payment = '';
  @state() private answering: { dispute: Stripe.Dispute; accepting: boolean } | undefined;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('payment') && this.hasUpdated) void this.reload();
  }

  protected async read(signal: AbortSignal): Promise<List | null> {
    if (!this.payment) return null;
    const list = await this.api.get<List>(
      '/v1/disputes',
      { charge: this.payment, limit: 20 },
      signal,
    );
    this.port.settings.call('setOnDisputesLoaded', { total: list.data.length });
    return list;
  }

  protected draw(list: List | null): TemplateResult | undefined {
    if (!list || list.data.length === 0) return undefined;
    if (this.answering)
      return html`<stripe-connect-sandbox-dispute
        .port=${this.port}
        .dispute=${this.answering.dispute}
        .accepting=${this.answering.accepting}
        .leave=${() => (this.answering = undefined)}
      ></stripe-connect-sandbox-dispute>`;
    return html`${list.data.map((dispute) => this.#card(dispute))}`;
  }

  #card(dispute: Stripe.Dispute): TemplateResult {
    const open = this.allows('dispute_management') && needsResponse(dispute);
    const answer = (accepting: boolean) => () => (this.answering = { dispute, accepting });
    return disputeCard(
      this.text,
      dispute,
      open ? { respond: answer(false), accept: answer(true) } : undefined,
    );
  }
}
