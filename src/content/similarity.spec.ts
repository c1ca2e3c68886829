import { emptyContent } from './item-content.js';
import { likeness } from './similarity.js';

const item = (leaf: string, ...elements: string[]) => ({ ...emptyContent(), path: ['法定主动公开内容', leaf], elements });

describe('how alike two items are', () => {
  const one = item('抽查计划', '监管过程中随机抽取检查对象、随机选派执法检查人员，抽查情况及查处结果及时向社会公开');

  it('is one for the same words, whatever their spaces and marks', () => {
    expect(likeness(one)(item('抽查计划', '监管过程中随机抽取检查对象，随机选派执法检查人员；抽查情况及查处结果 及时向社会公开。'))).toBe(
      1,
    );
  });

  it('is high for rows that differ in a word, low for others', () => {
    expect(likeness(one)({ ...one, path: ['法定主动公开内容', '抽查结果'] })).toBeGreaterThan(0.85);
    expect(likeness(one)(item('领导信息', '领导姓名、职务、分工'))).toBeLessThan(0.1);
  });

  it('is the same both ways, and never of nothing', () => {
    const other = item('抽查结果', '监管过程中随机抽取检查对象');
    expect(likeness(one)(other)).toBeCloseTo(likeness(other)(one));
    expect(likeness(item('甲'))(item('乙'))).toBe(0);
  });
});
