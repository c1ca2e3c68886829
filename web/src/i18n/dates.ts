import { language } from './index';

/** All clocks of the desk show the time of the offices that use it, wherever the browser stands. */
const ZONE = 'Asia/Shanghai';

function parts(time: string | Date): Record<string, string> {
  const format = new Intl.DateTimeFormat('zh-CN', {
    timeZone: ZONE,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return Object.fromEntries(format.formatToParts(new Date(time)).map((part) => [part.type, part.value]));
}

/** 2026年11月20日, or 20 Nov 2026. */
export function dateWords(time: string | Date): string {
  const { year, month, day } = parts(time);
  if (language() === 'zh') return `${year}年${month}月${day}日`;
  return new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(time));
}

/** 2026年11月20日 14:05, or 20 Nov 2026 14:05. */
export function timeWords(time: string | Date): string {
  const { hour, minute } = parts(time);
  return `${dateWords(time)} ${hour}:${minute}`;
}

const STEPS = [
  [60, 'minute', 60],
  [24, 'hour', 3600],
  [Infinity, 'day', 86_400],
] as const;

/** 3 小时前: how long ago something happened. */
export function agoWords(time: string | Date, now = Date.now()): string {
  const seconds = Math.max(0, (now - new Date(time).getTime()) / 1000);
  const relative = new Intl.RelativeTimeFormat(language() === 'zh' ? 'zh-CN' : 'en', { numeric: 'auto' });
  const [, unit, size] = STEPS.find(([most, , size]) => seconds / size < most)!;
  return relative.format(-Math.floor(seconds / size), unit);
}

/** The day in the offices' zone as `2026-11-20`, by this machine's clock. */
export function dayHere(now: Date = new Date()): string {
  return new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** 周五, or Fri: of a day such as `2026-11-20`. */
export function weekdayWords(day: string): string {
  return new Intl.DateTimeFormat(language() === 'zh' ? 'zh-CN' : 'en-GB', { timeZone: 'UTC', weekday: 'short' }).format(new Date(day));
}
