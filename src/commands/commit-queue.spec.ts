import { CommitQueue } from './commit-queue.js';

function queue() {
  const calls: string[][] = [];
  const gates: (() => void)[] = [];
  const pass = () => new Promise<void>((resolve) => gates.push(resolve));
  const answerTo = (job: string) => (job === 'bad' ? new Error('refused') : `${job} done`);
  return {
    calls,
    open: async () => {
      gates.shift()!();
      await new Promise(setImmediate);
    },
    queue: new CommitQueue<string, string>(
      async (job) => {
        calls.push([job]);
        await pass();
        if (job === 'bad') throw new Error('refused');
        return `${job} done`;
      },
      async (jobs) => {
        calls.push([...jobs]);
        await pass();
        if (jobs.includes('cut')) throw new Error('connection lost');
        return jobs.map(answerTo);
      },
    ),
  };
}

describe('CommitQueue', () => {
  it('runs a job at once when nothing of its key is running', async () => {
    const { queue: q, calls, open } = queue();
    const both = [q.run('v1', 'a'), q.run('v2', 'b')];
    expect(calls).toEqual([['a'], ['b']]);
    await open();
    await open();
    expect(await Promise.all(both)).toEqual(['a done', 'b done']);
  });

  it('runs together what came meanwhile, and gives each its own answer', async () => {
    const { queue: q, calls, open } = queue();
    const all = Promise.allSettled([q.run('v', 'a'), q.run('v', 'b'), q.run('v', 'bad'), q.run('v', 'c')]);
    await open();
    expect(calls).toEqual([['a'], ['b', 'bad', 'c']]);
    await open();
    expect((await all).map((one) => (one.status === 'fulfilled' ? one.value : one.reason.message))).toEqual([
      'a done',
      'b done',
      'refused',
      'c done',
    ]);
  });

  it('goes on after a failure of one, and of all', async () => {
    const { queue: q, calls, open } = queue();
    const all = Promise.allSettled([q.run('v', 'bad'), q.run('v', 'a'), q.run('v', 'cut')]);
    await open();
    const later = q.run('v', 'b');
    await open();
    expect((await all).map((one) => one.status)).toEqual(['rejected', 'rejected', 'rejected']);
    await open();
    expect(await later).toBe('b done');
    expect(calls).toEqual([['bad'], ['a', 'cut'], ['b']]);
    const again = q.run('v', 'd');
    await open();
    expect(await again).toBe('d done');
  });

  it('takes thirty-two at most', async () => {
    const { queue: q, calls, open } = queue();
    const all = Array.from({ length: 41 }, (_, n) => q.run('v', `job ${n}`));
    for (let step = 0; step < 3; step += 1) await open();
    await Promise.all(all);
    expect(calls.map((jobs) => jobs.length)).toEqual([1, 32, 8]);
  });
});
