import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type Stripe from 'stripe';
import { innerPort } from '../shared/connector.ts';
import type { Port } from '../shared/connector.ts';
import { tile } from '../shared/icons.ts';
import { Pane } from '../shared/pane.ts';
import { opener, pager, table } from '../shared/table.ts';
import type { Column } from '../shared/table.ts';
import { bankName } from './balances.model.ts';
import type { Bank } from './balances.model.ts';
import { payoutStatus } from './payout.model.ts';

type List = Stripe.ApiList<Stripe.Payout>;

const pageSize = 8;

const isBank = (value: Stripe.Payout['destination']): value is Bank =>
  typeof value === 'object' && value !== null && 'last4' in value;

/** Opens a payout over the page. */
export const openPayout = (port: Port, id: string): void => {
  port.open({
    label: () => port.connector.text.say('payout'),
    body: (close) =>
      html`<stripe-connect-sandbox-payout
        .port=${innerPort(port)}
        .payout=${id}
        .leave=${close}
      ></stripe-connect-sandbox-payout>`,
  });
};

/** `payouts-list`, and the list below a balance. */
export class PayoutListPane extends Pane<List> {
  static readonly tag = 'stripe-connect-sandbox-payout-list';

  /** The last payout of each earlier page: Stripe's cursors only know their own side. */
  #trail: string[] = [];

  protected read(signal: AbortSignal): Promise<List> {
    const params = {
      limit: pageSize,
      starting_after: this.#trail.at(-1),
      expand: ['data.destination'],
    };
    return this.api.get<List>('/v1/payouts', params, signal);
  }

  protected override drawLoading(): unknown {
    return html`<div class="card">${super.drawLoading()}</div>`;
  }

  protected draw(list: List): TemplateResult {
    return html`<section class="card">
      <div class="head"><h2>${this.say('payouts')}</h2></div>
      ${list.data.length === 0 ? this.#empty() : this.#table(list)}
    </section>`;
  }

  #empty(): TemplateResult {
    return html`<div class="state rule">
      ${tile('bank')}<b>${this.say('noPayouts')}</b><span>${this.say('noPayoutsNote')}</span>
    </div>`;
  }

  #table(list: List): TemplateResult {
    const last = list.data.at(-1);
    return html`${table<Stripe.Payout>({
      label: this.say('payouts'),
      rows: list.data,
      id: (payout) => payout.id,
      open: (payout) => openPayout(this.port, payout.id),
      columns: this.#columns(),
    })}
    ${pager({
      text: this.text,
      summary: this.say('page', { page: this.text.count(this.#trail.length + 1) }),
      previous: this.#trail.length > 0 ? () => this.#turn(this.#trail.slice(0, -1)) : undefined,
      next: list.has_more && last ? () => this.#turn([...this.#trail, last.id]) : undefined,
    })}`;
  }

  #columns(): Column<Stripe.Payout>[] {
    return [
      { label: this.say('payout'), at: 'main', draw: (payout) => this.#name(payout) },
      { label: this.say('created'), at: 'wide', draw: (payout) => this.text.day(payout.created) },
      {
        label: this.say('arrival'),
        at: 'sub',
        draw: (payout) => this.text.utcDay(payout.arrival_date),
      },
      {
        label: this.say('status'),
        at: 'subend',
        draw: (payout) => {
          const { word, tone } = payoutStatus(payout.status);
          return html`<span class="badge ${tone}">${this.say(word)}</span>`;
        },
      },
      {
        label: this.say('amount'),
        at: 'end',
        end: true,
        draw: (payout) => html`<b>${this.text.money(payout.amount, payout.currency)}</b>`,
      },
    ];
  }

  #name(payout: Stripe.Payout): TemplateResult {
    const to = isBank(payout.destination) ? bankName(payout.destination) : this.say('toBank');
    return html`<div class="row">
      ${tile('bank', payout.status === 'failed' ? 'danger' : 'primary')}
      <div>
        ${opener(to)}
        <span class="sub">${this.say(payout.automatic ? 'automatic' : 'manual')}</span>
      </div>
    </div>`;
  }

  #turn(trail: string[]): void {
    this.#trail = trail;
    void this.reload();
  }
}
