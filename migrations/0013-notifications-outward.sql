-- What leaves the house: where each reader of the logs is, to which addresses ids of events are sent, and what people want to be written of
-- (docs/decisions/0016). A reader's place is a position in every single log: those numbers are given without gaps under the stream's lock, so
-- nothing before it can be committed later.

insert into log_word (word, meaning) values
  ('webhook.receiverAdded', 'Events are sent to a receiver from now on, ids only; its host is said, its address not'),
  ('webhook.receiverRemoved', 'No more events are sent to a receiver');

-- ── Who reads the logs, and how far ──────────────────────────────────────────────────────────────────────────────────
-- Every log but the system's, by what it is the log of. Whatever gets a log of its own has its line here.
create view log_source as
  select id as stream, 'version' as kind from catalogue_version
  union all
  select id, 'matter' from matter;

create view log_head as
  select s.stream, s.kind, head.seq from log_source s
  cross join lateral (select e.seq from log_event e where e.stream = s.stream order by e.seq desc limit 1) head;

create table log_reader (
  id       text primary key check (id ~ '^(mail|[0-9a-f]{64})$'),
  -- When it had read every log to its end.
  whole_at timestamptz
);
create table log_cursor (
  reader text   not null references log_reader on delete cascade,
  stream uuid   not null check (stream <> '00000000-0000-0000-0000-000000000000'),
  seq    bigint not null,
  primary key (reader, stream),
  -- Never beyond the end: what is written there next would not be read.
  foreign key (stream, seq) references log_event
);
-- The log is written in the order of time, so a summary of its pages says where the latest is.
create index log_event_at on log_event using brin (at) with (pages_per_range = 16, autosummarize = on);

-- A new reader begins where the logs end. Answers whether it is new.
create function log_reader_begin(p_reader text) returns boolean language plpgsql set search_path = mulu, pg_temp as $$
begin
  insert into log_reader (id) values (p_reader) on conflict do nothing;
  if not found then
    return false;
  end if;
  insert into log_cursor select p_reader, h.stream, h.seq from log_head h;
  return true;
end $$;

-- The logs that moved on since they were read, how far they are, and how far they were read. Once all were read to their end, it is enough for a
-- while to look at what was written since; ten minutes are left for a transaction that takes long to commit, and whatever is later still is found
-- the next time that all are looked at.
create function log_moved(p_reader text, p_limit integer) returns table (stream uuid, kind text, seq bigint, seen bigint)
language plpgsql set search_path = mulu, pg_temp set plan_cache_mode = force_custom_plan set jit = off as $$
declare
  v_now   timestamptz := clock_timestamp();
  v_whole timestamptz := (select r.whole_at from log_reader r where r.id = p_reader);
begin
  if v_whole between v_now - interval '10 minutes' and v_now then
    return query
      select s.stream, s.kind, late.seq, coalesce(c.seq, 0)
      from (select e.stream, max(e.seq) as seq from log_event e where e.at > v_whole - interval '10 minutes' group by e.stream) late
      join log_source s on s.stream = late.stream
      left join log_cursor c on c.reader = p_reader and c.stream = late.stream
      where late.seq > coalesce(c.seq, 0) limit p_limit;
    return;
  end if;
  return query
    select h.stream, h.kind, h.seq, coalesce(c.seq, 0)
    from log_head h left join log_cursor c on c.reader = p_reader and c.stream = h.stream
    where h.seq > coalesce(c.seq, 0) limit p_limit;
  if not found then
    update log_reader r set whole_at = v_now where r.id = p_reader;
  end if;
end $$;

-- p_places: [{stream, seq}]
create function log_read(p_reader text, p_places jsonb) returns void language sql set search_path = mulu, pg_temp as $$
  insert into log_cursor
  select p_reader, p.stream, max(p.seq) from jsonb_to_recordset(p_places) as p (stream uuid, seq bigint) group by p.stream
  on conflict (reader, stream) do update set seq = greatest(log_cursor.seq, excluded.seq)
$$;

-- ── Receivers ────────────────────────────────────────────────────────────────────────────────────────────────────────
-- A receiver is known by the SHA-256 of its address, because an address may hold a token.
create table webhook_receiver (
  reader        text        primary key references log_reader on delete cascade,
  host          text        not null check (length(host) between 1 and 300),
  -- The instance that sends to it, until when nobody else may: one that was killed holds it no longer than that.
  holder        uuid,
  held_until    timestamptz,
  -- Deliveries that failed one after the other, since when, and when the next is due.
  failures      integer     not null default 0 check (failures >= 0),
  failing_since timestamptz,
  next_at       timestamptz not null default clock_timestamp(),
  constraint webhook_receiver_held check ((holder is null) = (held_until is null)),
  constraint webhook_receiver_failing check ((failures = 0) = (failing_since is null))
);

-- The receivers are these, [{id, host}], and no others. A new one gets what is written from now on; of one that is gone nothing is kept.
create function webhook_configure(p_receivers jsonb) returns void language plpgsql security definer set search_path = mulu, pg_temp as $$
declare v_receiver record;
begin
  perform pg_advisory_xact_lock(hashtextextended('mulu.webhooks', 0));
  for v_receiver in
    select w.reader, w.host from webhook_receiver w
    where w.reader not in (select r.id from jsonb_to_recordset(p_receivers) as r (id text))
  loop
    delete from log_reader where id = v_receiver.reader;
    perform log_system('webhook.receiverRemoved', null, '{}', jsonb_build_object('host', v_receiver.host));
  end loop;
  for v_receiver in select r.id, r.host from jsonb_to_recordset(p_receivers) as r (id text, host text) loop
    if log_reader_begin(v_receiver.id) then
      insert into webhook_receiver (reader, host) values (v_receiver.id, v_receiver.host);
      perform log_system('webhook.receiverAdded', null, '{}', jsonb_build_object('host', v_receiver.host));
    end if;
  end loop;
end $$;

-- The next events for a receiver, in the order in which they are to be sent: none while it rests after a failure, or while another instance is at it.
create function webhook_take(p_receiver text, p_holder uuid, p_limit integer)
returns table (stream uuid, kind text, seq bigint, type text, at timestamptz) language plpgsql security definer set search_path = mulu, pg_temp as $$
begin
  update webhook_receiver w set holder = p_holder, held_until = clock_timestamp() + interval '1 minute'
  where w.reader = p_receiver and w.next_at <= clock_timestamp() and (w.holder is null or w.holder = p_holder or w.held_until < clock_timestamp());
  if not found then
    return;
  end if;
  return query
    select m.stream, m.kind, e.seq, e.type, e.at from log_moved(p_receiver, p_limit) m
    cross join lateral (select * from log_event l where l.stream = m.stream and l.seq > m.seen order by l.seq limit p_limit) e
    order by e.at, m.stream, e.seq limit p_limit;
end $$;

create function webhook_delivered(p_receiver text, p_places jsonb) returns void language plpgsql security definer set search_path = mulu, pg_temp as $$
begin
  perform from webhook_receiver where reader = p_receiver for update;
  if found then
    perform log_read(p_receiver, p_places);
    update webhook_receiver set failures = 0, failing_since = null where reader = p_receiver and failures > 0;
  end if;
end $$;

-- Tried in vain: ten seconds' pause, then twice as long each time, an hour at most. What a receiver could not be given for p_patience is given up.
-- Answers how often it failed by now, and how many events were given up.
create function webhook_failed(p_receiver text, p_patience interval) returns table (failures integer, given_up bigint)
language plpgsql security definer set search_path = mulu, pg_temp set jit = off as $$
declare
  v_now     timestamptz := clock_timestamp();
  v_since   timestamptz;
  v_places  jsonb;
begin
  update webhook_receiver w set failures = w.failures + 1, failing_since = coalesce(w.failing_since, v_now),
    next_at = v_now + least(interval '1 hour', interval '10 seconds' * power(2, least(w.failures, 10)))
  where w.reader = p_receiver returning w.failures, w.failing_since into failures, v_since;
  if not found then
    return;
  end if;
  given_up := 0;
  if v_since <= v_now - p_patience then
    select jsonb_agg(jsonb_build_object('stream', old.stream, 'seq', old.last)), coalesce(sum(old.count), 0) into v_places, given_up
    from (
      select h.stream, max(e.seq) as last, count(*) from log_head h
      left join log_cursor c on c.reader = p_receiver and c.stream = h.stream
      join log_event e on e.stream = h.stream and e.seq > coalesce(c.seq, 0) and e.at <= v_now - p_patience
      where h.seq > coalesce(c.seq, 0) group by h.stream) old;
    perform log_read(p_receiver, coalesce(v_places, '[]'));
  end if;
  return next;
end $$;

-- An instance that ends lets go of what it holds.
create function webhook_release(p_holder uuid) returns void language sql security definer set search_path = mulu, pg_temp as $$
  update webhook_receiver set holder = null, held_until = null where holder = p_holder
$$;

-- ── Mail: of versions and of matters ─────────────────────────────────────────────────────────────────────────────────
insert into log_reader (id) select 'mail' from notification_start;
insert into log_cursor select 'mail', version_id, seq from notification_cursor where seq > 0;
drop function notifications_moved(integer), notifications_note(uuid, bigint, jsonb, interval), notifications_due(integer), notifications_sent(uuid),
  notifications_failed(uuid), contact_set(text, text), contact_of(text);
drop table notification_cursor, notification_start;

-- What it is about is whatever has a log; the hand-over is an event of it.
alter table notification rename column version_id to stream;
alter table notification drop constraint notification_version_id_fkey;
alter table notification add foreign key (stream, seq) references log_event;
alter index notification_version rename to notification_stream;
-- What people choose about: work on catalogues, what is handed over in a matter, deadlines of matters.
alter table notification add column family text not null default 'catalogues' check (family in ('catalogues', 'matters', 'deadlines'));
alter table notification alter column family drop default;

-- What somebody does not want at once.
create table notification_wish (
  person uuid not null references account,
  family text not null check (family in ('catalogues', 'matters', 'deadlines')),
  mode   text not null check (mode in ('daily', 'never')),
  primary key (person, family)
);

create function contact_of(p_token text) returns jsonb language plpgsql stable security definer set search_path = mulu, pg_temp as $$
declare v_actor uuid := session_actor(p_token);
begin
  return jsonb_build_object(
    'email', (select email from contact where account_id = v_actor),
    'wishes', coalesce((select jsonb_object_agg(w.family, w.mode) from notification_wish w where w.person = v_actor), '{}'));
end $$;

-- One's own address, null for none, and what one wants to be told there, {family: 'atOnce' | 'daily' | 'never'}; a family that is not named stays.
create function contact_set(p_token text, p_email text, p_wishes jsonb) returns void language plpgsql security definer set search_path = mulu, pg_temp as $$
declare
  v_actor uuid := session_actor(p_token);
  v_old   text;
begin
  perform from account where id = v_actor for update;
  select email into v_old from contact where account_id = v_actor;
  if v_old is distinct from p_email then
    delete from contact where account_id = v_actor;
    if p_email is not null then
      insert into contact (account_id, email) values (v_actor, p_email);
    end if;
    perform log_system('account.contactChanged', v_actor, '{}', jsonb_build_object('accountId', v_actor, 'set', p_email is not null));
  end if;

  delete from notification_wish w where w.person = v_actor and p_wishes ? w.family;
  insert into notification_wish
  select v_actor, w.family, w.mode from jsonb_each_text(p_wishes) as w (family, mode) where w.mode <> 'atOnce';
  delete from notification n where n.person = v_actor and n.sent_at is null and p_wishes ->> n.family = 'never';
  update notification n set not_before = statement_timestamp()
  where n.person = v_actor and n.sent_at is null and n.attempts = 0 and n.not_before > statement_timestamp() and p_wishes ->> n.family = 'atOnce';
end $$;

-- What moved on since it was looked at, with how far it is now. What stood before the first look is old news.
create function notifications_moved(p_limit integer) returns table (stream uuid, kind text, seq bigint)
language plpgsql security definer set search_path = mulu, pg_temp as $$
begin
  perform log_reader_begin('mail');
  return query select m.stream, m.kind, m.seq from log_moved('mail', p_limit) m;
end $$;

-- Takes down who is asked for what in a version or a matter, [{person, kind, family, role, seq, whole}], as read when its log had come to p_seq. Told
-- is who can be reached, wants to be, and did not hand it over themselves; once for as long as they are asked, however much is added; and of the same
-- kind not again within p_pause. Whatever was handed over anew as a whole is new. Who wants it once a day hears at p_daily.
create function notifications_note(p_stream uuid, p_seq bigint, p_calls jsonb, p_pause interval, p_daily timestamptz) returns void
language plpgsql security definer set search_path = mulu, pg_temp as $$
begin
  delete from notification n
  where n.stream = p_stream and n.sent_at is null
    and not exists (select from jsonb_to_recordset(p_calls) as c(person uuid, kind text) where c.person = n.person and c.kind = n.kind);
  update notification n set over = true
  where n.stream = p_stream
    and not exists (select from jsonb_to_recordset(p_calls) as c(person uuid, kind text) where c.person = n.person and c.kind = n.kind);
  insert into notification (person, stream, kind, family, role, id, seq, not_before)
  select c.person, p_stream, c.kind, c.family, c.role, gen_random_uuid(), c.seq, case w.mode when 'daily' then p_daily else clock_timestamp() end
  from jsonb_to_recordset(p_calls) as c(person uuid, kind text, family text, role text, seq bigint)
  join contact a on a.account_id = c.person
  left join notification_wish w on w.person = c.person and w.family = c.family
  where w.mode is distinct from 'never'
    and c.person is distinct from (select e.actor_id from log_event e where e.stream = p_stream and e.seq = c.seq)
  on conflict (person, stream, kind) do update
  set family = excluded.family, role = excluded.role, id = excluded.id, seq = excluded.seq,
      not_before = greatest(excluded.not_before, notification.sent_at + p_pause), attempts = 0, sent_at = null, over = false
  where notification.over
     or notification.sent_at is not null and excluded.seq > notification.seq
        and exists (select from jsonb_to_recordset(p_calls) as c(person uuid, kind text, whole boolean)
                    where c.person = excluded.person and c.kind = excluded.kind and c.whole);
  perform log_read('mail', jsonb_build_array(jsonb_build_object('stream', p_stream, 'seq', p_seq)));
end $$;

-- Who is to be written to now, and of what, the oldest first: everything that is due for one person goes in one message. After a dozen failures (some
-- five hours) a notice is given up.
create function notifications_due(p_limit integer) returns table (email text, notices jsonb)
language plpgsql stable security definer set search_path = mulu, pg_temp as $$
begin
  return query
    select a.email, jsonb_agg(jsonb_build_object(
        'id', n.id, 'kind', n.kind, 'role', n.role, 'stream', n.stream, 'attempts', n.attempts,
        'title', coalesce(c.title, nullif(m.title, ''), above.title, ''), 'purpose', m.purpose, 'period', m.period, 'dueOn', m.due_on,
        'body', (select o.name from organization o where o.id = m.organization_id),
        'region', (select r.name from region r where r.code = m.region_code)) order by n.family, m.due_on, n.not_before, n.id)
    from notification n join contact a on a.account_id = n.person join account p on p.id = n.person and p.active
    left join catalogue_version v on v.id = n.stream left join catalogue c on c.id = v.catalogue_id
    left join matter m on m.id = n.stream left join matter above on above.id = m.parent_id
    where n.sent_at is null and n.attempts < 12 and n.not_before <= clock_timestamp()
    group by n.person, a.email order by min(n.not_before) limit p_limit;
end $$;

create function notifications_sent(p_ids uuid[]) returns void language sql security definer set search_path = mulu, pg_temp as $$
  update notification set sent_at = statement_timestamp() where id = any (p_ids) and sent_at is null
$$;

-- Tried in vain: half a minute's pause, then twice as long each time, an hour at most.
create function notifications_failed(p_ids uuid[]) returns void language sql security definer set search_path = mulu, pg_temp as $$
  update notification set attempts = attempts + 1,
    not_before = statement_timestamp() + least(interval '1 hour', interval '30 seconds' * power(2, attempts))
  where id = any (p_ids) and sent_at is null
$$;

revoke execute on function log_reader_begin(text), log_moved(text, integer), log_read(text, jsonb), webhook_configure(jsonb),
  webhook_take(text, uuid, integer), webhook_delivered(text, jsonb), webhook_failed(text, interval), webhook_release(uuid), contact_of(text),
  contact_set(text, text, jsonb), notifications_moved(integer), notifications_note(uuid, bigint, jsonb, interval, timestamptz),
  notifications_due(integer), notifications_sent(uuid[]), notifications_failed(uuid[]) from public;
grant execute on function webhook_configure(jsonb), webhook_take(text, uuid, integer), webhook_delivered(text, jsonb),
  webhook_failed(text, interval), webhook_release(uuid), contact_of(text), contact_set(text, text, jsonb), notifications_moved(integer),
  notifications_note(uuid, bigint, jsonb, interval, timestamptz), notifications_due(integer), notifications_sent(uuid[]),
  notifications_failed(uuid[]) to mulu_app;
