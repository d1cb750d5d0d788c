import type { AccountAnswer, LiveTopic } from '@express-elements/contract';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { pathOf, type Answers, type Question, type ReadRoute } from '../endpoint/routes.ts';
import type { PageSession, Resource } from '../session/index.ts';
import type { SessionController } from './session-controller.ts';
import type { View } from './view.ts';
import type { VisibilityController } from './visibility-controller.ts';
import { warnOnce } from './warn.ts';

export interface ResourceConfig<R extends ReadRoute> {
  readonly route: R;
  /** Whether this sign-in may ask: what `/account` does not offer is not asked for. */
  readonly offered: (account: AccountAnswer) => boolean;
  /** What to ask now, by the host's properties; null: nothing yet. Default: the route without a question. */
  readonly question?: () => Question | null;
  /**
   * Whether to ask beside `/account`, before that has offered it: what a seller waits for first. Only of a route that
   * bears it, and a question that needs nothing of what `/account` says.
   */
  readonly early?: () => boolean;
  /** The hints on which the answer may have changed. */
  readonly topics?: readonly LiveTopic[];
  /** Whether an answer is shown as “nothing here”. */
  readonly isEmpty?: (data: Answers[R]) => boolean;
  /** Answers of another question may be shown while the present one is on its way: a filter, a period. */
  readonly keepPrevious?: boolean;
  /** While out of sight it is not asked again. */
  readonly visibility?: VisibilityController;
}

interface Held<T> {
  readonly session: PageSession;
  readonly generation: number;
  readonly key: string;
  readonly resource: Resource<T>;
  readonly leave: () => void;
}

/**
 * One answer of the endpoint, as one view.
 *
 * Owns: asking when `/account` offers it, or early, beside it; the last known figures meanwhile, asking again on live
 * hints, on `refresh()` and on coming into sight, forgetting everything of another account. Shares the answer with
 * every other element of the page that asks the same. Does not own: pages of a list; for these ask `session.get` with a
 * signal.
 *
 * @example
 * readonly #balance = new ResourceController(this, this.#session, {
 *   route: 'balance', offered: ({ capabilities }) => capabilities.balance, topics: ['balance'],
 * });
 * render() { switch (this.#balance.view.kind) { … } }
 */
export class ResourceController<R extends ReadRoute> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #sessions: SessionController;
  readonly #config: ResourceConfig<R>;
  #held: Held<Answers[R]> | null = null;
  #previous: Answers[R] | null = null;
  #view: View<Answers[R]> = { kind: 'loading', last: null };

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    sessions: SessionController,
    config: ResourceConfig<R>,
  ) {
    this.#host = host;
    this.#sessions = sessions;
    this.#config = config;
    host.addController(this);
  }

  get view(): View<Answers[R]> {
    return this.#view;
  }

  /** Whether an answer is on its way. */
  get isFetching(): boolean {
    return this.#held?.resource.read().fetching ?? false;
  }

  /** Asks again; done when an answer or a failure is there. */
  async refresh(): Promise<void> {
    const { state } = this.#sessions;
    if (state?.account.kind !== 'ready') this.#sessions.refresh();
    else await this.#held?.resource.refresh();
  }

  hostUpdate(): void {
    this.#hold();
    this.#view = this.#look();
  }

  hostDisconnected(): void {
    this.#drop();
  }

  /** Takes up the question of now, and lets go of the one before. */
  #hold(): void {
    const { session, state } = this.#sessions;
    const question = this.#isOffered() ? (this.#config.question?.() ?? this.#none()) : null;
    const key = question ? pathOf(this.#config.route, question) : '';
    const generation = state?.generation ?? -1;
    const held = this.#held;
    if (held && held.session === session && held.generation === generation && held.key === key) {
      if (this.#isActive()) held.resource.ensure();
      return;
    }
    if (held && (held.session !== session || held.generation !== generation)) this.#previous = null;
    this.#drop();
    if (session && question && this.#host.isConnected)
      this.#held = this.#take(session, generation, question, key);
  }

  #isOffered(): boolean {
    const { session, state, account } = this.#sessions;
    const { offered, early } = this.#config;
    if (session === null) return false;
    if (account !== null) return offered(account);
    // While a page that came back is asking whose it is, nothing is asked beside.
    return state?.account.kind === 'loading' && (early?.() ?? false);
  }

  #none(): Question | null {
    return this.#config.question ? null : {};
  }

  #take(session: PageSession, generation: number, question: Question, key: string) {
    const { route, topics } = this.#config;
    const resource = session.resource(route, question, topics);
    const leave = resource.subscribe({
      changed: () => this.#host.requestUpdate(),
      active: () => this.#isActive(),
    });
    return { session, generation, key, resource, leave };
  }

  #drop(): void {
    this.#held?.leave();
    this.#held = null;
  }

  #isActive(): boolean {
    const inSight = this.#config.visibility?.isVisible ?? true;
    return inSight && (this.#sessions.session?.isVisible() ?? false);
  }

  #look(): View<Answers[R]> {
    const { state, isClosed, isWaiting, account } = this.#sessions;
    if (isClosed) return { kind: 'absent', reason: 'closed' };
    if (state === null)
      return isWaiting
        ? { kind: 'loading', last: null }
        : { kind: 'absent', reason: 'no_endpoint' };
    if (state.account.kind === 'absent') return { kind: 'absent', reason: 'not_offered' };
    if (state.account.kind === 'error')
      return { kind: 'error', error: state.account.error, last: null };
    if (account === null) return { kind: 'loading', last: null };
    if (!this.#config.offered(account)) return { kind: 'absent', reason: 'not_offered' };
    return this.#lookAt(this.#held?.resource);
  }

  #lookAt(resource: Resource<Answers[R]> | undefined): View<Answers[R]> {
    const { data, error } = resource?.read() ?? { data: undefined, error: undefined };
    const before = this.#config.keepPrevious ? this.#previous : null;
    const { route } = this.#config;
    if (error?.code === 'not_found' && route !== 'transaction') {
      warnOnce(`/account offers “${route}”, but its route is not there: ${error.message}`);
      return { kind: 'absent', reason: 'not_found' };
    }
    if (error && error.code !== 'aborted') return { kind: 'error', error, last: data ?? before };
    if (data === undefined) return { kind: 'loading', last: before };
    this.#previous = data;
    return this.#config.isEmpty?.(data) ? { kind: 'empty', data } : { kind: 'ready', data };
  }
}
