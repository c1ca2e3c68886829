import type { EffectLevelCode } from '../../codes.js';
import type { Advisor } from '../hint.js';

const LEGISLATION: readonly EffectLevelCode[] = ['LAW', 'ADMIN_REGULATION', 'LOCAL_REGULATION', 'DEPT_RULE', 'LOCAL_GOV_RULE'];

/** Rule 8: a statutory item names its basis. */
export const statutoryWithoutBasis: Advisor = {
  code: 'category.statutoryWithoutBasis',
  message: { zh: '法定公开事项应有公开依据', en: 'A statutory item names its basis' },
  advise: ({ category, bases }) => (category === 'STATUTORY' && bases.length === 0 ? [{ field: 'category' }] : []),
};

/** The highest effect level hints at the category; a person decides. */
export const maybeStatutory: Advisor = {
  code: 'category.maybeStatutory',
  message: {
    zh: '依据中有法律、法规或规章，请核对是否属于法定公开事项',
    en: 'A law, regulation or rule is among the bases: is the item statutory?',
  },
  advise: ({ category, bases }) =>
    category === 'OTHER' && bases.some(({ effectLevel }) => effectLevel && LEGISLATION.includes(effectLevel.code))
      ? [{ field: 'category' }]
      : [],
};

/** Every catalogue expects the government website among the channels. */
export const noWebsite: Advisor = {
  code: 'channels.noWebsite',
  message: { zh: '公开渠道未包含政府网站', en: 'The government website is not among the channels' },
  advise: ({ channels }) => (channels.length > 0 && !channels.some(({ code }) => code === 'WEBSITE') ? [{ field: 'channels' }] : []),
};

/** Left blank in the notice's own filled example, so it only advises. */
export const officeBlank: Advisor = {
  code: 'responsibleOffice.blank',
  message: { zh: '责任处室未填写', en: 'The responsible office is blank' },
  advise: ({ responsibleOffice }, { columns }) =>
    columns.some(({ key }) => key === 'responsibleOffice') && !responsibleOffice ? [{ field: 'responsibleOffice' }] : [],
};

export const methodDiffers: Advisor = {
  code: 'method.differs',
  message: {
    zh: '本目录为主动公开事项目录，公开方式与之不符',
    en: 'This is a catalogue of proactive disclosure; the method says otherwise',
  },
  advise: ({ method }, { constants }) =>
    method !== null && constants.method !== undefined && method !== constants.method ? [{ field: 'method' }] : [],
};
