import { newText } from '../../src/catalogues/text.js';
import { applyConstants, canonicalJson, parseTimeLimit, type Category, type ItemContent } from '../../src/content/index.js';
import type { Profile } from '../../src/profiles/index.js';

/** The notice that the territory's task comes from (domain.md §2). */
export const TASK = canonicalJson({
  number: '内政数字〔2024〕128号',
  requirements: ['逐项确定公开内容（要素）、依据、时限、主体和渠道', '逐项进行保密审查和风险评估', '经部门主要负责人批准后公布'],
  text: '各部门编制本单位主动公开事项目录，经审查、评估、批准后向社会公布。',
  title: '关于做好主动公开事项目录编制的通知',
});

/** What goes with a return, a withholding, a reopening. */
export const REASON = canonicalJson({ reason: '按照上级要求办理' });

/** The departments of a region by their field; those with a star are 委员会. The first ones exist at every level. */
const FIELDS =
  '教育 *发展和改革 *民族事务 *卫生健康 科学技术 工业和信息化 公安 民政 司法 财政 人力资源和社会保障 自然资源 生态环境 住房和城乡建设 交通运输 水利 农牧 商务 文化和旅游 ' +
  '退役军人事务 应急管理 审计 市场监督管理 统计 医疗保障 政务服务与数据管理 林业和草原 体育 信访 能源 乡村振兴 机关事务管理 粮食和物资储备 *国有资产监督管理 人民防空 地方金融管理 国防动员 ' +
  '外事 广播电视 城市管理 档案管理 地震 气象 药品监督管理 知识产权 *地方志编纂 园林绿化 供销合作 住房公积金管理 公共资源交易管理 投资促进 口岸管理 海关协调 铁路建设 民航发展 疾病预防控制 老龄工作 侨务 参事 文物';

/** The names of departments without their region's: above, in the autonomous region, and below. */
export const DEPARTMENTS = FIELDS.split(' ').map((field, index) =>
  field.startsWith('*')
    ? { k: index + 1, above: `${field.slice(1)}委员会`, below: `${field.slice(1)}委员会` }
    : { k: index + 1, above: `${field}厅`, below: `${field}局` },
);

interface Kind {
  readonly path: readonly string[];
  readonly elements: readonly string[];
  readonly law: string;
  readonly article: string;
  readonly words: string;
  readonly limit: string;
}

const KINDS: readonly Kind[] = [
  {
    path: ['政策文件', '规范性文件', '〔〕'],
    elements: ['文件标题、文号和全文', '解读材料', '有效性说明'],
    law: '《中华人民共和国政府信息公开条例》',
    article: '第二十条',
    words: '行政机关应当依照本条例第十九条的规定，主动公开本行政机关的下列政府信息：（一）行政法规、规章和规范性文件',
    limit: '自该信息形成或者变更之日起20个工作日内',
  },
  {
    path: ['行政许可', '〔〕'],
    elements: ['办理依据、条件和程序', '申请材料目录', '办理结果'],
    law: '《中华人民共和国行政许可法》',
    article: '第三十条',
    words:
      '行政机关应当将法律、法规、规章规定的有关行政许可的事项、依据、条件、数量、程序、期限以及需要提交的全部材料的目录等在办公场所公示',
    limit: '自作出行政决定之日起7个工作日内',
  },
  {
    path: ['财政资金', '部门预算决算', '〔〕'],
    elements: ['收支总体情况表', '财政拨款收支情况表', '三公经费说明'],
    law: '《中华人民共和国预算法》',
    article: '第十四条',
    words: '经本级政府财政部门批复的部门预算、决算及报表，应当在批复后二十日内由各部门向社会公开',
    limit: '自该信息形成或者变更之日起20个工作日内',
  },
  {
    path: ['重大建设项目', '〔〕'],
    elements: ['批准结果信息', '招标投标信息', '竣工有关信息'],
    law: '《中华人民共和国招标投标法》',
    article: '第四十五条',
    words: '中标人确定后，招标人应当向中标人发出中标通知书，并同时将中标结果通知所有未中标的投标人',
    limit: '实时更新',
  },
];

function contentOf({ path, elements, law, article, words, limit }: Kind, category: Category): ItemContent {
  return {
    path,
    elements,
    bases: [{ title: law, effectLevel: { code: 'LAW', raw: '法律' }, clauses: [{ article, text: words }] }],
    timeLimit: { text: limit, rule: parseTimeLimit(limit) },
    disclosingBodies: [{ text: '本部门' }],
    category,
    channels: [{ code: 'WEBSITE' }, { code: 'READING_POINT' }],
    audience: { kind: 'PUBLIC' },
    method: null,
    responsibleOffice: '办公室',
    duty: `依职责办理〔〕`,
  };
}

/** Complete texts with 〔〕 for the item's name, as they would be stored: those with odd numbers are 其他公开. */
export function templates(profile: Profile): { k: number; category: Category; bytes: string; findings: object }[] {
  return KINDS.flatMap((kind, index) =>
    (['STATUTORY', 'OTHER'] as const).map((category, other) => {
      const { bytes, findings } = newText(applyConstants(contentOf(kind, category), profile), null, profile);
      return { k: 2 * index + other, category, bytes, findings };
    }),
  );
}
