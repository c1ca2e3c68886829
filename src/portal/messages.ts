import { fill, registerMessages, type Language, type Message, type MessageParameters } from '../platform/problems/index.js';

/** Everything the portal says by itself. What a catalogue says is never translated. */
export const MESSAGES = {
  'site.name': { zh: '主动公开事项目录', en: 'Catalogues of proactive disclosure' },
  'site.mode': { zh: '评估模式', en: 'Evaluation mode' },
  'site.modeMeans': {
    zh: '此处为试用内容，不是正式公布的信息。',
    en: 'What is shown here is a trial, not officially published information.',
  },
  'site.skip': { zh: '跳到正文', en: 'Skip to the content' },
  'site.large': { zh: '大字', en: 'Large text' },
  'site.contrast': { zh: '高对比度', en: 'High contrast' },
  'site.otherLanguage': { zh: 'English', en: '中文' },
  'site.footer': {
    zh: '目录由公布它的机关编制并负责；每一事项均先审后发、一事一审。',
    en: 'Each catalogue is compiled by the body that publishes it, which answers for it. Every item was reviewed on its own before release.',
  },
  'site.chineseOnly': { zh: '', en: 'The catalogues themselves are in Chinese.' },
  'page.home': { zh: '全部目录', en: 'All catalogues' },
  'home.lede': {
    zh: '各地各部门已公布的主动公开事项目录，按地区排列。',
    en: 'Published catalogues of proactively disclosed items, by region.',
  },
  'home.none': { zh: '还没有已公布的目录。', en: 'No catalogue has been published yet.' },
  'home.noneFound': { zh: '没有名称、机关或地区符合“{q}”的目录。', en: 'No catalogue has a title, body or region that matches “{q}”.' },
  'home.found': { zh: '名称、机关或地区符合“{q}”的目录', en: 'Catalogues whose title, body or region matches “{q}”' },
  'home.count': { zh: '{n} 份', en: '{n}' },
  'home.next': { zh: '下一页', en: 'Next page' },
  'home.all': { zh: '查看全部目录', en: 'See all catalogues' },
  'region.byCode': { zh: '行政区划 {code}', en: 'Region {code}' },
  'region.lede': { zh: '本地区及所辖地区已公布的目录。', en: 'Published catalogues of this region and those below it.' },
  'search.label': { zh: '查找目录或事项', en: 'Find a catalogue or an item' },
  'search.placeholder': { zh: '例如：教育、权责清单', en: 'For example 教育' },
  'search.items': { zh: '查事项', en: 'Find items' },
  'search.catalogues': { zh: '查目录', en: 'Find catalogues' },
  'search.title': { zh: '事项查找', en: 'Find items' },
  'search.lede': {
    zh: '在全部已公布目录的事项中查找，多个词用空格隔开。',
    en: 'Looks in the items of all published catalogues. Separate several words by spaces.',
  },
  'search.none': { zh: '没有找到含有“{q}”的事项。请减少或更换词语。', en: 'No item contains “{q}”. Try fewer or other words.' },
  'search.some': { zh: '含有“{q}”的事项：{n} 条', en: 'Items that contain “{q}”: {n}' },
  'search.more': { zh: '只显示前 {n} 条，请增加词语缩小范围。', en: 'Only the first {n} are shown. Add a word to narrow the search.' },
  'search.byCatalogue': { zh: '按名称、机关或地区查找目录', en: 'Find catalogues by title, body or region instead' },
  'catalogue.body': { zh: '公布机关', en: 'Published by' },
  'catalogue.region': { zh: '地区', en: 'Region' },
  'catalogue.version': { zh: '版本', en: 'Version' },
  'catalogue.versionNumber': { zh: '第 {n} 版', en: 'Version {n}' },
  'catalogue.published': { zh: '发布日期', en: 'Published on' },
  'catalogue.items': { zh: '事项数', en: 'Items' },
  'catalogue.itemCount': { zh: '{n} 项', en: '{n}' },
  'catalogue.data': { zh: '数据', en: 'Data' },
  'catalogue.json': { zh: 'JSON 格式', en: 'JSON' },
  'catalogue.noItems': { zh: '这份目录目前没有可公开的事项。', en: 'This catalogue shows no item at present.' },
  'catalogue.takenDownMark': { zh: '已撤下', en: 'Taken down' },
  'receipt.title': { zh: '公布凭证', en: 'Receipt of this publication' },
  'receipt.code': { zh: '凭证编号', en: 'Receipt' },
  'receipt.checkpoint': { zh: '检查点', en: 'Checkpoint' },
  'receipt.size': { zh: '{origin}，第 {size} 条', en: '{origin}, size {size}' },
  'receipt.file': { zh: '下载凭证', en: 'Download the receipt' },
  'receipt.how': {
    zh: '凭证证明本版何时公布、公布了什么，可离线核验：取得凭证和本页的 JSON 数据，连同审计员提供的公钥交给核验程序。',
    en: 'The receipt proves when this version was published and what it said. It can be verified offline: give the receipt, the JSON of this page and the public key that the auditors hand out to the verifier.',
  },
  'receipt.pending': { zh: '签发下一个检查点后生成。', en: 'It is made with the next checkpoint.' },
  'column.number': { zh: '序号', en: 'No.' },
  'column.item': { zh: '公开事项', en: 'Item' },
  'column.level1': { zh: '一级事项', en: 'Level 1' },
  'column.level2': { zh: '二级事项', en: 'Level 2' },
  'column.level3': { zh: '三级事项', en: 'Level 3' },
  'column.level4': { zh: '四级事项', en: 'Level 4' },
  'column.elements': { zh: '公开内容（要素）', en: 'What is disclosed' },
  'column.bases': { zh: '公开依据', en: 'Legal basis' },
  'column.timeLimit': { zh: '公开时限', en: 'Time limit' },
  'column.disclosingBodies': { zh: '公开主体', en: 'Disclosing body' },
  'column.category': { zh: '事项类别', en: 'Category' },
  'column.channels': { zh: '公开渠道和载体', en: 'Channels' },
  'column.audience': { zh: '公开对象', en: 'Audience' },
  'column.method': { zh: '公开方式', en: 'Method' },
  'column.publicityLevels': { zh: '公开层级', en: 'Level of disclosure' },
  'column.phases': { zh: '公开环节', en: 'Phase' },
  'column.field': { zh: '领域', en: 'Field' },
  'column.responsibleOffice': { zh: '责任处室', en: 'Office in charge' },
  'column.duty': { zh: '对应职责', en: 'Duty' },
  'with.note': { zh: '{name}（{note}）', en: '{name} ({note})' },
  'with.groups': { zh: '{name}：{groups}', en: '{name}: {groups}' },
  'list.comma': { zh: '、', en: ', ' },
  'notice.takenDown': { zh: '这份目录已撤下', en: 'This catalogue has been taken down' },
  'notice.takenDownText': {
    zh: '{body}（{region}）公布的《{title}》已被撤下，内容不再提供。重新公布后，仍在这个地址查看。',
    en: '《{title}》 of {body} ({region}) has been taken down and can no longer be read. When it is published again, it will be at this address.',
  },
  'notice.notFound': { zh: '没有找到这个页面', en: 'This page does not exist' },
  'notice.notFoundText': {
    zh: '地址可能不完整，或者目录尚未公布。',
    en: 'The address may be incomplete, or the catalogue has not been published.',
  },
  'notice.refusedText': { zh: '请稍后重试，或从全部目录开始查看。', en: 'Try again later, or start from all catalogues.' },
} as const satisfies Record<string, Message>;

export type MessageKey = keyof typeof MESSAGES;
export type Say = (key: MessageKey, parameters?: MessageParameters) => string;

export function speaker(language: Language): Say {
  return (key, parameters) => fill(MESSAGES[key][language], parameters);
}

/** Codes of the portal's problem documents. */
registerMessages({
  'catalogue.notPublished': { zh: '没有这份已公布的目录', en: 'There is no such published catalogue' },
  'catalogue.takenDown': { zh: '这份目录已撤下', en: 'This catalogue has been taken down' },
  'receipt.notYet': {
    zh: '这次公布的凭证尚未生成，请稍后再试',
    en: 'The receipt of this publication is not made yet; try again in a moment',
  },
  'region.nothingPublished': { zh: '没有这个地区已公布的目录', en: 'Nothing of such a region has been published' },
});
