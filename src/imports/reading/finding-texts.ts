import type { ElementCode, Message } from '../../content/index.js';

/** What a message names; text of the file only as far as the compiler sees it in the file anyway. */
export type Parameters = Readonly<Record<string, string>>;
type Text = (parameters: Parameters) => Message;

type ElementFinding = `missing.${ElementCode}` | `unreadable.${ElementCode}`;
export type FindingCode = keyof typeof TEXTS | ElementFinding;

const TEXTS = {
  'repair.rightShift': () => ({
    zh: '本行自“公开内容”起整体右移了一列，已左移还原。',
    en: 'From the content on, this row stands one column too far right; it was moved back.',
  }),
  'repair.fourthLevel': ({ level }) => ({
    zh: `“${level}”作为四级事项。`,
    en: `“${level}” is the fourth level.`,
  }),
  'repair.lostBlank': () => ({
    zh: '右移时丢失了一个空白单元格：还原后公开对象为“全社会”，请确认。',
    en: 'One blank cell was lost in the shift: the audience is read as the whole society; please confirm it.',
  }),
  'repair.contentFromLevel': () => ({
    zh: '公开内容写在了事项列中（合并单元格），已移回“公开内容”。',
    en: 'The content stands in a level column (merged cells); it was moved to the content column.',
  }),
  'column.absent': ({ zh, en }) => ({
    zh: `表中没有“${zh}”一列，需逐项补充。`,
    en: `The form has no column for ${en}: it has to be filled in for each item.`,
  }),
  'column.unknown': ({ header }) => ({
    zh: `未识别的列“${header}”，其内容未导入。`,
    en: `The column “${header}” is not known; what it holds was not imported.`,
  }),
  'row.header': () => ({ zh: '该行是再次出现的表头，未导入。', en: 'The header stands here again; it was not imported.' }),
  'row.remark': () => ({
    zh: '该行是标题或说明文字，不是事项，未导入。',
    en: 'This row is a title or a note, no item; it was not imported.',
  }),
  'cell.hidden': () => ({
    zh: '源文件中该处被隐藏，请核对是否应导入。',
    en: 'The source hides this place: check that it should be imported.',
  }),
  'text.invisible': () => ({
    zh: '文字中含有不可见字符，已去除。',
    en: 'The text held characters that cannot be seen; they were removed.',
  }),
  'path.gap': () => ({
    zh: '事项层级不连续，空缺的一级已略去。',
    en: 'The path skips a level; the gap was closed.',
  }),
  'item.duplicate': ({ row }) => ({
    zh: `与第${row}行的事项和内容完全相同。`,
    en: `Path and content are the same as in row ${row}.`,
  }),
  'bases.ordinals': ({ ordinals }) => ({
    zh: `依据的编号不连续：${ordinals}。`,
    en: `The bases are not numbered in sequence: ${ordinals}.`,
  }),
  'bases.noBookMarks': () => ({
    zh: '依据名称缺少书名号《》。',
    en: 'The title of the basis lacks its 《》.',
  }),
  'bases.articleMissing': () => ({
    zh: '引用了条文内容，但没有写明第几条。',
    en: 'Words of an article are quoted, but not which article.',
  }),
  'bases.trailingMark': () => ({
    zh: '依据末尾有多余的分号。',
    en: 'The bases end with a surplus semicolon.',
  }),
  'bases.decreeNumber': ({ title, known }) => ({
    zh: `${title}为国务院令第${known}号，请核对文号。`,
    en: `${title} is Decree No. ${known} of the State Council: check the number.`,
  }),
  'bases.reportArticle': () => ({
    zh: '年度报告应当包括的内容见条例第五十条，第四十九条规定的是公布期限，请核对。',
    en: 'The contents of the annual report are in article 50 of the Regulation; article 49 sets the dates. Please check.',
  }),
  'clauses.unaligned': () => ({
    zh: '条款内容无法与依据一一对应，已归入第一项依据，请核对。',
    en: 'The clauses cannot be matched with the bases; they stand with the first one. Please check.',
  }),
  'effectLevel.unknown': ({ wording }) => ({
    zh: `“${wording}”不是效力位阶，请选择。`,
    en: `“${wording}” is no effect level: please choose one.`,
  }),
  'effectLevel.unaligned': () => ({
    zh: '效力位阶与依据的数目不一致，请核对。',
    en: 'There are not as many effect levels as bases: please check.',
  }),
  'timeLimit.unread': () => ({
    zh: '公开时限无法识别，需人工填写或确认。',
    en: 'The time limit is not understood: somebody must fill it in or confirm it.',
  }),
  'timeLimit.beyondStatute': ({ days }) => ({
    zh: `时限为${days}个工作日，超过条例第二十六条规定的20个工作日。`,
    en: `${days} working days are longer than the 20 of article 26 of the Regulation.`,
  }),
  'timeLimit.resultOfAnother': () => ({
    zh: '沿用的时限自“结果作出”起算，但本事项不是结果，请核对。',
    en: 'The inherited limit runs from a result, but this item is no result: please check.',
  }),
  'channels.unknown': ({ name }) => ({
    zh: `未识别的公开渠道“${name}”，暂记为“其他”。`,
    en: `The channel “${name}” is not known; it was recorded as other.`,
  }),
  'channels.otherWithoutNote': () => ({
    zh: '勾选了“其他”渠道，但没有说明是什么。',
    en: 'The channel “other” is ticked without saying which.',
  }),
  'audience.groupMissing': () => ({
    zh: '公开对象为特定群体，但没有写明是哪些群体。',
    en: 'The audience is a specific group, but it is not named.',
  }),
  'audience.both': () => ({
    zh: '“全社会”和“特定群体”都已勾选，请选择其一。',
    en: 'Both the whole society and a specific group are ticked: please choose.',
  }),
  'responsibleOffice.blank': () => ({ zh: '责任处室为空。', en: 'The responsible office is blank.' }),
} as const satisfies Record<string, Text>;

const missingText: Text = ({ zh, en }) => ({ zh: `缺少${zh}。`, en: `Missing: ${en}.` });
const unreadableText: Text = ({ zh, en }) => ({ zh: `${zh}的写法无法识别，请填写。`, en: `Not understood, please fill in: ${en}.` });

/** The message of a finding. */
export function findingText(code: FindingCode, parameters: Parameters = {}): Message {
  if (isText(code)) return TEXTS[code](parameters);
  return code.startsWith('missing.') ? missingText(parameters) : unreadableText(parameters);
}

function isText(code: FindingCode): code is keyof typeof TEXTS {
  return Object.hasOwn(TEXTS, code);
}
