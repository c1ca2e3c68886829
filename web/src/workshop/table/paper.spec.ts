import { pageStarts } from './paper';

describe('pages on paper', () => {
  it('begins a page where a row would be torn', () => {
    expect([...pageStarts([40, 40, 40, 90, 10], 100, 80)]).toEqual([2, 3]);
  });

  it('lets a row run on that is taller than a page, and goes on below its end', () => {
    expect([...pageStarts([10, 250, 20, 40], 100, 80)]).toEqual([1, 3]);
  });

  it('begins no page before the first row', () => {
    expect([...pageStarts([300], 100, 80)]).toEqual([]);
  });
});
