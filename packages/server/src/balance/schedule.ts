import type { Balance } from '@express-elements/contract';
import { wallTime } from '../ledger/buckets.ts';

const DAY = 86_400;
/** Further than any schedule reaches: a monthly payout day that falls on a weekend, twice. */
const HORIZON = 70;

export type Schedule = Pick<
  Balance['schedule'],
  'interval' | 'weekly_payout_days' | 'monthly_payout_days'
>;

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** Dates are written as their midnight UTC, as Stripe writes `arrival_date`. */
const weekdayOf = (date: number): string => weekdays[new Date(date * 1000).getUTCDay()]!;

/** Banks rest at weekends; their holidays nobody tells us. */
export const isBusinessDay = (date: number): boolean => !weekdayOf(date).startsWith('s');

/**
 * So many business days after a date.
 *
 * @example businessDaysAfter(friday, 2) // the Tuesday after
 */
export function businessDaysAfter(date: number, days: number): number {
  let day = date;
  for (let left = days; left > 0;) {
    day += DAY;
    if (isBusinessDay(day)) left -= 1;
  }
  return day;
}

/** How many business days lie between two dates. */
export function businessDaysBetween(from: number, to: number): number {
  let days = 0;
  for (let day = from + DAY; day <= to; day += DAY) if (isBusinessDay(day)) days += 1;
  return days;
}

/** The date on the wall at an instant, as its midnight UTC. */
export const dateAt = (time: number, timeZone: string): number =>
  Math.floor(wallTime(time, timeZone) / DAY) * DAY;

function isMonthDay(date: number, days: readonly number[]): boolean {
  const day = new Date(date * 1000).getUTCDate();
  const isLast = new Date((date + DAY) * 1000).getUTCDate() === 1;
  // Days 29 to 31 fall on the last day of shorter months.
  return days.some((wanted) => wanted === day || (isLast && wanted > day));
}

const isScheduled: Record<Schedule['interval'], (schedule: Schedule, date: number) => boolean> = {
  manual: () => false,
  daily: () => true,
  weekly: (schedule, date) => schedule.weekly_payout_days.includes(weekdayOf(date)),
  monthly: (schedule, date) => isMonthDay(date, schedule.monthly_payout_days),
};

/**
 * The next date after `today` on which the schedule pays out money that is there by then; null where none does.
 *
 * @param readyOn from which date there is something to pay out
 */
export function nextPayoutDate(schedule: Schedule, today: number, readyOn: number): number | null {
  const first = Math.max(today + DAY, readyOn);
  let due = false;
  for (let index = 0; index < HORIZON; index += 1) {
    const date = first + index * DAY;
    // A day that falls on a weekend is made up for on the next business day.
    due ||= isScheduled[schedule.interval](schedule, date);
    if (due && isBusinessDay(date)) return date;
  }
  return null;
}
