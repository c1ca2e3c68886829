import type { Language } from '../../i18n';

const UNITS = [
  { seconds: 86_400, zh: '天', en: 'd' },
  { seconds: 3600, zh: '小时', en: 'h' },
  { seconds: 60, zh: '分', en: 'min' },
] as const;

/** 3.2 秒, 4 分 10 秒, 2 小时 5 分, 3 天 4 小时: the two largest units. */
export function durationIn(language: Language, seconds: number): string {
  const zh = language === 'zh';
  const second = zh ? '秒' : 's';
  if (seconds < 60) return `${Math.round(seconds * 10) / 10} ${second}`;
  const whole = Math.round(seconds);
  const index = UNITS.findIndex((unit) => whole >= unit.seconds);
  const unit = UNITS[index]!;
  const below = UNITS[index + 1] ?? { seconds: 1, zh: second, en: second };
  const all = Math.round(whole / below.seconds);
  const each = unit.seconds / below.seconds;
  const rest = all % each;
  const first = `${Math.floor(all / each)} ${zh ? unit.zh : unit.en}`;
  return rest === 0 ? first : `${first} ${rest} ${zh ? below.zh : below.en}`;
}
