import { percentOf } from './percent';

const counted = (count: number) => ({ count, href: '' });
const share = (concluded: number, nonPublic: number) =>
  percentOf({
    concluded: counted(concluded),
    public: counted(concluded - nonPublic),
    nonPublic: counted(nonPublic),
    withheld: counted(nonPublic),
    onApplication: counted(0),
  });

it('is a share with one digit, and none of nothing', () => {
  expect([share(3, 1), share(3, 0), share(3, 3), share(0, 0)]).toEqual([33.3, 0, 100, null]);
});
