-- What auditors ask of all logs at once: who decided what. One index finds the decisions of persons in a period; src/evidence/searches asks with just its condition.
create index log_event_decided on log_event (at, stream, seq) where actor_id is not null and type in (
  'clear', 'requireRedaction', 'return', 'withhold', 'discloseOnApplication', 'refer', 'determine', 'defer', 'setAside', 'acceptRisk', 'requireMitigation',
  'rejectRisk', 'endorse', 'concludeConfidentialityReview', 'concludeRiskAssessment', 'approve', 'suspendItem', 'takeDown');

-- ── Who looked at evidence ───────────────────────────────────────────────────────────────────────────────────────────
-- The application says when somebody whose office it is to audit, or to administer, was answered from a log (docs/decisions/0027-reads-are-logged.md). Who it
-- was and when are the session's and the clock's; what was said can be neither changed nor taken back, like every event.
insert into log_word (word, meaning) values ('log.read', 'Somebody who audits or administers was shown evidence: what, of which log, by which query');

create index log_event_read on log_event (at, seq) where type = 'log.read';

-- Within this hour the same person was shown the same.
create function evidence_read_lately(p_person uuid, p_what text, p_log uuid, p_query text) returns boolean language plpgsql set search_path = mulu, pg_temp as $$
begin
  return exists (
    select from log_event e cross join lateral (select convert_from(e.body, 'UTF8')::jsonb as said) b
    left join content_blob q on q.hash = hex_or_null(b.said ->> 'queryHash')
    where e.type = 'log.read' and e.at > clock_timestamp() - interval '1 hour' and e.actor_id = p_person and b.said ->> 'what' = p_what
      and (b.said ->> 'log')::uuid is not distinct from p_log
      and substr(convert_from(q.bytes, 'UTF8'), 38) is not distinct from p_query);
end $$;

-- One entry a person, log and query within an hour; of what is carried away (`p_each`) one each time. Whoever neither audits nor administers leaves none.
-- A query may name people: the log holds its hash, salted, and the bytes lie where they can be purged.
create function evidence_read(p_token text, p_what text, p_log uuid, p_query text, p_each boolean) returns void
language plpgsql security definer set search_path = mulu, pg_temp as $$
declare
  v_person uuid := session_person(p_token);
  v_query  text := left(p_query, 2000);
  v_roles  text[];
begin
  if p_what <> all (array['history', 'replay', 'verification', 'package', 'dossier', 'sample', 'search', 'checkpoints', 'reads']) then
    perform refuse('MU400', 'read.unknown');
  end if;
  select array_agg(distinct a.role order by a.role) into v_roles from live_appointment a
  where a.account_id = v_person and (a.role = 'auditor' or a.role like '%Administrator');
  if v_roles is null or not p_each and evidence_read_lately(v_person, p_what, p_log, v_query)
     or not exists (select from catalogue_version where id = p_log union all select from matter where id = p_log union all select where p_log is null) then
    return;
  end if;
  -- Two at once would leave two: who waited looks again.
  perform from log_stream where stream = '00000000-0000-0000-0000-000000000000' for update;
  if p_each or not evidence_read_lately(v_person, p_what, p_log, v_query) then
    perform log_system('log.read', v_person, v_roles, jsonb_build_object('what', p_what, 'log', p_log,
      'queryHash', case when v_query is not null then encode(content_store(convert_to(gen_random_uuid() || ' ' || v_query, 'UTF8')), 'hex') end));
  end if;
end $$;
revoke execute on function evidence_read_lately(uuid, text, uuid, text), evidence_read(text, text, uuid, text, boolean) from public;
grant execute on function evidence_read(text, text, uuid, text, boolean) to mulu_app;

-- ── What is kept for a time only ─────────────────────────────────────────────────────────────────────────────────────
-- Of a file that nobody confirmed within thirty days goes what was read; that it was read, by whom and its hash stay.
create or replace function import_guard() returns trigger language plpgsql set search_path = mulu, pg_temp as $$
begin
  if old.confirmed_seq is null and old.reading is not null and old.created_at < clock_timestamp() - interval '30 days'
     and to_jsonb(new) = jsonb_set(to_jsonb(old), '{reading}', 'null') then
    return new;
  end if;
  if old.confirmed_seq is not null
     or (to_jsonb(new) - '{reading,confirmed_seq}'::text[]) is distinct from (to_jsonb(old) - '{reading,confirmed_seq}'::text[])
     or not exists (select from log_event e where e.stream = new.version_id and e.seq = new.confirmed_seq and e.type = 'import.confirmed'
                    and event_said(e) #>> '{facts,importId}' = new.id::text) then
    raise exception using errcode = 'MUI05', message = 'import.immutable';
  end if;
  return new;
end $$;
create index import_waiting on import (created_at) where reading is not null;

-- Sessions that are over; tries to sign in after a day of quiet; readings; and what people were told ninety days ago of what they are asked no more.
-- Whoever is still asked is not told again, so that stays. Answers how many of each.
create function forget_lapsed() returns jsonb language plpgsql security definer set search_path = mulu, pg_temp as $$
declare
  v_sessions bigint;
  v_attempts bigint;
  v_readings bigint;
  v_notices  bigint;
begin
  delete from session where expires_at <= now() or idle_expires_at <= now();
  get diagnostics v_sessions = row_count;
  delete from sign_in_throttle where last_tried_at < now() - interval '1 day' and coalesce(blocked_until <= now(), true);
  get diagnostics v_attempts = row_count;
  update import set reading = null where reading is not null and confirmed_seq is null and created_at < now() - interval '30 days';
  get diagnostics v_readings = row_count;
  delete from notification where over and coalesce(sent_at, not_before) < now() - interval '90 days';
  get diagnostics v_notices = row_count;
  return jsonb_build_object('sessions', v_sessions, 'attempts', v_attempts, 'readings', v_readings, 'notices', v_notices);
end $$;
revoke execute on function forget_lapsed() from public;
grant execute on function forget_lapsed() to mulu_app;
