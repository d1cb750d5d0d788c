import type { Row } from '@express-elements/contract';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { LaterController, type SessionHost } from '../../controllers/index.ts';
import type { DetailsConfig, DetailsController } from './details.controller.ts';
import { codeFailed } from './frame.view.ts';

type Host = SessionHost & ReactiveControllerHost & { readonly renderRoot: Node };

/** The details of a row, whose code comes later, and that it did not come. */
export class LaterDetails {
  readonly #host: Host;
  readonly #config: Omit<DetailsConfig, 'failed'>;
  readonly #later: LaterController<typeof import('./details.controller.ts')>;
  #details: DetailsController | null = null;
  /** Tries again what could not be fetched. */
  #retry: (() => void) | null = null;

  constructor(host: Host, config: Omit<DetailsConfig, 'failed'>) {
    this.#host = host;
    this.#config = config;
    this.#later = new LaterController(host, () => import('./details.controller.ts'));
  }

  open(row: Row): void {
    this.#fail(null);
    this.#later.want().then(
      ({ DetailsController: Details }) => {
        if (!this.#host.isConnected) return;
        const failed = (retry: () => void) => this.#fail(retry);
        this.#details ??= new Details(this.#host, { ...this.#config, failed });
        this.#details.open(row);
      },
      () => this.#fail(() => this.open(row)),
    );
  }

  render(): TemplateResult {
    return html`${this.#details?.render() ?? nothing}<slot name="stripe"></slot>`;
  }

  /** That a row could not be opened, above the list. */
  note(): TemplateResult | typeof nothing {
    const retry = this.#retry;
    if (!retry) return nothing;
    return codeFailed(this.#config.l, () => {
      this.#fail(null);
      retry();
    });
  }

  #fail(retry: (() => void) | null): void {
    this.#retry = retry;
    this.#host.requestUpdate();
  }
}
