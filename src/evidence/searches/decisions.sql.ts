import { sealedText } from '../../catalogues/index.js';
import { containing } from '../../platform/like.js';
import { SCOPE } from '../jurisdiction.reads.js';
import { periodOf } from '../period.js';
import { IS_DECISION } from '../decision-kinds.js';
import type { DecisionFilter } from './decisions.dto.js';

/** SQL: the decision `d` stands no more, because it was voided or its text was barred after it. */
const IS_VOID = `(d.voided_seq is not null or exists (
    select from mulu.bar b where b.item_id = d.item_id and b.content_hash = d.content_hash and b.at >= d.at))`;

/** `$1` token, then what `filterValues` gives. The decisions of persons over whom one is auditor. */
export const DECIDED = `with ${SCOPE},
  version as (
    select v.id, v.number, c.title, o.id as organization_id, o.name as organization, o.region_code
    from mulu.catalogue_version v join mulu.catalogue c on c.id = v.catalogue_id join body b on b.id = c.organization_id
    join mulu.organization o on o.id = c.organization_id
    where ($6::uuid is null or o.id = $6) and ($7::text is null or o.name like $7)),
  decided as (
    select e.stream, e.seq, e.at, e.type, e.actor_id, e.on_behalf_of, e.item_id, e.content_hash, e.from_state, e.to_state, e.machine_id, convert_from(e.body, 'UTF8')::json #>> '{roles,0}' as role,
      d.id as decision_id, d.item_id as d_item, d.content_hash as d_hash, d.at as d_at, d.voided_seq, d.ground, d.level, d.outcome as determined,
      coalesce(${IS_VOID}, false) as void, v.number, v.title, v.organization_id, v.organization, v.region_code
    from mulu.log_event e join version v on v.id = e.stream
    left join mulu.decision d on d.version_id = e.stream and d.seq = e.seq
    where ${IS_DECISION} and e.at >= $2 and e.at < $3
      and ($4::uuid is null or e.actor_id = $4 or e.on_behalf_of = $4)
      and ($5::text is null or exists (select from mulu.account a where a.id in (e.actor_id, e.on_behalf_of) and a.display_name like $5))
      and ($8::text is null or e.type = $8) and ($9::text is null or e.to_state = $9)
      and ($10::text is null or ($10 = 'voided') = coalesce(${IS_VOID}, false)))`;

/** What `DECIDED` asks for beside the token. @throws ProblemError 422 for a period that ends before it begins */
export function filterValues(filter: DecisionFilter): unknown[] {
  const { from, to } = periodOf(filter);
  const { person, who, organization, body, kind, outcome, standing } = filter;
  const like = (typed: string | undefined) => (typed?.trim() ? containing(typed.trim()) : null);
  return [from, to, person ?? null, like(who), organization ?? null, like(body), kind ?? null, outcome ?? null, standing ?? null];
}

const PERSON = (account: string) =>
  `case when ${account}.id is not null then json_build_object('id', ${account}.id, 'displayName', ${account}.display_name) end`;
const REPLAY = (stream: string, seq: string) => `'/api/versions/' || ${stream} || '/replay?at=' || ${seq}`;

/**
 * A page of what `source` has, a part of a query that begins with `DECIDED`. `$11`–`$13` where the page before ended, `$14` how many; `only`: which of them;
 * `more`: what is told beside, of `p`.
 */
export const pageOfDecisions = (source: string, only = 'true', more = '') => `,
  page as (
    select * from ${source}
    where ${only} and ($11::timestamptz is null or (at, stream, seq) < ($11, $12::uuid, $13::bigint))
    order by at desc, stream desc, seq desc limit $14)
  select json_build_array(p.at::text, p.stream, p.seq::text) as key, p.seq::int as seq, p.at, p.type as kind, ${PERSON('a')} as actor, ${PERSON('o')} as "onBehalfOf", p.role,
    held.view as held, json_build_object('id', p.organization_id, 'name', p.organization) as organization,
    json_build_object('id', p.stream, 'title', p.title, 'number', p.number) as version,
    case when p.item_id is not null then json_build_object('id', p.item_id, 'path',
      case when not ${sealedText('p.item_id', 'p.content_hash')} then convert_from(t.bytes, 'UTF8')::json #> '{content,path}' end) end as item,
    p.to_state as outcome, p.ground, p.level, later.view as voided, ${REPLAY('p.stream', 'p.seq')} as href${more}
  from page p left join mulu.account a on a.id = p.actor_id left join mulu.account o on o.id = p.on_behalf_of
  left join mulu.content_blob t on t.hash = p.content_hash
  left join lateral (
    select json_build_object('id', h.id, 'scope', coalesce(at_body.name, at_region.name), 'startsAt', h.starts_at, 'endsAt', least(h.ends_at, h.revoked_at)) as view
    from mulu.appointment h left join mulu.organization at_body on at_body.id = h.organization_id left join mulu.region at_region on at_region.code = h.region_code
    where h.account_id = p.actor_id and h.role = p.role and h.principal_id is not distinct from p.on_behalf_of
      and h.starts_at <= p.at and (h.ends_at is null or h.ends_at > p.at) and (h.revoked_at is null or h.revoked_at >= p.at)
      and (h.organization_id = p.organization_id or h.region_code in (
        with recursive up (code, parent_code) as (
          select r.code, r.parent_code from mulu.region r where r.code = p.region_code
          union all select r.code, r.parent_code from mulu.region r join up on r.code = up.parent_code)
        select code from up))
    order by h.organization_id is null, h.starts_at limit 1) held on true
  left join lateral (
    select json_build_object('type', x.type, 'at', x.at, 'actor', ${PERSON('by')}, 'href', ${REPLAY('x.stream', 'x.seq')}) as view
    from mulu.log_event x left join mulu.account by on by.id = x.actor_id
    where p.void and (x.stream, x.seq) in (
      select p.stream, p.voided_seq where p.voided_seq is not null
      union all
      (select b.version_id, b.seq from mulu.bar b where p.voided_seq is null and b.item_id = p.d_item and b.content_hash = p.d_hash and b.at >= p.d_at
       order by b.at limit 1))) later on true
  order by p.at desc, p.stream desc, p.seq desc`;

export const DECISIONS = `${DECIDED}${pageOfDecisions('decided')}`;

export const COUNTS = `${DECIDED}
  select type as kind, count(*)::int as count, (count(*) filter (where void))::int as voided from decided group by type order by count(*) desc, type`;
