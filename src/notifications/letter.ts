import { createHash } from 'node:crypto';
import { ROLE_LABELS } from '../access/index.js';
import { fill, type Message } from '../platform/problems/index.js';
import { toldAs, type Told } from './kinds.js';
import type { Notice } from './outbox.js';

export interface Letter {
  /** The same each time that just these notices are sent. */
  readonly id: string;
  readonly subject: string;
  readonly text: string;
}

/** More than these are counted only. */
const SHOWN = 50;

const CLOSING = '本邮件由系统自动发出，请勿回复。可在“通知设置”中更改邮箱和通知方式。';

/** The message in plain text: title, what is asked, in which role, until when, where to go. Nothing of an item, no reason, no person's name. */
export function letterOf(notices: readonly Notice[], origin: string): Letter {
  const [first, ...others] = notices as [Notice, ...Notice[]];
  return others.length === 0 ? { id: first.id, ...single(first, origin) } : { id: idOf(notices), ...several(notices, origin) };
}

function idOf(notices: readonly Notice[]): string {
  const ids = notices.map(({ id }) => id).sort();
  return createHash('sha256').update(ids.join()).digest('hex').slice(0, 32);
}

function single(notice: Notice, origin: string): Omit<Letter, 'id'> {
  const asked = toldAs(notice.kind)!;
  return {
    subject: `【${whatOf(asked)}】${asked.zh}：${titleOf(notice)}`,
    text: [
      `《${titleOf(notice)}》`,
      `${asked.zh}。`,
      ...standing(notice),
      `您的角色：${roleOf(notice).zh}`,
      `请登录办理：${linkOf(notice, origin)}`,
      '',
      `${asked.en}. Your role: ${roleOf(notice).en}.${notice.dueOn === null ? '' : ` Deadline: ${notice.dueOn}.`}`,
      '',
      CLOSING,
      '',
    ].join('\n'),
  };
}

function several(notices: readonly Notice[], origin: string): Omit<Letter, 'id'> {
  const count = notices.length;
  const lines = notices.slice(0, SHOWN).flatMap((notice, index) => {
    const about = [`《${titleOf(notice)}》`, ...standing(notice)].join('，');
    return [`${index + 1}. ${toldAs(notice.kind)!.zh}（${roleOf(notice).zh}）`, `   ${about}`, `   ${linkOf(notice, origin)}`, ''];
  });
  return {
    subject: `【待办提要】您有 ${count} 件事待办理`,
    text: [
      `以下 ${count} 件事轮到您办理，或请您知悉：`,
      '',
      ...lines,
      ...(count > SHOWN ? [`其余 ${count - SHOWN} 件请登录查看：${origin}/`, ''] : []),
      `${count} things await you: ${origin}/`,
      '',
      CLOSING,
      '',
    ].join('\n'),
  };
}

const linkOf = ({ kind, stream }: Notice, origin: string): string => {
  const { page } = toldAs(kind)!;
  return page === null ? `${origin}${CHECKS}` : `${origin}/${page}/${stream}`;
};

/** The page of the nightly checks. */
const CHECKS = '/checks';

function whatOf({ family, page }: Told): string {
  if (page === null) return '日志核对';
  return family === 'deadlines' ? '期限提醒' : '轮到您办理';
}

const day = (date: string): string => {
  const [year, month, dayOfMonth] = date.split('-').map(Number);
  return `${year}年${month}月${dayOfMonth}日`;
};

function standing({ body, dueOn }: Notice): string[] {
  return [...(body === null ? [] : [`单位：${body}`]), ...(dueOn === null ? [] : [`期限：${day(dueOn)}`])];
}

/** A report has no title: it is called by what it is, where, and of which time. */
const REPORTS: Readonly<Record<string, string>> = {
  quarterlyProgress: '{region}{period}进展报告',
  annualProgress: '{region}{period}进展报告',
  annualDisclosure: '{body}{period}公开报告',
};

function titleOf({ kind, title, purpose, period, region, body }: Notice): string {
  if (toldAs(kind)?.page === null) return '全部日志';
  if (title !== '') return title;
  const [year, quarter] = (period ?? '').split('-Q');
  const time = `${year}年${quarter === undefined ? '度' : `第${'一二三四'[Number(quarter) - 1]}季度`}`;
  const parameters = { region: region ?? '', body: body ?? '', period: time };
  return fill(REPORTS[purpose ?? ''] ?? '{region}{body}', parameters);
}

function roleOf({ role }: Notice): Message {
  return ROLE_LABELS[(role in ROLE_LABELS ? role : 'leadingGroupOffice') as keyof typeof ROLE_LABELS];
}
