import type { Language } from '../../platform/problems/index.js';

/** Catalogues are published on a day in China, wherever the server stands. */
const PARTS = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', year: 'numeric', month: 'numeric', day: 'numeric' });
const ENGLISH = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', dateStyle: 'long' });

/** 2026年11月20日, or 20 November 2026. @param iso a time as ISO 8601 */
export function dayOf(iso: string, language: Language): string {
  const time = new Date(iso);
  if (language === 'en') return ENGLISH.format(time);
  const part = (type: Intl.DateTimeFormatPartTypes) => PARTS.formatToParts(time).find((found) => found.type === type)?.value ?? '';
  return `${part('year')}年${part('month')}月${part('day')}日`;
}
