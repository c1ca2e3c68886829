import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { useHouse } from '../../../test/factories/house.js';
import { machineOf } from '../../commands/index.js';
import { anItemContent, must, TestVersion } from '../../../test/factories/version.http.js';

const house = useHouse();
const EVENTS = 10_000;

/** Signatures and reopenings in turn, over all items: only the log grows, which is all that replay reads of it. */
const GROW = `select count(mulu.log_append($1, jsonb_build_object('type', case when n / items.count % 2 = 0 then 'clear' else 'reopen' end, 'actor', null, 'roles', '[]'::jsonb,
    'machine', jsonb_build_object('id', 'itemReview', 'version', $3::text, 'hash', $4::text), 'itemId', items.ids[n % items.count + 1],
    'from', case when n / items.count % 2 = 0 then 'awaitingReview' else 'releasable' end, 'to', case when n / items.count % 2 = 0 then 'releasable' else 'awaitingReview' end,
    'revisionId', items.revisions[n % items.count + 1], 'contentHash', items.hashes[n % items.count + 1], 'facts', '{}'::jsonb)::text))
  from (select array_agg(item_id) as ids, array_agg(revision_id) as revisions, array_agg(encode(content_hash, 'hex')) as hashes, count(*)::int as count
        from mulu.version_item where version_id = $1) items, generate_series(0, $2::int) n`;

/** Pages of the database that the statements of an answer touch, one by one. */
async function pagesOf(source: DataSource, ask: () => Promise<unknown>): Promise<number> {
  const asked = jest.spyOn(source, 'query');
  await ask();
  const statements = asked.mock.calls.map(([sql, parameters]) => ({ sql, parameters }));
  asked.mockRestore();
  expect(statements.length).toBeGreaterThan(4);
  let pages = 0;
  for (const { sql, parameters } of statements) {
    const [row] = await source.query(`explain (analyze, buffers, format json) ${sql}`, parameters as unknown[]);
    const { Plan: plan } = row['QUERY PLAN'][0];
    pages += plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
  }
  return pages;
}

it('costs at event 10,000 no more than twice what it costs at event 100', async () => {
  const names = Array.from({ length: 45 }, (_, index) => anItemContent(`事项${index}`));
  const version = await (await TestVersion.draft(house, names)).submitted();
  const machine = machineOf('itemReview');
  await house.people.admin.query(GROW, [version.id, EVENTS, machine.version, machine.hash]);
  await house.people.admin.query('analyze mulu.log_event');
  const source = house.app.get<DataSource>(getDataSourceToken());
  const auditor = await house.as('auditor');
  const at = (seq: number) => () => must(auditor.get(`${version.url}/replay?at=${seq}&limit=20`));
  expect((await at(EVENTS)()).json).toMatchObject({ counts: { awaitingReview: expect.any(Number), releasable: expect.any(Number) } });

  const [early, late] = [await pagesOf(source, at(100)), await pagesOf(source, at(EVENTS))];
  expect(late).toBeLessThanOrEqual(2 * early);
  const time = '2999-01-01T00:00:00Z';
  const byTime = () => must(auditor.get(`${version.url}/replay?at=${time}&limit=20`));
  expect(await pagesOf(source, byTime)).toBeLessThanOrEqual(2 * early);
});
