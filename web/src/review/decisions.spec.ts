import { decisionQueue, EarlierFailed, expectedState, type Decision, type Failure } from './decisions';

function desk() {
  const sent: string[] = [];
  const done: string[] = [];
  const failures: Failure<string>[] = [];
  const answers = new Map<string, { resolve: () => void; reject: (error: unknown) => void }>();
  const queue = decisionQueue<string, void>({
    send: (decision) => {
      sent.push(decision.key);
      return new Promise<void>((resolve, reject) => answers.set(decision.key, { resolve, reject }));
    },
    done: (decision) => done.push(decision.key),
    failed: (failure) => failures.push(failure),
    changed: () => undefined,
  });
  const decide = (key: string, itemId: string, expected: string | null = 'releasable') =>
    queue.add({ key, itemId, event: 'clear', expected } as Decision<string>);
  const settle = async (key: string, error?: unknown) => {
    if (error) answers.get(key)!.reject(error);
    else answers.get(key)!.resolve();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { queue, sent, done, failures, decide, settle };
}

describe('decisions on their way', () => {
  it('on several items go beside one another, four at once', async () => {
    const { queue, sent, done, decide, settle } = desk();
    for (const id of ['1', '2', '3', '4', '5']) decide(id, `item ${id}`);
    expect(sent).toEqual(['1', '2', '3', '4']);
    expect(queue.unsent()).toBe(5);
    await settle('2');
    expect(sent).toEqual(['1', '2', '3', '4', '5']);
    expect(done).toEqual(['2']);
    expect(queue.unsent()).toBe(4);
  });

  it('on one item go one after the other', async () => {
    const { queue, sent, decide, settle } = desk();
    decide('dismissal', 'item', null);
    decide('clear', 'item');
    decide('other', 'another');
    expect(sent).toEqual(['dismissal', 'other']);
    expect(queue.expectedOf('item')).toBe('releasable');
    expect([...queue.items()]).toEqual(['item', 'another']);
    await settle('dismissal');
    expect(sent).toEqual(['dismissal', 'other', 'clear']);
    await settle('clear');
    expect(queue.expectedOf('item')).toBeUndefined();
  });

  it('are given up when an earlier one on the item failed', async () => {
    const { queue, sent, failures, decide, settle } = desk();
    decide('first', 'item', 'returned');
    decide('second', 'item', 'awaitingReview');
    await settle('first', new Error('409'));
    expect(sent).toEqual(['first']);
    expect(failures.map(({ decision, error }) => [decision.key, error instanceof EarlierFailed])).toEqual([
      ['first', false],
      ['second', true],
    ]);
    expect(queue.unsent()).toBe(0);
    expect(queue.expectedOf('item')).toBeUndefined();
  });
});

it('an answer to a hint leaves the item free to be decided', () => {
  const { queue, decide } = desk();
  decide('dismissal', 'item', null);
  expect([queue.items().size, queue.deciding().size]).toEqual([1, 0]);
  decide('clear', 'item');
  expect([...queue.deciding()]).toEqual(['item']);
});

describe('the state to expect', () => {
  const item = (category: string, more: object = {}) => ({
    removal: null,
    content: { category },
    marks: { needsAssessment: false },
    ...more,
  });
  it.each([
    ['clear', {}, item('STATUTORY'), 'releasable'],
    ['clear', {}, item('OTHER'), 'cleared'],
    ['clear', { assess: true }, item('STATUTORY'), 'cleared'],
    ['clear', {}, item('STATUTORY', { marks: { needsAssessment: true } }), 'cleared'],
    ['clear', {}, item('OTHER', { removal: {} }), 'releasable'],
    ['determine', { outcome: 'open' }, item('OTHER'), 'cleared'],
    ['determine', { outcome: 'withhold' }, item('OTHER'), 'withheld'],
    ['requireRedaction', {}, item('OTHER'), 'returned'],
    ['reopen', {}, item('OTHER'), 'awaitingReview'],
  ])('%s %j', (type, more, standing, state) => {
    expect(expectedState({ type, ...more }, standing)).toBe(state);
  });
});
