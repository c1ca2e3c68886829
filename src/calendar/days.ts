/** A calendar day as `YYYY-MM-DD`, in the one zone that counts (Asia/Shanghai). Days of this form compare as text. */
export type Day = string;

const MS_PER_DAY = 86_400_000;

/** Whether this is a day that exists, between 2000 and 2199. */
export function isDay(text: string): boolean {
  if (!/^2[01]\d\d-\d\d-\d\d$/.test(text)) return false;
  const at = Date.parse(text);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** The day so many days later, or earlier. */
export function shifted(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * MS_PER_DAY).toISOString().slice(0, 10);
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** Saturday or Sunday. */
export function isWeekend(day: Day): boolean {
  const weekday = new Date(day).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** Mondays to Fridays after `from` up to and with `to`, which is not before it. */
export function weekdaysBetween(from: Day, to: Day): number {
  return weekdaysUntil(to) - weekdaysUntil(from);
}

/** Mondays to Fridays since Monday 5 January 1970. */
function weekdaysUntil(day: Day): number {
  const days = Date.parse(day) / MS_PER_DAY - 4;
  return Math.floor(days / 7) * 5 + Math.min(((days % 7) + 7) % 7, 4);
}
