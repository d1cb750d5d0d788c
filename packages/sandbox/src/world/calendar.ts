/** Days and business days, in Unix seconds and UTC: the calendar that Stripe's settlement goes by. */

export const HOUR = 3600;
export const DAY = 86_400;

export const startOfDay = (at: number): number => at - (((at % DAY) + DAY) % DAY);

/** 0 Sunday … 6 Saturday; 1 January 1970 was a Thursday. */
export const weekday = (at: number): number => (Math.floor(at / DAY) + 4) % 7;

export const weekdayNames = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;

export const isBusinessDay = (at: number): boolean => {
  const day = weekday(at);
  return day !== 0 && day !== 6;
};

/** Midnight of the day that lies so many days (Monday to Friday only, where `business`) after `at`. */
export function daysAfter(at: number, days: number, business: boolean): number {
  let day = startOfDay(at);
  if (!business) return day + days * DAY;
  for (let left = days; left > 0;) {
    day += DAY;
    if (isBusinessDay(day)) left -= 1;
  }
  return day;
}

export interface CalendarDate {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  readonly day: number;
  readonly lastOfMonth: boolean;
}

export function calendarDate(at: number): CalendarDate {
  const date = new Date(at * 1000);
  const tomorrow = new Date((at + DAY) * 1000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    lastOfMonth: tomorrow.getUTCMonth() !== date.getUTCMonth(),
  };
}
