import { html, LitElement, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { OverlayHandle, Port } from '../shared/connector.ts';

/** `payment-details` and `payout-details`: nothing in the page, an overlay while an object is set. */
export class DetailsPane extends LitElement {
  static readonly tag = 'stripe-connect-sandbox-details';

  @property({ attribute: false }) port!: Port;
  @property() kind: 'payment' | 'payout' = 'payment';

  #seen = 0;
  #open: OverlayHandle | undefined;

  protected override render(): unknown {
    return nothing;
  }

  override updated(changed: PropertyValues<this>): void {
    if (!changed.has('port')) return;
    const times = this.port.settings.times(this.#setter);
    if (times === this.#seen) return;
    this.#seen = times;
    this.#show(this.port.settings.string(this.#setter));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#show(undefined);
  }

  get #setter(): string {
    return this.kind === 'payment' ? 'setPayment' : 'setPayout';
  }

  #show(id: string | undefined): void {
    this.#open?.close();
    this.#open = id
      ? this.port.open({
          label: () => this.port.connector.text.say(this.kind),
          body: (close) => this.#body(id, close),
          dismissed: () => this.port.settings.call('setOnClose'),
        })
      : undefined;
  }

  #body(id: string, leave: () => void): TemplateResult {
    return this.kind === 'payment'
      ? html`<stripe-connect-sandbox-payment
          .port=${this.port}
          .payment=${id}
        ></stripe-connect-sandbox-payment>`
      : html`<stripe-connect-sandbox-payout
          .port=${this.port}
          .payout=${id}
          .leave=${leave}
        ></stripe-connect-sandbox-payout>`;
  }
}
