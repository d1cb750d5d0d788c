import type { Clock } from '../../endpoint/clock.ts';

/** What is asked for to open Stripe's components. Only the secret is certain: Stripe's own quickstart route gives no more. */
export interface SessionAnswer {
  readonly client_secret: string;
  readonly publishable_key?: string | undefined;
  /** Seconds it lives from the answer on. */
  readonly expires_in?: number | undefined;
  readonly components?: Readonly<Record<string, { readonly enabled: boolean }>> | undefined;
}

export interface SecretsDeps {
  readonly ask: () => Promise<SessionAnswer>;
  readonly clock: Pick<Clock, 'monotonic'>;
}

/** A secret that dies sooner than this is not handed out: it has to reach Stripe yet. */
const MARGIN = 15_000;
/** How long one is good for whose life is not told. */
const UNKNOWN_LIFE = 60_000;

/**
 * The client secrets of a session.
 *
 * connect-js cannot be handed a secret, it asks for one, at once and whenever it needs another. So the first is asked
 * for while the script is still loading, and serves one ask; every other ask gets a fresh one.
 */
export class Secrets {
  readonly #deps: SecretsDeps;
  #first: Promise<SessionAnswer> | null = null;
  #spare: { readonly secret: string; readonly until: number } | null = null;

  constructor(deps: SecretsDeps) {
    this.#deps = deps;
  }

  /** Asks for the first, once. A failure is not kept. */
  prefetch(): Promise<SessionAnswer> {
    this.#first ??= this.#ask().catch((cause: unknown) => {
      this.#first = null;
      throw cause;
    });
    return this.#first;
  }

  /** What connect-js calls. */
  async next(): Promise<string> {
    const spare = this.#spare;
    this.#spare = null;
    if (spare && this.#deps.clock.monotonic() < spare.until) return spare.secret;
    return (await this.#deps.ask()).client_secret;
  }

  /** Forgets the spare one, for another account. */
  clear(): void {
    this.#first = null;
    this.#spare = null;
  }

  async #ask(): Promise<SessionAnswer> {
    const answer = await this.#deps.ask();
    const life = answer.expires_in === undefined ? UNKNOWN_LIFE : answer.expires_in * 1000;
    const until = this.#deps.clock.monotonic() + life - MARGIN;
    this.#spare = { secret: answer.client_secret, until };
    return answer;
  }
}
