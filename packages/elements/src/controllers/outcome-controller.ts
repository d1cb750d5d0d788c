import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ExpressError } from '../endpoint/errors.ts';
import { ExpressErrorEvent, ExpressReadyEvent } from './events.ts';

type Outcome =
  | { readonly kind: 'error'; readonly error: ExpressError }
  | { readonly kind: 'ready' | 'empty' | 'loading' | 'absent' | 'waiting' | 'webview' };

/**
 * Tells the page how an element's loading ended.
 *
 * Owns: `express-ready`, once for each time the element is put on a page, and `express-error`, once for each failure.
 * Does not own: the view.
 */
export class OutcomeController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #outcome: () => Outcome;
  #ready = false;
  #told: ExpressError | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement, outcome: () => Outcome) {
    this.#host = host;
    this.#outcome = outcome;
    host.addController(this);
  }

  hostUpdated(): void {
    const outcome = this.#outcome();
    if (outcome.kind === 'error') this.#tell(outcome.error);
    else if (outcome.kind === 'ready' || outcome.kind === 'empty') this.#tellReady();
  }

  hostDisconnected(): void {
    this.#ready = false;
  }

  #tellReady(): void {
    this.#told = null;
    if (this.#ready) return;
    this.#ready = true;
    this.#host.dispatchEvent(new ExpressReadyEvent());
  }

  #tell(error: ExpressError): void {
    if (error === this.#told) return;
    this.#told = error;
    this.#host.dispatchEvent(new ExpressErrorEvent(error));
  }
}
