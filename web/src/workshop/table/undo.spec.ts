import { Successors, UndoStack } from './undo';

function counting() {
  let value = 0;
  const step = (by: number) => ({
    label: `+${by}`,
    undo: () => {
      value -= by;
    },
    redo: () => {
      value += by;
    },
  });
  return { step, value: () => value };
}

describe('UndoStack', () => {
  it('takes back and does again, last first', async () => {
    const { step, value } = counting();
    const stack = new UndoStack();
    stack.push(step(1));
    stack.push(step(10));
    expect(stack.undoable).toBe('+10');
    expect(await stack.undo()).toBe('+10');
    expect(value()).toBe(-10);
    expect(stack.redoable).toBe('+10');
    await stack.redo();
    expect(value()).toBe(0);
    expect(stack.redoable).toBeNull();
  });

  it('forgets what was taken back once something else is done', async () => {
    const { step } = counting();
    const stack = new UndoStack();
    stack.push(step(1));
    await stack.undo();
    stack.push(step(2));
    expect(await stack.redo()).toBeNull();
  });

  it('keeps a step that could not be taken back', async () => {
    const stack = new UndoStack();
    stack.push({
      label: 'x',
      undo: () => Promise.reject(new Error('offline')),
      redo: () => {},
    });
    await expect(stack.undo()).rejects.toThrow('offline');
    expect(stack.undoable).toBe('x');
  });

  it('takes what is typed into one field for one step', async () => {
    const stack = new UndoStack();
    const undone: string[] = [];
    const typing = (text: string, now: number) =>
      stack.push({ label: 'type', join: 'a', undo: () => void undone.push(`before ${text}`), redo: () => void undone.push(text) }, now);
    typing('a', 1000);
    typing('ab', 1500);
    typing('later', 9000);
    await stack.undo();
    await stack.undo();
    expect(await stack.undo()).toBeNull();
    await stack.redo();
    expect(undone).toEqual(['before later', 'before a', 'ab']);
  });

  it('does one thing at a time', async () => {
    const { step, value } = counting();
    const stack = new UndoStack();
    stack.push(step(1));
    stack.push({ label: 'slow', undo: () => new Promise((done) => setTimeout(done, 5)), redo: () => {} });
    const slow = stack.undo();
    expect(await stack.undo()).toBeNull();
    await slow;
    expect(value()).toBe(0);
  });
});

it('finds the row that a row has become', () => {
  const successors = new Successors();
  successors.replace('a', 'b');
  successors.replace('a', 'c');
  expect(successors.follow('a')).toBe('c');
  expect(successors.follow('b')).toBe('c');
  expect(successors.follow('x')).toBe('x');
});
