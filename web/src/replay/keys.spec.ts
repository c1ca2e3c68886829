import { movedTo, moveFor } from './keys';

const press = (key: string, more = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });
const SLIDER = { on: true, taken: false };
const PAGE = { on: false, taken: false };

it.each([
  ['ArrowLeft', 'previous', 'previous'],
  ['ArrowRight', 'next', 'next'],
  ['Home', 'first', null],
  ['End', 'last', null],
  ['PageUp', 'on', null],
  ['PageDown', 'back', null],
  [' ', 'play', null],
  ['a', null, null],
])('%j means %s on the slider and %s beside it', (key, onSlider, beside) => {
  expect(moveFor(press(key), SLIDER)).toBe(onSlider);
  expect(moveFor(press(key), PAGE)).toBe(beside);
});

it('leaves the arrows to whoever needs them, and the browser its own keys', () => {
  expect(moveFor(press('ArrowLeft'), { on: false, taken: true })).toBeNull();
  expect(moveFor(press('ArrowLeft', { altKey: true }), SLIDER)).toBeNull();
});

it('stays within the log', () => {
  const ends = { first: 1, last: 412 };
  expect(movedTo('previous', 1, ends)).toBe(1);
  expect(movedTo('next', 412, ends)).toBe(412);
  expect(movedTo('next', 136, ends)).toBe(137);
  expect([movedTo('first', 9, ends), movedTo('last', 9, ends)]).toEqual([1, 412]);
  expect([movedTo('on', 100, ends), movedTo('back', 100, ends), movedTo('back', 5, ends)]).toEqual([121, 79, 1]);
  expect(movedTo('on', 1, { first: 1, last: 4 })).toBe(3);
});
