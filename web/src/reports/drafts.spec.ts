import { overtaken, useDrafts } from './drafts';

const kept = new Map<string, string>();
Object.assign(globalThis, {
  localStorage: {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  },
});

describe('what is typed into a report', () => {
  it('is there again after a crash, and gone once it was saved', () => {
    const before = useDrafts('p', 'r');
    before.begin('problems', '原文');
    before.type('problems', '改后');
    const after = useDrafts('p', 'r');
    expect(after.drafts).toEqual({ problems: { text: '改后', base: '原文' } });
    after.begin('problems', '别的');
    expect(after.drafts['problems']!.base).toBe('原文');
    after.forget('problems');
    expect(kept.size).toBe(0);
    expect(useDrafts('q', 'r').drafts).toEqual({});
  });

  it('is overtaken when another text came, unless that says the same', () => {
    expect(overtaken({ text: '我的', base: '原文' }, '原文')).toBe(false);
    expect(overtaken({ text: '我的', base: '原文' }, '他的')).toBe(true);
    expect(overtaken({ text: '他的', base: '原文' }, '他的')).toBe(false);
  });

  it('survives a kept text that cannot be read', () => {
    kept.set('mulu.reports.p.x', '{');
    expect(useDrafts('p', 'x').drafts).toEqual({});
  });
});
