import { loadProfiles } from '../../../profiles/index.js';
import { readBases } from './bases.js';
import { readChannels } from './channels.js';
import { alignClauses, readClauses } from './clauses.js';
import { readEffectLevels } from './effect-levels.js';
import { readAudience, readBodies, readCategory, readElements, readMethod } from './simple.js';
import { oneLine, visible, wellFormed } from './wording.js';

const profile = loadProfiles().get('NM-2024').profile;

describe('bases', () => {
  const titles = (text: string): string[] => readBases(text).map(({ title }) => title);

  it.each([
    ['《甲法》', ['《甲法》']],
    ['1.《甲法》2.《乙条例》', ['《甲法》', '《乙条例》']],
    ['1、《甲法》；2、《乙条例》。', ['《甲法》', '《乙条例》']],
    ['1．《甲法》\n2．《乙条例》', ['《甲法》', '《乙条例》']],
    ['①《甲法》②《乙条例》', ['《甲法》', '《乙条例》']],
    ['《甲法》、《乙条例》和《丙办法》', ['《甲法》', '《乙条例》', '《丙办法》']],
    ['《甲法》第二条\n《乙条例》第三条', ['《甲法》', '《乙条例》']],
    ['《关于印发〈甲办法〉的通知》', ['《关于印发〈甲办法〉的通知》']],
    ['《关于落实《甲法》的通知》', ['《关于落实《甲法》的通知》']],
    ['1.《甲法》“1.不是另一项；2.也不是”2.《乙条例》', ['《甲法》', '《乙条例》']],
    ['关于甲的通知（国办发〔2014〕46号）', ['关于甲的通知']],
    ['', []],
  ])('%s', (text, expected) => expect(titles(text)).toEqual(expected));

  it('reads numbers of documents and decrees, several articles and paragraphs', () => {
    expect(readBases('《甲条例》（国务院令第711号）第十九条、第二十条第（三）项')).toEqual([
      {
        title: '《甲条例》',
        documentNumber: '国务院令第711号',
        clauses: [
          { article: '第十九条', text: '' },
          { article: '第二十条第（三）项', text: '' },
        ],
      },
    ]);
    expect(readBases('《乙通知》(国发[2022] 14号)')[0]).toMatchObject({ documentNumber: '国发[2022]14号' });
  });
});

describe('clauses', () => {
  const bases = [
    { ordinal: 1, title: '《甲法》' },
    { ordinal: 2, title: '《乙条例》' },
  ];
  it('stand with the basis of their heading, by title before ordinal', () => {
    const { clauses, unaligned } = alignClauses(readClauses('1.《乙条例》\n第一条 甲\n续\n2.《甲法》\n第二条乙'), bases);
    expect(clauses).toEqual([[{ article: '第二条', text: '乙' }], [{ article: '第一条', text: '甲\n续' }]]);
    expect(unaligned).toBe(false);
  });
  it('say so when no basis is theirs', () => {
    expect(alignClauses(readClauses('第一条 甲'), bases).unaligned).toBe(true);
    expect(alignClauses(readClauses('《丙》\n第一条 甲'), [{ title: '《甲法》' }]).unaligned).toBe(true);
    expect(alignClauses(readClauses('第一条 甲'), [{ title: '《甲法》' }]).unaligned).toBe(false);
  });
});

describe('effect levels', () => {
  const read = (text: string, ordinals: number[]): unknown =>
    readEffectLevels(
      text,
      ordinals.map((ordinal) => ({ ordinal })),
      profile.effectLevelAliases,
    );
  it('belong to the basis of their ordinal', () => {
    expect(read('2.法律\n1.行政法规', [1, 2])).toEqual({
      levels: [
        { code: 'ADMIN_REGULATION', raw: '行政法规' },
        { code: 'LAW', raw: '法律' },
      ],
      unknown: [],
      unaligned: false,
    });
  });
  it('are asked for when the words are none', () => {
    expect(read('法律法规', [1])).toEqual({ levels: [null], unknown: ['法律法规'], unaligned: false });
    expect(read('法律', [1, 2])).toMatchObject({ unaligned: true });
    expect(read('国家税务总局文件', [1])).toMatchObject({ levels: [{ code: 'MINISTRY_DOC', raw: '国家税务总局文件' }] });
  });
});

describe('channels', () => {
  const codes = (text: string): string =>
    readChannels(text, profile.channelAliases)
      .channels.map(({ code, note }) => (note ? `${code}:${note}` : code))
      .join(' ');
  it.each([
    ['■政府网站 ■政务新媒体', 'WEBSITE NEW_MEDIA'],
    ['□发布会/听证会   ■广播电视', 'BROADCAST'],
    ['☑政府网站☐政府公报√两微一端', 'WEBSITE NEW_MEDIA'],
    ['þ政府网站 口政府公报 þ纸质载体', 'WEBSITE PRINT'],
    ['■社区/企事业单位/村公示栏（电子屏）', 'NOTICE_BOARD'],
    ['■ 政府网站\n■政府网站', 'WEBSITE'],
    ['■其他：微信群 □精准推送', 'OTHER:微信群'],
    ['■其他______', 'OTHER'],
    ['■村口喇叭 ■窗口', 'OTHER:村口喇叭；窗口'],
    ['政府网站、两微一端', 'WEBSITE NEW_MEDIA'],
    ['□政府网站', ''],
  ])('%s', (text, expected) => expect(codes(text)).toBe(expected));
  it('are not guessed', () => {
    expect(readChannels('见附件', profile.channelAliases)).toMatchObject({ channels: [], unreadable: true });
    expect(readChannels('□政府网站', profile.channelAliases).unreadable).toBe(false);
  });
});

describe('short cells', () => {
  it('elements part at ●, and lines only where a sentence ends', () => {
    expect(readElements('●甲\n●乙，\n丙')).toEqual(['甲', '乙，丙']);
    expect(readElements('甲的内\n容；\n乙')).toEqual(['甲的内容；\n乙']);
    expect(readElements(' \n ')).toEqual([]);
  });
  it('bodies part at marks, and lines only between names', () => {
    expect(readBodies('市教育局（牵头）、市财政局')).toEqual([{ text: '市教育局', lead: true }, { text: '市财政局' }]);
    expect(readBodies('市教\n育局')).toEqual([{ text: '市教育局' }]);
    expect(readBodies('市教育局\n市财政局')).toEqual([{ text: '市教育局' }, { text: '市财政局' }]);
  });
  it('the audience is one of two, never a default', () => {
    expect(readAudience('√', '')).toEqual({ audience: { kind: 'PUBLIC' }, both: false });
    expect(readAudience('', '√ 学生家长、教师')).toEqual({ audience: { kind: 'SPECIFIC', groups: ['学生家长', '教师'] }, both: false });
    expect(readAudience('✓', '✓')).toEqual({ audience: null, both: true });
    expect(readAudience('□', '□')).toEqual({ audience: null, both: false });
  });
  it('method and category are read by the profile, or not at all', () => {
    expect(readMethod('✓', profile.methodAliases)).toBe('PROACTIVE');
    expect(readMethod('依申请公开', profile.methodAliases)).toBe('ON_APPLICATION');
    expect(readMethod('？', profile.methodAliases)).toBeNull();
    expect(readCategory('其他 公开事项', profile.categoryAliases)).toBe('OTHER');
    expect(readCategory('不详', profile.categoryAliases)).toBeNull();
  });
});

describe('characters', () => {
  it('that nobody sees are taken out, those of Mongolian words stay', () => {
    expect(visible('政\u200b务\u202e公\ufeff开\u0007')).toBe('政务公开');
    expect(visible('ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ')).toBe('ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ');
    expect(
      visible(
        Array.from({ length: 40 }, (_, i) => `甲${String.fromCharCode(0xe000 + i)}\u200b${String.fromCharCode(0x200b + i)}`).join(''),
      ),
    ).not.toMatch(/[\u200b-\u200f\u202a-\u202e]/);
    expect(wellFormed('a\ud800b\u0000')).toBe('a\ufffdb');
    expect(oneLine('公开\n 时限')).toBe('公开时限');
  });

  it('of Mongolian words stay through a cell that is too narrow for them', () => {
    expect(oneLine('ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ\nᠪᠢᠴᠢᠭ\n目录')).toBe('ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ ᠪᠢᠴᠢᠭ目录');
    expect(readChannels('■其他：ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ', profile.channelAliases).channels).toEqual([{ code: 'OTHER', note: 'ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ' }]);
  });
});
