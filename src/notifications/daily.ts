import { addWorkingDays, type Calendar } from '../calendar/index.js';

const HOUR = 3_600_000;

/** When those hear who want it once a day: the next nine o'clock in the morning of a working day, in Asia/Shanghai, eight hours ahead of UTC. */
export function nextDaily(now: Date, calendar: Calendar): Date {
  // The day whose nine o'clock was the last to pass.
  const passed = new Date(now.getTime() + (8 - 9) * HOUR).toISOString().slice(0, 10);
  return new Date(`${addWorkingDays(calendar, passed, 1).dueOn}T09:00:00+08:00`);
}
