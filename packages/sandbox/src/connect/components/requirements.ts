import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { field, wrong } from '../shared/fields.ts';
import { FormPane } from '../shared/form-pane.ts';
import { needOf } from '../shared/requirements.ts';
import type { Need } from '../shared/requirements.ts';

/** Answers what Stripe asks. What is typed stays in the page: the sandbox only learns that it is answered. */
export class RequirementsForm extends FormPane {
  static readonly tag = 'stripe-connect-sandbox-requirements';

  @property({ attribute: false }) fields: readonly string[] = [];
  /** Called once everything is answered; without it the form leaves. */
  @property({ attribute: false }) answered: () => void = () => this.leave();

  @property() away: 'cancel' | 'back' = 'cancel';

  protected override render(): TemplateResult {
    return html`<form @submit=${this.#answer}>
      <p class="muted small">${this.say('requirementsNote')}</p>
      ${this.fields.map((key) => this.#field(needOf(key, this.text)))} ${wrong(this.action)}
      ${this.buttons(this.say('submit'), { away: this.away })}
    </form>`;
  }

  #field({ key, label, kind }: Need): TemplateResult {
    if (kind !== 'file') return field({ name: key, label, type: kind, required: true });
    return html`<label class="field">
      ${label}
      <input name=${key} type="file" accept="image/*,.pdf" />
      <span class="hint">${this.say('fileHint')}</span>
    </label>`;
  }

  readonly #answer = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const sent = await this.action.run((key) => this.api.post('/sandbox/requirements', {}, key));
    if (sent) this.answered();
  };
}
