import type { Earnings } from '@express-elements/contract';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LocalizeController } from '../../locales/index.ts';
import type { ChartController } from './chart.controller.ts';
import type { Places } from './picked.model.ts';

export interface ChartConfig {
  readonly l: LocalizeController<'earnings'>;
  /** What to draw; null while there is nothing to draw. */
  readonly earnings: () => Earnings | null;
  /** Whether the chart is near enough to be worth fetching. */
  readonly near: () => boolean;
  readonly now: () => number;
  /** The point that is being read. */
  readonly active: () => number | null;
  /** A line in place of bars. */
  readonly line: () => boolean;
  /** The bars that are picked. */
  readonly picked: () => Places | null;
}

export type ChartHost = ReactiveControllerHost &
  HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment };

/** The part of the host that is drawn, null while there is none. */
export const canvasOf = (host: ChartHost): HTMLCanvasElement | null =>
  host.renderRoot.querySelector('.plot:not(.plot-room) canvas');

/** The drawing, whose code is fetched when there are figures to draw and the seller is near. */
export class LaterChart implements ReactiveController {
  readonly #host: ChartHost;
  readonly #config: ChartConfig;
  #chart: ChartController | null = null;
  #state: 'idle' | 'coming' | 'failed' = 'idle';

  constructor(host: ChartHost, config: ChartConfig) {
    this.#host = host;
    this.#config = config;
    host.addController(this);
  }

  /** The drawing's code could not be fetched; the table has the same figures. */
  get hasFailed(): boolean {
    return this.#state === 'failed';
  }

  /** The point under a pointer. */
  placeAt(clientX: number): number | null {
    return this.#chart?.placeAt(clientX) ?? null;
  }

  /** The same, or the nearest point. */
  placeNear(clientX: number): number | null {
    return this.#chart?.placeNear(clientX) ?? null;
  }

  hostUpdated(): void {
    if (this.#chart || this.#state !== 'idle') return;
    if (canvasOf(this.#host) && this.#config.earnings() && this.#config.near()) void this.#load();
  }

  /** Tries the fetch again. */
  retry(): void {
    this.#state = 'idle';
    this.#host.requestUpdate();
  }

  async #load(): Promise<void> {
    this.#state = 'coming';
    try {
      const { ChartController: Chart } = await import('./chart.controller.ts');
      this.#chart = new Chart(this.#host, this.#config);
      this.#state = 'idle';
    } catch {
      // Offline, or the file is gone since a deploy: said in place, with the table beside it.
      this.#state = 'failed';
    }
    this.#host.requestUpdate();
  }
}
