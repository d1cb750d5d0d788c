import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type Stripe from 'stripe';
import { property } from 'lit/decorators.js';
import { innerPort } from '../shared/connector.ts';
import { Pane } from '../shared/pane.ts';
import { table } from '../shared/table.ts';
import { bankName, defaultBank, isBroken, purses, scheduleSentence } from './balances.model.ts';
import type { Bank, Purse } from './balances.model.ts';

export interface Holdings {
  readonly purses: readonly Purse[];
  readonly settings: Stripe.BalanceSettings;
  readonly banks: readonly Bank[];
}

/** `balances` and `payouts`: what the account holds, how it is paid out, and the payouts themselves. */
export class BalancesPane extends Pane<Holdings> {
  static readonly tag = 'stripe-connect-sandbox-balances';

  /** `payouts` leaves the total out, as Stripe's payouts component does. */
  @property() variant: 'balances' | 'payouts' = 'balances';

  protected async read(signal: AbortSignal): Promise<Holdings> {
    const { api, port } = this;
    const [balance, settings, payouts, banks] = await Promise.all([
      api.get<Stripe.Balance>('/v1/balance', {}, signal),
      api.get<Stripe.BalanceSettings>('/v1/balance_settings', {}, signal),
      api.get<Stripe.ApiList<Stripe.Payout>>('/v1/payouts', { limit: 100 }, signal),
      api.get<Stripe.ApiList<Bank>>(
        `/v1/accounts/${port.account}/external_accounts`,
        { limit: 100 },
        signal,
      ),
    ]);
    const { homeCurrency } = port.connector;
    return {
      purses: purses(balance, payouts.data, homeCurrency),
      settings,
      banks: banks.data,
    };
  }

  protected draw(data: Holdings): TemplateResult {
    const [main, ...others] = data.purses;
    return html`<div class="stack">
      <section class="card">
        <div class="head">
          <h2>${this.say('balance')}</h2>
          ${this.#buttons(data)}
        </div>
        ${main ? this.#figures(main) : ''} ${others.length > 0 ? this.#others(others) : ''}
        <ul class="lines">
          ${this.#scheduleLine(data)} ${data.purses.map((purse) => this.#bankLine(data, purse))}
          ${this.#apartLine(data)}
        </ul>
      </section>
      <stripe-connect-sandbox-payout-list
        .port=${innerPort(this.port)}
      ></stripe-connect-sandbox-payout-list>
    </div>`;
  }

  #buttons(data: Holdings): TemplateResult {
    const instant = this.allows('instant_payouts') && data.purses.some((one) => one.instant > 0);
    const standard =
      this.allows('standard_payouts') && data.purses.some((one) => one.available > 0);
    return html`<div class="buttons">
      ${
        instant
          ? html`<button type="button" @click=${() => this.#payOut(data, 'instant')}>
              ${this.say('payOutInstantly')}
            </button>`
          : ''
      }
      ${
        standard
          ? html`<button
              class="primary"
              type="button"
              @click=${() => this.#payOut(data, 'standard')}
            >
              ${this.say('payOut')}
            </button>`
          : ''
      }
    </div>`;
  }

  #figures(purse: Purse): TemplateResult {
    const { text } = this;
    const cell = (label: string, amount: number, large = '') =>
      html`<div>
        <div class="key">${label}</div>
        <div class="value num ${large}">${text.money(amount, purse.currency)}</div>
      </div>`;
    return html`<div class="figures rule ${this.variant}">
      ${
        this.variant === 'payouts'
          ? cell(this.say('available'), purse.available, 'total')
          : cell(this.say('total'), purse.total, 'total')
      }
      ${this.variant === 'payouts' ? '' : cell(this.say('available'), purse.available)}
      ${cell(this.say('soon'), purse.pending)} ${cell(this.say('onTheWay'), purse.onTheWay)}
    </div>`;
  }

  #others(rows: readonly Purse[]): TemplateResult {
    const money = (pick: (purse: Purse) => number) => (purse: Purse) =>
      this.text.money(pick(purse), purse.currency);
    return html`<div class="rule">
      ${table<Purse>({
        label: this.say('otherCurrencies'),
        rows,
        id: (purse) => purse.currency,
        columns: [
          {
            label: this.say('currency'),
            at: 'main',
            draw: (purse) => html`<b>${purse.currency.toUpperCase()}</b>`,
          },
          { label: this.say('total'), at: 'end', end: true, draw: money((purse) => purse.total) },
          {
            label: this.say('available'),
            at: 'none',
            end: true,
            draw: money((purse) => purse.available),
          },
          { label: this.say('soon'), at: 'none', end: true, draw: money((purse) => purse.pending) },
          {
            label: this.say('onTheWay'),
            at: 'none',
            end: true,
            draw: money((purse) => purse.onTheWay),
          },
        ],
      })}
    </div>`;
  }

  #line(label: string, value: unknown, action: unknown = ''): TemplateResult {
    return html`<li><span>${label}</span><span class="fill">${value}</span>${action}</li>`;
  }

  #edit(label: string, describe: string, open: () => void): TemplateResult {
    return html`<button class="link" type="button" aria-label=${describe} @click=${open}>
      ${label}
    </button>`;
  }

  #scheduleLine({ settings }: Holdings): TemplateResult {
    const schedule = settings.payments.payouts?.schedule;
    return this.#line(
      this.say('schedule'),
      scheduleSentence(schedule, this.text),
      this.allows('edit_payout_schedule')
        ? this.#edit(this.say('edit'), this.say('editSchedule'), () => this.#editSchedule(settings))
        : '',
    );
  }

  #bankLine({ banks }: Holdings, purse: Purse): TemplateResult {
    const bank = defaultBank(banks, purse.currency);
    const value = bank
      ? html`${bankName(bank)}
        ${isBroken(bank) ? html`<span class="badge danger">${this.say('cannotBePaid')}</span>` : ''}`
      : html`<span class="muted">${this.say('noBank')}</span>`;
    return this.#line(
      this.say('bankFor', { currency: purse.currency.toUpperCase() }),
      value,
      this.allows('external_account_collection')
        ? this.#edit(
            this.say(bank ? 'change' : 'add'),
            this.say('changeBank', { currency: purse.currency.toUpperCase() }),
            () => this.#changeBank(purse.currency),
          )
        : '',
    );
  }

  #apartLine({ purses: all }: Holdings): TemplateResult | '' {
    const apart = all.filter((purse) => purse.setApart !== null);
    if (apart.length === 0 || this.variant === 'payouts') return '';
    return this.#line(
      this.say('setApart'),
      html`<span class="num">
        ${apart.map((purse) => this.text.money(purse.setApart ?? 0, purse.currency)).join(' · ')}
      </span>`,
      this.#edit(this.say('addMoney'), `${this.say('addMoney')}: ${this.say('setApart')}`, () =>
        this.#addMoney(apart),
      ),
    );
  }

  #payOut({ purses: all, banks }: Holdings, method: 'standard' | 'instant'): void {
    this.port.open({
      label: () => this.say(method === 'instant' ? 'payOutInstantly' : 'payOut'),
      body: (close) =>
        html`<stripe-connect-sandbox-pay-out
          .port=${innerPort(this.port)}
          .leave=${close}
          .purses=${all}
          .banks=${banks}
          .method=${method}
        ></stripe-connect-sandbox-pay-out>`,
    });
  }

  #editSchedule(settings: Stripe.BalanceSettings): void {
    this.port.open({
      label: () => this.say('editSchedule'),
      body: (close) =>
        html`<stripe-connect-sandbox-schedule
          .port=${innerPort(this.port)}
          .leave=${close}
          .settings=${settings}
        ></stripe-connect-sandbox-schedule>`,
    });
  }

  #changeBank(currency: string): void {
    this.port.open({
      label: () => this.say('changeBank', { currency: currency.toUpperCase() }),
      body: (close) =>
        html`<stripe-connect-sandbox-bank
          .port=${innerPort(this.port)}
          .leave=${close}
          .currency=${currency}
        ></stripe-connect-sandbox-bank>`,
    });
  }

  #addMoney(apart: readonly Purse[]): void {
    this.port.open({
      label: () => this.say('addMoneyTitle'),
      body: (close) =>
        html`<stripe-connect-sandbox-add-money
          .port=${innerPort(this.port)}
          .leave=${close}
          .currencies=${apart.map((purse) => purse.currency)}
        ></stripe-connect-sandbox-add-money>`,
    });
  }
}
