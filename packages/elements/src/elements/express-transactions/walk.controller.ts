import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { placeOf } from './selection.controller.ts';
import { stepRow } from './express-transactions.model.ts';

export interface WalkConfig {
  /** How many rows there are to walk. */
  readonly count: () => number;
  /** The rows that are rendered. */
  readonly rendered: () => readonly number[];
  /** Brings a row into sight. */
  readonly show: (index: number) => void;
  /** Goes to the list's true start or end, where it is held in part; false where that is not needed. */
  readonly jump: (to: 'first' | 'last') => boolean;
  /** The list that a jump asked for is there. */
  readonly landed: () => boolean;
}

type Host = ReactiveControllerHost & { readonly renderRoot: ParentNode };

/**
 * Arrow keys over the rows: one of them is reached by the tab key, focus moves with the keys, also onto rows that are
 * only rendered once they come into sight.
 */
export class WalkController implements ReactiveController {
  readonly #host: Host;
  readonly #config: WalkConfig;
  #current = 0;
  #focus: number | null = null;
  #landing: 'first' | 'last' | null = null;

  constructor(host: Host, config: WalkConfig) {
    this.#host = host;
    this.#config = config;
    host.addController(this);
  }

  /** The row that the tab key reaches: the current one, or the first that is rendered. */
  get reachable(): number {
    const rendered = this.#config.rendered();
    return rendered.includes(this.#current) ? this.#current : (rendered[0] ?? 0);
  }

  /** Back to the first row, for another list. */
  reset(): void {
    this.#current = 0;
    this.#focus = null;
    this.#landing = null;
  }

  /** For `focusin` of the rows. */
  readonly follow = (event: FocusEvent): void => {
    const row = event.target instanceof Element ? event.target.closest('[data-index]') : null;
    if (!(row instanceof HTMLElement)) return;
    const index = Number(row.dataset['index']);
    if (index === this.#current) return;
    this.#current = index;
    this.#host.requestUpdate();
  };

  /** For `keydown` of the rows. */
  readonly walk = (event: KeyboardEvent): void => {
    // Rows may have come before it since it got the focus.
    const next = stepRow(event.key, placeOf(event) ?? this.#current, this.#config.count());
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const end = event.key === 'End' ? 'last' : event.key === 'Home' ? 'first' : null;
    if (end && this.#config.jump(end)) this.#landing = end;
    else this.moveTo(next);
  };

  moveTo(index: number): void {
    this.#current = index;
    this.#focus = index;
    this.#config.show(index);
    this.#host.requestUpdate();
  }

  /** A row is being gone to that is not in sight yet: nothing else may move the list meanwhile. */
  get isMoving(): boolean {
    return this.#focus !== null || this.#landing !== null;
  }

  hostUpdated(): void {
    if (this.#landing && this.#config.landed()) {
      const index = this.#landing === 'last' ? this.#config.count() - 1 : 0;
      this.#landing = null;
      this.#focus = index;
      queueMicrotask(() => this.moveTo(index));
    }
    if (this.#focus === null) return;
    const row = this.#host.renderRoot.querySelector<HTMLElement>(`[data-index="${this.#focus}"]`);
    if (!row) return;
    this.#focus = null;
    const control =
      row.querySelector<HTMLElement>('.open') ?? row.querySelector<HTMLElement>('.pick');
    control?.focus({ preventScroll: true });
  }
}
