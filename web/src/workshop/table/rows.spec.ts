import type { ItemSummary } from '../../version/version';
import { newContent } from '../content';
import { RowView } from './rows';
import type { SavingQueue } from './saving';

const idle = { of: () => undefined } as unknown as SavingQueue;
const item = (more: Partial<ItemSummary>) => ({ id: 'a', contentHash: 'h', number: '1', state: 'drafting', ...more }) as ItemSummary;
const rowOf = (more: Partial<ItemSummary>) => new RowView().rows([item(more)], idle)[0]!;

it('starts a row whose text was purged from nothing, so that it can be written anew', () => {
  expect(rowOf({ content: null, purged: true }).content).toEqual(newContent([]));
});

it('has no text where one may not read it', () => {
  expect(rowOf({ content: null, purged: false }).content).toBeNull();
});
