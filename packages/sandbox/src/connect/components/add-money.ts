import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { field, select, valuesOf, wrong } from '../shared/fields.ts';
import { FormPane } from '../shared/form-pane.ts';

/** Money sent from the bank into the balance that pays refunds and disputes. */
export class AddMoneyForm extends FormPane {
  static readonly tag = 'stripe-connect-sandbox-add-money';

  @property({ attribute: false }) currencies: readonly string[] = [];
  @state() private complaint = '';

  protected override render(): TemplateResult {
    const [first = ''] = this.currencies;
    return html`<form @submit=${(event: SubmitEvent) => this.#add(event, first)}>
      <p class="muted">${this.say('addMoneyNote')}</p>
      ${
        this.currencies.length > 1
          ? select(
              'currency',
              this.say('currency'),
              this.currencies.map((value) => ({ value, label: value.toUpperCase() })),
              first,
            )
          : ''
      }
      ${field({
        name: 'amount',
        label: `${this.say('amount')}${this.currencies.length > 1 ? '' : ` (${first.toUpperCase()})`}`,
        mode: 'decimal',
        required: true,
      })}
      ${this.complaint ? html`<p class="wrong" role="alert">${this.complaint}</p>` : ''}
      ${wrong(this.action)} ${this.buttons(this.say('addMoney'))}
    </form>`;
  }

  async #add(event: SubmitEvent, fallback: string): Promise<void> {
    const values = valuesOf(event);
    const currency = values.currency ?? fallback;
    const amount = this.text.parseMoney(values.amount ?? '', currency);
    this.complaint = amount === null || amount <= 0 ? this.say('noAmount') : '';
    if (amount === null || this.complaint) return;
    const added = await this.action.run((key) =>
      this.api.post('/sandbox/prefunding', { amount, currency }, key),
    );
    if (added) this.leave();
  }
}
