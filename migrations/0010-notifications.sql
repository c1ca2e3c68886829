-- Who is next hears of it outside the application. What is to be told is read from what stands, as the worklist is; kept is only how far the
-- logs were looked at, and which messages went out (docs/decisions/0016). No text of any item and no reason comes near these tables.

insert into log_word (word, meaning) values
  ('account.contactChanged', 'Somebody set or removed the address to which they get notifications; the address is not said');

-- ── Where somebody can be reached ────────────────────────────────────────────────────────────────────────────────────
create table contact (
  account_id uuid primary key references account,
  email      text not null check (length(email) between 3 and 254 and email ~ '^[^\s@<>(),;:"\\]+@[^\s@<>(),;:"\\]+$')
);

-- One's own address; null removes it.
create function contact_set(p_token text, p_email text) returns void language plpgsql security definer set search_path = mulu, pg_temp as $$
declare
  v_actor uuid := session_actor(p_token);
  v_old   text;
begin
  perform from account where id = v_actor for update;
  select email into v_old from contact where account_id = v_actor;
  if v_old is not distinct from p_email then
    return;
  end if;
  delete from contact where account_id = v_actor;
  if p_email is not null then
    insert into contact (account_id, email) values (v_actor, p_email);
  end if;
  perform log_system('account.contactChanged', v_actor, '{}', jsonb_build_object('accountId', v_actor, 'set', p_email is not null));
end $$;

create function contact_of(p_token text) returns text language plpgsql stable security definer set search_path = mulu, pg_temp as $$
declare v_actor uuid := session_actor(p_token);
begin
  return (select email from contact where account_id = v_actor);
end $$;

-- ── The logs as outbox ───────────────────────────────────────────────────────────────────────────────────────────────
-- How far each version's log was looked at. Numbers of one log are given under the version's lock and without gaps, so nothing with a smaller
-- number can be committed later: a position in each log, unlike one in time or over all of them, misses nothing.
create table notification_cursor (
  version_id uuid primary key references catalogue_version,
  seq        bigint not null
);
-- One row, once the first look was had: what stood before that is old news.
create table notification_start (
  only_row boolean primary key default true check (only_row),
  at       timestamptz not null default now()
);
-- What a person was, or is to be, told of a version. A message has an id of its own from before it is sent, so that one sent twice is known.
create table notification (
  person     uuid not null references account,
  version_id uuid not null references catalogue_version,
  kind       text not null check (kind ~ '^[a-z][A-Za-z]*$'),
  role       text not null,
  id         uuid not null unique,
  -- The hand-over in the version's log.
  seq        bigint not null,
  not_before timestamptz not null,
  attempts   integer not null default 0,
  sent_at    timestamptz,
  -- The person was asked, and is no more.
  over       boolean not null default false,
  primary key (person, version_id, kind)
);
create index notification_waiting on notification (not_before) where sent_at is null;
create index notification_version on notification (version_id);

-- The versions whose logs moved on since they were looked at, with how far they are now.
create function notifications_moved(p_limit integer) returns table (version_id uuid, seq bigint)
language plpgsql security definer set search_path = mulu, pg_temp as $$
begin
  insert into notification_start default values on conflict do nothing;
  if found then
    insert into notification_cursor
    select v.id, coalesce((select max(e.seq) from log_event e where e.stream = v.id), 0) from catalogue_version v;
  end if;
  return query
    select v.id, head.seq from catalogue_version v
    cross join lateral (select e.seq from log_event e where e.stream = v.id order by e.seq desc limit 1) head
    left join notification_cursor c on c.version_id = v.id
    where c.seq is null or head.seq > c.seq
    limit p_limit;
end $$;

-- Takes down who is asked for what in a version, [{person, kind, role, seq, whole}], as read when its log had come to p_seq. Told is who can be
-- reached and did not hand it over themselves; once for as long as they are asked, however much is added; and of the same kind not again
-- within p_pause. A version as a whole that was handed over anew is new.
create function notifications_note(p_version uuid, p_seq bigint, p_calls jsonb, p_pause interval) returns void
language plpgsql security definer set search_path = mulu, pg_temp as $$
begin
  delete from notification n
  where n.version_id = p_version and n.sent_at is null
    and not exists (select from jsonb_to_recordset(p_calls) as c(person uuid, kind text) where c.person = n.person and c.kind = n.kind);
  update notification n set over = true
  where n.version_id = p_version
    and not exists (select from jsonb_to_recordset(p_calls) as c(person uuid, kind text) where c.person = n.person and c.kind = n.kind);
  insert into notification (person, version_id, kind, role, id, seq, not_before)
  select c.person, p_version, c.kind, c.role, gen_random_uuid(), c.seq, clock_timestamp()
  from jsonb_to_recordset(p_calls) as c(person uuid, kind text, role text, seq bigint) join contact a on a.account_id = c.person
  where c.person is distinct from (select e.actor_id from log_event e where e.stream = p_version and e.seq = c.seq)
  on conflict (person, version_id, kind) do update
  set role = excluded.role, id = excluded.id, seq = excluded.seq, not_before = greatest(excluded.not_before, notification.sent_at + p_pause),
      attempts = 0, sent_at = null, over = false
  where notification.over
     or notification.sent_at is not null and excluded.seq > notification.seq
        and exists (select from jsonb_to_recordset(p_calls) as c(person uuid, kind text, whole boolean)
                    where c.person = excluded.person and c.kind = excluded.kind and c.whole);
  insert into notification_cursor values (p_version, p_seq)
  on conflict (version_id) do update set seq = greatest(notification_cursor.seq, excluded.seq);
end $$;

-- What is to go out now, the oldest first. After a dozen failures (some five hours) a message is given up.
create function notifications_due(p_limit integer)
returns table (id uuid, email text, kind text, role text, version_id uuid, title text, attempts integer)
language plpgsql stable security definer set search_path = mulu, pg_temp as $$
begin
  return query
    select n.id, a.email, n.kind, n.role, n.version_id, c.title, n.attempts
    from notification n join contact a on a.account_id = n.person join account p on p.id = n.person and p.active
    join catalogue_version v on v.id = n.version_id join catalogue c on c.id = v.catalogue_id
    where n.sent_at is null and n.attempts < 12 and n.not_before <= clock_timestamp()
    order by n.not_before limit p_limit;
end $$;

create function notifications_sent(p_id uuid) returns void language sql security definer set search_path = mulu, pg_temp as $$
  update notification set sent_at = clock_timestamp() where id = p_id and sent_at is null
$$;

-- Tried in vain: half a minute's pause, then twice as long each time, an hour at most.
create function notifications_failed(p_id uuid) returns void language sql security definer set search_path = mulu, pg_temp as $$
  update notification set attempts = attempts + 1,
    not_before = clock_timestamp() + least(interval '1 hour', interval '30 seconds' * power(2, attempts))
  where id = p_id and sent_at is null
$$;

-- ── Who is next ──────────────────────────────────────────────────────────────────────────────────────────────────────
-- What the worklist of one person is told from (0007), now for anybody who has the versions. No text of any item is in it.
create function worklist_told(p_person uuid, p_versions catalogue_version[]) returns jsonb
language plpgsql stable set search_path = mulu, pg_temp set enable_seqscan = off set plan_cache_mode = force_generic_plan set jit = off as $$
declare
  v_ids      uuid[];
  v_hands    jsonb;
  v_asked    asked_person[];
begin
  v_ids := array(select w.id from unnest(p_versions) w);
  with bodies as (
    select distinct c.organization_id as id from unnest(p_versions) w join catalogue c on c.id = w.catalogue_id
  ), hands as materialized (
    select b.id, h.role, h.person, h.principal from bodies b cross join lateral hands_at(b.id) h where h.role = any (working_roles())
  )
  select (select jsonb_object_agg(each.id, each.hands) from (
            select h.id, jsonb_agg(jsonb_build_object('role', h.role, 'persons', persons(h.person, h.principal))
                                   order by h.principal is not null, h.role, h.person) as hands
            from hands h group by h.id) each),
         (select array_agg(distinct row(h.id, h.role, p)::asked_person) from hands h cross join lateral unnest(persons(h.person, h.principal)) p)
    into v_hands, v_asked;
  return jsonb_build_object(
    'person', p_person,
    'hands', coalesce(v_hands, '{}'),
    'people', coalesce((select jsonb_object_agg(a.id, a.display_name) from account a where a.id in (select (unnest(v_asked)).person)), '{}'),
    'versions', coalesce((
      with groups as materialized (
        select vi.version_id, vi.state, count(*)::int as count, min(vi.state_seq) as first_seq, max(vi.state_seq) as last_seq
        from version_item vi where vi.version_id = any (v_ids) group by vi.version_id, vi.state
      ), marks as materialized (select * from worklist_marks(v_ids, v_asked)),
      small as materialized (
        select p.id, p.version, coalesce((p.body ->> 'smallBody')::boolean, false) as small from profile p
        where (p.id, p.version) in (select w.profile_id, w.profile_version from unnest(p_versions) w)
      )
      select jsonb_agg(jsonb_build_object(
        'id', v.id, 'catalogueId', v.catalogue_id, 'title', c.title, 'number', v.number, 'state', v.state, 'stateSeq', v.state_seq,
        'publishAt', v.publish_at, 'revises', v.predecessor_id is not null, 'organization', jsonb_build_object('id', o.id, 'name', o.name),
        'smallBody', small.small, 'submitters', to_jsonb(submitters(v.id)),
        'tookPart', exists (select from log_event m where m.stream = v.id and m.actor_id = p_person),
        'event', jsonb_build_object('type', e.type, 'at', e.at, 'by', case when a.id is not null then jsonb_build_object('id', a.id, 'displayName', a.display_name) end,
          'reason', (select convert_from(b.bytes, 'UTF8')::jsonb ->> 'reason' from content_blob b where b.hash = e.reason_hash)),
        'reviewOn', (
          select min(d.review_on) from decision d join version_item vi on vi.item_id = d.item_id and vi.version_id = v.id
          where d.version_id = case when v.state = 'draft' then v.predecessor_id else v.id end and d.kind = 'setAside' and d.voided_seq is null
            and vi.state = case when v.state = 'draft' then 'drafting' else 'setAside' end),
        'draft', case when v.state = 'draft' and exists (
          select from unnest(v_asked) y where y.organization_id = o.id and y.role = 'compiler' and y.person = p_person) then worklist_draft(v.id) end,
        'marks', coalesce((
          select jsonb_agg(jsonb_build_object('state', m.state, 'contributors', coalesce(to_jsonb(m.contributors), '[]'),
            'signatures', coalesce(m.signatures, '[]'), 'count', cardinality(m.items), 'first', to_jsonb(m.items[1:5])))
          from marks m where m.version_id = v.id), '[]'),
        'groups', coalesce((
          select jsonb_agg(jsonb_build_object('state', g.state, 'count', g.count, 'seq', greatest(g.last_seq, entered.seq),
            'since', (select t.at from log_event t where t.stream = v.id and t.seq = greatest(g.first_seq, entered.seq)),
            'settled', (select t.at from log_event t where t.stream = v.id and t.seq = g.last_seq),
            'first', case when g.count > cardinality(hit.items)
                       and g.state in ('awaitingReview', 'returned', 'referred', 'deferred', 'cleared', 'awaitingEndorsement') then to_jsonb(array(
              select vi.item_id from version_item vi where vi.version_id = v.id and vi.state = g.state and vi.item_id <> all (hit.items)
              order by vi.position limit 5)) else '[]' end))
          from groups g cross join lateral (
            select coalesce(array_agg(i), '{}') as items from marks m cross join lateral unnest(m.items) i where m.version_id = v.id and m.state = g.state) hit
          where g.version_id = v.id), '[]')))
      from unnest(p_versions) v
      join catalogue c on c.id = v.catalogue_id
      join organization o on o.id = c.organization_id
      join small on small.id = v.profile_id and small.version = v.profile_version
      join log_event e on e.stream = v.id and e.seq = v.state_seq
      left join account a on a.id = e.actor_id
      -- A state that an item kept through a return and a new submission is handed over by the submission.
      left join lateral (select max(p.seq) as seq from participation p where p.version_id = v.id and p.kind = 'submitted') entered on true
    ), '[]'));
end $$;

create or replace function worklist_facts(p_token text) returns jsonb
language plpgsql stable security definer set search_path = mulu, pg_temp set enable_seqscan = off set plan_cache_mode = force_generic_plan set jit = off as $$
declare v_person uuid := session_person(p_token);
begin
  if v_person is null then
    return null;
  end if;
  return worklist_told(v_person, array(select w from worklist_versions(v_person) w));
end $$;

-- The same of one version, for nobody in particular, and without the words of whoever handed it over. Once the version is closed nobody is asked.
create function version_at_work(p_version uuid) returns jsonb language plpgsql stable security definer set search_path = mulu, pg_temp as $$
begin
  return worklist_told(null, array(
    select v from catalogue_version v
    where v.id = p_version and v.state in ('draft', 'confidentialityReview', 'riskAssessment', 'departmentApproval', 'scheduled')
  )) #- '{versions,0,event,reason}';
end $$;

revoke execute on function worklist_told(uuid, catalogue_version[]), version_at_work(uuid), contact_set(text, text), contact_of(text),
  notifications_moved(integer), notifications_note(uuid, bigint, jsonb, interval), notifications_due(integer), notifications_sent(uuid),
  notifications_failed(uuid) from public;
grant execute on function version_at_work(uuid), contact_set(text, text), contact_of(text), notifications_moved(integer),
  notifications_note(uuid, bigint, jsonb, interval), notifications_due(integer), notifications_sent(uuid), notifications_failed(uuid) to mulu_app;
