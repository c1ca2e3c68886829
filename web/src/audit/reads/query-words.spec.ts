import { questionIn } from './query-words';

it('takes a question apart', () => {
  expect(questionIn('audit/decisions?from=2026-01-01&to=2026-12-31&who=张=三')).toEqual({
    path: 'audit/decisions',
    period: { from: '2026-01-01', to: '2026-12-31' },
    rest: [['who', '张=三']],
  });
  expect(questionIn('audit/ratio')).toEqual({ path: 'audit/ratio', period: null, rest: [] });
  expect(questionIn('audit/ratio/bodies?year=2026').rest).toEqual([['year', '2026']]);
});
