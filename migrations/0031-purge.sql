-- I12: the bytes of a text go when the law demands it (a secret, personal data), by two hands and never by one. Its hash stays, and so does every
-- event that names it: the chain still verifies. What goes with the bytes is every other copy of them in the house: the raw cells that an item was
-- read from, the public projection, what the reading found.

insert into log_word (word, meaning) values
  ('text.purged', 'The bytes of a text or of somebody’s words were purged by two hands; the hash stays');

create index revision_text on revision (content_hash);
create index log_event_purged on log_event (content_hash) where type in ('text.purged', 'purge.done');

create table purge (
  id            uuid   primary key,
  -- In whose log the text was named when it was proposed.
  version_id    uuid   not null references catalogue_version,
  content_hash  bytea  not null references content_blob,
  -- Texts of items, or words that somebody wrote down with an act.
  kind          text   not null check (kind in ('text', 'words')),
  ground        text   not null check (ground in ('STATE_SECRET', 'WORK_SECRET', 'BUSINESS_SECRET', 'PERSONAL_DATA')),
  state         text   not null,
  state_seq     bigint not null,
  proposed_seq  bigint not null,
  proposed_by   uuid   not null references account,
  proposed_for  uuid   references account,
  opened_at     timestamptz not null default clock_timestamp(),
  log           uuid   not null default '00000000-0000-0000-0000-000000000000' check (log = '00000000-0000-0000-0000-000000000000'),
  constraint purge_state_event foreign key (log, state_seq) references log_event (stream, seq)
);
create unique index purge_one_open on purge (content_hash) where state = 'proposed';
create unique index purge_one_done on purge (content_hash) where state = 'done';
create index purge_version on purge (version_id);
create trigger purge_kept before delete on purge for each row execute function deny_change('MUI12');
create trigger purge_no_truncate before truncate on purge for each statement execute function deny_change('MUI12');

-- ── The chain of the system tells of purges, too ─────────────────────────────────────────────────────────────────────
create or replace function log_event_chain() returns trigger language plpgsql set search_path = mulu, pg_temp as $$
declare
  v_previous record;
  v_body     jsonb;
  v_machines text[];
begin
  if new.stream = '00000000-0000-0000-0000-000000000000' then
    perform from log_stream where stream = new.stream for update;
    v_machines := array['', 'purge'];
  else
    perform from catalogue_version where id = new.stream for update;
    if found then
      v_machines := array['', 'catalogueVersion', 'itemReview'];
    else
      select array[machine_id] into v_machines from matter where id = new.stream for update;
    end if;
  end if;
  if not found then
    raise exception using errcode = 'MUI07', message = 'log.noSuchStream';
  end if;
  select seq, hash, at into v_previous from log_event where stream = new.stream order by seq desc limit 1;
  new.seq    := coalesce(v_previous.seq, 0) + 1;
  new.prev   := coalesce(v_previous.hash, decode(repeat('00', 32), 'hex'));
  new.at     := greatest(clock_timestamp(), v_previous.at);
  new.header := convert_to('v=1;stream=' || new.stream || ';seq=' || new.seq || ';prev=' || encode(new.prev, 'hex')
                || ';at=' || to_char(new.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'UTF8');
  new.hash   := sha256(new.header || sha256(new.body));

  v_body := convert_from(new.body, 'UTF8')::jsonb;
  if not coalesce(v_body #>> '{machine,id}', '') = any (v_machines) then
    raise exception using errcode = 'MUI07', message = 'log.ofAnotherLifecycle';
  end if;
  new.type            := v_body ->> 'type';
  new.actor_id        := (v_body ->> 'actor')::uuid;
  new.on_behalf_of    := (v_body ->> 'onBehalfOf')::uuid;
  new.item_id         := (v_body ->> 'itemId')::uuid;
  new.machine_id      := v_body #>> '{machine,id}';
  new.machine_version := v_body #>> '{machine,version}';
  new.from_state      := v_body ->> 'from';
  new.to_state        := v_body ->> 'to';
  new.revision_id     := (v_body ->> 'revisionId')::uuid;
  new.content_hash    := hex_or_null(v_body ->> 'contentHash');
  new.reason_hash     := hex_or_null(v_body ->> 'reasonHash');
  return new;
end $$;

-- ── A new version of the lifecycle ────────────────────────────────────────────────────────────────────────────────────
-- The chain of the system tells of many purges, and of more to come: it goes on under the version in force, wherever each of them stands.
create or replace function machine_states(p_stream uuid, p_machine text) returns setof text language sql stable set search_path = mulu, pg_temp as $$
  select state from catalogue_version where id = p_stream and p_machine = 'catalogueVersion'
  union all select state from version_item where version_id = p_stream and p_machine = 'itemReview'
  union all select state from matter where id = p_stream and machine_id = p_machine
  union all select state from purge where log = p_stream and p_machine = 'purge'
$$;

-- ── What a text is to the house ──────────────────────────────────────────────────────────────────────────────────────
create function text_purged(p_hash bytea) returns boolean language sql stable set search_path = mulu, pg_temp as $$
  select exists (select from content_blob where hash = p_hash and bytes is null)
$$;

-- The items that ever had this text, in whatever catalogue: the same words have the same hash.
create function items_with_text(p_hash bytea) returns uuid[] language plpgsql stable set search_path = mulu, pg_temp as $$
begin
  return array(select distinct r.item_id from revision r where r.content_hash = p_hash);
end $$;

-- Where the public can read it. What lies below a tombstone counts as well, until it is barred.
create function text_shown_by(p_hash bytea) returns uuid[] language plpgsql stable set search_path = mulu, pg_temp as $$
begin
  return array(
    select distinct pi.item_id from publication_item pi
    join publication p on p.version_id = pi.version_id join catalogue_version v on v.id = pi.version_id
    where pi.item_id = any (items_with_text(p_hash)) and pi.content_hash = p_hash and v.state <> 'takenDown'
      and not exists (select from bar b where b.item_id = pi.item_id and b.content_hash = pi.content_hash and b.at >= p.published_at));
end $$;

-- Items of open versions that stand on it. A sealed text can be neither edited nor removed, and what is concluded against publication asks for nothing.
create function text_used_by(p_hash bytea) returns uuid[] language plpgsql stable set search_path = mulu, pg_temp as $$
begin
  return array(
    select distinct vi.item_id from version_item vi join catalogue_version v on v.id = vi.version_id
    where vi.item_id = any (items_with_text(p_hash)) and vi.content_hash = p_hash
      and v.state in ('draft', 'confidentialityReview', 'riskAssessment', 'departmentApproval', 'scheduled')
      and vi.state not in ('referred', 'withheld', 'onApplication', 'setAside'));
end $$;

-- Numbers of rows are stored as words, too; they say nothing, and another row may have the same one.
create function numbers_row(p_event log_event) returns boolean language sql immutable set search_path = mulu, pg_temp as $$
  select p_event.item_id is not null and p_event.from_state is null and p_event.type <> 'hint.dismissed' and p_event.reason_hash is not null
$$;

-- As what a version's log names it: a text of its items, or somebody's words; null where it does not.
create function text_kind(p_version uuid, p_hash bytea) returns text language plpgsql stable set search_path = mulu, pg_temp as $$
begin
  return (select case when bool_or(e.content_hash = p_hash) then 'text' when count(*) > 0 then 'words' end
          from log_event e
          where e.stream = p_version and (e.content_hash = p_hash and e.item_id is not null or e.reason_hash = p_hash and not numbers_row(e))
            and exists (select from catalogue_version v where v.id = p_version));
end $$;

-- ── Who may ──────────────────────────────────────────────────────────────────────────────────────────────────────────
create function administrator_hands(p_person uuid) returns table (role text, principal uuid) language plpgsql stable set search_path = mulu, pg_temp as $$
begin
  return query
    select distinct a.role, a.principal_id from live_appointment a
    where a.account_id = p_person and a.role in ('auditAdministrator', 'securityAdministrator')
      and (a.principal_id is null or exists (
        select from live_appointment p where p.account_id = a.principal_id and p.role = a.role and p.principal_id is null));
end $$;

-- ── A purge's row is what its events say ─────────────────────────────────────────────────────────────────────────────
create function purge_guard() returns trigger language plpgsql set search_path = mulu, pg_temp as $$
declare
  v_event  log_event;
  v_facts  jsonb;
  v_roles  text[];
begin
  if tg_op = 'UPDATE' and ((to_jsonb(new) - '{state,state_seq}'::text[]) is distinct from (to_jsonb(old) - '{state,state_seq}'::text[])
                           or new.state_seq <= old.state_seq) then
    raise exception using errcode = 'MUI12', message = 'purge.immutable';
  end if;
  v_event := demand_event(new.log, new.state_seq, 'purge', null, case when tg_op = 'UPDATE' then old.state end, new.state, null, new.content_hash);
  v_facts := event_said(v_event) -> 'facts';
  select t.roles into v_roles from transition t
  where t.machine_id = 'purge' and t.machine_version = v_event.machine_version and t.from_state = coalesce(v_event.from_state, '')
    and t.event = v_event.type and t.to_state = v_event.to_state;
  if v_facts ->> 'purgeId' is distinct from new.id::text
     or jsonb_array_length(event_said(v_event) -> 'roles') is distinct from 1
     or not (event_said(v_event) #>> '{roles,0}') = any (v_roles)
     or not exists (select from administrator_hands(v_event.actor_id) h
                    where h.role = event_said(v_event) #>> '{roles,0}' and h.principal is not distinct from v_event.on_behalf_of) then
    raise exception using errcode = 'MUI12', message = 'purge.withoutRole';
  end if;
  if v_facts ->> 'versionId' is distinct from new.version_id::text or v_facts ->> 'ground' is distinct from new.ground then
    raise exception using errcode = 'MUI12', message = 'purge.notWhatWasLogged';
  elsif tg_op = 'INSERT' then
    if new.proposed_seq <> new.state_seq or new.kind is distinct from text_kind(new.version_id, new.content_hash) or v_event.reason_hash is null then
      raise exception using errcode = 'MUI12', message = 'purge.notWhatWasLogged';
    end if;
    new.proposed_by  := v_event.actor_id;
    new.proposed_for := v_event.on_behalf_of;
  elsif new.state = 'done' and persons(v_event.actor_id, v_event.on_behalf_of) && persons(old.proposed_by, old.proposed_for) then
    raise exception using errcode = 'MUI12', message = 'purge.oneHand';
  end if;
  if new.state <> 'withdrawn' then
    if text_purged(new.content_hash) then
      raise exception using errcode = 'MUI12', message = 'purge.twice';
    elsif text_shown_by(new.content_hash) <> '{}' then
      raise exception using errcode = 'MUI12', message = 'purge.shown';
    elsif text_used_by(new.content_hash) <> '{}' then
      raise exception using errcode = 'MUI12', message = 'purge.inUse';
    end if;
  end if;
  return new;
end $$;
create trigger purge_guard before insert or update on purge for each row execute function purge_guard();

-- ── The bytes, and every copy of them ────────────────────────────────────────────────────────────────────────────────
create function content_blob_guard() returns trigger language plpgsql set search_path = mulu, pg_temp as $$
begin
  if tg_op = 'UPDATE' and new.hash = old.hash and old.bytes is not null and new.bytes is null
     and exists (select from purge p where p.content_hash = old.hash and p.state = 'done') then
    return new;
  end if;
  raise exception using errcode = 'MUI01', message = 'history.immutable', detail = format('%s of %s is refused', tg_op, tg_table_name);
end $$;
drop trigger content_blob_immutable on content_blob;
create trigger content_blob_immutable before update or delete on content_blob for each row execute function content_blob_guard();

-- What was purged does not come back: not by the same words typed again, nor by a file. A purge that is being made is waited for: it holds the row.
create or replace function content_store(p_bytes bytea) returns bytea language plpgsql set search_path = mulu, pg_temp as $$
declare
  v_hash bytea := sha256(p_bytes);
  v_gone boolean;
begin
  insert into content_blob (hash, bytes) values (v_hash, p_bytes) on conflict (hash) do nothing;
  if not found then
    select bytes is null into v_gone from content_blob where hash = v_hash for key share;
    if v_gone then
      perform refuse('MU422', 'text.purged');
    end if;
  end if;
  return v_hash;
end $$;

-- What the reading of a purged text found: that all of it is missing. So the item asks to be written anew before it is submitted.
create function purged_findings() returns jsonb language sql immutable set search_path = mulu, pg_temp as $$
  select '{"missing": ["path", "elements"], "timeLimitUnread": false, "hits": [], "openRepairs": []}'::jsonb
$$;

-- A row beside the bytes may lose what it copied from them, and nothing else.
create function revision_findings_guard() returns trigger language plpgsql set search_path = mulu, pg_temp as $$
begin
  if tg_op = 'UPDATE' and (to_jsonb(new) - 'findings') = (to_jsonb(old) - 'findings') and text_purged(old.content_hash)
     and new.findings = purged_findings() then
    return new;
  end if;
  raise exception using errcode = 'MUI05', message = 'history.immutable', detail = format('%s of %s is refused', tg_op, tg_table_name);
end $$;
drop trigger revision_immutable on revision;
create trigger revision_immutable before update or delete on revision for each row execute function revision_findings_guard();

-- A receipt proves the digest of what was shown: that of a purged text is kept, and its salt is told no more, so that it helps nobody who guesses.
alter table publication_item add column purged_digest bytea check (octet_length(purged_digest) = 32);
create function shown_digest(p_item publication_item) returns bytea language sql immutable set search_path = mulu, pg_temp as $$
  select sha256(substring(sha256(convert_to('salt ' || p_item.revision_id, 'UTF8')) for 16)
    || convert_to((jsonb_build_object('id', p_item.item_id) || p_item.public_content)::text, 'UTF8'))
$$;
create or replace function publication_parts(p_version uuid) returns table (place bigint, item_id uuid, salt bytea, digest bytea)
language plpgsql stable set search_path = mulu, pg_temp as $$
begin
  return query
    select 0::bigint, null::uuid, ''::bytea, sha256(convert_to(split_part(convert_from(p.document, 'UTF8'), ', "items" : [', 1), 'UTF8'))
    from publication p where p.version_id = p_version
    union all
    select row_number() over (order by i.position, i.item_id), i.item_id, substring(sha256(convert_to('salt ' || i.revision_id, 'UTF8')) for 16),
      coalesce(i.purged_digest, shown_digest(i))
    from publication_item i where i.version_id = p_version
    order by 1;
end $$;
create function publication_item_guard() returns trigger language plpgsql set search_path = mulu, pg_temp as $$
begin
  if tg_op = 'UPDATE' and (to_jsonb(new) - '{public_content,purged_digest,field}'::text[]) = (to_jsonb(old) - '{public_content,purged_digest,field}'::text[])
     and text_purged(old.content_hash) and old.purged_digest is null and new.public_content = '{}' and new.purged_digest = shown_digest(old) then
    return new;
  end if;
  raise exception using errcode = 'MUI05', message = 'history.immutable', detail = format('%s of %s is refused', tg_op, tg_table_name);
end $$;
drop trigger publication_item_immutable on publication_item;
create trigger publication_item_immutable before update or delete on publication_item for each row execute function publication_item_guard();

-- The public bytes of a version without the texts that were purged.
create function purged_document(p_version uuid, p_at timestamptz) returns bytea language plpgsql stable set search_path = mulu, pg_temp as $$
begin
  return publication_document(p_version, p_at, array(select pi.item_id from publication_item pi where pi.version_id = p_version and text_purged(pi.content_hash)));
end $$;

create function publication_guarded() returns trigger language plpgsql set search_path = mulu, pg_temp as $$
begin
  if tg_op = 'UPDATE' and (to_jsonb(new) - 'document') = (to_jsonb(old) - 'document')
     and exists (select from publication_item pi where pi.version_id = old.version_id and text_purged(pi.content_hash))
     and new.document = purged_document(old.version_id, old.published_at) then
    return new;
  end if;
  raise exception using errcode = 'MUI05', message = 'history.immutable', detail = format('%s of %s is refused', tg_op, tg_table_name);
end $$;
drop trigger publication_immutable on publication;
create trigger publication_immutable before update or delete on publication for each row execute function publication_guarded();

-- The raw cells that an item was read from go with the first of its texts that is purged; until then they stand as still as before.
create function version_item_source_guard() returns trigger language plpgsql set search_path = mulu, pg_temp as $$
begin
  if new.source is null and (to_jsonb(new) - 'source') = (to_jsonb(old) - 'source')
     and exists (select from revision r where r.item_id = old.item_id and text_purged(r.content_hash)) then
    return new;
  end if;
  raise exception using errcode = 'MUI05', message = 'item.immutable';
end $$;
drop trigger version_item_guard on version_item;
create trigger version_item_guard before insert or delete on version_item for each row execute function version_item_guard();
create trigger version_item_moves before update on version_item for each row
  when (new.source is not distinct from old.source) execute function version_item_guard();
create trigger version_item_source before update on version_item for each row
  when (new.source is distinct from old.source) execute function version_item_source_guard();

-- A file that waits to be confirmed has its rows still, and nobody knows which of them is the one that went: what waits in a catalogue that loses a text is
-- emptied, and brought again.
create or replace function import_guard() returns trigger language plpgsql set search_path = mulu, pg_temp as $$
begin
  if old.confirmed_seq is null and new.reading is null and (to_jsonb(new) - 'reading') = (to_jsonb(old) - 'reading')
     and (old.reading is not null and old.created_at < clock_timestamp() - interval '30 days' or exists (
       select from catalogue_version v join item i on i.catalogue_id = v.catalogue_id join revision r on r.item_id = i.id
       where v.id = old.version_id and text_purged(r.content_hash))) then
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

-- Nobody signs for what nobody can read, and nothing of it is carried over. What speaks against publication may still be said.
create function decision_readable() returns trigger language plpgsql set search_path = mulu, pg_temp as $$
begin
  if text_purged(new.content_hash) then
    raise exception using errcode = 'MU422', message = 'text.purged';
  end if;
  return new;
end $$;
create trigger decision_readable before insert on decision for each row
  when (new.kind in ('clear', 'acceptRisk', 'endorse', 'carryOver', 'refer') or new.outcome = 'open') execute function decision_readable();

create or replace function carry_overs(p_version uuid, p_limit_months int, p_items uuid[] default null) returns table (item_id uuid, decision_id bigint)
language plpgsql stable security definer set search_path = mulu, pg_temp set enable_seqscan = off set plan_cache_mode = force_generic_plan set jit = off as $$
begin
  return query
  select s.item_id, d.id
  from item_standings(p_version, coalesce(p_items, array(select vi.item_id from version_item vi where vi.version_id = p_version))) s
  join lateral (
    select o.* from standing_decision here
    join decision o on o.id = coalesce(here.rests_on, here.id)
    where here.version_id = p_version and here.item_id = s.item_id and here.revision_id = s.revision_id and here.kind <> 'setAside'
      and case s.state
            when 'releasable' then o.id = s.clearance_id
            when 'withheld' then o.kind in ('withhold', 'rejectRisk') or (o.kind = 'determine' and o.outcome = 'withhold')
            when 'onApplication' then o.kind = 'discloseOnApplication'
            else false end
    order by here.id desc limit 1) d on true
  where not s.removal
    and d.voided_seq is null
    and d.at > clock_timestamp() - make_interval(months => p_limit_months)
    and not text_purged(d.content_hash)
    and not exists (select from bar b where b.item_id = d.item_id and b.content_hash = d.content_hash)
    and not exists (select from decision later where later.item_id = d.item_id and later.content_hash = d.content_hash and later.id > d.id
                    and later.kind not in ('carryOver', 'acceptRisk', 'endorse'));
end $$;

-- The purge itself is made here and nowhere else, so that nobody can say it was done and leave a copy: the bytes, the copies, and a word in the chain of
-- every version that has the text.
create function purge_make() returns trigger language plpgsql set search_path = mulu, pg_temp as $$
declare
  v_event   log_event;
  v_items   uuid[] := items_with_text(new.content_hash);
  v_place   record;
begin
  select * into v_event from log_event where stream = new.log and seq = new.state_seq;
  update content_blob set bytes = null where hash = new.content_hash;
  update revision set findings = purged_findings() where content_hash = new.content_hash;
  update version_item set source = null where item_id = any (v_items) and source is not null;
  update import set reading = null
  where reading is not null and version_id in (select v.id from item i join catalogue_version v on v.catalogue_id = i.catalogue_id where i.id = any (v_items));
  update publication_item pi set public_content = '{}', purged_digest = shown_digest(pi) where item_id = any (v_items) and content_hash = new.content_hash;
  update publication p set document = purged_document(p.version_id, p.published_at)
  where p.version_id in (select pi.version_id from publication_item pi where pi.item_id = any (v_items) and pi.content_hash = new.content_hash);
  for v_place in
    select vi.version_id, vi.item_id from version_item vi where vi.item_id = any (v_items) and vi.content_hash = new.content_hash
    union
    select new.version_id, (select min(r.item_id::text)::uuid from revision r join log_event e on e.stream = new.version_id and e.revision_id = r.id
                            where r.content_hash = new.content_hash)
    order by 1, 2
  loop
    perform log_append(v_place.version_id, canonical_flat(jsonb_strip_nulls(jsonb_build_object('itemId', v_place.item_id))
      || jsonb_build_object('v', 1, 'eventId', gen_random_uuid(), 'type', 'text.purged', 'actor', v_event.actor_id,
        'roles', event_said(v_event) -> 'roles', 'onBehalfOf', v_event.on_behalf_of, 'purgeId', new.id, 'contentHash', encode(new.content_hash, 'hex'))));
  end loop;
  return null;
end $$;
create trigger purge_make after update on purge for each row when (new.state = 'done' and old.state <> 'done') execute function purge_make();

-- ── The corridor's two ends ──────────────────────────────────────────────────────────────────────────────────────────
create function purge_json(p_purge purge) returns jsonb language plpgsql stable set search_path = mulu, pg_temp as $$
begin
  return jsonb_build_object('id', p_purge.id, 'versionId', p_purge.version_id, 'contentHash', encode(p_purge.content_hash, 'hex'), 'kind', p_purge.kind,
    'ground', p_purge.ground, 'state', p_purge.state, 'seq', p_purge.state_seq, 'proposers', to_jsonb(persons(p_purge.proposed_by, p_purge.proposed_for)));
end $$;

-- Everything that a step may rest on. Of a purge that is to be proposed (p_version, p_hash), whether that log names that text.
create function purge_facts(p_token text, p_purge uuid, p_version uuid, p_hash bytea, p_key text) returns jsonb
language plpgsql stable security definer set search_path = mulu, pg_temp as $$
declare
  v_person uuid := session_person(p_token);
  v_purge  purge;
  v_hash   bytea := p_hash;
begin
  if p_purge is not null then
    select * into v_purge from purge where id = p_purge;
    v_hash := v_purge.content_hash;
  end if;
  return jsonb_build_object(
    'person', v_person,
    'prior', case when p_key is not null then prior_answer(v_person, p_key) end,
    'hands', coalesce((select jsonb_agg(jsonb_build_object('role', h.role, 'persons', persons(v_person, h.principal)) order by h.principal is not null, h.role)
                       from administrator_hands(v_person) h), '[]'),
    'purge', case when v_purge.id is not null then purge_json(v_purge) end,
    'kind', coalesce(v_purge.kind, text_kind(p_version, p_hash)),
    'open', (select o.id from purge o where o.content_hash = v_hash and o.state = 'proposed'),
    'text', jsonb_build_object('held', not text_purged(v_hash), 'shownBy', to_jsonb(text_shown_by(v_hash)), 'usedBy', to_jsonb(text_used_by(v_hash))));
end $$;

-- p_command: {op: 'propose' | 'move', purge, version?, hash?, expect?, body, words?, key, requestHash, answer}. Answers as commit_command.
-- Every version that may hold the text is locked, in one order, and then the head of the system chain, as where something is published.
create function commit_purge(p_token text, p_command jsonb) returns jsonb language plpgsql security definer set search_path = mulu, pg_temp as $$
declare
  v_person uuid := session_person(p_token);
  v_id     uuid := (p_command ->> 'purge')::uuid;
  v_body   jsonb := (p_command ->> 'body')::jsonb;
  v_purge  purge;
  v_hash   bytea;
  v_prior  jsonb;
  v_seq    bigint;
  v_answer jsonb;
begin
  if v_person is null then
    raise exception using errcode = 'MU401', message = 'session.absent';
  elsif p_command ->> 'key' is null then
    raise exception using errcode = 'MU428', message = 'precondition.idempotencyKey';
  end if;
  v_hash := coalesce((select p.content_hash from purge p where p.id = v_id), decode(p_command ->> 'hash', 'hex'));
  perform lock_version(v.id) from (
    select distinct v.id from item i join catalogue_version v on v.catalogue_id = i.catalogue_id where i.id = any (items_with_text(v_hash))
    union select coalesce((select p.version_id from purge p where p.id = v_id), (p_command ->> 'version')::uuid) order by 1) v;
  perform from log_stream where stream = '00000000-0000-0000-0000-000000000000' for update;
  perform from content_blob where hash = v_hash for update; -- against whoever writes the same text just now, in a version that is not locked
  v_prior := prior_answer(v_person, p_command ->> 'key');
  if v_prior is not null then
    return jsonb_build_object('prior', v_prior);
  end if;
  select * into v_purge from purge where id = v_id;
  if (p_command ->> 'op' = 'propose') = (v_purge.id is not null) or v_purge.state_seq is distinct from (p_command ->> 'expect')::bigint then
    return jsonb_build_object('conflict', true);
  end if;
  -- What was so when it was looked at must be so now that nobody else can move: else it is looked at again, and refused with its reasons.
  if v_body ->> 'to' <> 'withdrawn' and (text_purged(v_hash) or text_shown_by(v_hash) <> '{}' or text_used_by(v_hash) <> '{}')
     or v_purge.id is null and exists (select from purge p where p.content_hash = v_hash and p.state = 'proposed') then
    return jsonb_build_object('conflict', true);
  end if;
  if v_body ->> 'idempotencyKey' is distinct from p_command ->> 'key' then
    raise exception using errcode = 'MUI10', message = 'key.notWhatWasLogged';
  elsif (v_body ->> 'actor')::uuid is distinct from v_person then
    raise exception using errcode = 'MUI08', message = 'actor.notTheSession';
  elsif v_body #>> '{machine,id}' is distinct from 'purge' then
    raise exception using errcode = 'MUI08', message = 'event.notWhatIsDone';
  end if;
  if p_command ? 'words' then
    perform content_store(convert_to(p_command ->> 'words', 'UTF8'));
  end if;
  select coalesce(max(seq), 0) + 1 into v_seq from log_event where stream = '00000000-0000-0000-0000-000000000000';
  v_answer := coalesce(p_command -> 'answer', '{}') || jsonb_build_object('seq', v_seq, 'etag', v_seq);
  v_seq := log_append('00000000-0000-0000-0000-000000000000', p_command ->> 'body', p_command ->> 'key', decode(p_command ->> 'requestHash', 'hex'), v_answer);
  if v_purge.id is null then
    insert into purge (id, version_id, content_hash, kind, ground, state, state_seq, proposed_seq, proposed_by)
    values (v_id, (p_command ->> 'version')::uuid, v_hash, text_kind((p_command ->> 'version')::uuid, v_hash), v_body #>> '{facts,ground}', v_body ->> 'to', v_seq,
      v_seq, v_person);
  else
    update purge set state = v_body ->> 'to', state_seq = v_seq where id = v_id;
  end if;
  return jsonb_build_object('answer', v_answer);
end $$;

-- The texts and words that a version's log names, without what they say, for those who may propose; null for everybody else. p_after: log position.
create function purgeable_texts(p_token text, p_version uuid, p_item uuid, p_after bigint, p_limit integer) returns jsonb
language plpgsql stable security definer set search_path = mulu, pg_temp as $$
declare v_person uuid := session_person(p_token);
begin
  if not exists (select from administrator_hands(v_person)) then
    return null;
  end if;
  return coalesce((
    select jsonb_agg(to_jsonb(t) order by t.seq, t.kind) from (
      select e.seq, e.at, e.type, e.item_id as "itemId", k.kind, encode(k.hash, 'hex') as "contentHash",
        coalesce((select nullif(vi.label, '') from version_item vi where vi.version_id = e.stream and vi.item_id = e.item_id), '') as number,
        (select r.ordinal from revision r where r.id = e.revision_id and k.kind = 'text') as revision,
        octet_length(b.bytes) as size, b.bytes is null as purged,
        (select o.id from purge o where o.content_hash = k.hash and o.state = 'proposed') as "purgeId"
      from log_event e
      cross join lateral (values ('text', e.content_hash), ('words', e.reason_hash)) k (kind, hash)
      join content_blob b on b.hash = k.hash
      where e.stream = p_version and e.seq > p_after and (p_item is null or e.item_id = p_item)
        and case k.kind when 'words' then not numbers_row(e) else e.type in ('create', 'edit', 'remove') and e.item_id is not null end
      order by e.seq, k.kind limit p_limit) t), '[]');
end $$;

revoke execute on function text_purged(bytea), items_with_text(bytea), text_shown_by(bytea), text_used_by(bytea), numbers_row(log_event), text_kind(uuid, bytea),
  administrator_hands(uuid), purge_guard(), content_blob_guard(), purged_findings(), revision_findings_guard(), shown_digest(publication_item), publication_item_guard(), purged_document(uuid, timestamptz), publication_guarded(),
  version_item_source_guard(), decision_readable(), purge_make(), purge_json(purge), purge_facts(text, uuid, uuid, bytea, text), commit_purge(text, jsonb),
  purgeable_texts(text, uuid, uuid, bigint, integer) from public;
grant select on purge to mulu_app, mulu_auditor;
grant execute on function purge_facts(text, uuid, uuid, bytea, text), commit_purge(text, jsonb), purgeable_texts(text, uuid, uuid, bigint, integer) to mulu_app;
