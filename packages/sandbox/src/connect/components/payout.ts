import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type Stripe from 'stripe';
import { property, state } from 'lit/decorators.js';
import { Action } from '../shared/action.ts';
import { ConnectError } from '../shared/errors.ts';
import { wrong } from '../shared/fields.ts';
import { icon } from '../shared/icons.ts';
import { Pane } from '../shared/pane.ts';
import { table } from '../shared/table.ts';
import { titled } from '../shared/text.ts';
import type { Word } from '../shared/text.ts';
import { bankName } from './balances.model.ts';
import { breakdown, payoutStatus } from './payout.model.ts';
import type { Part } from './payout.model.ts';

type Row = Stripe.BalanceTransaction;

interface Details {
  readonly payout: Stripe.Payout;
  /** Null where Stripe cannot say which rows are in it: manual payouts, and those not yet reconciled. */
  readonly rows: readonly Row[] | null;
}

const words: Record<Part['kind'], Word> = {
  payments: 'payments',
  refunds: 'refunds',
  disputes: 'disputes',
  other: 'other',
};

/** At most so many rows are read for a breakdown; a payout with more says so. */
const mostPages = 20;

const firstRows = 10;

/** A payout: where it goes, when it arrives, what it is made of. */
export class PayoutPane extends Pane<Details> {
  static readonly tag = 'stripe-connect-sandbox-payout';

  @property() payout = '';
  @property({ attribute: false }) leave: () => void = () => undefined;
  @state() private all = false;
  readonly #cancel = new Action(this, () => this.port.connector);

  protected async read(signal: AbortSignal): Promise<Details> {
    const payout = await this.api.get<Stripe.Payout>(
      `/v1/payouts/${this.payout}`,
      { expand: ['destination'] },
      signal,
    );
    const reconciled = payout.automatic && payout.reconciliation_status === 'completed';
    return { payout, rows: reconciled ? await this.#rows(payout.id, signal) : null };
  }

  async #rows(payout: string, signal: AbortSignal): Promise<Row[] | null> {
    const rows: Row[] = [];
    for (let page = 0; page < mostPages; page += 1) {
      const list = await this.#page(payout, rows.at(-1)?.id, signal);
      if (!list) return null;
      rows.push(...list.data);
      if (!list.has_more) break;
    }
    return rows.filter((row) => row.type !== 'payout');
  }

  async #page(
    payout: string,
    after: string | undefined,
    signal: AbortSignal,
  ): Promise<Stripe.ApiList<Row> | null> {
    const params = { payout, limit: 100, starting_after: after };
    try {
      return await this.api.get<Stripe.ApiList<Row>>('/v1/balance_transactions', params, signal);
    } catch (cause) {
      const notReady =
        cause instanceof ConnectError && cause.facts.code === 'payout_reconciliation_not_ready';
      if (notReady) return null;
      throw cause;
    }
  }

  protected draw({ payout, rows }: Details): TemplateResult {
    const { word, tone } = payoutStatus(payout.status);
    return html`<div class="amount-head">
        <div>
          <p class="key">${this.say('payoutOf', { date: this.text.day(payout.created) })}</p>
          <p class="value total num">${this.text.money(payout.amount, payout.currency)}</p>
          <p><span class="badge ${tone}">${this.say(word)}</span></p>
        </div>
      </div>
      ${this.#failure(payout)} ${this.#facts(payout)} ${this.#breakdown(payout, rows)}
      ${rows ? this.#list(rows) : ''} ${this.#cancelling(payout)}`;
  }

  #failure(payout: Stripe.Payout): TemplateResult | '' {
    if (payout.status !== 'failed') return '';
    return html`<div class="section">
      <div class="note danger">
        ${icon('alert')}
        <div>${payout.failure_message ?? this.say('payoutFailedNote')}</div>
      </div>
    </div>`;
  }

  #facts(payout: Stripe.Payout): TemplateResult {
    const { destination, trace_id: trace } = payout;
    const known = typeof destination === 'object' && destination && 'last4' in destination;
    return html`<dl class="facts section">
      <dt>${this.say('arrival')}</dt>
      <dd>${this.text.utcDay(payout.arrival_date)}</dd>
      <dt>${this.say('to')}</dt>
      <dd>${known ? bankName(destination) : this.say('toBank')}</dd>
      <dt>${this.say('method')}</dt>
      <dd>
        ${this.say(payout.method === 'instant' ? 'instant' : 'standard')} ·
        ${this.say(payout.automatic ? 'automatic' : 'manual')}
      </dd>
      ${
        trace?.value
          ? html`<dt>${this.say('trace')}</dt>
              <dd class="num">${trace.value}</dd>`
          : ''
      }
      ${
        payout.statement_descriptor
          ? html`<dt>${this.say('onStatement')}</dt>
              <dd>${payout.statement_descriptor}</dd>`
          : ''
      }
      ${
        this.port.connector.showObjectIds
          ? html`<dt>ID</dt>
              <dd>${payout.id}</dd>`
          : ''
      }
    </dl>`;
  }

  #breakdown(payout: Stripe.Payout, rows: readonly Row[] | null): TemplateResult {
    if (!rows)
      return html`<p class="section muted small">
        ${this.say(payout.automatic ? 'breakdownLater' : 'breakdownManual')}
      </p>`;
    const money = (amount: number) => this.text.money(amount, payout.currency);
    const fees = breakdown(rows).reduce((sum, part) => sum + part.fee, 0);
    return html`<div class="section">
      <h3>${this.say('summary')}</h3>
      <dl class="facts">
        ${breakdown(rows).map(
          (part) =>
            html`<dt>${this.say(words[part.kind])} (${this.text.count(part.count)})</dt>
              <dd class="num">${money(part.gross)}</dd>`,
        )}
        <dt>${this.say('fees')}</dt>
        <dd class="num">${money(-fees)}</dd>
        <dt class="sum">${this.say('payout')}</dt>
        <dd class="sum num">${money(payout.amount)}</dd>
      </dl>
    </div>`;
  }

  #list(rows: readonly Row[]): TemplateResult {
    const shown = this.all ? rows : rows.slice(0, firstRows);
    const { text } = this;
    return html`<div class="section">
      <h3>${this.say('transactions')}</h3>
      <div class="card">
        ${table<Row>({
          label: this.say('transactions'),
          rows: shown,
          id: (row) => row.id,
          columns: [
            {
              label: this.say('transaction'),
              at: 'main',
              draw: (row) => row.description ?? titled(row.type),
            },
            { label: this.say('date'), at: 'sub', draw: (row) => text.day(row.created) },
            {
              label: this.say('net'),
              at: 'end',
              end: true,
              draw: (row) => text.money(row.net, row.currency),
            },
          ],
        })}
      </div>
      ${
        shown.length < rows.length
          ? html`<div>
              <button type="button" @click=${() => (this.all = true)}>
                ${this.say('showAll', { count: text.count(rows.length) })}
              </button>
            </div>`
          : ''
      }
    </div>`;
  }

  /** Stripe cancels only what a person started and what has not left yet. */
  #cancelling(payout: Stripe.Payout): TemplateResult | '' {
    if (payout.automatic || payout.status !== 'pending' || !this.allows('standard_payouts'))
      return '';
    return html`<div class="section">
      ${wrong(this.#cancel)}
      <div class="buttons">
        <button
          type="button"
          ?disabled=${this.#cancel.busy}
          @click=${() =>
            void this.#cancel.run((key) =>
              this.api.post(`/v1/payouts/${payout.id}/cancel`, {}, key),
            )}
        >
          ${this.say('cancelPayout')}
        </button>
      </div>
    </div>`;
  }
}
