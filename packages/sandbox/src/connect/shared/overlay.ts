import { html, LitElement } from 'lit';
import type { TemplateResult } from 'lit';
import type { Connector, OverlaySpec } from './connector.ts';
import { deepActive, tabbables } from './focus.ts';
import { icon } from './icons.ts';
import { mark, markStyles } from './mark.ts';
import { adopt, base, controls, tokens } from './styles/index.ts';
import { overlayStyles } from './styles/overlay.ts';

interface Shown {
  readonly connector: Connector;
  readonly spec: OverlaySpec;
}

/** A box over the page, put at the end of the body: focus stays inside, Escape closes it. */
export class Overlay extends LitElement {
  static override styles = [tokens, base, controls, markStyles, overlayStyles];

  static readonly tag = 'stripe-connect-sandbox-overlay';

  #shown: Shown | undefined;
  #opener: HTMLElement | null = null;
  #stop: (() => void) | undefined;

  static open(connector: Connector, spec: OverlaySpec, document: Document): Overlay {
    const overlay = new Overlay();
    overlay.#shown = { connector, spec };
    overlay.#opener = deepActive(document);
    document.body.append(overlay);
    return overlay;
  }

  close(): void {
    if (!this.isConnected) return;
    this.remove();
    if (this.#opener?.isConnected) this.#opener.focus({ preventScroll: true });
    this.dispatchEvent(new Event('closed'));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const connector = this.#shown?.connector;
    if (!connector) return;
    adopt(this.renderRoot, connector.sheet);
    this.#stop = connector.listen(() => this.requestUpdate());
    document.addEventListener('keydown', this.#onKey, true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
    document.removeEventListener('keydown', this.#onKey, true);
  }

  override willUpdate(): void {
    this.setAttribute('kind', this.#shown?.connector.overlays ?? 'dialog');
  }

  override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('.panel')?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult | undefined {
    if (!this.#shown) return undefined;
    const { connector, spec } = this.#shown;
    const label = spec.label();
    return html`
      <div class="backdrop" @click=${() => this.#dismiss()}></div>
      <div class="panel" role="dialog" aria-modal="true" aria-label=${label} tabindex="-1">
        <span data-edge tabindex="0" @focus=${() => this.#focusEdge(-1)}></span>
        <header>
          <h2>${label}</h2>
          <button
            class="icon-only"
            type="button"
            aria-label=${connector.text.say('close')}
            @click=${() => this.#dismiss()}
          >
            ${icon('close')}
          </button>
        </header>
        <div class="body">${spec.body(() => this.#dismiss())}</div>
        <footer>${mark(connector.text)}</footer>
        <span data-edge tabindex="0" @focus=${() => this.#focusEdge(0)}></span>
      </div>
    `;
  }

  #dismiss(): void {
    this.close();
    this.#shown?.spec.dismissed?.();
  }

  /** Past either end, Tab goes on at the other. */
  #focusEdge(end: 0 | -1): void {
    tabbables(this.renderRoot).at(end)?.focus();
  }

  /** Heard at the document: what had the focus may just have been redrawn away. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const topmost = [...document.querySelectorAll(Overlay.tag)].at(-1) === this;
    if (!topmost) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.#dismiss();
    } else if (event.key === 'Tab' && document.activeElement !== this) {
      event.preventDefault();
      this.#focusEdge(event.shiftKey ? -1 : 0);
    }
  };
}
