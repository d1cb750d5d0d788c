import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Connector } from './connector.ts';
import { toConnectError } from './errors.ts';
import type { ConnectError } from './errors.ts';

const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

/**
 * One change a person makes. It owns whether it runs and how it failed. A try that may have reached
 * Stripe is repeated under the same idempotency key, so that money moves once.
 */
export class Action implements ReactiveController {
  busy = false;
  error: ConnectError | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #connector: () => Connector;
  #key: string | undefined;

  constructor(host: ReactiveControllerHost, connector: () => Connector) {
    this.#host = host;
    this.#connector = connector;
    host.addController(this);
  }

  hostConnected(): void {
    this.error = undefined;
  }

  /** Runs the change; true when it was made, in which case everything shown is read again. */
  async run(change: (key: string) => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false;
    this.#show(true);
    try {
      this.#key ??= newKey();
      await change(this.#key);
      this.#key = undefined;
      this.#connector().changed();
      this.#show(false);
      return true;
    } catch (cause) {
      const error = toConnectError(cause);
      if (error.facts.status !== undefined && error.facts.status < 500) this.#key = undefined;
      this.#show(false, error);
      return false;
    }
  }

  #show(busy: boolean, error?: ConnectError): void {
    this.busy = busy;
    this.error = error;
    this.#host.requestUpdate();
  }
}
