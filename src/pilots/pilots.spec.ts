import { labelNow, labelOn, PILOT_FIELDS, PILOT_UNITS, readFields, readUnits, spellingOf, type PilotField } from './index.js';

const SOURCE = { issuer: '某领导小组', notice: '某通知' };
const field = (code: string, names: [from: string | null, zh: string][], aliases: string[] = []) => ({
  code,
  labels: names.map(([from, zh]) => ({ from, zh, en: zh, source: '某方案' })),
  aliases,
});
const fieldsFile = (...fields: unknown[]) => JSON.stringify({ source: SOURCE, fields });
const unitsFile = (...units: unknown[]) => JSON.stringify({ source: SOURCE, units });

describe('the pilot fields', () => {
  it('are the 26 of domain.md §8', () => {
    expect(PILOT_FIELDS.all).toHaveLength(26);
    expect(PILOT_FIELDS.file.source.documentNumber).toBe('内政公发〔2020〕2号');
    const listed =
      '重大建设项目, 公共资源交易, 财政预决算, 安全生产, 税收管理, 农村集体土地征收(征地补偿), 国有土地上房屋征收与补偿, 保障性住房, 农村危房改造, 生态环境, 城乡规划, 市政服务, ' +
      '城市综合执法, 公共文化服务, 公共法律服务, 扶贫, 救灾, 食品药品监管, 就业(创业), 社会保险, 社会救助, 养老服务, 户籍管理, 涉农补贴, 义务教育, 医疗卫生(卫生健康)';
    expect(listed.split(', ').map((name) => PILOT_FIELDS.find(name)?.code)).toEqual(PILOT_FIELDS.all.map(({ code }) => code));
  });

  it('keep their code when their name changes', () => {
    const then = PILOT_FIELDS.find('扶贫')!;
    expect(PILOT_FIELDS.find('乡村振兴')).toBe(then);
    expect(labelOn(then, '2021-02-24').zh).toBe('扶贫');
    expect(labelOn(then, '2021-02-25').zh).toBe('乡村振兴');
    // Ten in the evening of the 24th, Greenwich time, is the 25th in Hohhot.
    expect(labelNow(then, Date.UTC(2021, 1, 24, 22)).zh).toBe('乡村振兴');
    expect(labelNow(then, Date.UTC(2021, 1, 24, 15, 59)).zh).toBe('扶贫');
  });

  it.each([
    ['义务教育领域', 'COMPULSORY_EDUCATION'],
    [' 义务 教育 ', 'COMPULSORY_EDUCATION'],
    ['就业（创业）', 'EMPLOYMENT'],
    ['卫生健康', 'HEALTH_CARE'],
    ['环境保护', 'ENVIRONMENT'],
    ['教育', undefined],
    ['', undefined],
    ['COMPULSORY_EDUCATION', undefined],
    ['__proto__', undefined],
  ])('are found by what a catalogue writes: %j', (text, code) => {
    expect(PILOT_FIELDS.find(text)?.code).toBe(code);
  });

  it('tell every spelling in the form in which they are compared', () => {
    const spellings = [...PILOT_FIELDS.spellings().keys()];
    expect(spellings).toEqual(spellings.map(spellingOf));
    expect(spellings.length).toBeGreaterThan(30);
  });
});

describe('a faulty list of fields', () => {
  it.each<[string, string, RegExp]>([
    ['no JSON', '{', /is not JSON/],
    ['a list', '[]', /must be an object/],
    ['something unknown', JSON.stringify({ source: SOURCE, fields: [], more: 1 }), /more is not known/],
    ['no source', JSON.stringify({ fields: [] }), /source is missing/],
    ['a code in small letters', fieldsFile(field('abc', [[null, '甲']])), /fields\[0\]\.code/],
    ['a code twice', fieldsFile(field('AB', [[null, '甲']]), field('AB', [[null, '乙']])), /stands twice/],
    [
      'a name that is two fields',
      fieldsFile(field('AB', [[null, '甲']]), field('CD', [[null, '乙']], ['甲领域'])),
      /already the name of AB/,
    ],
    ['no name', fieldsFile(field('AB', [])), /must name the field/],
    ['a first name with a day', fieldsFile(field('AB', [['2020-01-01', '甲']])), /must be null/],
    [
      'a name without its day',
      fieldsFile(
        field('AB', [
          [null, '甲'],
          [null, '乙'],
        ]),
      ),
      /must be a later day/,
    ],
    [
      'days in the wrong order',
      fieldsFile(
        field('AB', [
          [null, '甲'],
          ['2021-01-01', '乙'],
          ['2020-01-01', '丙'],
        ]),
      ),
      /labels\[2\]\.from must be a later day/,
    ],
    [
      'a day that is none',
      fieldsFile(
        field('AB', [
          [null, '甲'],
          ['2021-02-30', '乙'],
        ]),
      ),
      /must be a later day/,
    ],
    ['an empty name', fieldsFile(field('AB', [[null, ' ']])), /must be text/],
    [
      'a name that is a number',
      fieldsFile({ code: 'AB', labels: [{ from: null, zh: 1, en: 'x', source: 'y' }], aliases: [] }),
      /must be text/,
    ],
    ['a label that is text', fieldsFile({ code: 'AB', labels: ['甲'], aliases: [] }), /must be an object/],
  ])('is refused for %s', (_, text, fault) => {
    expect(() => readFields(text, 'x.json')).toThrow(fault);
  });

  it('names every fault at once', () => {
    expect(() => readFields(fieldsFile({ code: 1 }, { labels: [] }), 'x.json')).toThrow(/x\.json[^]*fields\[0\][^]*fields\[1\]/);
  });
});

describe('the pilots', () => {
  it('are seven, by the codes of their regions', () => {
    expect(PILOT_UNITS.units.map(({ region }) => region)).toEqual(['150102', '150271', '152201', '150523', '150425', '152528', '150302']);
  });

  it.each<[string, string, RegExp]>([
    ['no JSON', '', /is not JSON/],
    ['a code of five digits', unitsFile({ region: '15010', name: '甲' }), /six digits/],
    ['a region twice', unitsFile({ region: '150102', name: '甲' }, { region: '150102', name: '乙' }), /stands twice/],
    ['no name', unitsFile({ region: '150102' }), /name is missing/],
    ['a unit that is text', unitsFile('150102'), /must be an object/],
  ])('are refused for %s', (_, text, fault) => {
    expect(() => readUnits(text, 'x.json')).toThrow(fault);
  });
});

it('keeps a field as it is when nothing else was ever said of it', () => {
  const one = { code: 'AB', labels: [{ from: null, zh: '甲', en: 'A', source: 's' }], aliases: [] } satisfies PilotField;
  expect(labelOn(one, '1949-10-01').zh).toBe('甲');
});
