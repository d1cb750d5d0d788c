import {
  html,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';

/**
 * Says to screen readers what the eye sees happen. Render it once, from the first render on: a live region that comes
 * with its text is not read.
 *
 * @example
 * readonly #announcer = new Announcer(this);
 * this.#announcer.say('14 transactions');
 * render() { return html`…${this.#announcer.render()}`; }
 */
export class Announcer implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #text = '';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#text = '';
  }

  say(text: string): void {
    // The same words again are only read when the text differs.
    this.#text = text === this.#text ? `${text}\u00a0` : text;
    this.#host.requestUpdate();
  }

  render(): TemplateResult {
    return html`<div class="vh" role="status">${this.#text}</div>`;
  }
}
