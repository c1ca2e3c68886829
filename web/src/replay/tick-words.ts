import { timeWords } from '../i18n/dates';
import { whatHappened } from '../version/history/event-words';
import { t as history } from '../version/history/messages';
import { t } from './messages';
import type { Tick } from './views';

/** Events by which somebody answers for a text. */
const SIGNATURES = new Set([
  'clear',
  'withhold',
  'discloseOnApplication',
  'requireRedaction',
  'determine',
  'acceptRisk',
  'requireMitigation',
  'rejectRisk',
  'endorse',
  'approve',
]);

/** 签署可公开, 送审: what happened as a deed of somebody. */
export function deedOf(type: string): string {
  const what = whatHappened(type);
  return SIGNATURES.has(type) ? t('signed', { what }) : what;
}

/** 第 137 件 / 412，2026年11月20日 15:02，张三 签署可公开: where the slider stands, for those who listen. */
export function positionWords(seq: number, last: number, tick: Tick | undefined): string {
  if (!tick) return t('tickUnread', { seq, last });
  const who = tick.actor?.displayName ?? history('system');
  return t('tick', { seq, last, time: timeWords(tick.at), who, what: deedOf(tick.type) });
}
