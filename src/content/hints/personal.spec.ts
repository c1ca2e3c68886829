import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isCreditCode } from './credit-code.js';
import { fold } from './fold.js';
import { personalDataIn, TEXT_DETECTORS } from './index.js';
import { hasLuhnChecksum } from './personal/bank-card.js';
import { hasIdCardChecksum } from './personal/id-card.js';

const hits = (text: string) =>
  personalDataIn(text).map(({ code, start, end }) => `${code.replace('personal.', '')} ${text.slice(start, end)}`);
const found = (code: string, text: string) => TEXT_DETECTORS.find((detector) => detector.code === code)!.find(fold(text));
const notice = (name: string) => readFileSync(join(__dirname, '../../../test/fixtures/source', name), 'utf8');

describe('personal data', () => {
  it.each<[string, string[]]>([
    // checksums computed for invented people
    ['身份证号11010519491231002X，', ['idCard 11010519491231002X']],
    ['身份证号：110105 19491231 002x', ['idCard 110105 19491231 002x']],
    ['１１０１０５１９４９１２３１００２Ｘ', ['idCard １１０１０５１９４９１２３１００２Ｘ']],
    ['电话13800138000。', ['mobile 13800138000']],
    ['+86 138-0013-8000', ['mobile +86 138-0013-8000']],
    ['0475-8837062、（0475）8837062', ['landline 0475-8837062', 'landline （0475）8837062']],
    ['传真: 883 7062', ['landline 883 7062']],
    ['卡号 6222 0200 0000 0000 000', ['bankCard 6222 0200 0000 0000 000']],
    ['4111111111111111', ['bankCard 4111111111111111']],
    ['信箱 ab.c-1@edu.example.cn 为准', ['email ab.c-1@edu.example.cn']],
    ['车牌蒙A·12345', ['plate 蒙A·12345']],
    ['新能源车蒙AD12345', ['plate 蒙AD12345']],
    ['姓名：欧阳某某，性别女', ['name 欧阳某某']],
    ['住呼和浩特市新城区中山东路12号院3号楼2单元501室，', ['address 住呼和浩特市新城区中山东路12号院3号楼2单元501室']],
    ['正蓝旗上都镇某某嘎查三组', ['address 正蓝旗上都镇某某嘎查三组']],
  ])('is found in %s', (text, expected) => {
    expect(hits(text)).toEqual(expected);
  });

  it('is found in the notice of 通辽市, which names its contact (通政公办字〔2021〕1号)', () => {
    const sentence = '典型经验做法、存在问题和意见建议。联系人：代冬冬，联系电话：8837062，电子邮箱：tlzgwkb414@163.com。';
    expect(hits(sentence)).toEqual(['name 代冬冬', 'landline 8837062', 'email tlzgwkb414@163.com']);
  });

  it('is not seen where there is none', () => {
    for (const name of ['changzhi-catalogue.txt', 'neimenggu-2024-128.txt']) expect(hits(notice(name))).toEqual([]);
    for (const text of [
      '11010519491231002',
      '110105194912310021',
      '4111111111111112',
      '晋政办发〔2018〕79号',
      '国办发〔2018〕118号',
      'DB15/T 2089-2021',
      '2020-08-12至2021-10-31',
      '统一社会信用代码91350100M000100Y43',
      '电话调查2019-2021年',
      '解决我村12户困难家庭',
      '市政务服务中心一楼3号窗口',
      '公开联系人、联系电话、电子邮箱和办公地址',
      '第二十条第三项',
      '12345热线',
      '本市5号文件',
    ])
      expect(hits(text)).toEqual([]);
  });

  it('comes with a masked form', () => {
    const suggestion = (code: string, text: string) => found(code, text)[0]?.suggestion;
    expect(suggestion('personal.mobile', '+86 13812341234')).toBe('138****1234');
    expect(suggestion('personal.idCard', '11010519491231002X')).toBe('11*************02X');
    expect(suggestion('personal.bankCard', '4111111111111111')).toBe('4111 **** **** 1111');
    expect(suggestion('personal.email', 'abc@edu.example.cn')).toBe('a***@edu.example.cn');
    expect(suggestion('personal.name', '联系人：代某某')).toBe('代**');
    expect(suggestion('personal.plate', '蒙A12345')).toBe('蒙A*****');
  });
});

describe('check digits', () => {
  it('of identity numbers', () => {
    expect(hasIdCardChecksum('11010519491231002X')).toBe(true);
    for (let i = 0; i < 10; i += 1) expect(hasIdCardChecksum(`11010519491231002${i}`)).toBe(false);
    expect(found('personal.idCardMistyped', '110105194912310021')).toHaveLength(1);
    expect(found('personal.idCardMistyped', '11010519491231002X')).toHaveLength(0);
  });

  it('of cards', () => {
    expect(['4111111111111111', '5500005555555559', '6011000990139424'].every(hasLuhnChecksum)).toBe(true);
    expect(hasLuhnChecksum('4111111111111112')).toBe(false);
  });

  it('of credit codes, which are no personal data', () => {
    expect(isCreditCode('91350100M000100Y43')).toBe(true);
    expect(isCreditCode('91350100M000100Y44')).toBe(false);
    expect(isCreditCode('21350100M000100Y43')).toBe(false);
    expect(isCreditCode('91350100M000100Y4I')).toBe(false);
  });
});

describe('other wording', () => {
  it('that marks secret or damaged text only advises', () => {
    expect(found('wording.secrecy', '★绝密★ 工作秘密；内部资料')).toHaveLength(3);
    expect(found('wording.secrecy', '商业秘密、保守国家秘密法')).toHaveLength(0);
    expect(found('wording.unreadable', 'a\ue000\ue001b\ufffd')).toHaveLength(2);
    expect(TEXT_DETECTORS.filter((detector) => detector.kind === 'advice').map((detector) => detector.code)).toEqual([
      'personal.idCardMistyped',
      'wording.secrecy',
      'wording.unreadable',
    ]);
  });
});

/** The best of three: another process may hold the machine, a bad pattern is slow every time. */
const bestTime = (run: () => void): number =>
  Math.min(
    ...[1, 2, 3].map(() => {
      const started = performance.now();
      run();
      return performance.now() - started;
    }),
  );

describe('a hostile text of 100 KB', () => {
  const SIZE = 100_000;
  /** Milliseconds. One that goes over the text again for each character takes seconds; a busy machine does not make that of a few. */
  const BLOWN_UP = 500;
  const seeds = [
    '1',
    '0',
    'a',
    'a.',
    'a@',
    '@a',
    'a@b',
    '.',
    '-',
    ' ',
    '路1号',
    '市路1号',
    '旗',
    '电话',
    '电话：',
    '联系人：',
    '联系人:一',
    '蒙A',
    '蒙A1',
    '1 ',
    '1-',
    '13',
    '6222 ',
    '110105',
    '密',
    '秘密',
    '(047)',
    '一',
    '村一',
    '1949-',
  ];
  const texts = [
    ...seeds.map((seed) => seed.repeat(Math.ceil(SIZE / seed.length))),
    `${'a'.repeat(SIZE / 2)}@${'b'.repeat(SIZE / 2)}`,
    `a@${'b.'.repeat(SIZE / 2)}!`,
    `联系人：${'一'.repeat(SIZE)}·`,
  ];

  it.each(TEXT_DETECTORS.map((detector) => [detector.code, detector] as const))('costs %s no more than its length', (_, detector) => {
    for (const text of texts) {
      expect({ text: text.slice(0, 8), slow: bestTime(() => detector.find(text)) >= BLOWN_UP }).toEqual({
        text: text.slice(0, 8),
        slow: false,
      });
    }
  });
});
