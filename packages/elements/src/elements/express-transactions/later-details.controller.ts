import type { Row } from '@express-elements/contract';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { SessionHost } from '../../controllers/index.ts';
import { adopt } from '../../ui/adopt.ts';
import type { DetailsConfig, DetailsController } from './details.controller.ts';
import { codeFailed } from './frame.view.ts';

type Host = SessionHost & { readonly renderRoot: Node };

/** What a seller does before the details of a row are opened. */
const signs = ['pointerover', 'focusin'] as const;

/**
 * The details of a row, whose code comes when the seller first reaches for the list, so that it is there when a row is
 * opened.
 */
export class LaterDetails implements ReactiveController {
  readonly #host: Host;
  readonly #config: Omit<DetailsConfig, 'failed'>;
  #details: DetailsController | null = null;
  #coming: Promise<DetailsController> | null = null;
  /** Tries again what could not be fetched. */
  #retry: (() => void) | null = null;

  constructor(host: Host, config: Omit<DetailsConfig, 'failed'>) {
    this.#host = host;
    this.#config = config;
    host.addController(this);
  }

  hostConnected(): void {
    for (const sign of signs) this.#host.addEventListener(sign, this.#prepare, { once: true });
  }

  hostDisconnected(): void {
    for (const sign of signs) this.#host.removeEventListener(sign, this.#prepare);
  }

  open(row: Row): void {
    this.#fail(null);
    this.#load().then(
      (details) => this.#host.isConnected && details.open(row),
      () => this.#fail(() => this.open(row)),
    );
  }

  render(): TemplateResult {
    return html`${this.#details?.render() ?? nothing}<slot name="stripe"></slot>`;
  }

  /** That a row could not be opened, above the list. */
  note(): TemplateResult | typeof nothing {
    return this.#retry ? codeFailed(this.#config.l, this.#retry) : nothing;
  }

  // What fails here is tried again when a row is opened, and told then.
  readonly #prepare = (): void => void this.#load().catch(() => undefined);

  #load(): Promise<DetailsController> {
    this.#coming ??= this.#make().catch((cause: unknown) => {
      this.#coming = null;
      throw cause;
    });
    return this.#coming;
  }

  async #make(): Promise<DetailsController> {
    const { DetailsController: Details, styles } = await import('./details.controller.ts');
    if (this.#host.renderRoot instanceof ShadowRoot) adopt(this.#host.renderRoot, styles);
    const failed = (retry: () => void) =>
      this.#fail(() => {
        this.#fail(null);
        retry();
      });
    this.#details = new Details(this.#host, { ...this.#config, failed });
    return this.#details;
  }

  #fail(retry: (() => void) | null): void {
    this.#retry = retry;
    this.#host.requestUpdate();
  }
}
