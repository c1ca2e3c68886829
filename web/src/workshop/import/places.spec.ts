import { columnLetters } from './places';

describe('a column of a spreadsheet', () => {
  it('has the letters that the spreadsheet shows', () => {
    expect([1, 6, 26, 27, 52, 53, 702, 703].map(columnLetters)).toEqual(['A', 'F', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});
