/** What can go wrong at Stripe, on demand. Nothing does until it is switched on. */

/** What `fetch` rejects with where nobody answers; over HTTP the socket is cut. */
export class BrokenConnection extends TypeError {
  constructor(why: string) {
    super(`Failed to fetch: ${why}`);
    this.name = 'TypeError';
  }
}

export interface FailureRule {
  /** `GET /v1/payouts/:id`, or a method, or a path: what the call's line must contain. Absent: every call. */
  readonly route?: string;
  readonly status: number;
  readonly code?: string;
  readonly type?: 'api_error' | 'card_error' | 'invalid_request_error';
  readonly message?: string;
  readonly param?: string;
  /** How many calls fail before it is over; absent: until it is taken back. */
  readonly times?: number;
  /** `Stripe-Should-Retry`. */
  readonly retry?: boolean;
  /** The call is carried out, and only its answer is lost. */
  readonly after?: boolean;
  /** The connection breaks: `fetch` rejects. */
  readonly broken?: boolean;
}

export interface RateLimits {
  /** Calls a second, for one account and for one endpoint (Stripe's test mode: 25 and 25). */
  readonly account: number;
  readonly endpoint: number;
}

export interface WebhookFaults {
  /** The next so many deliveries never happen and are not tried again. */
  lose: number;
  /** Each delivery comes twice. */
  double: boolean;
  /** Events that happen together come in another order. */
  shuffle: boolean;
}

export const testModeLimits: RateLimits = { account: 25, endpoint: 25 };

export class Faults {
  /** Milliseconds before each answer. */
  latency = 0;
  /** Null: no limits. */
  rateLimits: RateLimits | null = null;
  /** Whether `/connect.js` is refused, as a content blocker would. */
  scriptBlocked = false;
  /** Whether nothing can be reached at all. */
  offline = false;
  readonly webhooks: WebhookFaults = { lose: 0, double: false, shuffle: false };
  #rules: { rule: FailureRule; left: number }[] = [];

  /** Makes calls fail; gives the way to stop it. */
  fail(rule: FailureRule): () => void {
    const entry = { rule, left: rule.times ?? Number.POSITIVE_INFINITY };
    this.#rules.push(entry);
    return () => {
      this.#rules = this.#rules.filter((other) => other !== entry);
    };
  }

  /** The failure that this call meets, used up once. @param line method and path template */
  meet(line: string): FailureRule | null {
    const entry = this.#rules.find(({ rule, left }) => left > 0 && line.includes(rule.route ?? ''));
    if (!entry) return null;
    entry.left -= 1;
    return entry.rule;
  }

  /** Everything works again. */
  reset(): void {
    this.#rules = [];
    this.latency = 0;
    this.rateLimits = null;
    this.scriptBlocked = false;
    this.offline = false;
    Object.assign(this.webhooks, { lose: 0, double: false, shuffle: false });
  }
}
