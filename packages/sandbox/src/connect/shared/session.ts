import { ConnectError, toConnectError } from './errors.ts';

/** What `GET /sandbox/session` says of a client secret. */
export interface SessionInfo {
  readonly account: string;
  readonly components: Readonly<
    Record<string, { readonly enabled: boolean; readonly features?: Record<string, boolean> }>
  >;
  /** Unix seconds on the wall clock. */
  readonly expires_at: number;
  readonly livemode: boolean;
}

export interface OpenSession {
  readonly secret: string;
  readonly info: SessionInfo;
  /** From this instant on (ms, wall clock) a fresh secret is asked for. */
  readonly staleAt: number;
}

export interface SessionDeps {
  /** The page's `fetchClientSecret`. */
  readonly ask: () => Promise<unknown>;
  /** What the loader had asked for before the script was there; serves the first opening only. */
  readonly eager?: Promise<unknown> | undefined;
  readonly open: (secret: string) => Promise<SessionInfo>;
  readonly now: () => number;
  readonly opened: () => void;
}

const longestLead = 60_000;

const staleAt = (info: SessionInfo, now: number): number => {
  const end = info.expires_at * 1000;
  return end - Math.min(longestLead, Math.max(0, end - now) / 10);
};

/** Keeps one open account session, and asks for another when it is about to end. */
export class Session {
  #held: Promise<OpenSession> | undefined;
  #eager: Promise<unknown> | undefined;
  #account: string | undefined;
  #ended = false;
  readonly #deps: SessionDeps;

  constructor(deps: SessionDeps) {
    this.#deps = deps;
    this.#eager = deps.eager;
    // Its failure is reported by the first opening; nobody may be listening yet.
    this.#eager?.catch(() => undefined);
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** The session that is open or opening, without asking for one. */
  get held(): Promise<OpenSession> | undefined {
    return this.#held;
  }

  async current(): Promise<OpenSession> {
    this.#demandLive();
    const held = this.#held;
    if (held) {
      const open = await held;
      if (this.#deps.now() < open.staleAt) return open;
      this.drop(held);
    }
    this.#held ??= this.#open();
    return this.#held;
  }

  /** Forgets the secret the API refused, so that the next call asks for another. */
  async refuse(open: OpenSession): Promise<void> {
    const held = this.#held;
    if (held && (await held) === open) this.drop(held);
  }

  drop(held = this.#held): void {
    if (this.#held === held) this.#held = undefined;
  }

  end(): void {
    this.#ended = true;
    this.#held = undefined;
  }

  async #open(): Promise<OpenSession> {
    try {
      const secret = await this.#secret();
      const info = await this.#deps.open(secret);
      this.#demandLive();
      this.#demandAccount(info.account);
      this.#deps.opened();
      return { secret, info, staleAt: staleAt(info, this.#deps.now()) };
    } catch (cause) {
      this.#held = undefined;
      throw cause;
    }
  }

  async #secret(): Promise<string> {
    const eager = this.#eager;
    this.#eager = undefined;
    const answer = await (eager ?? Promise.resolve().then(this.#deps.ask)).catch((cause) => {
      throw toConnectError(cause, 'account_session_create_error');
    });
    if (typeof answer === 'string' && answer !== '') return answer;
    throw new ConnectError(
      'account_session_create_error',
      'fetchClientSecret gave no client secret.',
    );
  }

  #demandLive(): void {
    if (this.#ended) throw new ConnectError('authentication_error', 'The session has ended.');
  }

  /** One instance shows one account: a secret of another one must never mix two sellers' figures. */
  #demandAccount(account: string): void {
    this.#account ??= account;
    if (this.#account === account) return;
    throw new ConnectError(
      'account_session_create_error',
      `fetchClientSecret gave a secret of ${account}, but this instance was opened for ${this.#account}.`,
    );
  }
}
