import { read, written } from './lines';
import { changesOf, countOf, dayOf, spansOf, weeksOf, type MarkedDay } from './months';

const WORDS = { to: '至', off: '放假', work: '上班' };
const NOTICE = `国务院办公厅关于2026年部分节假日安排的通知
国办发明电〔2025〕7号
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
　　经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
　　一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
　　二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
　　三、清明节：4月4日（周六）至6日（周一）放假，共3天。
　　四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
　　五、端午节：6月19日（周五）至21日（周日）放假，共3天。
　　六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
　　七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
　　节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。
国务院办公厅
2025年11月4日`;
const AS_LINES = `2026-01-01 至 2026-01-03 放假 元旦
2026-01-04 上班 元旦
2026-02-14 上班 春节
2026-02-15 至 2026-02-23 放假 春节
2026-02-28 上班 春节
2026-04-04 至 2026-04-06 放假 清明节
2026-05-01 至 2026-05-05 放假 劳动节
2026-05-09 上班 劳动节
2026-06-19 至 2026-06-21 放假 端午节
2026-09-20 上班 国庆节
2026-09-25 至 2026-09-27 放假 中秋节
2026-10-01 至 2026-10-07 放假 国庆节
2026-10-10 上班 国庆节`;

describe('what was pasted', () => {
  it('is the notice itself', () => {
    const { days, faults, elsewhere } = read(NOTICE, 2026);
    expect(faults).toEqual([]);
    expect(elsewhere).toEqual([]);
    expect(written(days, WORDS)).toBe(AS_LINES);
    expect(countOf(2026, days)).toEqual({ off: 33, moved: 6, working: 248 });
  });

  it('is a notice on one line, with a stretch over the new year and two holidays in one', () => {
    const text =
      '一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。二、中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、10月8日（星期日）上班。三、端午节：6月10日放假，与周末连休。';
    const { days, faults, elsewhere } = read(text, 2023);
    expect(faults).toEqual([]);
    expect(elsewhere).toEqual([{ day: '2022-12-31', kind: 'off', name: '元旦' }]);
    expect(written(days, WORDS)).toBe(
      [
        '2023-01-01 至 2023-01-02 放假 元旦',
        '2023-06-10 放假 端午节',
        '2023-09-29 至 2023-10-06 放假 中秋节、国庆节',
        '2023-10-07 至 2023-10-08 上班 中秋节、国庆节',
      ].join('\n'),
    );
  });

  it('is lines, in either language, and lines are what is written again', () => {
    const { days, faults } = read('2027-01-01 off 元旦\n\n2027/1/2, work ,元旦\n2027年2月5日 至 2027年2月11日 休 春节', 2027);
    expect(faults).toEqual([]);
    const text = written(days, { to: 'to', off: 'off', work: 'work' });
    expect(text).toBe('2027-01-01 off 元旦\n2027-01-02 work 元旦\n2027-02-05 to 2027-02-11 off 春节');
    expect(read(text, 2027).days).toEqual(days);
    expect(read(written(days, WORDS), 2027).days).toEqual(days);
  });

  it.each([
    ['明年放假', 'unreadable'],
    ['2027-02-29 off 春节', 'unreadable'],
    ['2027-02-28', 'unreadable'],
    ['2027-01-01 off', 'noName'],
    [`2027-01-01 off ${'节'.repeat(31)}`, 'longName'],
    ['2027-01-01 off 元旦\n2027-01-01 off 新年', 'twice'],
    ['2027-01-04 work 元旦', 'weekdayMoved'],
    ['2027-01-05 至 2027-01-01 off 元旦', 'backwards'],
    ['2027-01-01 至 2027-06-01 off 元旦', 'backwards'],
    ['一、元旦：放假安排另行通知。', 'unreadable'],
    ['一、元旦：1月32日放假。', 'unreadable'],
    ['一、元旦：1月1日（星期四）放假，与周末连休。', 'otherWeekday'],
  ])('%j is refused: %s', (text, why) => {
    expect(read(text, 2027).faults).toEqual([expect.objectContaining({ why })]);
  });
});

it('is noticed to be another year’s notice', () => {
  const { faults } = read(NOTICE, 2027);
  expect(faults.filter(({ why }) => why === 'otherWeekday').length).toBeGreaterThan(10);
});

describe('a month', () => {
  it('is weeks from Monday', () => {
    const weeks = weeksOf(2026, 11);
    expect(weeks).toHaveLength(6);
    expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
    expect(weeks[5]).toEqual(['2026-11-30', null, null, null, null, null, null]);
    expect(weeksOf(2024, 2).flat().filter(Boolean)).toHaveLength(29);
    expect([dayOf(2026, 2, 29), dayOf(2024, 2, 29), dayOf(2026, 13, 1)]).toEqual([null, '2024-02-29', null]);
  });
});

describe('marked days', () => {
  const day = (on: string, kind: MarkedDay['kind'] = 'off', name = '元旦'): MarkedDay => ({ day: on, kind, name });

  it('are told in stretches', () => {
    expect(spansOf([day('2027-01-02'), day('2027-01-01'), day('2027-01-03', 'work'), day('2027-01-05')])).toEqual([
      { first: '2027-01-01', last: '2027-01-02', kind: 'off', name: '元旦' },
      { first: '2027-01-03', last: '2027-01-03', kind: 'work', name: '元旦' },
      { first: '2027-01-05', last: '2027-01-05', kind: 'off', name: '元旦' },
    ]);
  });

  it('are compared with what was there', () => {
    const [a, b, c] = [day('2027-01-01'), day('2027-01-02'), day('2027-01-03')];
    expect(changesOf([a, b], [{ ...a, name: '新年' }, b, c])).toEqual([
      { day: '2027-01-01', before: a, after: { ...a, name: '新年' } },
      { day: '2027-01-03', before: null, after: c },
    ]);
    expect(changesOf([a], [])).toEqual([{ day: '2027-01-01', before: a, after: null }]);
  });
});
