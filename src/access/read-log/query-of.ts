/** What turns a page over asks for nothing else. */
const PAGING = ['cursor', 'limit', 'after', 'before'];
/** The counts of a list are the same question. */
const COUNTS = /\/counts$/;

/** What an address asks for, however its parameters are ordered: `audit/decisions?from=2026-01-01&to=2026-12-31&who=张三`. */
export function queryOf(url: string): string {
  const { pathname, searchParams } = new URL(url, 'http://x');
  const asked = [...searchParams].filter(([name]) => !PAGING.includes(name)).sort(([one], [other]) => (one < other ? -1 : 1));
  const path = pathname.replace(/^\/api\//, '').replace(COUNTS, '');
  return asked.length === 0 ? path : `${path}?${asked.map(([name, value]) => `${name}=${value}`).join('&')}`;
}
