import type { components } from '../api/schema';
import { t } from './messages';

type Rule = components['schemas']['TimeLimitRuleView'];

/** What a time limit was read as, in words. */
export function ruleWords(rule: Rule): string {
  switch (rule.kind) {
    case 'WORKDAYS_AFTER':
      return t('rule.after', { days: Number(rule['days']), event: t(`rule.${rule['event'] as 'FORMED'}`) });
    case 'ANNUAL':
      return t('rule.ANNUAL', { month: Number(rule['month']), day: Number(rule['day']) });
    case 'WITH_POLICY':
      return rule['withinDays'] === null ? t('rule.WITH_POLICY') : t('rule.withinDays', { days: Number(rule['withinDays']) });
    case 'COMPOUND': {
      const exceptions = rule['exceptions'] as readonly { readonly subject: string; readonly rule: Rule }[];
      const others = exceptions.map((one) => t('rule.exception', { subject: one.subject, rule: ruleWords(one.rule) }));
      return [ruleWords(rule['main'] as Rule), ...others].join('；');
    }
    case 'UNPARSED':
      return t('unread');
    default:
      return t(`rule.${rule.kind as 'REALTIME'}`);
  }
}
