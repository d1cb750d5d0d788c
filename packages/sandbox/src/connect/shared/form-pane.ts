import { LitElement } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Action } from './action.ts';
import type { Change, Port } from './connector.ts';
import { formButtons } from './fields.ts';
import type { FormButtons } from './fields.ts';
import { tabbables } from './focus.ts';
import { paneStyles } from './styles/index.ts';
import type { Word } from './text.ts';

/** What a person fills in inside an overlay or a card. It owns one change and how it went. */
export abstract class FormPane extends LitElement {
  static override styles = paneStyles;

  @property({ attribute: false }) port!: Port;
  /** Leaves the form, done or not. */
  @property({ attribute: false }) leave: () => void = () => undefined;

  protected readonly action = new Action(this, () => this.port.connector);
  #stop: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = this.port.connector.listen((change: Change) => {
      if (change === 'look') this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  /** A form opens by a click: typing can go on at once. */
  override firstUpdated(): void {
    tabbables(this.renderRoot)[0]?.focus({ preventScroll: true });
  }

  protected get text() {
    return this.port.connector.text;
  }

  protected get api() {
    return this.port.connector.api;
  }

  /** The end of a form: leaving it, and doing what it is for. */
  protected buttons(label: string, changes: Partial<FormButtons> = {}): TemplateResult {
    const { text, action, leave } = this;
    return formButtons({ text, action, label, leave, ...changes });
  }

  protected say(word: Word, values?: Readonly<Record<string, string | number>>): string {
    return this.text.say(word, values);
  }
}
