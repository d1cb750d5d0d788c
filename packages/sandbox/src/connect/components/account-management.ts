import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type Stripe from 'stripe';
import { state } from 'lit/decorators.js';
import { Action } from '../shared/action.ts';
import { innerPort } from '../shared/connector.ts';
import { field, formButtons, valuesOf, wrong } from '../shared/fields.ts';
import { tile } from '../shared/icons.ts';
import { Pane } from '../shared/pane.ts';
import { bankName, isBroken, scheduleSentence } from './balances.model.ts';
import type { Bank } from './balances.model.ts';
import { sections, updateOf } from './account-management.model.ts';
import type { Section } from './account-management.model.ts';

interface Profile {
  readonly account: Stripe.Account;
  readonly banks: readonly Bank[];
}

/** `account-management`: what Stripe knows of the seller, to be read and changed. */
export class AccountManagementPane extends Pane<Profile> {
  static readonly tag = 'stripe-connect-sandbox-account-management';

  @state() private editing: Section['name'] | undefined;
  readonly #saving = new Action(this, () => this.port.connector);

  protected async read(signal: AbortSignal): Promise<Profile> {
    const path = `/v1/accounts/${this.port.account}`;
    const [account, banks] = await Promise.all([
      this.api.get<Stripe.Account>(path, {}, signal),
      this.api.get<Stripe.ApiList<Bank>>(`${path}/external_accounts`, { limit: 100 }, signal),
    ]);
    return { account, banks: banks.data };
  }

  protected override drawLoading(): unknown {
    return html`<div class="card">${super.drawLoading()}</div>`;
  }

  protected draw({ account, banks }: Profile): TemplateResult {
    return html`<div class="stack">
      ${sections.map((section) => this.#section(section, account))} ${this.#banks(account, banks)}
    </div>`;
  }

  #section(section: Section, account: Stripe.Account): TemplateResult {
    const open = this.editing === section.name;
    return html`<section class="card">
      <div class="head">
        <h2>${this.say(section.title)}</h2>
        ${
          open
            ? ''
            : html`<button
                type="button"
                aria-label=${`${this.say('edit')}: ${this.say(section.title)}`}
                @click=${() => this.#open(section.name)}
              >
                ${this.say('edit')}
              </button>`
        }
      </div>
      ${open ? this.#form(section, account) : this.#facts(section, account)}
    </section>`;
  }

  #open(name: Section['name']): void {
    this.editing = name;
    this.port.settings.call('setOnSectionOpen', { sectionName: name });
  }

  #facts(section: Section, account: Stripe.Account): TemplateResult {
    return html`<ul class="lines">
      ${section.fields.map(
        (one) =>
          html`<li>
            <span>${this.say(one.label)}</span>
            <span class="fill">
              ${one.get(account) || html`<span class="muted">${this.say('notGiven')}</span>`}
            </span>
          </li>`,
      )}
    </ul>`;
  }

  #form(section: Section, account: Stripe.Account): TemplateResult {
    return html`<form class="inset" @submit=${(event: SubmitEvent) => this.#save(event, section)}>
      ${section.fields.map((one) =>
        field({
          name: one.name,
          label: this.say(one.label),
          type: one.type,
          value: one.get(account) ?? '',
        }),
      )}
      ${wrong(this.#saving)}
      ${formButtons({
        text: this.text,
        action: this.#saving,
        label: this.say('save'),
        leave: () => (this.editing = undefined),
      })}
    </form>`;
  }

  async #save(event: SubmitEvent, section: Section): Promise<void> {
    const values = valuesOf(event);
    const saved = await this.#saving.run((key) =>
      this.api.post(`/v1/accounts/${this.port.account}`, updateOf(section, values), key),
    );
    if (saved) this.editing = undefined;
  }

  #banks(account: Stripe.Account, banks: readonly Bank[]): TemplateResult {
    const changing = this.allows('external_account_collection');
    return html`<section class="card">
      <div class="head"><h2>${this.say('bankAccounts')}</h2></div>
      <ul class="lines">
        ${banks.map(
          (bank) =>
            html`<li>
              <span>${(bank.currency ?? '').toUpperCase()}</span>
              <span class="fill row">
                ${bankName(bank)}
                ${
                  isBroken(bank)
                    ? html`<span class="badge danger">${this.say('cannotBePaid')}</span>`
                    : ''
                }
                ${
                  bank.default_for_currency
                    ? html`<span class="badge">${this.say('default')}</span>`
                    : ''
                }
              </span>
              ${changing ? this.#change(bank.currency ?? '') : ''}
            </li>`,
        )}
        <li>
          <span>${this.say('schedule')}</span>
          <span class="fill">
            ${scheduleSentence(account.settings?.payouts?.schedule, this.text)}
          </span>
        </li>
      </ul>
      ${
        banks.length === 0
          ? html`<div class="state rule">${tile('bank')}<span>${this.say('noBank')}</span></div>`
          : ''
      }
    </section>`;
  }

  #change(currency: string): TemplateResult {
    const label = this.say('changeBank', { currency: currency.toUpperCase() });
    return html`<button
      class="link"
      type="button"
      aria-label=${label}
      @click=${() => {
        this.port.settings.call('setOnSectionOpen', { sectionName: 'bank_accounts' });
        this.port.open({
          label: () => label,
          body: (close) =>
            html`<stripe-connect-sandbox-bank
              .port=${innerPort(this.port)}
              .leave=${close}
              .currency=${currency}
            ></stripe-connect-sandbox-bank>`,
        });
      }}
    >
      ${this.say('change')}
    </button>`;
  }
}
