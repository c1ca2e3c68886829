import { Drafts } from './drafts';

function store() {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (i: number) => [...kept.keys()][i] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

describe('Drafts', () => {
  it('keeps the last unsaved text of a row, for its person and version only', () => {
    const in1 = store();
    const mine = new Drafts(in1, 'p1', 'v1');
    mine.keep('i', 'h1', { duty: '一' }, 1);
    mine.keep('i', 'h2', { duty: '二' }, 2);
    expect(mine.all()).toEqual([{ itemId: 'i', hash: 'h2', patch: { duty: '二' }, at: 2 }]);
    expect(new Drafts(in1, 'p2', 'v1').all()).toEqual([]);
    mine.drop('i');
    expect(mine.all()).toEqual([]);
    expect(in1.length).toBe(0);
  });

  it('drops what it cannot read, and goes on when the store is full', () => {
    const full = store();
    full.setItem('mulu.workshop.p.v.i.h', '{');
    expect(new Drafts(full, 'p', 'v').all()).toEqual([]);
    expect(full.length).toBe(0);
    const refusing = {
      ...store(),
      length: 0,
      setItem: () => {
        throw new Error('quota');
      },
    };
    expect(() => new Drafts(refusing, 'p', 'v').keep('i', 'h', {})).not.toThrow();
  });
});
