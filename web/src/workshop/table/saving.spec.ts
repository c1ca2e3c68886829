import { newContent, type ContentPatch, type ItemContent } from '../content';
import { SavingQueue, type Outcome, type Transport } from './saving';

const base: ItemContent = { ...newContent(['A']), elements: ['一'] };
const held = { hash: 'h0', content: base };

/** Answers in order; keeps what was asked. */
function server(...answers: Outcome[]): Transport & { asked: [string, ContentPatch, string][] } {
  const asked: [string, ContentPatch, string][] = [];
  return {
    asked,
    send: (itemId, patch, hash) => {
      asked.push([itemId, patch, hash]);
      return Promise.resolve(answers.shift() ?? { is: 'saved', hash: `h${asked.length}` });
    },
  };
}

const saved = (hash: string): Outcome => ({ is: 'saved', hash });

describe('SavingQueue', () => {
  it('sends only what changed, resting on the text that was seen', async () => {
    const to = server(saved('h1'));
    const queue = new SavingQueue(to);
    queue.want('i', held, { ...base, elements: ['一', '二'] });
    expect(queue.of('i')?.state).toBe('waiting');
    await queue.flush();
    expect(to.asked).toEqual([['i', { elements: ['一', '二'] }, 'h0']]);
    expect(queue.of('i')?.state).toBe('saved');
    expect(queue.unsaved()).toEqual([]);
  });

  it('rests the second change on the first one, though the page still shows the older text', async () => {
    const to = server(saved('h1'), saved('h2'));
    const queue = new SavingQueue(to);
    queue.want('i', held, { ...base, duty: '甲' });
    await queue.flush();
    queue.arrived('i', 'h0');
    expect(queue.of('i')?.wanted.duty).toBe('甲');
    queue.want('i', held, { ...base, duty: '乙' });
    await queue.flush();
    expect(to.asked[1]).toEqual(['i', { duty: '乙' }, 'h1']);
    queue.arrived('i', 'h2');
    expect(queue.of('i')).toBeUndefined();
  });

  it('sends nothing for a text that came back to what it was', async () => {
    const to = server();
    const queue = new SavingQueue(to);
    queue.want('i', held, { ...base, duty: '甲' });
    queue.want('i', held, base);
    await queue.flush();
    expect(to.asked).toEqual([]);
  });

  it('keeps what nobody answered, and sends it again', async () => {
    const to = server({ is: 'later' }, saved('h1'));
    const queue = new SavingQueue(to);
    queue.want('i', held, { ...base, duty: '甲' });
    await queue.flush();
    expect(queue.of('i')?.state).toBe('offline');
    expect(queue.unsaved()).toEqual(['i']);
    await queue.flush();
    expect(queue.of('i')?.state).toBe('saved');
  });

  it('keeps a refused text until it is changed', async () => {
    const to = server({ is: 'refused', error: 'no' }, saved('h1'));
    const queue = new SavingQueue(to);
    queue.want('i', held, { ...base, duty: '甲\u202e' });
    await queue.flush();
    expect(queue.of('i')).toMatchObject({ state: 'refused', error: 'no' });
    queue.want('i', held, { ...base, duty: '甲' });
    await queue.flush();
    expect(queue.of('i')?.state).toBe('saved');
  });

  it('joins changes of different fields, and says so', async () => {
    const theirs = { hash: 't', content: { ...base, elements: ['他'] } };
    const to = server({ is: 'stale', theirs }, saved('h1'));
    const joined = jest.fn();
    const queue = new SavingQueue(to, { joined });
    queue.want('i', held, { ...base, duty: '我' });
    await queue.flush();
    await queue.flush();
    expect(to.asked[1]).toEqual(['i', { duty: '我' }, 't']);
    expect(joined).toHaveBeenCalledWith('i');
    expect(queue.of('i')?.wanted).toEqual({ ...base, elements: ['他'], duty: '我' });
  });

  describe('when both changed the same field', () => {
    const theirs = { hash: 't', content: { ...base, duty: '他', elements: ['他'] } };

    async function met(...answers: Outcome[]) {
      const to = server({ is: 'stale', theirs }, ...answers);
      const queue = new SavingQueue(to);
      queue.want('i', held, { ...base, duty: '我' });
      await queue.flush();
      expect(queue.of('i')).toMatchObject({ state: 'conflict', conflict: { mine: { duty: '我' }, theirs } });
      return { to, queue };
    }

    it('lets mine stand, with the rest of theirs', async () => {
      const { to, queue } = await met(saved('h1'));
      queue.choose('i', 'mine');
      await queue.flush();
      expect(to.asked[1]).toEqual(['i', { duty: '我' }, 't']);
      expect(queue.of('i')?.wanted).toEqual({ ...base, duty: '我', elements: ['他'] });
    });

    it('lets theirs stand', async () => {
      const { to, queue } = await met();
      queue.choose('i', 'theirs');
      await queue.flush();
      expect(to.asked).toHaveLength(1);
      expect(queue.of('i')?.wanted).toEqual(theirs.content);
      expect(queue.unsaved()).toEqual([]);
    });
  });

  it('sends a few rows at once, never one row twice at once', async () => {
    let running = 0;
    let most = 0;
    const queue = new SavingQueue(
      {
        send: async () => {
          running += 1;
          most = Math.max(most, running);
          await new Promise((resolve) => setTimeout(resolve, 2));
          running -= 1;
          return saved(`n${Math.random()}`);
        },
      },
      { atOnce: 2 },
    );
    for (const id of ['a', 'b', 'c', 'd']) queue.want(id, held, { ...base, duty: id });
    await queue.flush();
    expect(most).toBe(2);
    expect(queue.unsaved()).toEqual([]);
  });
});
