import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { field, select, valuesOf, wrong } from '../shared/fields.ts';
import { FormPane } from '../shared/form-pane.ts';

/** Countries whose accounts are given as one IBAN, without a routing number. */
const iban = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '),
);

const homes: Readonly<Record<string, readonly string[]>> = {
  usd: ['US'],
  jpy: ['JP'],
  gbp: ['GB'],
  cad: ['CA'],
  aud: ['AU'],
  eur: ['DE', 'ES', 'FR', 'IE', 'IT', 'NL', 'AT', 'BE', 'PT', 'FI'],
};

/** The bank account that a currency is paid out to: a new one takes the place of the old. */
export class BankForm extends FormPane {
  static readonly tag = 'stripe-connect-sandbox-bank';

  @property() currency = '';
  @state() private country = '';

  protected override render(): TemplateResult {
    const countries = homes[this.currency] ?? ['US'];
    const country = this.country || (countries[0] ?? 'US');
    return html`<form @submit=${(event: SubmitEvent) => this.#save(event, country)}>
      ${
        countries.length > 1
          ? select(
              'country',
              this.say('bankCountry'),
              countries.map((value) => ({ value, label: this.text.country(value) })),
              country,
              (value) => (this.country = value),
            )
          : ''
      }
      ${field({ name: 'holder', label: this.say('holder'), required: true })}
      ${
        iban.has(country)
          ? ''
          : field({
              name: 'routing',
              label: this.say(country === 'GB' ? 'sortCode' : 'routing'),
              mode: 'numeric',
              required: true,
            })
      }
      ${field({
        name: 'number',
        label: iban.has(country) ? 'IBAN' : this.say('accountNumber'),
        required: true,
      })}
      <p class="muted small">${this.say('bankNote')}</p>
      ${wrong(this.action)} ${this.buttons(this.say('save'))}
    </form>`;
  }

  async #save(event: SubmitEvent, country: string): Promise<void> {
    const values = valuesOf(event);
    const account = {
      object: 'bank_account',
      country,
      currency: this.currency,
      account_holder_name: values.holder,
      routing_number: values.routing,
      account_number: values.number?.replace(/\s/g, ''),
    };
    const saved = await this.action.run((key) =>
      this.api.post(
        `/v1/accounts/${this.port.account}/external_accounts`,
        { external_account: account, default_for_currency: true },
        key,
      ),
    );
    if (saved) this.leave();
  }
}
