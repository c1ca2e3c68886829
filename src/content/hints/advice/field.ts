import { PILOT_FIELDS } from '../../../pilots/index.js';
import type { Advisor } from '../hint.js';

/** Files hold fields of their own making; they stay as they are written, and count for none of the 26. */
export const fieldUnknown: Advisor = {
  code: 'field.unknown',
  message: {
    zh: '不是26个试点领域的名称，统计时不计入任何领域，请核对',
    en: 'Not the name of one of the 26 pilot fields: it counts for none of them',
  },
  advise: ({ field }) => (field && !PILOT_FIELDS.find(field) ? [{ field: 'field', start: 0, end: field.length }] : []),
};
