import { registerMessages } from '../platform/problems/index.js';

/** What people read for the corridor's own codes. */
registerMessages({
  'state.conflict': { zh: '当前状态下不能进行此项操作', en: 'This is not possible in the present state' },
  'requirements.unmet': { zh: '条件尚未满足', en: 'Requirements are not met' },
  'event.unknown': { zh: '没有这种操作', en: 'There is no such event' },
  'version.stale': { zh: '版本已有新的变化，请刷新后重试', en: 'The version has changed since you read it; refresh and try again' },
  'version.contended': {
    zh: '同时操作的人较多，请稍后重试，未作任何更改',
    en: 'Others act on the same version; nothing was changed, try again',
  },
  'text.stale': { zh: '文本已不是您所见的内容，请重新阅读后再操作', en: 'The text is no longer the one that you saw; read it again' },
  'text.sealed': { zh: '该事项已提请确定，内容封存', en: 'The item is referred and its text is sealed' },
  'text.purged': { zh: '该内容已依法清除，不能再次使用', en: 'The text has been purged and cannot be used again' },
  'purge.proposedAlready': { zh: '该内容已有待确认的清除', en: 'The text has been proposed to be purged; that proposal waits' },
  'precondition.contentHash': {
    zh: '缺少 contentHash（您所见文本的摘要）',
    en: 'contentHash, the hash of the text that you saw, is missing',
  },
  'appointment.changed': { zh: '您的任职刚刚发生变化，请刷新后重试', en: 'Your appointment has just changed; refresh and try again' },
  'import.confirmed': { zh: '该导入已经确认过', en: 'The import has been confirmed already' },
  'place.absent': {
    zh: '目标位置的事项不在本版本中，请刷新后重试',
    en: 'The item to stand behind is not in this version; refresh and try again',
  },
  'proposal.unsound': { zh: '建议的文字不能采用', en: 'The proposed wording cannot be used' },
  'moment.beforeFirst': { zh: '当时尚未有此版本的任何记录', en: 'There was no record of it yet at that moment' },
  'publishAt.past': { zh: '发布时间须晚于现在', en: 'The time of publication must lie in the future' },
  'profile.unknown': { zh: '没有这种目录规范', en: 'There is no such profile' },
});
