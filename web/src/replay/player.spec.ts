import { player } from './player';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

it('steps at its pace until there is no step left', async () => {
  let left = 3;
  const ended = jest.fn();
  const { start } = player({ step: async () => left-- > 0, ended });
  start(500);
  await pass(0);
  expect(left).toBe(2);
  await pass(1000);
  expect(left).toBe(0);
  expect(ended).not.toHaveBeenCalled();
  await pass(500);
  expect(ended).toHaveBeenCalledTimes(1);
  await pass(5000);
  expect(left).toBe(-1);
});

it('waits for what is shown', async () => {
  const steps: (() => void)[] = [];
  const { start } = player({ step: () => new Promise((done) => steps.push(() => done(true))), ended: () => undefined });
  start(100);
  await pass(5000);
  expect(steps).toHaveLength(1);
  steps[0]!();
  await pass(100);
  expect(steps).toHaveLength(2);
});

it('takes no step after it was stopped, not even one that a step under way would lead to', async () => {
  let steps = 0;
  let finish = (): void => undefined;
  const { start, stop } = player({
    step: () => {
      steps += 1;
      return new Promise((done) => (finish = () => done(true)));
    },
    ended: () => undefined,
  });
  start(100);
  stop();
  finish();
  await pass(1000);
  expect(steps).toBe(1);
});

it('follows another pace from the next step on', async () => {
  let steps = 0;
  const { start, pace, stop } = player({ step: async () => Boolean((steps += 1)), ended: () => undefined });
  start(1000);
  await pass(0);
  pace(100);
  await pass(1000);
  expect(steps).toBe(2);
  await pass(300);
  expect(steps).toBe(5);
  stop();
});

it('ends where a step fails', async () => {
  const ended = jest.fn();
  player({ step: () => Promise.reject(new Error('away')), ended }).start(100);
  await pass(0);
  expect(ended).toHaveBeenCalledTimes(1);
});
