import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type Stripe from 'stripe';
import { property, state } from 'lit/decorators.js';
import { choices, select, wrong } from '../shared/fields.ts';
import { FormPane } from '../shared/form-pane.ts';
import type { Word } from '../shared/text.ts';

const intervals = ['daily', 'weekly', 'monthly', 'manual'] as const;
type Interval = (typeof intervals)[number];

const labels: Record<Interval, Word> = {
  daily: 'automaticDaily',
  weekly: 'automaticWeekly',
  monthly: 'automaticMonthly',
  manual: 'manual',
};

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];

const intervalOf = (value: unknown): Interval => intervals.find((one) => one === value) ?? 'manual';

/** What Stripe wants of a schedule: days only where the interval has them. */
export const scheduleParams = (
  interval: Interval,
  days: readonly string[],
): Record<string, string | readonly string[]> => {
  if (interval === 'weekly') return { interval, weekly_payout_days: days };
  return interval === 'monthly' ? { interval, monthly_payout_days: days } : { interval };
};

/** When payouts leave. */
export class ScheduleForm extends FormPane {
  static readonly tag = 'stripe-connect-sandbox-schedule';

  @property({ attribute: false }) settings?: Stripe.BalanceSettings;
  @state() private interval: Interval | undefined;
  @state() private complaint = '';

  protected override render(): TemplateResult {
    const schedule = this.settings?.payments.payouts?.schedule;
    const interval = this.interval ?? intervalOf(schedule?.interval);
    return html`<form @submit=${(event: SubmitEvent) => this.#save(event, interval)}>
      ${choices(
        'radio',
        'interval',
        this.say('scheduleQuestion'),
        intervals.map((value) => ({
          value,
          label: this.say(labels[value]),
          checked: value === interval,
        })),
        (value) => (this.interval = intervalOf(value)),
      )}
      ${interval === 'weekly' ? this.#weekdays(schedule?.weekly_payout_days ?? ['friday']) : ''}
      ${interval === 'monthly' ? this.#monthDay(schedule?.monthly_payout_days?.[0] ?? 1) : ''}
      ${this.complaint ? html`<p class="wrong" role="alert">${this.complaint}</p>` : ''}
      ${wrong(this.action)} ${this.buttons(this.say('save'))}
    </form>`;
  }

  #weekdays(chosen: readonly string[]): TemplateResult {
    return choices(
      'checkbox',
      'days',
      this.say('onWeekdays'),
      weekdays.map((value) => ({
        value,
        label: this.text.weekday(value),
        checked: chosen.includes(value),
      })),
    );
  }

  #monthDay(chosen: number): TemplateResult {
    const days = Array.from({ length: 31 }, (_, index) => String(index + 1));
    return select(
      'days',
      this.say('onMonthday'),
      days.map((value) => ({ value, label: value })),
      String(chosen),
    );
  }

  async #save(event: SubmitEvent, interval: Interval): Promise<void> {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const days = new FormData(event.target).getAll('days').map(String);
    this.complaint = interval === 'weekly' && days.length === 0 ? this.say('noWeekday') : '';
    if (this.complaint) return;
    const saved = await this.action.run((key) =>
      this.api.post(
        '/v1/balance_settings',
        { payments: { payouts: { schedule: scheduleParams(interval, days) } } },
        key,
      ),
    );
    if (saved) this.leave();
  }
}
