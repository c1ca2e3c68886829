import type { Message } from '../../content/index.js';

/** Every reason for which a file is refused as a whole: HTTP status and text. Nothing of a refused file is kept. */
const REFUSALS = {
  'import.empty': [422, '文件是空的。', 'The file is empty.'],
  'import.tooLarge': [413, '文件超过允许的大小。', 'The file is larger than allowed.'],
  'import.unsupportedType': [
    415,
    '不支持这种文件，请另存为 xlsx、xls、docx、html 或制表符分隔的文本后再导入。',
    'Files of this kind cannot be read: save it as xlsx, xls, docx, html or tab-separated text.',
  ],
  'import.notWhatItClaims': [
    415,
    '文件内容与扩展名不符，请改正扩展名或另存后再导入。',
    'The content of the file is not what its name says: correct the name or save it again.',
  ],
  'import.unreadableText': [
    415,
    '文本的编码无法识别（支持 UTF-8、UTF-16、GB18030）。',
    'The encoding of the text is not recognised (UTF-8, UTF-16 and GB18030 are).',
  ],
  'import.encrypted': [
    422,
    '文件有密码或已加密，请去除密码后再导入。',
    'The file is encrypted or protected by a password: remove it and try again.',
  ],
  'import.broken': [400, '文件已损坏，无法读取。', 'The file is damaged and cannot be read.'],
  'import.entities': [
    400,
    '文件含有文档类型或实体声明，出于安全不予读取。',
    'The file declares a document type or entities; it is not read, for safety.',
  ],
  'import.archiveBomb': [413, '压缩包解开后过大或部件过多，不予读取。', 'The archive inflates to too much, or has too many parts.'],
  'import.tooManyRows': [
    413,
    '表格行数过多（空行也计算在内），请删除多余的行后再导入。',
    'The table has too many rows, empty ones included: delete the surplus and try again.',
  ],
  'import.tooManyColumns': [
    413,
    '表格列数过多，请删除多余的列后再导入。',
    'The table has too many columns: delete the surplus and try again.',
  ],
  'import.cellTooLong': [413, '有单元格的文字过长。', 'A cell holds more text than allowed.'],
  'import.tooCostly': [
    413,
    '读取该文件所需的时间或内存超过限度，已中止。',
    'Reading the file takes more time or memory than allowed; it was stopped.',
  ],
  'import.noHeader': [
    422,
    '没有找到可识别的表头，请核对是否为主动公开事项目录。',
    'No header was recognised: is this a catalogue of proactive disclosure?',
  ],
  'import.noRows': [422, '表头下没有事项。', 'There are no items below the header.'],
  'import.busy': [503, '正在读取其他文件，请稍后再试。', 'Other files are being read: try again in a moment.'],
} as const satisfies Record<string, readonly [number, string, string]>;

export type RefusalCode = keyof typeof REFUSALS;

/** A file that is not read. Becomes a problem document `{status, code, message}`; `detail` names the place, never the content. */
export class ImportRefusal extends Error {
  readonly status: number;
  readonly text: Message;

  constructor(
    readonly code: RefusalCode,
    readonly detail?: string,
  ) {
    const [status, zh, en] = REFUSALS[code];
    super(detail ? `${code}: ${detail}` : code);
    this.name = 'ImportRefusal';
    this.status = status;
    this.text = { zh, en };
  }
}

/** True for a code of the table above: what a child reports is checked before it is believed. */
export function isRefusalCode(code: unknown): code is RefusalCode {
  return typeof code === 'string' && Object.hasOwn(REFUSALS, code);
}
