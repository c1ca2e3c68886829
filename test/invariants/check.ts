import type pg from 'pg';
import { CHECKS } from './checks.js';

/** Something in the database that must not be: which invariant it breaks, and where. */
export interface Violation {
  readonly invariant: string;
  readonly what: string;
  readonly where: string;
}

/**
 * Looks at everything that is stored and says what breaks quality.md's I1–I11. Written from quality.md and product.md; it calls none of the
 * database's own functions and none of the application's code, so that it shares no mistake with them.
 *
 * @param client a login that reads everything (the superuser, with or without a search path)
 */
export async function checkInvariants(client: Pick<pg.ClientBase, 'query'>): Promise<Violation[]> {
  const violations: Violation[] = [];
  for (const [invariant, what, sql] of CHECKS) {
    const { rows } = await client.query<{ place: string }>(`with recursive ${COMMON} ${sql}`);
    violations.push(...rows.map(({ place }) => ({ invariant, what, where: place })));
  }
  return violations;
}

const COMMON = `
  -- A body and every region above it.
  above (organization, region, parent) as (
    select o.id, r.code, r.parent_code from mulu.organization o join mulu.region r on r.code = o.region_code
    union all
    select above.organization, r.code, r.parent_code from above join mulu.region r on r.code = above.parent),
  -- A region, and itself with every region above it.
  upward (code, over) as (
    select r.code, r.code from mulu.region r
    union all
    select upward.code, r.parent_code from upward join mulu.region r on r.code = upward.over where r.parent_code is not null),
  holding as (
    select o.id as organization, a.account_id as person, a.role, a.principal_id as principal, a.starts_at as since, least(a.ends_at, a.revoked_at + interval '5 seconds') as until
    from mulu.organization o join mulu.appointment a
      on a.organization_id = o.id or a.region_code in (select region from above where above.organization = o.id)),
  body_of as (
    select v.id as version, v.predecessor_id as predecessor, c.organization_id as organization, pr.body as profile
    from mulu.catalogue_version v join mulu.catalogue c on c.id = v.catalogue_id
    join mulu.profile pr on pr.id = v.profile_id and pr.version = v.profile_version),
  -- The signatures that are not voided, each with its persons.
  signed as (
    select d.*, array_remove(array[d.decided_by, d.on_behalf_of], null) as persons from mulu.decision d where d.voided_seq is null),
  -- What stands behind each item of a publication: a decision taken there, or the one that was carried over.
  grounded as (
    select p.version_id, p.published_at, vi.item_id, vi.revision_id, vi.content_hash, vi.state, here.id as here, here.at as since, origin.id as origin,
           origin.version_id as origin_version, origin.kind, origin.outcome, origin.persons, origin.step
    from mulu.publication p join mulu.version_item vi on vi.version_id = p.version_id
    join signed here on here.version_id = vi.version_id and here.item_id = vi.item_id and here.content_hash = vi.content_hash and here.at <= p.published_at
    join signed origin on origin.id = case when here.step = 'carryOver' then here.rests_on else here.id end
      and origin.item_id = vi.item_id and origin.content_hash = vi.content_hash
    where not exists (select from mulu.bar b where b.item_id = vi.item_id and b.content_hash = vi.content_hash
                      and b.at <= p.published_at and (b.at >= here.at or here.step = 'carryOver'))),
  text_of as (
    select r.id as revision, convert_from(b.bytes, 'UTF8')::jsonb as said from mulu.revision r join mulu.content_blob b on b.hash = r.content_hash where b.bytes is not null),
  submitter as (
    select version_id, unnest(array_remove(array[person_id, on_behalf_of], null)) as person from mulu.participation where kind = 'submitted'),
  -- Who had a hand in the text of an item as a published version has it, since the text that was released before.
  contributor as (
    select vi.version_id, vi.item_id, hand.person
    from mulu.publication p join mulu.version_item vi on vi.version_id = p.version_id join mulu.revision now on now.id = vi.revision_id
    join mulu.revision r on r.item_id = vi.item_id and r.ordinal <= now.ordinal
      and (r.id = now.id or r.ordinal > coalesce((
             select max(old.ordinal) from mulu.publication_item pi join mulu.publication before on before.version_id = pi.version_id
             join mulu.revision old on old.id = pi.revision_id where pi.item_id = vi.item_id and before.published_at < p.published_at), 0))
    join mulu.catalogue_version made on made.id = r.version_id and (made.state <> 'discarded' or r.id = now.id)
    cross join lateral (
      select unnest(array[r.author_id, r.on_behalf_of]) as person
      union select unnest(array[x.person_id, x.on_behalf_of]) from mulu.participation x where x.revision_id = r.id
        and exists (select from mulu.log_event e where e.stream = x.version_id and e.seq = x.seq and e.at <= p.published_at)) hand
    where hand.person is not null),
  approver as (
    select distinct on (p.version_id) p.version_id, p.published_at, e.at, x.person_id, x.on_behalf_of, array_remove(array[x.person_id, x.on_behalf_of], null) as persons
    from mulu.publication p join mulu.participation x on x.version_id = p.version_id and x.kind = 'approved'
    join mulu.log_event e on e.stream = x.version_id and e.seq = x.seq and e.seq <= p.seq order by p.version_id, x.seq desc)`;
