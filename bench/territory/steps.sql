-- Every step of the versions of some bodies and, where they are wanted, of their items: what will stand in the log, in the order of its streams.
create temp table pending on commit drop as
select s.*, row_number() over (partition by s.stream order by s.turn, s.place) as seq
from (
  -- The versions' own.
  select v.id as stream, t.turn, 0 as place, coalesce(t.at, v.opened + (v.ended - v.opened) * t.turn / greatest(v.reached, 1)) as at,
    'catalogueVersion' as machine_id, t.type, t.from_state, t.to_state, t.actor, t.role, null::uuid as item, null::uuid as revision, null::bytea as hash,
    t.reason, null as before, t.after, 0 as round, null::bigint as decision, null as step, null::bigint as rests_on
  from territory.version v join territory.body b on b.n = v.n
  cross join lateral (
    select 0 as turn, null::timestamptz as at, 'create' as type, '' as from_state, 'draft' as to_state, b.compiler as actor, 'compiler' as role,
      false as reason, case when v.g > 1 then '"revises":"' || territory.id('version', v.n * 3 + v.g - 1) || '"' end as after
    union all
    select r.turn + s.k, null, s.type, s.from_state, s.to_state, s.actor, s.role, s.type = 'return', null
    from generate_series(4, v.last, 8) r (turn)
    cross join lateral (values
      (0, 'submit', 'draft', 'confidentialityReview', b.compiler, 'compiler'),
      (4, 'concludeConfidentialityReview', 'confidentialityReview', 'riskAssessment', b.officer, 'confidentialityOfficer'),
      (6, 'concludeRiskAssessment', 'riskAssessment', 'departmentApproval', b.assessor, 'riskAssessor'),
      (7, 'return', 'departmentApproval', 'draft', b.leader, 'departmentLeader')) s (k, type, from_state, to_state, actor, role)
    where r.turn + s.k <= v.reached and not (v.state = 'discarded' and r.turn = v.last) and not (s.k = 7 and r.turn = v.last)
    union all
    select v.last, null, 'discard', 'draft', 'discarded', b.compiler, 'compiler', true, null where v.state = 'discarded'
    union all
    select v.last + 7, v.ended, 'approve', 'departmentApproval', case when v.state = 'scheduled' then 'scheduled' else 'published' end, b.leader,
      'departmentLeader', false,
      '"publishAt":"' || to_char(v.publish_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"'
    where v.reached = v.last + 7
    union all
    select v.last + 8, v.revised, 'revise', 'published', 'published', b.compiler, 'compiler', false, null where v.g < 3
    union all
    select v.last + 9, v.superseded, 'supersede', 'published', 'revised', null, null, false, null where v.superseded is not null
    union all
    select v.last + 9, v.taken_down, 'takeDown', 'published', 'takenDown', b.leader, 'departmentLeader', true, '"texts":"all"' where v.taken_down is not null
  ) t
  where v.n >= territory.number('from') and v.n < territory.number('until')
  union all
  -- Those of the items.
  select e.version, t.turn, e.i, e.opened + (e.ended - e.opened) * t.turn / greatest(e.reached, 1) + e.i * interval '1 second', 'itemReview', t.type,
    t.from_state, t.to_state, t.actor, t.role, e.item, case when t.came then e.came_revision else e.revision end,
    case when t.came then e.came_hash else e.hash end, t.type in ('reopen', 'withhold'), case t.type when 'withhold' then '"ground":"ART15_PRIVACY"' end,
    case t.type when 'acceptRisk' then '"level":"LOW"' when 'carryOver' then '"restsOn":' || e.rests_on end, t.round, t.decision, t.step,
    case t.type when 'carryOver' then e.rests_on end
  from entry e
  cross join lateral (select case when e.withheld then 'withheld' else 'releasable' end as end_state) c
  cross join lateral (
    select 1 as turn, 'create' as type, '' as from_state, 'drafting' as to_state, e.compiler as actor, 'compiler' as role, e.g > 1 as came, 0 as round,
      null::bigint as decision, null as step
    union all
    select 2, 'carryOver', 'drafting', c.end_state, null, null, false, 0, e.decision, 'carryOver' where not e.changed
    union all
    select 3, 'edit', 'drafting', 'drafting', e.compiler, 'compiler', false, 0, null, null where e.changed and e.g > 1
    union all
    select r.turn + s.k, s.type, s.from_state, s.to_state, s.actor, s.role, false, r.round, s.decision, s.step
    from (select turn, (turn + 4) / 8 as round from generate_series(4, e.last, 8) turn) r
    cross join lateral (
      select 1 as k, 'enterReview' as type, 'drafting' as from_state, 'awaitingReview' as to_state, null::uuid as actor, null as role, null::bigint as decision,
        null as step where r.round = 1 and e.changed
      union all
      select 2, 'reopen', c.end_state, 'awaitingReview', e.officer, 'confidentialityOfficer', null, null where r.round > 1
      union all
      -- Of a version under review a third has been looked at.
      select 3, case when e.withheld then 'withhold' else 'clear' end, 'awaitingReview', case when e.other then 'cleared' else c.end_state end, e.officer,
        'confidentialityOfficer', e.decision + 2 * r.round - 1, 'review'
      where (e.changed or r.round > 1) and (e.version_state <> 'confidentialityReview' or r.turn < e.last or e.i % 3 = 0)
      union all
      select 5, 'acceptRisk', 'cleared', 'releasable', e.assessor, 'riskAssessor', e.decision + 2 * r.round, 'assessment'
      where e.other and (e.changed or r.round > 1)) s
    where r.turn + s.k <= e.reached and not (e.version_state = 'discarded' and r.turn = e.last)) t
  where current_setting('territory.item_steps')::boolean
) s;
analyze pending (stream, item, machine_id, type);
