import { scrolledTo } from './sight';

const box = (scrollTop: number) => ({ scrollTop, clientHeight: 400 });
const row = (offsetTop: number, offsetHeight = 100) => ({ offsetTop, offsetHeight });

it.each([
  ['a row in sight', 200, row(400), 200],
  ['a row below', 0, row(900), 600],
  ['a row above', 900, row(500), 430],
  ['a row under the head', 480, row(500), 430],
  ['a row that is higher than the box', 0, row(900, 1000), 830],
  ['the first row', 300, row(20), 0],
])('%s', (_, scrollTop, of, expected) => {
  expect(scrolledTo(box(scrollTop), of, 70)).toBe(expected);
});
