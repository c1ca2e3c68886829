-- The order of a draft's rows, and the numbers they bear. Neither is text: moving a row voids nothing (docs/decisions/0012).
-- A row stands at a number of its own. Between any two numbers there is a third, so one move is one row written, whoever else moves another.

alter table version_item alter column position type numeric;
alter table publication_item alter column position type numeric;
alter type item_standing alter attribute "position" type numeric;
alter table version_item
  add constraint version_item_position unique (version_id, position),
  -- The event that last arranged the row; none while it stands where it was put when it came.
  add column arranged_seq bigint,
  add constraint version_item_arranged_event foreign key (version_id, arranged_seq) references log_event (stream, seq);

-- The shortest number between two neighbours, in the middle of those that are as short; beyond an end the next whole one.
create function place_between(p_low numeric, p_high numeric) returns numeric language plpgsql immutable set search_path = mulu, pg_temp as $$
declare
  v_unit  numeric := 1;
  v_first numeric;
  v_last  numeric;
begin
  if p_low is null or p_high is null then
    return coalesce(floor(p_low) + 1, ceil(p_high) - 1, 1);
  end if;
  loop
    v_first := floor(p_low * v_unit) + 1;
    v_last := ceil(p_high * v_unit) - 1;
    exit when v_first <= v_last;
    v_unit := v_unit * 10;
  end loop;
  -- A whole number times a power of ten: written as text, so that no digit is lost in a division.
  return trim_scale(floor((v_first + v_last) / 2) * ('1e-' || (length(v_unit::text) - 1))::numeric);
end $$;

-- Where an item comes to stand directly behind another of its version, or before all of them. Under the version's lock.
create function place_behind(p_version uuid, p_item uuid, p_after uuid) returns numeric language plpgsql stable set search_path = mulu, pg_temp as $$
declare v_low numeric;
begin
  if p_after is not null then
    select position into v_low from version_item where version_id = p_version and item_id = p_after and item_id <> p_item;
    if not found then
      raise exception using errcode = 'MUI08', message = 'place.behindNothing';
    end if;
  end if;
  return place_between(v_low, (select min(position) from version_item
    where version_id = p_version and item_id <> p_item and (v_low is null or position > v_low)));
end $$;

-- Whether a row stands where its event says: behind the one that is named, or, where a new one names none, behind all of them.
create function stands_as_said(p_row version_item, p_facts jsonb, p_new boolean) returns boolean
language plpgsql stable set search_path = mulu, pg_temp as $$
begin
  if p_facts ? 'after' then
    return (select item_id from version_item where version_id = p_row.version_id and item_id <> p_row.item_id and position < p_row.position
            order by position desc limit 1) is not distinct from (p_facts ->> 'after')::uuid;
  end if;
  return not p_new or not exists (select from version_item where version_id = p_row.version_id and position > p_row.position);
end $$;

-- I8 for a row's place and number: only in a draft, only by the event just logged about this very row, as it says, and nothing else.
create function demand_arrangement(p_old version_item, p_new version_item, p_state text) returns void
language plpgsql set search_path = mulu, pg_temp as $$
declare
  v_event log_event;
  v_facts jsonb;
  v_words jsonb;
begin
  if p_state <> 'draft' then
    raise exception using errcode = 'MUI05', message = 'item.notToBeArrangedNow';
  elsif (to_jsonb(p_new) - '{position,label,arranged_seq}'::text[]) is distinct from (to_jsonb(p_old) - '{position,label,arranged_seq}'::text[]) then
    raise exception using errcode = 'MUI05', message = 'item.immutable';
  end if;
  -- The last event of the chain, said in this transaction, and used by no change before.
  select * into v_event from log_event where stream = p_new.version_id order by seq desc limit 1;
  if v_event.seq is distinct from p_new.arranged_seq or p_new.arranged_seq <= p_old.arranged_seq or v_event.type <> 'items.arranged'
     or v_event.item_id is distinct from p_new.item_id or v_event.at < now() then
    raise exception using errcode = 'MUI08', message = 'place.withoutEvent';
  end if;
  v_facts := event_said(v_event) -> 'facts';
  select convert_from(bytes, 'UTF8')::jsonb into v_words from content_blob where hash = v_event.reason_hash;
  if not stands_as_said(p_new, v_facts, false) or not v_facts ? 'after' and p_new.position <> p_old.position
     or p_new.label <> coalesce(v_words ->> 'number', p_old.label) then
    raise exception using errcode = 'MUI08', message = 'place.notWhatWasLogged';
  end if;
end $$;

-- As in 0003, and a row may be arranged; a new one stands where its event says.
create or replace function version_item_guard() returns trigger language plpgsql set search_path = mulu, pg_temp as $$
declare
  v_state    text;
  v_event    log_event;
  v_revision record;
begin
  v_state := lock_version(case when tg_op = 'DELETE' then old.version_id else new.version_id end);
  if v_state not in ('draft', 'confidentialityReview', 'riskAssessment', 'departmentApproval') then
    raise exception using errcode = 'MUI05', message = 'version.closed', detail = format('the version is %s', v_state);
  end if;
  if tg_op = 'DELETE' then
    -- An item that was never public just goes, from a draft, and the log's last word on it says so. A sealed one stays.
    if v_state <> 'draft' or old.state = 'referred' or exists (select from publication_item where item_id = old.item_id)
       or not exists (select from log_event where stream = old.version_id and item_id = old.item_id and type = 'remove' and to_state is null
                      and seq > old.state_seq) then
      raise exception using errcode = 'MUI08', message = 'state.withoutEvent', detail = 'an item goes only by its logged removal';
    end if;
    update decision set voided_seq = (select max(seq) from log_event where stream = old.version_id and item_id = old.item_id)
    where version_id = old.version_id and item_id = old.item_id and voided_seq is null;
    return old;
  end if;

  select version_id, seq into v_revision from revision where id = new.revision_id;
  if tg_op = 'INSERT' then
    v_event := demand_event(new.version_id, new.state_seq, 'itemReview', new.item_id, null, new.state, new.revision_id, new.content_hash);
    if v_state <> 'draft' or v_revision.version_id = new.version_id and v_revision.seq <> new.state_seq
       or not exists (select from item i join catalogue_version v on v.catalogue_id = i.catalogue_id where i.id = new.item_id and v.id = new.version_id) then
      raise exception using errcode = 'MUI05', message = 'item.notHere';
    end if;
    if not stands_as_said(new, event_said(v_event) -> 'facts', true) then
      raise exception using errcode = 'MUI08', message = 'place.notWhatWasLogged';
    end if;
    return new;
  end if;

  if (new.position, new.label, new.arranged_seq) is distinct from (old.position, old.label, old.arranged_seq) then
    perform demand_arrangement(old, new, v_state);
    return new;
  end if;
  if (to_jsonb(new) - '{state,state_seq,revision_id,content_hash}'::text[])
     is distinct from (to_jsonb(old) - '{state,state_seq,revision_id,content_hash}'::text[]) then
    raise exception using errcode = 'MUI05', message = 'item.immutable';
  end if;
  if new.state_seq <= old.state_seq then
    raise exception using errcode = 'MUI08', message = 'state.withoutEvent', detail = 'the pointer does not move forward';
  end if;
  v_event := demand_event(new.version_id, new.state_seq, 'itemReview', new.item_id, old.state, new.state, new.revision_id, new.content_hash);
  if v_event.type in ('edit', 'remove') then
    if v_state <> 'draft' and not (v_event.type = 'edit' and old.state = 'returned' and v_state <> 'departmentApproval') then
      raise exception using errcode = 'MUI05', message = 'item.notToBeEditedNow';
    end if;
    if v_revision.version_id <> new.version_id or v_revision.seq <> new.state_seq then
      raise exception using errcode = 'MUI01', message = 'text.notOfThisEvent';
    end if;
  elsif new.revision_id <> old.revision_id then
    raise exception using errcode = 'MUI01', message = 'text.notOfThisEvent';
  elsif v_state = 'departmentApproval' and v_event.type <> 'reopen' then
    raise exception using errcode = 'MUI05', message = 'version.awaitsApproval';
  elsif v_event.type = 'textBarred' and not exists (select from bar where item_id = new.item_id) then
    raise exception using errcode = 'MUI08', message = 'state.withoutBar';
  end if;
  if v_event.type in ('edit', 'remove', 'reopen', 'requireMitigation', 'rejectRisk', 'enterReview', 'textBarred') then
    update decision set voided_seq = new.state_seq where version_id = new.version_id and item_id = new.item_id and voided_seq is null;
  end if;
  if v_event.type = 'amend' then
    insert into participation (version_id, seq, kind, person_id, on_behalf_of, item_id, revision_id)
    values (new.version_id, new.state_seq, 'amended', v_event.actor_id, v_event.on_behalf_of, new.item_id, new.revision_id);
  end if;
  return new;
end $$;

-- As in 0005, with a word more: a compiler arranges.
create or replace function speakers(p_stream uuid, p_body jsonb) returns text[] language plpgsql stable set search_path = mulu, pg_temp as $$
declare v_roles text[];
begin
  if p_body ->> 'type' in ('import.confirmed', 'items.arranged') or (p_body ->> 'type' = 'remove' and p_body ->> 'to' is null) then
    return array['compiler'];
  elsif p_body ->> 'type' = 'hint.dismissed' then
    return array['compiler', 'confidentialityOfficer'];
  end if;
  select t.roles || case when t.small_body <> '{}' and small_body(p_stream) then t.small_body else '{}' end into v_roles from transition t
  where t.machine_id = p_body #>> '{machine,id}' and t.machine_version = p_body #>> '{machine,version}'
    and t.from_state = coalesce(p_body ->> 'from', '') and t.event = p_body ->> 'type' and t.to_state = p_body ->> 'to';
  if not found then
    raise exception using errcode = 'MUI09', message = 'state.noSuchTransition',
      detail = format('%s -%s-> %s', p_body ->> 'from', p_body ->> 'type', p_body ->> 'to');
  end if;
  return v_roles;
end $$;

-- As in 0005, with a change more: a row is arranged. Where a row stands is never the application's to say but by naming its neighbour.
create or replace function apply_change(p_change jsonb, p_seq bigint, p_person uuid, p_uploader uuid) returns void
language plpgsql set search_path = mulu, pg_temp as $$
declare
  v_version uuid := (p_change ->> 'version')::uuid;
  v_item    uuid := (p_change ->> 'item')::uuid;
begin
  if p_seq is null and p_change ->> 'op' not in ('store', 'open') then
    raise exception using errcode = 'MUI08', message = 'change.withoutEvent';
  end if;
  case p_change ->> 'op'
    when 'item' then
      update version_item set state = p_change ->> 'state', state_seq = p_seq,
        revision_id = coalesce((p_change ->> 'revision')::uuid, revision_id), content_hash = coalesce(decode(p_change ->> 'hash', 'hex'), content_hash)
      where version_id = v_version and item_id = v_item;
    when 'decide' then
      insert into decision (version_id, item_id, revision_id, content_hash, seq, kind, step, at, assess, ground, document_number,
        outcome, level, measures, predecessor, review_on, kept_revision_id, kept_hash, rests_on, detail_hash)
      select v_version, v_item, d.revision, decode(d.hash, 'hex'), p_seq, d.kind, d.step, clock_timestamp(),
        coalesce(d.assess, false), d.ground, d."documentNumber", d.outcome, d.level, coalesce(d.measures, false), d.predecessor, d."reviewOn",
        d."keptRevision", decode(d."keptHash", 'hex'), d."restsOn", decode(d.detail, 'hex')
      from jsonb_to_record(p_change) as d(revision uuid, hash text, kind text, step text, assess boolean, ground text, "documentNumber" text, outcome text,
        level text, measures boolean, predecessor text, "reviewOn" date, "keptRevision" uuid, "keptHash" text, "restsOn" bigint, detail text);
    when 'store' then
      perform content_store(convert_to(p_change ->> 'text', 'UTF8'));
    when 'identify' then
      insert into item (id, catalogue_id) select v_item, catalogue_id from catalogue_version where id = v_version;
    when 'revision' then
      insert into revision (id, item_id, ordinal, version_id, seq, content_hash, author_id, findings)
      values ((p_change ->> 'id')::uuid, v_item, coalesce((select max(ordinal) from revision where item_id = v_item), 0) + 1, v_version, p_seq,
        content_store(convert_to(p_change ->> 'text', 'UTF8')), p_person, p_change -> 'findings');
      -- Whoever brought the file had a hand in every row of it (product.md, rule 3).
      if p_uploader <> p_person then
        insert into participation (version_id, seq, kind, person_id, item_id, revision_id)
        values (v_version, p_seq, 'imported', p_uploader, v_item, (p_change ->> 'id')::uuid);
      end if;
    when 'place' then
      insert into version_item (version_id, item_id, position, label, state, state_seq, revision_id, content_hash, source)
      values (v_version, v_item, case when p_change ? 'after' then place_behind(v_version, v_item, (p_change ->> 'after')::uuid)
          else coalesce((select floor(max(position)) from version_item where version_id = v_version), 0) + 1 end,
        coalesce(p_change ->> 'label', ''), p_change ->> 'state', p_seq, (p_change ->> 'revision')::uuid, decode(p_change ->> 'hash', 'hex'), p_change -> 'source');
    when 'arrange' then
      update version_item set arranged_seq = p_seq, label = coalesce(p_change ->> 'label', label),
        position = case when p_change ? 'after' then place_behind(v_version, v_item, (p_change ->> 'after')::uuid) else position end
      where version_id = v_version and item_id = v_item;
    when 'drop' then
      delete from version_item where version_id = v_version and item_id = v_item;
    when 'version' then
      update catalogue_version set state = p_change ->> 'state', state_seq = p_seq where id = v_version;
    when 'bar' then
      insert into bar (item_id, content_hash, at, version_id, seq) values (v_item, decode(p_change ->> 'hash', 'hex'), clock_timestamp(), v_version, p_seq);
    when 'dismiss' then
      insert into hint_dismissal (item_id, content_hash, hint_id, side, person_id, reason_hash, version_id, seq)
      values (v_item, decode(p_change ->> 'hash', 'hex'), p_change ->> 'hint', p_change ->> 'side', p_person, decode(p_change ->> 'reasonHash', 'hex'), v_version, p_seq);
    when 'confirmImport' then
      update import set reading = null, confirmed_seq = p_seq where id = (p_change ->> 'import')::uuid and version_id = v_version and confirmed_seq is null;
      if not found then
        raise exception using errcode = 'MU409', message = 'import.confirmed';
      end if;
    when 'open' then
      insert into catalogue_version (id, catalogue_id, number, state, state_seq, profile_id, profile_version, predecessor_id)
      values (v_version, (p_change ->> 'catalogue')::uuid,
        (select coalesce(max(number), 0) + 1 from catalogue_version where catalogue_id = (p_change ->> 'catalogue')::uuid),
        'draft', 1, p_change ->> 'profileId', (p_change ->> 'profileVersion')::int, (p_change ->> 'predecessor')::uuid);
  end case;
end $$;

insert into log_word (word, meaning) values
  ('items.arranged', 'A row of a draft was moved behind another one, or got another number');
