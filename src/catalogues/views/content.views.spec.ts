import { CONTENT_FIELDS, type ItemContent } from '../../content/index.js';
import type { ItemContentView } from './content.views.js';

type Writable<T> = T extends object ? { -readonly [K in keyof T]: Writable<T[K]> } : T;

/** These lines do not compile once an answer describes something else than what an item says. */
const describable: Writable<ItemContent> extends ItemContentView ? true : never = true;
const complete: { [K in keyof ItemContentView]: true } & { [K in keyof ItemContent]: true } = {
  path: true,
  elements: true,
  bases: true,
  timeLimit: true,
  disclosingBodies: true,
  category: true,
  channels: true,
  audience: true,
  method: true,
  publicityLevels: true,
  phases: true,
  field: true,
  responsibleOffice: true,
  duty: true,
};

it('describes every field that an item may have', () => {
  expect(describable).toBe(true);
  expect(Object.keys(complete).sort()).toEqual([...CONTENT_FIELDS].sort());
});
