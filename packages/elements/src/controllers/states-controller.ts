import type { ReactiveController, ReactiveControllerHost } from 'lit';

const names = ['loading', 'ready', 'empty', 'error'] as const;
export type StateName = (typeof names)[number];

/** A view's kind as the state a page can style; what is absent has none. */
export const stateOf = (kind: StateName | 'absent' | 'waiting'): StateName | null =>
  kind === 'absent' ? null : kind === 'waiting' ? 'loading' : kind;

/**
 * The element's custom states, `:state(loading)` to `:state(error)`, after what it shows.
 *
 * Owns: its `ElementInternals`. Give the one the element has if it has one already, for there can be only one.
 *
 * @example readonly #states = new StatesController(this, () => stateOf(this.#balance.view.kind));
 */
export class StatesController implements ReactiveController {
  readonly internals: ElementInternals | null;
  readonly #state: () => StateName | null;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    state: () => StateName | null,
    internals?: ElementInternals,
  ) {
    this.#state = state;
    // A server renders without internals.
    this.internals = internals ?? host.attachInternals?.() ?? null;
    host.addController(this);
  }

  hostUpdated(): void {
    const state = this.#state();
    for (const name of names) this.#toggle(name, name === state);
  }

  #toggle(name: StateName, on: boolean): void {
    const states = this.internals?.states;
    if (on) states?.add(name);
    else states?.delete(name);
  }
}
