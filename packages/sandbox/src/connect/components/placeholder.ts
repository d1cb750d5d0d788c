import { css, html, LitElement } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Port } from '../shared/connector.ts';
import { tile } from '../shared/icons.ts';
import { paneStyles } from '../shared/styles/index.ts';

/** Stands where Stripe draws something that the sandbox has no world for, and says so. */
export class PlaceholderPane extends LitElement {
  static readonly tag = 'stripe-connect-sandbox-placeholder';

  static override styles = [
    ...paneStyles,
    css`
      .card {
        border-style: dashed;
      }
    `,
  ];

  @property({ attribute: false }) port!: Port;
  @property() what = '';
  /** A listener that pages wait for, and what it is told. */
  @property({ attribute: false }) announce: readonly [setter: string, told: unknown] | undefined;

  #stop: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = this.port.connector.listen(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  override firstUpdated(): void {
    if (this.announce) this.port.settings.call(...this.announce);
  }

  protected override render(): TemplateResult {
    const { text } = this.port.connector;
    return html`<div class="card">
      <div class="state">
        ${tile('box', 'primary')}
        <b>${text.say('placeholder', { what: this.what })}</b>
        <span>${text.say('placeholderNote')}</span>
      </div>
    </div>`;
  }
}
