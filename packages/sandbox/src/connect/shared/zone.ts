const offsetAt = (unix: number, timeZone: string): number => {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(unix * 1000);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(
    of('year'),
    of('month') - 1,
    of('day'),
    of('hour'),
    of('minute'),
    of('second'),
  );
  return local / 1000 - unix;
};

/**
 * When a day of the calendar begins in a time zone, in Unix seconds.
 * @example startOfDay('2026-11-24', 'America/New_York')
 */
export const startOfDay = (
  day: string,
  timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone,
): number => {
  const utc = Date.parse(`${day}T00:00:00Z`) / 1000;
  // The offset is that of the day itself, which a change of clocks can move by an hour.
  const guess = utc - offsetAt(utc, timeZone);
  return utc - offsetAt(guess, timeZone);
};

/** The day of the calendar that an instant falls on, as `<input type=date>` writes it. */
export const dayOf = (
  unix: number,
  timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone,
): string => new Date((unix + offsetAt(unix, timeZone)) * 1000).toISOString().slice(0, 10);
