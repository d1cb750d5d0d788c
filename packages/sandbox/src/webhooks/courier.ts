import type { Faults } from '../faults/faults.ts';
import type { Book } from '../world/book.ts';
import { mix } from '../world/random.ts';
import type { EventRecord } from '../world/events.ts';
import { eventObject } from '../api/objects/events.ts';
import type { World } from '../world/world.ts';
import type { Endpoint, Endpoints } from './endpoints.ts';
import { signatureOf } from './sign.ts';

/** Runs something later; gives the way to call it off. */
export type Scheduler = (task: () => void, milliseconds: number) => () => void;

export const timers: Scheduler = (task, milliseconds) => {
  const timer = setTimeout(task, milliseconds);
  return () => clearTimeout(timer);
};

export interface CourierDeps {
  readonly world: World;
  readonly endpoints: Endpoints;
  readonly faults: Faults;
  /** Milliseconds by the wall. */
  readonly wall: () => number;
  readonly schedule: Scheduler;
  readonly fetch: typeof fetch;
}

/** Stripe's sandboxes try three times over a few hours; here within seconds. */
const RETRIES = [500, 2_000] as const;

export interface Happening {
  readonly book: Book;
  readonly event: EventRecord;
}

interface Parcel {
  readonly endpoint: Endpoint;
  readonly body: string;
}

/** Brings events to whoever wants them: signed, at least once, in no promised order. */
export class Courier {
  readonly #deps: CourierDeps;
  readonly #pending = new Set<Promise<void>>();
  readonly #waiting = new Set<() => void>();
  #closed = false;
  #sent = 0;

  constructor(deps: CourierDeps) {
    this.#deps = deps;
  }

  /** Whether something is on its way. */
  get busy(): boolean {
    return this.#pending.size > 0;
  }

  /**
   * Takes what happened together; the bodies are written now, so later changes don't show.
   * @param only for this endpoint alone
   */
  take(happened: readonly Happening[], only?: Endpoint): void {
    const { world, endpoints, faults } = this.#deps;
    if (endpoints.all.length === 0) return;
    const parcels: Parcel[] = [];
    for (const { book, event } of happened) {
      const wanted = endpoints.for(book, event).filter((one) => !only || one === only);
      if (wanted.length === 0) continue;
      const body = JSON.stringify(eventObject(world, book, event, wanted.length));
      for (const endpoint of wanted) parcels.push({ endpoint, body });
    }
    const twice = faults.webhooks.double ? parcels.flatMap((parcel) => [parcel, parcel]) : parcels;
    const ordered = faults.webhooks.shuffle ? this.#shuffled(twice) : twice;
    if (ordered.length > 0) this.#watch(this.#deliverAll(ordered));
  }

  /** When everything is delivered or given up. */
  async settled(): Promise<void> {
    while (this.#pending.size > 0) await Promise.all(this.#pending);
  }

  close(): void {
    this.#closed = true;
    for (const cancel of this.#waiting) cancel();
    this.#waiting.clear();
  }

  #shuffled(parcels: readonly Parcel[]): Parcel[] {
    this.#sent += 1;
    const keyed = parcels.map((parcel, n) => ({ parcel, key: mix(this.#sent, n) }));
    return keyed.toSorted((a, b) => a.key - b.key).map(({ parcel }) => parcel);
  }

  /** One after the other: whoever is told about ten payouts is not called ten times at once. */
  async #deliverAll(parcels: readonly Parcel[]): Promise<void> {
    for (const parcel of parcels) {
      const { webhooks } = this.#deps.faults;
      if (webhooks.lose > 0) webhooks.lose -= 1;
      else if (!(await this.#try(parcel))) this.#watch(this.#retry(parcel));
    }
  }

  async #retry(parcel: Parcel): Promise<void> {
    for (const delay of RETRIES) {
      if (!(await this.#wait(delay))) return;
      if (await this.#try(parcel)) return;
    }
  }

  /** False where the courier closed meanwhile. */
  #wait(milliseconds: number): Promise<boolean> {
    if (this.#closed) return Promise.resolve(false);
    return new Promise((resolve) => {
      const giveUp = () => {
        cancel();
        resolve(false);
      };
      const cancel = this.#deps.schedule(() => {
        this.#waiting.delete(giveUp);
        resolve(true);
      }, milliseconds);
      this.#waiting.add(giveUp);
    });
  }

  /** Anything but a 2xx, a redirect and a broken connection included, is a failure. */
  async #try({ endpoint, body }: Parcel): Promise<boolean> {
    if (this.#closed || endpoint.disabled) return true;
    const time = Math.floor(this.#deps.wall() / 1000);
    const request = new Request(endpoint.url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'User-Agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
        'Stripe-Signature': await signatureOf(body, endpoint.secret, time),
      },
      body,
      redirect: 'manual',
    });
    try {
      const deliver = endpoint.deliver ?? this.#deps.fetch;
      const response = await deliver(request);
      await response.body?.cancel();
      return response.ok;
    } catch {
      // The receiver is down: what a retry is for.
      return false;
    }
  }

  #watch(work: Promise<void>): void {
    this.#pending.add(work);
    void work.finally(() => this.#pending.delete(work));
  }
}
