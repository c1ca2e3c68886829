import { eventName, roleName } from '../../i18n/terms';
import { t } from './messages';

const OTHERS: Readonly<Record<string, () => string>> = {
  'import.read': () => t('importRead'),
  'import.confirmed': () => t('importConfirmed'),
  'hint.dismissed': () => t('hintDismissed'),
  'items.arranged': () => t('itemsArranged'),
  'machine.migrated': () => t('machineMigrated'),
  'text.purged': () => t('textPurged'),
};

/** What happened, by the type of an event of the log. */
export function whatHappened(type: string): string {
  return OTHERS[type]?.() ?? eventName(type);
}

/** Who did it, in which roles; nobody is the system. */
export function whoDid(actor: { readonly displayName: string } | null, roles: readonly string[]): string {
  return actor ? t('who', { name: actor.displayName, roles: roles.map(roleName).join('、') }) : t('system');
}
