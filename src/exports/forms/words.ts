import { ROLE_LABELS } from '../../access/index.js';
import { AUDIENCE_NAMES, CATEGORY_NAMES, type ItemContent } from '../../content/index.js';
import { fill, type MessageParameters } from '../../platform/problems/index.js';
import { GROUNDS } from '../../profiles/index.js';
import { channelText } from '../table/cell-text.js';
import { DECISION_NAMES, PAPER, type PaperKey } from '../messages.js';
import type { Signature, Signed } from '../reads/signatures.reads.js';

/** A text of the papers with its parameters. */
export const say = (key: PaperKey, parameters?: MessageParameters): string => fill(PAPER[key], parameters);

const CLOCK = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** 2026年11月20日 09:05, in the time of the country. */
export function moment(at: Date): string {
  const parts = Object.fromEntries(CLOCK.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${parts.year}年${parts.month}月${parts.day}日 ${parts.hour}:${parts.minute}`;
}

/** 2026年11月20日 of a date written 2026-11-20. */
export function day(date: string): string {
  const [year, month, dayOfMonth] = date.split('-').map(Number);
  return `${year}年${month}月${dayOfMonth}日`;
}

/** The first twelve digits of a hash: enough to compare by eye. */
export const shortHash = (hash: string): string => hash.slice(0, 12);

export const pathText = (content: Pick<ItemContent, 'path'>): string => content.path.join(' / ');

export const categoryText = (content: ItemContent): string => (content.category ? CATEGORY_NAMES[content.category].zh : say('blank'));

export const channelsText = (content: ItemContent): string => content.channels.map(channelText).join('、') || say('blank');

export function audienceText({ audience }: ItemContent): string {
  if (!audience) return say('blank');
  return [AUDIENCE_NAMES[audience.kind].zh, audience.groups?.join('、')].filter(Boolean).join('：');
}

/** 张三（代 李四）. */
export function signerName({ name, behalf }: Pick<Signed, 'name' | 'behalf'>): string {
  if (name === null) return say('system');
  return behalf ? say('behalf', { name, principal: behalf }) : name;
}

/** The name with the role in which somebody signed. */
export function signer(signed: Signed): string {
  const role = signed.roles.map((code) => ROLE_LABELS[code].zh).join('、');
  return [signerName(signed), role].filter(Boolean).join('\n');
}

/** 属于国家秘密（条例第十四条）. */
export function groundText(code: string | null): string {
  const ground = code && Object.hasOwn(GROUNDS, code) ? GROUNDS[code as keyof typeof GROUNDS] : null;
  return ground ? `${ground.name.zh}（${ground.citation}）` : (code ?? '');
}

/** What a decision says by itself, without its words. */
export function decisionName({ type, outcome }: Pick<Signature, 'type' | 'outcome'>): string {
  if (type === 'determine') return outcome === 'open' ? '经确定可以公开' : '经确定不予公开';
  return DECISION_NAMES[type] ?? type;
}

/** Reason and opinion as they were written. */
export function spoken(signed: Signed): string {
  return [signed.words?.reason, signed.words?.opinion].filter(Boolean).join('\n');
}

/** Ground, document number, date of the next look, and the words: why a decision says what it says. */
export function because(signature: Signature): string {
  const { ground, documentNumber, reviewOn } = signature;
  return [
    groundText(ground),
    documentNumber && say('document', { number: documentNumber }),
    reviewOn && say('reviewOn', { date: day(reviewOn) }),
    spoken(signature),
  ]
    .filter(Boolean)
    .join('\n');
}
