import { seeker } from './seeker';

interface Asked {
  readonly key: string;
  readonly signal: AbortSignal;
  readonly answer: (value: string) => void;
  readonly refuse: (error: Error) => void;
}

function desk(restMs = 100, kept = 10) {
  const asked: Asked[] = [];
  const seen: string[] = [];
  const waits: boolean[] = [];
  const one = seeker<string>(
    {
      load: (key, signal) => new Promise((answer, refuse) => asked.push({ key, signal, answer, refuse })),
      show: (_key, value) => seen.push(value),
      failed: (key, error) => seen.push(`${key}: ${(error as Error).message}`),
      busy: (now) => waits.push(now),
    },
    restMs,
    kept,
  );
  return { ...one, asked, seen, waits };
}

const settled = () => jest.advanceTimersByTimeAsync(0);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('asks at once for a single wish', async () => {
  const { wish, asked, seen, waits } = desk();
  wish('7');
  expect(asked.map(({ key }) => key)).toEqual(['7']);
  asked[0]!.answer('seven');
  await settled();
  expect(seen).toEqual(['seven']);
  expect(waits).toEqual([true, false]);
});

it('asks twice while a slider passes a thousand moments: for the first, and for the one where it rests', async () => {
  const { wish, asked, seen } = desk();
  for (let seq = 1; seq <= 1000; seq += 1) {
    wish(String(seq));
    await jest.advanceTimersByTimeAsync(1);
  }
  await jest.advanceTimersByTimeAsync(100);
  expect(asked.map(({ key }) => key)).toEqual(['1', '1000']);
  expect(asked[0]!.signal.aborted).toBe(true);
  asked[0]!.answer('first');
  asked[1]!.answer('last');
  await settled();
  expect(seen).toEqual(['last']);
});

it('shows again without asking what was seen', async () => {
  const { wish, asked, seen } = desk();
  wish('1');
  asked[0]!.answer('one');
  await jest.advanceTimersByTimeAsync(200);
  wish('2');
  asked[1]!.answer('two');
  await jest.advanceTimersByTimeAsync(200);
  wish('1');
  expect(seen).toEqual(['one', 'two', 'one']);
  expect(asked).toHaveLength(2);
});

it('keeps a late answer for later, and does not show it', async () => {
  const { wish, asked, seen } = desk();
  wish('1');
  await jest.advanceTimersByTimeAsync(200);
  wish('2');
  asked[0]!.answer('one');
  asked[1]!.answer('two');
  await jest.advanceTimersByTimeAsync(200);
  wish('1');
  expect(seen).toEqual(['two', 'one']);
  expect(asked).toHaveLength(2);
});

it('says what failed when it is still wished for, and asks again then', async () => {
  const { wish, asked, seen } = desk();
  wish('1');
  asked[0]!.refuse(new Error('away'));
  await jest.advanceTimersByTimeAsync(200);
  wish('1');
  expect(asked).toHaveLength(2);
  wish('2');
  asked[1]!.refuse(new Error('given up'));
  await settled();
  expect(seen).toEqual(['1: away']);
});

it('fetches ahead only while nothing is waited for', async () => {
  const { wish, foresee, asked, seen } = desk();
  wish('1');
  void foresee('2');
  expect(asked.map(({ key }) => key)).toEqual(['1']);
  asked[0]!.answer('one');
  await settled();
  void foresee('2');
  asked[1]!.answer('two');
  await settled();
  expect(seen).toEqual(['one']);
  wish('2');
  expect(seen).toEqual(['one', 'two']);
});

it('does not wait for a rest where it is told not to', () => {
  const { wish, asked } = desk();
  wish('1');
  wish('2', true);
  expect(asked.map(({ key }) => key)).toEqual(['1', '2']);
});

it('says nothing any more once it was left', async () => {
  const { wish, leave, asked, seen } = desk();
  wish('1');
  leave();
  asked[0]!.answer('one');
  await settled();
  expect(seen).toEqual([]);
  expect(asked[0]!.signal.aborted).toBe(true);
});
