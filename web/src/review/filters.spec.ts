import type { ItemSummary } from '../version/version';
import { countOf, filterOf, matches, nextAfter, NO_FILTER, queryOf } from './filters';

const marks = { officerHits: 0, advice: 0, openRepairs: 0, voided: 0, change: 'same' };
const item = (id: string, state: string, more: object = {}, mark: object = {}) =>
  ({
    id,
    number: id,
    state,
    content: { path: ['教育督导', `事项${id}`] },
    marks: { ...marks, ...mark },
    ...more,
  }) as unknown as ItemSummary;
const items = [item('1', 'releasable'), item('2', 'awaitingReview'), item('3', 'returned', {}, { voided: 1 }), item('4', 'awaitingReview')];
const waiting = (one: ItemSummary) => one.state === 'awaitingReview';
const nobody = () => false;

describe('the filter of the list', () => {
  it('lives in the address', () => {
    const filter = filterOf({ state: 'returned,deferred', q: '电话', only: 'hints,nonsense' });
    expect(filter).toEqual({ states: ['returned', 'deferred'], q: '电话', toggles: ['hints'] });
    expect(queryOf(filter)).toEqual({ state: 'returned,deferred', q: '电话', only: 'hints' });
    expect(queryOf(NO_FILTER)).toEqual({});
  });

  it('finds by state, words and marks', () => {
    const ids = (filter: object, seen: (one: ItemSummary) => boolean = nobody) =>
      items.filter((one) => matches(one, { ...NO_FILTER, ...filter }, seen)).map((one) => one.id);
    expect(ids({ states: ['returned'] })).toEqual(['3']);
    expect(ids({ q: '督导 事项4' })).toEqual(['4']);
    expect(ids({ toggles: ['undecided'] })).toEqual(['2', '3', '4']);
    expect(ids({ toggles: ['unseen'] }, (one) => one.id !== '2')).toEqual(['2']);
    expect(
      matches(item('5', 'awaitingReview', {}, { advice: 1, change: 'new' }), { ...NO_FILTER, toggles: ['hints', 'changed'] }, nobody),
    ).toBe(true);
  });

  it('finds no words in a text that one may not read', () => {
    expect(matches(item('9', 'referred', { content: null, marks: null }), { ...NO_FILTER, q: '事项' }, nobody)).toBe(false);
  });
});

describe('the next undecided', () => {
  it('stands below, then from the top', () => {
    expect(nextAfter(items, '2', waiting)?.id).toBe('4');
    expect(nextAfter(items, '4', waiting)?.id).toBe('2');
    expect(nextAfter(items, null, waiting)?.id).toBe('2');
  });

  it('is none when only this one is left', () => {
    expect(nextAfter([items[0]!, items[1]!], '2', waiting)).toBeNull();
    expect(nextAfter([], '2', waiting)).toBeNull();
  });
});

it('counts as the server does', () => {
  expect(countOf(items)).toEqual({ decided: 1, items: 4, voided: 1, mine: 2 });
});
