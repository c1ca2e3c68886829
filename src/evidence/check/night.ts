const MINUTE_MS = 60_000;

/** The last day, in Asia/Shanghai, eight hours ahead of UTC, on which that time of the day (`02:30`) has passed. */
export function lastNight(now: Date, at: string): string {
  const [hours, minutes] = at.split(':').map(Number) as [number, number];
  return new Date(now.getTime() + ((8 - hours) * 60 - minutes) * MINUTE_MS).toISOString().slice(0, 10);
}
