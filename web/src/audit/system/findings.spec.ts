/** @jest-environment node */
import { byPlace, kindOf } from './findings';

const found = (code: string, seq: number | null = null) => ({ code, seq, detail: code });

it('gathers findings by their places, the chain first', () => {
  const problems = [found('account.differs', 3), found('strange'), found('account.unlogged'), found('chain.hash', 2)];
  expect(byPlace(problems).map(({ place, problems: all }) => [place, all.map(({ code }) => code)])).toEqual([
    ['chain', ['chain.hash']],
    ['account', ['account.differs', 'account.unlogged']],
    ['other', ['strange']],
  ]);
  expect(byPlace([])).toEqual([]);
});

it('tells in what way something differs', () => {
  expect(['account.missing', 'body.differs', 'text.purged', 'chain.body', 'strange'].map((code) => kindOf(found(code)))).toEqual([
    'missing',
    'differs',
    'purged',
    'body',
    null,
  ]);
});
