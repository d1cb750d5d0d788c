/** How long an account counts as looked at after a request, and how often a look is passed on. */
const WATCHED_MS = 5 * 60_000;
const AGAIN_MS = 15_000;
/** So that a host with very many accounts doesn't fill the memory. */
const MOST = 50_000;

/** Which accounts somebody has just looked at, by monotonic time. */
export class Watched {
  readonly #now: () => number;
  readonly #looks = new Map<string, { at: number; told: number }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  has(account: string): boolean {
    const look = this.#looks.get(account);
    return look !== undefined && this.#now() - look.at < WATCHED_MS;
  }

  /** True now and then: when the queue should hear of it. */
  look(account: string): boolean {
    const at = this.#now();
    const known = this.#looks.get(account);
    const isNews = known === undefined || at - known.told >= AGAIN_MS;
    if (this.#looks.size >= MOST) this.#forget(at);
    this.#looks.set(account, { at, told: isNews ? at : known.told });
    return isNews;
  }

  #forget(now: number): void {
    for (const [account, { at }] of this.#looks)
      if (now - at >= WATCHED_MS) this.#looks.delete(account);
  }
}
