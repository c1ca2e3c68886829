import { commandFor, keyOf } from './keys';

const press = (key: string, more: Partial<Parameters<typeof commandFor>[0]> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  repeat: false,
  keyCode: 0,
  ...more,
});
const desk = { typing: false, arrowsTaken: false, on: true };

describe('keys of the desk', () => {
  it('move, decide, and tell capitals apart', () => {
    expect(['j', 'k', 'ArrowDown', 'a', 'A', 'r', '?'].map((key) => commandFor(press(key), desk))).toEqual([
      'next',
      'previous',
      'next',
      'clear',
      'clearWithOpinion',
      'return',
      'keys',
    ]);
  });

  it('are inert where one types, but for Escape', () => {
    const place = { ...desk, typing: true };
    expect(['a', 'j', 'r', 'ArrowDown'].map((key) => commandFor(press(key), place))).toEqual([null, null, null, null]);
    expect(commandFor(press('Escape'), place)).toBe('close');
  });

  it('are inert while an input method composes', () => {
    expect(commandFor(press('a', { isComposing: true }), desk)).toBeNull();
    expect(commandFor(press('a', { keyCode: 229 }), desk)).toBeNull();
  });

  it('leave the keys of browser and system alone', () => {
    for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }]) expect(commandFor(press('a', held), desk)).toBeNull();
  });

  it('never decide twice because a key is held down', () => {
    expect(commandFor(press('a', { repeat: true }), desk)).toBeNull();
    expect(commandFor(press('j', { repeat: true }), desk)).toBe('next');
  });

  it('can be switched off, and leave the arrows to a pane that scrolls', () => {
    expect(commandFor(press('a'), { ...desk, on: false })).toBeNull();
    expect(commandFor(press('ArrowDown'), { ...desk, arrowsTaken: true })).toBeNull();
    expect(commandFor(press('j'), { ...desk, arrowsTaken: true })).toBe('next');
  });

  it('are shown on their buttons', () => {
    expect(keyOf('clear')).toBe('a');
  });
});
