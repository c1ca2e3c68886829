import { EMPTY, eventOf, gapsOf } from './drafts';

const content = { path: ['甲'], elements: ['电话13812341234'], bases: [], disclosingBodies: [], channels: [] } as never;

describe('what a decision still needs', () => {
  it('is named for each', () => {
    expect(gapsOf('return', EMPTY, [])).toEqual(['reason']);
    expect(gapsOf('requireRedaction', { ...EMPTY, reason: '个人信息' }, [])).toEqual(['fields']);
    expect(gapsOf('withhold', EMPTY, [])).toEqual(['ground', 'reason']);
    expect(gapsOf('setAside', EMPTY, [])).toEqual(['reason', 'reviewOn']);
    expect(gapsOf('resume', EMPTY, [])).toEqual([]);
  });

  it('are answers to every question of the profile, and nothing where it asks none', () => {
    expect(gapsOf('clear', EMPTY, [])).toEqual([]);
    expect(gapsOf('clear', { ...EMPTY, checklist: { A: 'no' } }, [{ code: 'A' }, { code: 'B' }])).toEqual(['checklist']);
    expect(gapsOf('clear', { ...EMPTY, checklist: { A: 'no', B: 'yes' } }, [{ code: 'A' }, { code: 'B' }])).toEqual([]);
  });
});

describe('what is sent', () => {
  it('holds what was filled in, and no more', () => {
    expect(eventOf('clear', EMPTY, content)).toEqual({ type: 'clear' });
    expect(eventOf('clear', { ...EMPTY, opinion: ' 同意 ', assess: true }, content)).toEqual({
      type: 'clear',
      opinion: '同意',
      assess: true,
    });
    expect(eventOf('defer', { ...EMPTY, reason: '待会商', ground: 'X' }, content)).toEqual({ type: 'defer', reason: '待会商' });
    expect(eventOf('resume', { ...EMPTY, reason: 'x' }, content)).toEqual({ type: 'resume' });
  });

  it('proposes a wording only where one was written', () => {
    const draft = { ...EMPTY, reason: '个人信息', fields: ['elements[0]'] };
    expect(eventOf('requireRedaction', draft, content)).toEqual({ type: 'requireRedaction', reason: '个人信息', fields: ['elements[0]'] });
    expect(eventOf('requireRedaction', { ...draft, wordings: { 'elements[0]': '电话138****1234' } }, content)).toMatchObject({
      proposal: { elements: ['电话138****1234'] },
    });
  });
});
