import { html, LitElement } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Change, Port } from './connector.ts';
import { isAbort, toConnectError } from './errors.ts';
import type { ConnectError } from './errors.ts';
import { tile } from './icons.ts';
import { paneStyles } from './styles/index.ts';
import type { Word } from './text.ts';

type View<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly data: T }
  | { readonly kind: 'error'; readonly error: ConnectError };

/**
 * A part of a component that reads something and draws it. It owns its reading (aborted when it
 * leaves, done again after every action of the instance) and the states around it; not the session.
 */
export abstract class Pane<T> extends LitElement {
  static override styles = paneStyles;

  @property({ attribute: false }) port!: Port;
  @state() protected view: View<T> = { kind: 'loading' };

  #reading: AbortController | undefined;
  #stop: (() => void) | undefined;

  protected abstract read(signal: AbortSignal): Promise<T>;
  protected abstract draw(data: T): unknown;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = this.port.connector.listen((change) => this.#hear(change));
    void this.reload();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
    this.#reading?.abort();
  }

  /** Reads again; what is shown stays until the answer is there. */
  async reload(): Promise<void> {
    this.#reading?.abort();
    const reading = new AbortController();
    this.#reading = reading;
    try {
      const data = await this.read(reading.signal);
      if (!reading.signal.aborted) this.view = { kind: 'ready', data };
    } catch (cause) {
      if (!reading.signal.aborted && !isAbort(cause)) this.#fail(toConnectError(cause));
    }
  }

  protected get text() {
    return this.port.connector.text;
  }

  protected get api() {
    return this.port.connector.api;
  }

  protected say(word: Word, values?: Readonly<Record<string, string | number>>): string {
    return this.text.say(word, values);
  }

  protected allows(feature: string): boolean {
    return this.port.features[feature] === true;
  }

  protected override render(): unknown {
    if (this.view.kind === 'ready') return this.draw(this.view.data);
    return this.view.kind === 'error' ? this.drawError(this.view.error) : this.drawLoading();
  }

  protected drawLoading(): unknown {
    return html`<div class="skeletons" aria-label=${this.say('loading')} role="status">
      <i></i><i></i><i></i><i></i>
    </div>`;
  }

  protected drawError(error: ConnectError): unknown {
    return errorState(this.port, error, () => this.retry());
  }

  protected retry(): void {
    this.view = { kind: 'loading' };
    void this.reload();
  }

  #fail(error: ConnectError): void {
    const first = this.view.kind === 'loading';
    this.view = { kind: 'error', error };
    if (first) this.port.failed(error);
  }

  #hear(change: Change): void {
    if (change === 'data') void this.reload();
    else this.requestUpdate();
  }
}

/** What happened, in place, with a way on. */
export const errorState = (
  port: Pick<Port, 'connector'>,
  error: ConnectError,
  retry?: () => void,
): TemplateResult => {
  const { text } = port.connector;
  return html`<div class="state" role="alert">
    ${tile('alert', 'danger')}
    <b>${text.say('failedTitle')}</b>
    <span>${error.message}</span>
    ${retry ? html`<button type="button" @click=${retry}>${text.say('retry')}</button>` : ''}
    ${error.facts.requestId ? html`<span class="hint num">${error.facts.requestId}</span>` : ''}
  </div>`;
};
