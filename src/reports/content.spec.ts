import { composed, countsIn, edited, recomposed, type Findings } from './content.js';
import { COUNTS, type Counts } from './figures.js';

const counts = (more: Partial<Counts> = {}): Counts => ({ ...(Object.fromEntries(COUNTS.map((key) => [key, 0])) as Counts), ...more });
const findings = (more: Partial<Counts> = {}, before: Partial<Counts> = {}): Findings => ({
  purpose: 'quarterlyProgress',
  name: '呼和浩特市',
  period: '2026-Q3',
  asOf: '2026-09-30T15:59:59.999Z',
  counts: counts(more),
  before: { period: '2026-Q2', asOf: '2026-06-30T15:59:59.999Z', from: 'log', counts: before },
});
const textOf = (content: ReturnType<typeof composed>, key: string) => content.sections.find((section) => section.key === key)!.text;

describe('a report', () => {
  it('says what the numbers say, each beside the one before', () => {
    const report = composed(findings({ tasks: 1, bodies: 8, done: 5, onTime: 4, late: 1, draft: 2, notStarted: 1 }, { bodies: 7 }));
    expect(report.title).toBe('呼和浩特市2026年第三季度政务公开工作情况报告');
    expect(textOf(report, 'progress')).toBe(
      '截至2026年9月30日，呼和浩特市共有编制任务1项，应完成单位8个，已完成5个（按期4个，逾期1个），豁免0个，正在编制和审查审批2个，尚未开始1个；逾期未完成0个。',
    );
    expect(report.sections[0]!.figures).toContainEqual({ key: 'bodies', label: '应完成单位', value: 8, unit: '个', before: 7 });
    expect(report.sections[0]!.figures).toContainEqual({ key: 'done', label: '已完成', value: 5, unit: '个' });
    expect(countsIn(report)).toMatchObject({ bodies: 8, done: 5 });
  });

  it('keeps what people wrote when it is composed anew, and renews what nobody wrote', () => {
    const first = composed(findings());
    const written = edited(first, { title: '改题', sections: [{ key: 'notices', text: '自己写的' }] })!;
    const fresh = composed(findings({ noticesIssued: 2, bodies: 3, notStarted: 3 }));
    const { content, texts } = recomposed(written, fresh, new Set());
    expect(content.title).toBe('改题');
    expect(textOf(content, 'notices')).toBe('自己写的');
    expect(textOf(content, 'progress')).toContain('应完成单位3个');
    expect(countsIn(content)).toMatchObject({ noticesIssued: 2 });
    expect(texts.map(({ section, fate }) => [section, fate])).toEqual([
      ['progress', 'renewed'],
      ['catalogues', 'same'],
      ['notices', 'kept'],
      ['practice', 'same'],
      ['problems', 'same'],
      ['suggestions', 'same'],
    ]);
    const asked = recomposed(written, fresh, new Set(['notices']));
    expect(textOf(asked.content, 'notices')).toContain('督办通知2件');
    // Kept words are still somebody's the next time.
    expect(textOf(recomposed(content, fresh, new Set()).content, 'notices')).toBe('自己写的');
  });

  it('takes no numbers and no sections from people', () => {
    const report = composed(findings({ bodies: 3 }));
    expect(edited(report, { sections: [{ key: 'other', text: '' }] })).toBeNull();
    expect(countsIn(edited(report, { sections: [{ key: 'progress', text: '十个单位' }] })!)).toMatchObject({ bodies: 3 });
  });
});
