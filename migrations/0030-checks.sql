-- The nightly check of the whole log: one a night however many processes look, what it found, and that it took place (docs/verification.md, "The whole log").

insert into log_word (word, meaning) values
  ('log.checked', 'The logs were checked as a whole, and what the check came to'),
  ('log.checkMissed', 'No check of the whole log came to an end for two days');

-- The check of a log asks for these by their version; nobody else did.
create index bar_version on bar (version_id);
create index hint_dismissal_version on hint_dismissal (version_id);

create table log_check (
  -- The night, by its day in China.
  due        date        primary key,
  -- Everything from the beginning, or the logs that moved since the last check.
  whole      boolean     not null,
  began_at   timestamptz not null,
  -- The process that is at it, until when nobody else may: one that was killed holds it no longer than that.
  holder     uuid,
  held_until timestamptz not null,
  attempts   integer     not null,
  ended_at   timestamptz,
  verdict    text        check (verdict in ('intact', 'tampered', 'truncated', 'unverifiable', 'failed')),
  logs       bigint,
  events     bigint,
  -- Leaves of the tree that a trusted checkpoint covers.
  covered    bigint,
  found      integer,
  -- The first of them, [{stream, seq, code}]: no text of anything.
  problems   jsonb,
  -- Where the next check goes on, {size, frontier}.
  checked    jsonb,
  -- The event of the system chain that says so.
  seq        bigint      unique,
  constraint log_check_ended check ((ended_at is null) = (verdict is null) and (ended_at is null) = (seq is null))
);
-- That two days passed without a check, since when, and the event that says so.
create table log_check_gap (
  since timestamptz primary key,
  seq   bigint      not null unique
);
grant select on log_check, log_check_gap to mulu_app, mulu_auditor;

-- A new check, or one that nobody is at any more, is taken by whoever asks: {whole, from}, where to go on; null when it is done, or somebody else is at it.
-- One a week is whole: a log that did not move since is looked at again then.
create function log_check_take(p_holder uuid, p_due date) returns jsonb language plpgsql security definer set search_path = mulu, pg_temp as $$
declare
  v_now   timestamptz := clock_timestamp();
  v_from  jsonb;
  v_whole boolean;
begin
  perform pg_advisory_xact_lock(hashtextextended('mulu.log_check', 0));
  if exists (select from log_check where due >= p_due and (ended_at is not null or held_until > v_now)) then
    return null;
  end if;
  select c.checked into v_from from log_check c where c.checked is not null order by c.due desc limit 1;
  v_whole := v_from is null or not exists (select from log_check c where c.whole and c.checked is not null and c.due > p_due - 7);
  insert into log_check (due, whole, began_at, holder, held_until, attempts) values (p_due, v_whole, v_now, p_holder, v_now + interval '10 minutes', 1)
  on conflict (due) do update set whole = excluded.whole, began_at = excluded.began_at, holder = excluded.holder, held_until = excluded.held_until,
    attempts = log_check.attempts + 1;
  return jsonb_build_object('whole', v_whole, 'from', case when v_whole then null else v_from end);
end $$;

-- Whoever is at it says so now and then. False when somebody else took it.
create function log_check_hold(p_holder uuid, p_due date) returns boolean language plpgsql security definer set search_path = mulu, pg_temp as $$
begin
  update log_check set held_until = clock_timestamp() + interval '10 minutes' where due = p_due and holder = p_holder and ended_at is null;
  return found;
end $$;

-- Everybody who is audit administrator now and can be reached is told of an event of the system chain, whatever else they wish not to be told.
create function log_check_tell(p_kind text, p_seq bigint) returns void language sql set search_path = mulu, pg_temp as $$
  insert into notification (person, stream, kind, family, role, id, seq, not_before)
  select distinct a.account_id, '00000000-0000-0000-0000-000000000000'::uuid, p_kind, 'deadlines', 'auditAdministrator', gen_random_uuid(), p_seq, clock_timestamp()
  from live_appointment a join contact c on c.account_id = a.account_id where a.role = 'auditAdministrator'
  on conflict (person, stream, kind) do update
  set id = excluded.id, seq = excluded.seq, not_before = excluded.not_before, attempts = 0, sent_at = null, over = false
$$;

-- What it came to: {verdict, keys, logs, events, covered, found, problems, checked}. Without a key nothing can be vouched for, which is nobody's fault. One that failed is tried twice again, ten minutes later, before that is its end.
-- False when somebody else took it, or it is to be tried again.
create function log_check_end(p_holder uuid, p_due date, p_result jsonb) returns boolean language plpgsql security definer set search_path = mulu, pg_temp as $$
declare
  v_check log_check;
  v_seq   bigint;
begin
  select * into v_check from log_check where due = p_due and holder = p_holder and ended_at is null for update;
  if not found then
    return false;
  end if;
  if p_result ->> 'verdict' = 'failed' and v_check.attempts < 3 then
    update log_check set holder = null, held_until = clock_timestamp() + interval '10 minutes' where due = p_due;
    return false;
  end if;
  v_seq := log_system('log.checked', null, '{}', jsonb_build_object('due', p_due, 'whole', v_check.whole, 'verdict', p_result -> 'verdict', 'logs', p_result -> 'logs',
    'events', p_result -> 'events', 'covered', p_result -> 'covered', 'found', p_result -> 'found'));
  update log_check set holder = null, held_until = clock_timestamp(), ended_at = clock_timestamp(), seq = v_seq, verdict = p_result ->> 'verdict',
    logs = (p_result ->> 'logs')::bigint, events = (p_result ->> 'events')::bigint, covered = (p_result ->> 'covered')::bigint,
    found = (p_result ->> 'found')::integer, problems = p_result -> 'problems', checked = nullif(p_result -> 'checked', 'null')
  where due = p_due;
  if p_result ->> 'verdict' in ('tampered', 'truncated', 'failed') or p_result ->> 'verdict' = 'unverifiable' and (p_result ->> 'keys')::integer > 0 then
    perform log_check_tell(case p_result ->> 'verdict' when 'failed' then 'checkFailed' else 'checkFound' end, v_seq);
  end if;
  return true;
end $$;

-- When two days passed since a check came to an end, or since the installation, without one, that is said once. Answers since when, null while all is well.
create function log_check_missed() returns timestamptz language plpgsql security definer set search_path = mulu, pg_temp as $$
declare
  v_since timestamptz := coalesce((select max(ended_at) from log_check where verdict <> 'failed'),
    (select at from log_event where stream = '00000000-0000-0000-0000-000000000000' and seq = 1));
  v_seq   bigint;
begin
  if v_since is null or v_since > clock_timestamp() - interval '48 hours' then
    return null;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('mulu.log_check', 0));
  if not exists (select from log_check_gap where since = v_since) then
    v_seq := log_system('log.checkMissed', null, '{}', jsonb_build_object('since', to_char(v_since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')));
    insert into log_check_gap values (v_since, v_seq);
    perform log_check_tell('checkMissed', v_seq);
  end if;
  return v_since;
end $$;

revoke execute on function log_check_take(uuid, date), log_check_hold(uuid, date), log_check_tell(text, bigint), log_check_end(uuid, date, jsonb), log_check_missed()
  from public;
grant execute on function log_check_take(uuid, date), log_check_hold(uuid, date), log_check_end(uuid, date, jsonb), log_check_missed() to mulu_app;

-- A connection keeps plans that were made while the tree was small: read from end to end for each leaf, a log that is long from the start took minutes.
alter function leaves_absorb(integer) set enable_seqscan = off;
alter function leaves_absorb(integer) set plan_cache_mode = force_generic_plan;
alter function leaves_absorb(integer) set jit = off;
alter function tree_head() set enable_seqscan = off;
alter function checkpoint_keep(bigint, text) set enable_seqscan = off;
alter function inclusion_proof(uuid, bigint, bigint) set enable_seqscan = off;
alter function consistency_proof(bigint, bigint) set enable_seqscan = off;
