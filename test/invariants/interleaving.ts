import pg from 'pg';

/** Something done on a connection: `done`, or what refused it. */
export type Doing = (client: pg.Client) => Promise<string>;

async function untilBlocked(admin: pg.Client, client: pg.Client, settled: () => boolean): Promise<boolean> {
  const { processID } = client as unknown as { processID: number };
  for (let look = 0; look < 500 && !settled(); look += 1) {
    const { rows } = await admin.query('select cardinality(pg_blocking_pids($1)) > 0 as blocked', [processID]);
    if (rows[0].blocked) return true;
  }
  return false;
}

/**
 * Two connections at once: the first is done but not committed when the second begins; then it is committed, and the second goes on.
 *
 * @returns what became of each, and whether the second had to wait for the first
 */
export async function interleave(
  { admin, one, other }: Readonly<Record<'admin' | 'one' | 'other', pg.Client>>,
  first: Doing,
  second: Doing,
): Promise<{ outcomes: [string, string]; waited: boolean }> {
  await one.query('begin');
  const before = await first(one);
  let settled = false;
  const after = second(other).finally(() => (settled = true));
  const waited = await untilBlocked(admin, other, () => settled);
  await one.query('commit');
  return { outcomes: [before, await after], waited };
}
