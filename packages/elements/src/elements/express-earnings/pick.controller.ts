import type { Earnings } from '@express-elements/contract';
import type { ReactiveController } from 'lit';
import type { SessionController } from '../../controllers/index.ts';
import { ExpressRowsAskEvent, ExpressRowsOpenEvent, type RowsFilter } from '../../events/rows.ts';
import { ExpressRangeSelectEvent } from './events.ts';
import { stepPoint } from './express-earnings.model.ts';
import type { ChartHost } from './later-chart.controller.ts';
import {
  filterOfRows,
  placesOf,
  rowsOfBars,
  type EarningsRows,
  type Picked,
  type Places,
} from './picked.model.ts';

export interface PickConfig {
  readonly sessions: SessionController;
  readonly earnings: () => Earnings | null;
  /** The bar under a pointer; null beside the bars, and where nothing is drawn. */
  readonly placeAt: (clientX: number) => number | null;
  /** The same, or the nearest one. */
  readonly placeNear: (clientX: number) => number | null;
  readonly isRtl: () => boolean;
}

/** Reading and picking bars by pointer and by keys, telling of it, and leading to the rows behind them. */
export class PickController implements ReactiveController {
  readonly #host: ChartHost;
  readonly #config: PickConfig;
  #active: number | null = null;
  #picked: Picked | null = null;
  #isDragging = false;
  /** What was told last, so that Enter on it leads on. */
  #told: Picked | null = null;
  #canShow = false;

  constructor(host: ChartHost, config: PickConfig) {
    this.#host = host;
    this.#config = config;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.forget();
  }

  /** The bar that is being read, null while none is. */
  get active(): number | null {
    return this.#active;
  }

  /** Where the picked bars are, null while none is. */
  get places(): Places | null {
    const earnings = this.#config.earnings();
    return earnings && placesOf(earnings, this.#picked);
  }

  /** Whether somebody on this page shows the rows behind bars. */
  get canShow(): boolean {
    return this.#canShow;
  }

  /** Lets go without telling: another chart is shown. */
  forget(): void {
    this.#read(null);
    this.#set(null);
    this.#told = null;
  }

  /** Lets go. */
  readonly clear = (): void => {
    const hadTold = this.#told !== null;
    this.#set(null);
    this.#told = null;
    if (hadTold) this.#host.dispatchEvent(new ExpressRangeSelectEvent(null));
  };

  readonly key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const bars = this.#config.earnings()?.points.length ?? 0;
    if (event.key === 'Escape') this.#letGo();
    if (event.key === 'Enter') this.#choose(this.#active ?? bars - 1);
    const next = stepPoint(event.key, this.#active, bars, this.#config.isRtl());
    if (next === null) return;
    event.preventDefault();
    if (event.shiftKey) this.#extend(this.#active ?? next, next);
    else this.clear();
    this.#read(next);
  };

  readonly leave = (): void => this.#read(null);

  readonly down = (event: PointerEvent): void => {
    this.#read(this.#config.placeAt(event.clientX));
    const place = this.#config.placeNear(event.clientX);
    const start = place === null ? null : this.#startOf(place);
    if (start === null || event.button !== 0 || !event.isPrimary) return;
    const again = this.#picked?.anchor === start && this.#picked.head === start;
    if (again) return this.clear();
    this.#isDragging = true;
    const anchor = event.shiftKey ? (this.#picked?.anchor ?? start) : start;
    this.#set({ anchor, head: start });
    if (event.currentTarget instanceof Element)
      event.currentTarget.setPointerCapture(event.pointerId);
  };

  readonly move = (event: PointerEvent): void => {
    this.#read(this.#config.placeAt(event.clientX));
    const place = this.#isDragging ? this.#config.placeNear(event.clientX) : null;
    const head = place === null ? null : this.#startOf(place);
    if (this.#picked && head !== null && head !== this.#picked.head)
      this.#set({ ...this.#picked, head });
  };

  readonly up = (): void => {
    if (!this.#isDragging) return;
    this.#isDragging = false;
    this.#tell();
  };

  /** A finger that scrolls the page picked nothing. */
  readonly cancel = (): void => {
    if (!this.#isDragging) return;
    this.#isDragging = false;
    this.clear();
  };

  /** Leads to the rows behind what is picked. */
  readonly show = (): void => {
    const behind = this.#behind();
    if (behind) this.#host.dispatchEvent(new ExpressRowsOpenEvent(...behind));
  };

  /** The rows behind what is picked, and whose they are. */
  #behind(): [filter: RowsFilter, account: string] | null {
    const rows = this.#rows();
    const { account, timeZone } = this.#config.sessions;
    return rows && account && [filterOfRows(rows, timeZone), account.account.id];
  }

  #read(place: number | null): void {
    if (place === this.#active) return;
    this.#active = place;
    this.#host.requestUpdate();
  }

  /** Escape: first of what is picked, then of what is read. */
  #letGo(): void {
    if (this.places === null) this.#read(null);
    this.clear();
  }

  /** Shift and a key: from the bar that is read to the one the key leads to. */
  #extend(from: number, to: number): void {
    const anchor = this.#picked?.anchor ?? this.#startOf(from);
    const head = this.#startOf(to);
    if (anchor !== null && head !== null) this.#set({ anchor, head });
  }

  /** Enter: takes what is picked, or the bar that is read; where that was told already, leads to its rows. */
  #choose(place: number): void {
    if (this.#picked !== null && this.#told === this.#picked) return this.show();
    const start = this.#startOf(place);
    if (this.#picked === null && start !== null) this.#set({ anchor: start, head: start });
    this.#tell();
  }

  #startOf(place: number): number | null {
    return this.#config.earnings()?.points[place]?.start ?? null;
  }

  #rows(): EarningsRows | null {
    const earnings = this.#config.earnings();
    const places = this.places;
    return earnings && places && rowsOfBars(earnings, places);
  }

  #set(picked: Picked | null): void {
    if (picked === this.#picked) return;
    this.#picked = picked;
    if (picked !== null && !this.#isDragging) this.#ask();
    this.#host.requestUpdate();
  }

  #tell(): void {
    const rows = this.#rows();
    if (!rows) return;
    this.#told = this.#picked;
    this.#ask();
    this.#host.dispatchEvent(new ExpressRangeSelectEvent(rows));
    this.#host.requestUpdate();
  }

  #ask(): void {
    const behind = this.#behind();
    if (behind) this.#canShow = !this.#host.dispatchEvent(new ExpressRowsAskEvent(...behind));
  }
}
