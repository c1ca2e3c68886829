/** `2026-11-21T09:30` as the offices' clocks show it becomes a time with its offset. Null for what is no such text. */
export function beijing(local: string): string | null {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local) && !Number.isNaN(Date.parse(`${local}:00+08:00`)) ? `${local}:00+08:00` : null;
}

/** A time as the same clocks show it, for an input. */
export function asLocal(time: Date): string {
  return new Date(time.getTime() + 8 * 3_600_000).toISOString().slice(0, 16);
}
