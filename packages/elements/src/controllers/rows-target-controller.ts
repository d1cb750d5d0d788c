import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ExpressRowsAskEvent, ExpressRowsOpenEvent, RowsFilter } from '../events/rows.ts';

export interface RowsTargetConfig {
  /** Where figures are listened to. */
  readonly on: () => EventTarget;
  /** Whose rows can be shown here; null while that is not known, and where none can. */
  readonly account: () => string | null;
  readonly show: (rows: RowsFilter) => void;
}

const names = ['express-rows-ask', 'express-rows-open'] as const;

/** Lets figures open their rows here: answers that it can, and does, unless somebody nearer to the figure did. */
export class RowsTargetController implements ReactiveController {
  readonly #config: RowsTargetConfig;

  constructor(host: ReactiveControllerHost, config: RowsTargetConfig) {
    this.#config = config;
    host.addController(this);
  }

  hostConnected(): void {
    for (const name of names) this.#config.on().addEventListener(name, this.#hear);
  }

  hostDisconnected(): void {
    for (const name of names) this.#config.on().removeEventListener(name, this.#hear);
  }

  readonly #hear = (event: Event): void => {
    const { account, rows } = event as ExpressRowsAskEvent | ExpressRowsOpenEvent;
    if (event.defaultPrevented || account !== this.#config.account()) return;
    event.preventDefault();
    if (event.type === 'express-rows-open') this.#config.show(rows);
  };
}
