import type { Capabilities, Interval } from '@express-elements/contract';
import type { SessionController } from '../../controllers/index.ts';
import type { Question } from '../../endpoint/routes.ts';
import { addDays, dayKey, startOfDay, type DayKey } from '../../format/index.ts';
import {
  chosenInterval,
  countDays,
  knownRange,
  offeredComparisons,
  offeredIntervals,
  rangeDays,
  span,
  weekStart,
  type Compare,
  type CustomDays,
  type EarningsRange,
} from './express-earnings.model.ts';

/** What the element's properties say. */
export interface Chosen extends CustomDays {
  readonly range: EarningsRange;
  readonly interval: Interval | null;
  readonly currency: string | null;
  readonly compare: Compare;
  readonly withoutCompare: boolean;
}

type Can = NonNullable<Capabilities['earnings']>;

/** Which days, which bars, compared with what: what is chosen, as far as this endpoint and this sign-in have it. */
export class Period {
  readonly #sessions: SessionController;
  readonly #chosen: () => Chosen;
  /** Since when there is anything at all, by account and currency: known once all of it was asked for. */
  readonly #sinces = new Map<string, number>();

  constructor(sessions: SessionController, chosen: () => Chosen) {
    this.#sessions = sessions;
    this.#chosen = chosen;
  }

  get can(): Can | null {
    return this.#sessions.account?.capabilities.earnings ?? null;
  }

  get range(): EarningsRange {
    return knownRange(this.#chosen().range);
  }

  get today(): DayKey {
    return dayKey(this.#sessions.now() ?? 0, this.#zone);
  }

  /** When today is over. */
  get midnight(): number {
    return startOfDay(addDays(this.today, 1), this.#zone);
  }

  /** The first day and the last that anything can be known of; of all there is, the first once it is known. */
  get days(): { readonly first: DayKey; readonly last: DayKey; readonly today: DayKey } {
    const { today } = this;
    const { first, last } = this.#days;
    const since = this.#since;
    const known = since === undefined ? today : dayKey(since, this.#zone);
    return { first: first ?? known, last: last > today ? today : last, today };
  }

  get intervals(): readonly Interval[] {
    return this.can ? offeredIntervals(this.#length, this.can) : [];
  }

  get interval(): Interval | null {
    return this.can && chosenInterval(this.#length, this.#chosen().interval, this.can);
  }

  /** What can be compared with. */
  get compares(): readonly Compare[] {
    return this.#comparisons.map(({ choice }) => choice);
  }

  /** What is compared with, null where nothing is. */
  get compare(): Compare | null {
    return this.#comparison?.choice ?? null;
  }

  /** The question for the endpoint, null while it is not known what can be asked. */
  question(locale: string): Question | null {
    const { interval } = this;
    if (interval === null || this.#sessions.now() === null) return null;
    return {
      query: {
        ...span(this.#days, this.#zone),
        interval,
        currency: this.#chosen().currency,
        week_start: interval === 'week' ? weekStart(locale) : null,
        compare: this.#comparison?.asked ?? null,
      },
    };
  }

  /** Since when there is anything at all: how long that is decides what one bar is. True where it was not known. */
  learn(from: number): boolean {
    if (this.range !== 'all' || this.#since === from) return false;
    this.#sinces.set(this.#key, from);
    return true;
  }

  get #zone(): string {
    return this.#sessions.timeZone;
  }

  get #days(): ReturnType<typeof rangeDays> {
    return rangeDays(this.range, this.today, this.#chosen());
  }

  /** How many days the period has; of all there is, as many as there may be until it is known. */
  get #length(): number {
    const { first, last } = this.#days;
    if (first !== null) return countDays(first, last);
    return this.#since === undefined ? Number.POSITIVE_INFINITY : countDays(this.days.first, last);
  }

  get #comparisons() {
    const { can } = this;
    return this.#chosen().withoutCompare || !can ? [] : offeredComparisons(this.range, can);
  }

  get #comparison() {
    const offered = this.#comparisons;
    return offered.find(({ choice }) => choice === this.#chosen().compare) ?? offered[0];
  }

  get #since(): number | undefined {
    return this.#sinces.get(this.#key);
  }

  get #key(): string {
    return `${this.#sessions.account?.account.id} ${this.#chosen().currency}`;
  }
}
