import type { DataSource } from 'typeorm';
import type { Findings } from '../text.js';
import type { Moment } from './moment.js';
import type { PastRow } from './past-rows.js';
import type { KnownDecision, KnownOfRow } from './standings-then.js';

/** SQL: an event had happened by the moment. In this log ($1) that is a matter of its number ($2), in another one of its time ($3). */
export const happened = (version: string, seq: string): string => `case when ${version} = $1 then ${seq} <= $2
    else (select e.at from mulu.log_event e where e.stream = ${version} and e.seq = ${seq}) <= $3::timestamptz end`;
const came = (row: string): string => happened(`${row}.version_id`, `${row}.seq`);

const DECISIONS = `select x.id::int as id, x.item_id as item, x.version_id as version, x.revision_id as revision, encode(x.content_hash, 'hex') as hash, x.kind,
    x.step, mulu.persons(x.decided_by, x.on_behalf_of) as persons, x.outcome, x.level, x.measures, x.assess, x.predecessor, x.rests_on::int as "restsOn",
    coalesce(${happened('x.version_id', 'x.voided_seq')}, false) or exists (select from mulu.bar b
      where b.item_id = x.item_id and b.content_hash = x.content_hash and b.at >= x.at and ${came('b')}) as fallen
  from mulu.decision x where x.item_id = any ($4::uuid[]) and ${came('x')} order by x.id`;

const PUBLIC_BEFORE = `select from mulu.publication_item pi join mulu.publication p on p.version_id = pi.version_id
  where pi.item_id = i.item and p.published_at <= $3::timestamptz`;

/** Authors, importers and amenders since the text that was last released, as `contributors` counts them. */
const TEXTS = `select i.item, r.category, r.removal, r.findings, exists (${PUBLIC_BEFORE}) as "wasPublic",
    (select coalesce(array_agg(distinct person), '{}') from mulu.revision w
     cross join lateral unnest(mulu.persons(w.author_id, w.on_behalf_of) || array(
       select unnest(mulu.persons(p.person_id, p.on_behalf_of)) from mulu.participation p where p.revision_id = w.id and ${came('p')})) person
     where w.item_id = i.item and ${came('w')} and (w.id = i.revision or w.ordinal > coalesce((
         select max(o.ordinal) from mulu.publication_item pi join mulu.publication p on p.version_id = pi.version_id
         join mulu.revision o on o.id = pi.revision_id where pi.item_id = i.item and p.published_at <= $3::timestamptz), 0)
       and not exists (select from mulu.log_event e where e.stream = w.version_id and e.type = 'discard' and ${happened('e.stream', 'e.seq')}))) as contributors
  from unnest($4::uuid[], $5::uuid[]) i (item, revision) join mulu.revision r on r.id = i.revision`;

const BARS = `select b.item_id as item, encode(b.content_hash, 'hex') as hash from mulu.bar b where b.item_id = any ($4::uuid[]) and ${came('b')}`;
const DISMISSALS = `select h.item_id as item, encode(h.content_hash, 'hex') as hash, h.hint_id as hint, h.side from mulu.hint_dismissal h
  where h.item_id = any ($4::uuid[]) and ${came('h')}`;

/** What the direct predecessor showed, where it was in force or had been replaced. */
const KEPT = `select pi.item_id as item, encode(pi.content_hash, 'hex') as hash, pi.decision_id::int as decision
  from mulu.catalogue_version v join mulu.publication_item pi on pi.version_id = v.predecessor_id and pi.item_id = any ($4::uuid[])
  where v.id = $1 and (select e.to_state from mulu.log_event e
    where e.stream = v.predecessor_id and e.machine_id = 'catalogueVersion' and e.at <= $3::timestamptz and $2::bigint is not null
    order by e.at desc, e.seq desc limit 1) in ('published', 'revised')`;

interface TextRow {
  readonly item: string;
  readonly category: KnownOfRow['text']['category'];
  readonly removal: boolean;
  readonly findings: Findings;
  readonly contributors: string[];
  readonly wasPublic: boolean;
}

/** All that was known of rows at a moment. These rows of the database are immutable, and the audit compares them with the log. */
export async function knownOf(
  source: DataSource,
  versionId: string,
  { seq, until }: Pick<Moment, 'seq' | 'until'>,
  rows: readonly PastRow[],
): Promise<KnownOfRow[]> {
  const ids = rows.map((row) => row.itemId);
  const ask = <T extends { item: string }>(sql: string, ...more: unknown[]): Promise<T[]> =>
    source.query(sql, [versionId, seq, until, ids, ...more]);
  const decisions = grouped(await ask<KnownDecision>(DECISIONS));
  const texts = grouped(
    await ask<TextRow>(
      TEXTS,
      rows.map((row) => row.revisionId),
    ),
  );
  const bars = grouped(await ask<{ item: string; hash: string }>(BARS));
  const dismissals = grouped(await ask<{ item: string; hash: string; hint: string; side: string }>(DISMISSALS));
  const kept = grouped(await ask<{ item: string; hash: string; decision: number }>(KEPT));
  return rows.map((row) => {
    const { itemId } = row;
    const { category, removal, findings, contributors, wasPublic } = texts.get(itemId)![0]!;
    return {
      row,
      decisions: decisions.get(itemId) ?? [],
      text: { category, removal, findings },
      contributors,
      wasPublic,
      barredHashes: (bars.get(itemId) ?? []).map(({ hash }) => hash),
      dismissals: dismissals.get(itemId) ?? [],
      predecessor: kept.get(itemId)?.[0] ?? null,
    };
  });
}

function grouped<T extends { readonly item: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row.item, [...(groups.get(row.item) ?? []), row]);
  return groups;
}
