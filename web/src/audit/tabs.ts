import { t } from './messages';

/** The pages of an auditor, in the order of their tabs. */
export const TABS: readonly { readonly to: string; readonly text: () => string }[] = [
  { to: '/audit/decisions', text: () => t('tabs.decisions') },
  { to: '/audit/withheld', text: () => t('tabs.withheld') },
  { to: '/audit/ratio', text: () => t('tabs.ratio') },
  { to: '/audit/pace', text: () => t('tabs.pace') },
];
