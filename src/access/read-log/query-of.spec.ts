import { queryOf } from './query-of.js';

it.each([
  ['/api/audit/decisions?to=2026-12-31&from=2026-01-01&who=%E5%BC%A0%E4%B8%89', 'audit/decisions?from=2026-01-01&to=2026-12-31&who=张三'],
  ['/api/audit/decisions/counts?to=2&from=1', 'audit/decisions?from=1&to=2'],
  ['/api/audit/decisions?cursor=abc&from=1&limit=200&to=2', 'audit/decisions?from=1&to=2'],
  ['/api/audit/ratio', 'audit/ratio'],
])('%s asks for %s', (url, query) => {
  expect(queryOf(url)).toBe(query);
});
