import { holds } from '../session/session';
import { t } from './messages';

interface Tab {
  readonly to: string;
  readonly text: () => string;
  readonly shown: () => boolean;
}

const auditors = () => holds('auditor');

/** The pages of those who audit, in the order of their tabs. Audit administrators look at who looked, and at the installation. */
export const TABS: readonly Tab[] = [
  { to: '/audit/decisions', text: () => t('tabs.decisions'), shown: auditors },
  { to: '/audit/withheld', text: () => t('tabs.withheld'), shown: auditors },
  { to: '/audit/ratio', text: () => t('tabs.ratio'), shown: auditors },
  { to: '/audit/pace', text: () => t('tabs.pace'), shown: auditors },
  { to: '/audit/samples', text: () => t('tabs.samples'), shown: auditors },
  { to: '/audit/packages', text: () => t('tabs.packages'), shown: auditors },
  { to: '/audit/reads', text: () => t('tabs.reads'), shown: () => holds('auditAdministrator') },
  { to: '/audit/system', text: () => t('tabs.system'), shown: () => holds('auditAdministrator') },
];

/** Where somebody begins. */
export const firstTab = (): string => TABS.find(({ shown }) => shown())?.to ?? TABS[0]!.to;
