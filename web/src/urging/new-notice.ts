import { t } from './messages';
import type { Addressee, NewNotice } from './urging';

/** The form of a notice as it is typed. */
export interface NoticeForm {
  number: string;
  title: string;
  text: string;
  /** One a line. */
  requirements: string;
  /** By which of the two the deadline is said. */
  due: 'days' | 'day';
  workingDays: number;
  dueOn: string;
}

/** Working days that a body is given unless somebody says otherwise. */
const USUAL_DAYS = 10;
const OPEN: ReadonlySet<string> = new Set(['open', 'overdue']);

/** What is known already: which task is not done. The rest is for the office to say. */
export function suggested({ obligation }: Pick<Addressee, 'obligation'>, today: string): NoticeForm {
  const form: NoticeForm = { number: '', title: '', text: '', requirements: '', due: 'days', workingDays: USUAL_DAYS, dueOn: '' };
  if (!obligation) return form;
  const { title, dueOn, state } = obligation;
  const text = OPEN.has(state) ? t(dueOn !== null && dueOn < today ? 'suggest.overdue' : 'suggest.open') : '';
  return { ...form, title: t('suggest.title', { title }), text };
}

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Whether it can be sent, as far as the browser can tell. */
export function complete({ title, text, due, workingDays, dueOn }: NoticeForm, today: string): boolean {
  return Boolean(title.trim() && text.trim()) && (due === 'days' ? workingDays >= 1 : dueOn > today);
}

/** What the server takes. */
export function noticeOf(form: NoticeForm, organizationId: string, obligationId?: string): NewNotice {
  const number = form.number.trim();
  return {
    organizationId,
    ...(obligationId && { obligationId }),
    purpose: 'rectification',
    ...(number && { number }),
    title: form.title.trim(),
    text: form.text.trim(),
    requirements: linesOf(form.requirements),
    ...(form.due === 'days' ? { workingDays: form.workingDays } : { dueOn: form.dueOn }),
  };
}
