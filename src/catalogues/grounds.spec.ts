import { GROUNDS as KNOWN } from '../../machines/item-review.events.js';
import { GROUNDS } from '../profiles/index.js';

it('the machine knows just the grounds that are described to people', () => {
  expect([...KNOWN].sort()).toEqual(Object.keys(GROUNDS).sort());
});
