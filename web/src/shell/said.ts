import { Problem, Unreachable } from '../api/problem';
import { t } from './messages';

/** What to tell the person at the desk about something that went wrong. */
export function said(error: unknown): string {
  if (error instanceof Problem) {
    const { title, detail, requirements = [], errors = [] } = error.document;
    const more = [...requirements.map((one) => one.message), ...errors.map((one) => one.message)];
    return [title, detail, ...more.filter((line) => line !== detail)].filter(Boolean).join(' ');
  }
  if (error instanceof Unreachable) return t('unreachable');
  return t('broken');
}
