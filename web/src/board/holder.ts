import { roleName } from '../i18n/terms';
import { t } from './messages';
import type { ObligationRow } from './progress';

/** Who has to do the next step, by role and name; a dash once nobody has. */
export function holderWords(holder: ObligationRow['holder']): string {
  if (!holder) return t('none');
  if (holder.role === 'system') return t('list.clock');
  const role = roleName(holder.role);
  return holder.people.length ? t('list.who', { role, people: holder.people.join('、') }) : t('list.nobody', { role });
}
