import { words } from '../i18n';

export const t = words(
  'shared',
  {
    whyNot: '为什么还不能{event}？',
    ready: '条件已具备，可以{event}。',
    blockers: '涉及 {count} 项',
    more: '……另有 {count} 项',
    reason: '理由',
    reasonHint: '写明理由，办理人会看到。请勿写入涉密或需要脱敏的内容。',
    reasonMissing: '请填写理由。',
    cancel: '取消',
    confirm: '确定',
    statutory: '法定',
    other: '其他',
  },
  {
    whyNot: 'Why not “{event}” yet?',
    ready: 'Everything needed for “{event}” is there.',
    blockers: '{count} items',
    more: '… and {count} more',
    reason: 'Reason',
    reasonHint: 'Say why; whoever acts next reads it. Nothing secret and nothing to be masked belongs here.',
    reasonMissing: 'Give a reason.',
    cancel: 'Cancel',
    confirm: 'Confirm',
    statutory: 'Statutory',
    other: 'Other',
  },
);
