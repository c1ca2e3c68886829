import { pageAfter, tickPages, TICKS_A_PAGE } from './tick-pages';

interface Tick {
  readonly seq: number;
}

function pages() {
  const asked: { after: number; answer: (ticks: Tick[]) => void; refuse: () => void }[] = [];
  const changed = jest.fn();
  const load = (after: number) =>
    new Promise<Tick[]>((answer, refuse) => asked.push({ after, answer, refuse: () => refuse(new Error('away')) }));
  return { ...tickPages<Tick>(load, changed), asked, changed };
}

const filled = (after: number): Tick[] => Array.from({ length: TICKS_A_PAGE }, (_, i) => ({ seq: after + i + 1 }));
const settled = () => new Promise((resolve) => setTimeout(resolve));

it('knows on which page an event lies', () => {
  expect([1, TICKS_A_PAGE, TICKS_A_PAGE + 1].map(pageAfter)).toEqual([0, 0, TICKS_A_PAGE]);
});

it('loads a page once, when one comes to it', async () => {
  const { need, known, asked, changed } = pages();
  need(3);
  need(4);
  asked[0]!.answer(filled(0));
  await settled();
  need(5);
  expect(asked).toHaveLength(1);
  expect(changed).toHaveBeenCalledTimes(1);
  expect(known(5)).toEqual({ seq: 5 });
  expect(known(TICKS_A_PAGE + 1)).toBeUndefined();
});

it('asks of all the pages that a slider passes only for the first and the last', async () => {
  const { need, asked } = pages();
  for (let seq = 1; seq <= 10_000; seq += 50) need(seq);
  expect(asked.map(({ after }) => after)).toEqual([0]);
  asked[0]!.answer(filled(0));
  await settled();
  expect(asked.map(({ after }) => after)).toEqual([0, 9750]);
});

it('asks again for what did not come', async () => {
  const { need, known, asked } = pages();
  need(1);
  asked[0]!.refuse();
  await settled();
  expect(known(1)).toBeUndefined();
  need(1);
  expect(asked).toHaveLength(2);
});

it('loads the end again when the log has grown', async () => {
  const { need, known, grown, asked } = pages();
  need(1);
  asked[0]!.answer([{ seq: 1 }]);
  await settled();
  grown(1);
  need(2);
  asked[1]!.answer([{ seq: 1 }, { seq: 2 }]);
  await settled();
  expect(known(2)).toEqual({ seq: 2 });
});
