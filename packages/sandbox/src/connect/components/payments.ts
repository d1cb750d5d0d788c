import { html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type Stripe from 'stripe';
import { state } from 'lit/decorators.js';
import { innerPort } from '../shared/connector.ts';
import type { Port } from '../shared/connector.ts';
import { icon, tile } from '../shared/icons.ts';
import { Pane } from '../shared/pane.ts';
import { opener, pager, table } from '../shared/table.ts';
import type { Column } from '../shared/table.ts';
import { fillPage, isNarrowed, matches, noFilters, readFilters } from './payment-filters.model.ts';
import type { Filters, Page } from './payment-filters.model.ts';
import { filterChips } from './payment-filters.ts';
import { methodOf, paymentLooks, paymentStatus } from './payment.model.ts';

const pageSize = 10;

/** Opens a payment over the page. */
export const openPayment = (port: Port, id: string): void => {
  port.open({
    label: () => port.connector.text.say('payment'),
    body: () =>
      html`<stripe-connect-sandbox-payment
        .port=${innerPort(port)}
        .payment=${id}
      ></stripe-connect-sandbox-payment>`,
  });
};

/** `payments`: what customers paid, newest first. */
export class PaymentsPane extends Pane<Page<Stripe.Charge>> {
  static readonly tag = 'stripe-connect-sandbox-payments';

  @state() private filters: Filters = noFilters;
  @state() private filtering = false;
  #trail: string[] = [];
  #defaults = -1;

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('port')) return;
    const times = this.port.settings.times('setDefaultFilters');
    if (times === this.#defaults) return;
    const first = this.#defaults === -1;
    this.#defaults = times;
    if (first) this.filters = this.#given();
    else this.#narrow(this.#given());
  }

  protected async read(signal: AbortSignal): Promise<Page<Stripe.Charge>> {
    // The first reading starts before the first update has looked at the settings.
    const filters = this.#defaults === -1 ? this.#given() : this.filters;
    const { from, to } = filters.date ?? {};
    const limit = isNarrowed(filters) ? 100 : pageSize + 1;
    const fetch = (after: string | undefined) =>
      this.api.get<Stripe.ApiList<Stripe.Charge>>(
        '/v1/charges',
        { limit, starting_after: after, created: { gte: from, lt: to } },
        signal,
      );
    const keep = (charge: Stripe.Charge) => matches(charge, filters);
    return fillPage({ fetch, keep }, pageSize, this.#trail.at(-1));
  }

  protected override drawLoading(): unknown {
    return html`<div class="card">${super.drawLoading()}</div>`;
  }

  protected draw(page: Page<Stripe.Charge>): TemplateResult {
    return html`<section class="card">
      <div class="head">
        <h2>${this.say('payments')}</h2>
        <button
          type="button"
          aria-expanded=${String(this.filtering)}
          @click=${() => (this.filtering = !this.filtering)}
        >
          ${this.say('filter')}
        </button>
      </div>
      ${filterChips(this.text, this.filters, page.rows[0]?.currency, (filters) =>
        this.#narrow(filters),
      )}
      ${
        this.filtering
          ? html`<stripe-connect-sandbox-payment-filters
              .port=${this.port}
              .filters=${this.filters}
              .apply=${(filters: Filters) => this.#narrow(filters)}
            ></stripe-connect-sandbox-payment-filters>`
          : ''
      }
      ${
        page.rows.length === 0 && this.#trail.length === 0 && !page.next
          ? this.#empty()
          : this.#table(page)
      }
    </section>`;
  }

  #given(): Filters {
    return readFilters(this.port.settings.record('setDefaultFilters'));
  }

  #narrow(filters: Filters): void {
    this.filters = filters;
    this.filtering = false;
    this.#turn([]);
  }

  #turn(trail: string[]): void {
    this.#trail = trail;
    void this.reload();
  }

  #empty(): TemplateResult {
    const narrowed = isNarrowed(this.filters);
    return html`<div class="state rule">
      ${tile(narrowed ? 'card' : 'in')}
      <b>${this.say(narrowed ? 'nothingMatches' : 'noPayments')}</b>
      <span>${this.say(narrowed ? 'nothingMatchesNote' : 'noPaymentsNote')}</span>
      ${
        narrowed
          ? html`<button type="button" @click=${() => this.#narrow(noFilters)}>
              ${this.say('clearFilters')}
            </button>`
          : ''
      }
    </div>`;
  }

  #table({ rows, next }: Page<Stripe.Charge>): TemplateResult {
    return html`${table<Stripe.Charge>({
      label: this.say('payments'),
      rows,
      id: (charge) => charge.id,
      open: (charge) => openPayment(this.port, charge.id),
      columns: this.#columns(),
    })}
    ${pager({
      text: this.text,
      summary: this.say('page', { page: this.text.count(this.#trail.length + 1) }),
      previous: this.#trail.length > 0 ? () => this.#turn(this.#trail.slice(0, -1)) : undefined,
      next: next === undefined ? undefined : () => this.#turn([...this.#trail, next]),
    })}`;
  }

  #columns(): Column<Stripe.Charge>[] {
    return [
      { label: this.say('payment'), at: 'main', draw: (charge) => this.#name(charge) },
      {
        label: this.say('paidWith'),
        at: 'wide',
        draw: (charge) =>
          html`<span class="row muted">
            ${icon(charge.source_transfer ? 'in' : 'card')}
            ${methodOf(charge) ?? this.say('transfer')}
          </span>`,
      },
      { label: this.say('date'), at: 'sub', draw: (charge) => this.text.dayTime(charge.created) },
      {
        label: this.say('status'),
        at: 'subend',
        draw: (charge) => {
          const look = paymentLooks[paymentStatus(charge)];
          return html`<span class="badge ${look.tone}">${this.say(look.word)}</span>`;
        },
      },
      {
        label: this.say('amount'),
        at: 'end',
        end: true,
        draw: (charge) => html`<b>${this.text.money(charge.amount, charge.currency)}</b>`,
      },
    ];
  }

  #name(charge: Stripe.Charge): TemplateResult {
    const { name, email } = charge.billing_details;
    const look = paymentLooks[paymentStatus(charge)];
    const who = [name ?? email, this.port.connector.showObjectIds ? charge.id : null];
    return html`<div class="row">
      ${tile(look.icon, look.tone)}
      <div>
        ${opener(charge.description ?? this.say('paymentOf'))}
        <span class="sub">${who.filter(Boolean).join(' · ')}</span>
      </div>
    </div>`;
  }
}
