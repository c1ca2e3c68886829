-- Catalogues, their versions, the items of a version, their texts and the decisions on them.
-- What the database refuses here, no application can do: invariants I2, I3, I5, I8, I9 (docs/security.md).

-- The lifecycles of machines/, one row a transition (I9). Written at deployment by the migrator, never by the application.
create table transition (
  machine_id      text not null,
  machine_version text not null,
  from_state      text not null default '', -- '' is "not there yet"
  event           text not null,
  to_state        text not null,
  roles           text[] not null, -- who may take it ('system' among them where the system does), and who else in a small body
  small_body      text[] not null,
  primary key (machine_id, machine_version, from_state, event, to_state)
);
create trigger transition_immutable before update or delete on transition
  for each row execute function deny_change('MUI09');
create trigger transition_no_truncate before truncate on transition
  for each statement execute function deny_change('MUI09');

-- Jurisdiction profiles as they were when a version was bound to them. The public columns come from here, so only a deployment writes it.
create table profile (
  id      text  not null,
  version int   not null check (version > 0),
  hash    bytea not null,
  body    jsonb not null,
  primary key (id, version)
);
create trigger profile_immutable before update or delete on profile
  for each row execute function deny_change('MUI05');
create trigger profile_no_truncate before truncate on profile
  for each statement execute function deny_change('MUI05');

create table catalogue (
  id              uuid primary key,
  organization_id uuid not null references organization,
  profile_id      text not null,
  kind            text not null,
  title           text not null check (length(title) between 1 and 200),
  created_at      timestamptz not null default clock_timestamp(),
  created_seq     bigint not null,
  unique (id, profile_id)
);
create index catalogue_organization on catalogue (organization_id);

create table catalogue_version (
  id              uuid primary key,
  catalogue_id    uuid   not null,
  number          int    not null check (number > 0),
  state           text   not null,
  state_seq       bigint not null,
  profile_id      text   not null,
  profile_version int    not null,
  predecessor_id  uuid,
  publish_at      timestamptz,
  opened_at       timestamptz not null default clock_timestamp(),
  unique (catalogue_id, number),
  unique (id, catalogue_id),
  -- The profile says which columns are public: it is the catalogue's own, whoever opens the version.
  foreign key (catalogue_id, profile_id) references catalogue (id, profile_id),
  foreign key (profile_id, profile_version) references profile,
  constraint catalogue_version_follows foreign key (predecessor_id, catalogue_id) references catalogue_version (id, catalogue_id),
  -- I8
  constraint catalogue_version_state_event foreign key (id, state_seq) references log_event (stream, seq) deferrable initially deferred,
  constraint catalogue_version_scheduled_at check ((state = 'scheduled') = (publish_at is not null))
);
create unique index catalogue_version_one_open on catalogue_version (catalogue_id)
  where state in ('draft', 'confidentialityReview', 'riskAssessment', 'departmentApproval', 'scheduled');
create unique index catalogue_version_one_published on catalogue_version (catalogue_id) where state = 'published';
create index catalogue_version_due on catalogue_version (publish_at) where state = 'scheduled';

-- An item keeps its identity through all versions of its catalogue.
create table item (
  id           uuid primary key,
  catalogue_id uuid not null references catalogue
);

-- A text of an item. Never changed; an edit makes another one (I1). Its author, category and removal are read out of the event
-- that made it and out of its own bytes, never given separately.
create table revision (
  id           uuid primary key,
  item_id      uuid    not null references item,
  ordinal      int     not null check (ordinal > 0),
  version_id   uuid    not null references catalogue_version,
  seq          bigint  not null,
  content_hash bytea   not null references content_blob,
  category     text    check (category in ('STATUTORY', 'OTHER')),
  removal      boolean not null default false,
  author_id    uuid    not null references account,
  on_behalf_of uuid    references account,
  created_at   timestamptz not null default clock_timestamp(),
  -- What the reading of this very text found: {missing, timeLimitUnread, hits, openRepairs}. Derived from the text, so as immutable as it.
  findings     jsonb   not null,
  unique (item_id, ordinal),
  unique (item_id, id, content_hash),
  constraint revision_event foreign key (version_id, seq) references log_event (stream, seq)
);
create index revision_version on revision (version_id);

create table version_item (
  version_id   uuid   not null references catalogue_version,
  item_id      uuid   not null,
  position     int    not null,
  label        text   not null default '',
  state        text   not null,
  state_seq    bigint not null,
  revision_id  uuid   not null,
  content_hash bytea  not null,
  source       jsonb, -- the raw cells the item was read from
  primary key (version_id, item_id),
  constraint version_item_text foreign key (item_id, revision_id, content_hash) references revision (item_id, id, content_hash),
  -- I8
  constraint version_item_state_event foreign key (version_id, state_seq) references log_event (stream, seq) deferrable initially deferred
);
create index version_item_item on version_item (item_id);

create table decision (
  id               bigint generated always as identity primary key,
  version_id       uuid   not null,
  item_id          uuid   not null,
  revision_id      uuid   not null,
  content_hash     bytea  not null,
  seq              bigint not null,
  kind             text   not null,
  step             text   not null check (step in ('review', 'assessment', 'endorsement', 'carryOver')),
  decided_by       uuid   references account,
  on_behalf_of     uuid   references account,
  at               timestamptz not null,
  assess           boolean not null default false,
  ground           text,
  document_number  text,
  outcome          text check (outcome in ('open', 'withhold')),
  level            text check (level in ('LOW', 'MEDIUM', 'HIGH')),
  measures         boolean not null default false,
  predecessor      text check (predecessor in ('keep', 'drop')),
  review_on        date,
  kept_revision_id uuid,
  kept_hash        bytea,
  rests_on         bigint references decision,
  detail_hash      bytea references content_blob,
  voided_seq       bigint,
  -- I2: a signature is for a revision and for its bytes.
  constraint decision_text foreign key (item_id, revision_id, content_hash) references revision (item_id, id, content_hash),
  constraint decision_event foreign key (version_id, seq) references log_event (stream, seq),
  constraint decision_voided_event foreign key (version_id, voided_seq) references log_event (stream, seq),
  constraint decision_carry_over_names check ((step = 'carryOver') = (decided_by is null) and (step <> 'carryOver' or rests_on is not null)),
  -- Rule 8, and what a signature cannot do without.
  constraint decision_says_enough check (case
    when kind in ('withhold', 'discloseOnApplication', 'rejectRisk') then ground is not null
    when kind = 'determine' then num_nulls(outcome, document_number) = 0
    when kind = 'acceptRisk' then level is not null
    when kind = 'setAside' then num_nulls(predecessor, review_on) = 0 and (predecessor = 'drop' or num_nulls(kept_revision_id, kept_hash, rests_on) = 0)
    else true end),
  unique (version_id, seq)
);
create index decision_item on decision (version_id, item_id);
create index decision_text on decision (item_id, content_hash);

-- Who else had a hand in a version: importers and amenders of a text, submitters and approvers of the whole. The database
-- derives every row from the event itself: a command can neither forget one nor name somebody else.
create table participation (
  version_id   uuid   not null,
  seq          bigint not null,
  kind         text   not null check (kind in ('imported', 'amended', 'submitted', 'approved')),
  person_id    uuid   not null references account,
  on_behalf_of uuid   references account,
  item_id      uuid,
  revision_id  uuid   references revision,
  foreign key (version_id, seq) references log_event (stream, seq),
  constraint participation_of_text check ((kind in ('imported', 'amended')) = (revision_id is not null))
);
create index participation_version on participation (version_id, kind);
create index participation_revision on participation (revision_id) where revision_id is not null;

-- A barred text is shown by no version any more; a bar is never lifted.
create table bar (
  item_id      uuid   not null,
  content_hash bytea  not null,
  at           timestamptz not null,
  version_id   uuid   not null,
  seq          bigint not null
);
create index bar_text on bar (item_id, content_hash);

create table hint_dismissal (
  item_id      uuid  not null,
  content_hash bytea not null,
  hint_id      text  not null,
  side         text  not null check (side in ('compiler', 'officer')),
  person_id    uuid  not null,
  reason_hash  bytea not null,
  version_id   uuid  not null,
  seq          bigint not null
);
create index hint_dismissal_text on hint_dismissal (item_id, content_hash);

-- An uploaded file that was read and waits for its confirmation. It holds nothing once confirmed.
create table import (
  id           uuid primary key,
  version_id   uuid not null references catalogue_version,
  uploaded_by  uuid not null references account,
  file_name    text not null,
  file_hash    bytea not null,
  reading      jsonb,
  created_at   timestamptz not null default clock_timestamp(),
  confirmed_seq bigint,
  constraint import_emptied check (confirmed_seq is null or reading is null),
  constraint import_event foreign key (version_id, confirmed_seq) references log_event (stream, seq)
);
create index import_version on import (version_id);

create table publication (
  version_id   uuid primary key,
  catalogue_id uuid not null,
  seq          bigint not null,
  published_at timestamptz not null,
  document     bytea not null
);
create index publication_catalogue on publication (catalogue_id);

create table publication_item (
  version_id     uuid  not null references publication deferrable initially deferred,
  item_id        uuid  not null,
  position       int   not null,
  revision_id    uuid  not null,
  content_hash   bytea not null,
  decision_id    bigint not null references decision,
  public_content jsonb not null,
  primary key (version_id, item_id),
  constraint publication_item_text foreign key (item_id, revision_id, content_hash) references revision (item_id, id, content_hash)
);
create index publication_item_item on publication_item (item_id);

-- Nothing of history is ever deleted or rewritten; what may change at all is checked further down.
do $$
declare v_table text;
begin
  foreach v_table in array array['catalogue', 'item', 'revision', 'participation', 'bar', 'hint_dismissal', 'publication', 'publication_item'] loop
    execute format('create trigger %1$s_immutable before update or delete on %1$I for each row execute function deny_change(''MUI05'')', v_table);
  end loop;
  foreach v_table in array array['catalogue_version', 'decision', 'import'] loop
    execute format('create trigger %1$s_kept before delete on %1$I for each row execute function deny_change(''MUI05'')', v_table);
  end loop;
  foreach v_table in array array['catalogue', 'catalogue_version', 'item', 'revision', 'version_item', 'decision', 'participation', 'bar',
                                 'hint_dismissal', 'import', 'publication', 'publication_item'] loop
    execute format('create trigger %1$s_no_truncate before truncate on %1$I for each statement execute function deny_change(''MUI05'')', v_table);
  end loop;
end $$;

-- Lock first, look afterwards: the second statement sees what was committed before the lock was given. Under a stricter isolation
-- it would see what was there when the transaction began, and every check below would be of the past: that is refused.
create function lock_version(p_version uuid) returns text language plpgsql set search_path = mulu, pg_temp as $$
declare v_state text;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception using errcode = 'MUI04', message = 'transaction.notReadCommitted';
  end if;
  perform from catalogue_version where id = p_version for update;
  select state into v_state from catalogue_version where id = p_version;
  return v_state;
end $$;

create function event_said(p_event log_event) returns jsonb language sql immutable set search_path = mulu, pg_temp as $$
  select convert_from(p_event.body, 'UTF8')::jsonb
$$;

-- I8, I9: a state or a text changes only together with a new event of the log that says just that. Answers the event.
create function demand_event(
  p_stream uuid, p_seq bigint, p_machine text, p_item uuid, p_from text, p_to text, p_revision uuid, p_hash bytea
) returns log_event language plpgsql set search_path = mulu, pg_temp as $$
declare v_event log_event;
begin
  select * into v_event from log_event where stream = p_stream and seq = p_seq;
  if not found
     or v_event.machine_id is distinct from p_machine
     or v_event.item_id is distinct from p_item
     or v_event.from_state is distinct from p_from
     or v_event.to_state is distinct from p_to
     or v_event.revision_id is distinct from p_revision
     or v_event.content_hash is distinct from p_hash then
    raise exception using errcode = 'MUI08', message = 'state.withoutEvent',
      detail = format('%s: %s -> %s is not what event %s says', p_machine, p_from, p_to, p_seq);
  end if;
  perform from transition where machine_id = v_event.machine_id and machine_version = v_event.machine_version
    and from_state = coalesce(v_event.from_state, '') and event = v_event.type and to_state = v_event.to_state;
  if not found then
    raise exception using errcode = 'MUI09', message = 'state.noSuchTransition',
      detail = format('%s %s: %s -%s-> %s', v_event.machine_id, v_event.machine_version, v_event.from_state, v_event.type, v_event.to_state);
  end if;
  return v_event;
end $$;

create function catalogue_version_guard() returns trigger language plpgsql set search_path = mulu, pg_temp as $$
declare v_event log_event;
begin
  if (to_jsonb(new) - '{state,state_seq,publish_at}'::text[]) is distinct from (to_jsonb(old) - '{state,state_seq,publish_at}'::text[]) then
    raise exception using errcode = 'MUI05', message = 'version.immutable';
  end if;
  if new.state_seq <= old.state_seq then
    raise exception using errcode = 'MUI08', message = 'state.withoutEvent', detail = 'the pointer does not move forward';
  end if;
  v_event := demand_event(new.id, new.state_seq, 'catalogueVersion', null, old.state, new.state, null, null);
  new.publish_at := case when new.state = 'scheduled' then (event_said(v_event) #>> '{facts,publishAt}')::timestamptz end;
  if v_event.type in ('release', 'refuseRelease') and old.publish_at > clock_timestamp() then
    raise exception using errcode = 'MUI09', message = 'release.notDue';
  end if;
  -- Who submitted and who approved is not for the application to say (I3, I4).
  if v_event.type in ('submit', 'approve') then
    insert into participation (version_id, seq, kind, person_id, on_behalf_of)
    values (new.id, new.state_seq, case v_event.type when 'submit' then 'submitted' else 'approved' end, v_event.actor_id, v_event.on_behalf_of);
  end if;
  return new;
end $$;
create trigger catalogue_version_guard before update on catalogue_version
  for each row execute function catalogue_version_guard();

-- A version is bound to the profile in force, and follows the last one that was not discarded.
create function catalogue_version_opens() returns trigger language plpgsql set search_path = mulu, pg_temp as $$
declare v_last record;
begin
  select id, state into v_last from catalogue_version
  where catalogue_id = new.catalogue_id and state <> 'discarded' order by number desc limit 1;
  if new.predecessor_id is distinct from v_last.id or v_last.state not in ('published', 'revised', 'takenDown') then
    raise exception using errcode = 'MUI05', message = 'version.wrongPredecessor';
  end if;
  if new.profile_version is distinct from (select max(version) from profile where id = new.profile_id) then
    raise exception using errcode = 'MUI05', message = 'version.oldProfile';
  end if;
  return new;
end $$;
create trigger catalogue_version_opens before insert on catalogue_version
  for each row execute function catalogue_version_opens();

-- The first event of a version's chain needs the row to lock, so its fit is looked at when the transaction ends. Before PostgreSQL 18 that
-- happens in the name of the login, which may not look: hence SECURITY DEFINER, here and below.
create function catalogue_version_born() returns trigger language plpgsql security definer set search_path = mulu, pg_temp as $$
begin
  perform demand_event(new.id, new.state_seq, 'catalogueVersion', null, null, new.state, null, null);
  return null;
end $$;
create constraint trigger catalogue_version_born after insert on catalogue_version
  deferrable initially deferred for each row execute function catalogue_version_born();

-- What is in force gives way only to its successor, in one transaction; what is suspended or taken down is barred in the same one.
create function catalogue_version_gives_way() returns trigger language plpgsql security definer set search_path = mulu, pg_temp as $$
begin
  if new.state = 'revised' and old.state = 'published' and not exists (
       select from catalogue_version where catalogue_id = new.catalogue_id and number > new.number and state in ('published', 'takenDown')) then
    raise exception using errcode = 'MUI05', message = 'version.noSuccessor';
  end if;
  -- A leak response that is logged is done: every text that the event names is barred by it.
  if exists (
       select from log_event e join publication_item pi on pi.version_id = e.stream
       where e.stream = new.id and e.seq = new.state_seq and case e.type
           when 'suspendItem' then event_said(e) #>> '{facts,itemId}' = pi.item_id::text
           when 'takeDown' then event_said(e) #>> '{facts,texts}' = 'all' or event_said(e) #> '{facts,texts}' ? pi.item_id::text
           else false end
         and not exists (select from bar b where b.version_id = e.stream and b.seq = e.seq and b.item_id = pi.item_id and b.content_hash = pi.content_hash)) then
    raise exception using errcode = 'MUI05', message = 'bar.missing';
  end if;
  return null;
end $$;
create constraint trigger catalogue_version_gives_way after update on catalogue_version
  deferrable initially deferred for each row execute function catalogue_version_gives_way();

-- I1, I5, I8, I9 for items. A closed or scheduled version's items stand still. Decisions fall here, not when the application says so.
create function version_item_guard() returns trigger language plpgsql set search_path = mulu, pg_temp as $$
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
create trigger version_item_guard before insert or update or delete on version_item
  for each row execute function version_item_guard();

-- A text comes with the event that brought it, and says itself what it is.
create function revision_guard() returns trigger language plpgsql set search_path = mulu, pg_temp as $$
declare
  v_state text;
  v_event log_event;
  v_text  jsonb;
begin
  v_state := lock_version(new.version_id);
  if v_state not in ('draft', 'confidentialityReview', 'riskAssessment') then
    raise exception using errcode = 'MUI05', message = 'version.closed', detail = format('the version is %s', v_state);
  end if;
  if not exists (select from item i join catalogue_version v on v.catalogue_id = i.catalogue_id where i.id = new.item_id and v.id = new.version_id) then
    raise exception using errcode = 'MUI05', message = 'item.notHere';
  end if;
  select * into v_event from log_event where stream = new.version_id and seq = new.seq;
  if not found or v_event.type not in ('create', 'edit', 'remove') or v_event.item_id is distinct from new.item_id
     or v_event.revision_id is distinct from new.id or v_event.content_hash is distinct from new.content_hash then
    raise exception using errcode = 'MUI01', message = 'text.notOfThisEvent';
  end if;
  select convert_from(bytes, 'UTF8')::jsonb into v_text from content_blob where hash = new.content_hash;
  if jsonb_typeof(v_text -> 'content') is distinct from 'object' then
    raise exception using errcode = 'MUI01', message = 'text.withoutContent';
  end if;
  new.author_id    := v_event.actor_id;
  new.on_behalf_of := v_event.on_behalf_of;
  new.category     := v_text #>> '{content,category}';
  new.removal      := v_text ? 'removal';
  return new;
end $$;
create trigger revision_guard before insert on revision for each row execute function revision_guard();

create function persons(p_person uuid, p_principal uuid) returns uuid[] language sql immutable set search_path = mulu, pg_temp as $$
  select array_remove(array[p_person, p_principal], null)
$$;

-- Rule 3: authors, importers and amenders of the current text and of every text since the one last released. A discarded version's texts do not count.
create function contributors(p_item uuid, p_revision uuid) returns uuid[] language plpgsql stable set search_path = mulu, pg_temp as $$
declare
  v_released int;
  v_persons  uuid[];
begin
  select max(r.ordinal) into v_released from publication_item p join revision r on r.id = p.revision_id where p.item_id = p_item;
  select array_agg(distinct person) into v_persons from (
    select unnest(persons(r.author_id, r.on_behalf_of) || coalesce(
             (select array_agg(p.person_id) || array_agg(p.on_behalf_of) from participation p where p.revision_id = r.id), '{}')) as person
    from revision r join catalogue_version v on v.id = r.version_id
    where r.item_id = p_item and (r.id = p_revision or (r.ordinal > coalesce(v_released, 0) and v.state <> 'discarded'))
  ) hands where person is not null;
  return coalesce(v_persons, '{}');
end $$;

create function submitters(p_version uuid) returns uuid[] language plpgsql stable set search_path = mulu, pg_temp as $$
begin
  return coalesce((select array_agg(distinct person) from (
    select unnest(persons(person_id, on_behalf_of)) as person from participation where version_id = p_version and kind = 'submitted') s), '{}');
end $$;

create function small_body(p_version uuid) returns boolean language plpgsql stable set search_path = mulu, pg_temp as $$
begin
  return coalesce((select (p.body ->> 'smallBody')::boolean from catalogue_version v
                   join profile p on p.id = v.profile_id and p.version = v.profile_version where v.id = p_version), false);
end $$;

-- The roles that may take a decision of this kind (product.md, "Who may do what"; rule 3 for small bodies).
create function deciding_roles(p_kind text, p_level text, p_small boolean) returns text[] language sql immutable set search_path = mulu, pg_temp as $$
  select case
    when p_kind in ('clear', 'requireRedaction', 'return', 'withhold', 'discloseOnApplication', 'refer', 'defer', 'determine', 'setAside')
      then array['confidentialityOfficer']
    when p_kind = 'endorse' then array['departmentLeader', 'leadingGroupOffice']
    when p_kind = 'acceptRisk' then array['riskAssessor'] || case when p_small and p_level <> 'HIGH' then array['confidentialityOfficer'] else '{}' end
    when p_kind = 'rejectRisk' then array['riskAssessor'] || case when p_small then array['confidentialityOfficer'] else '{}' end
    when p_kind = 'requireMitigation'
      then array['riskAssessor', 'departmentLeader', 'leadingGroupOffice'] || case when p_small then array['confidentialityOfficer'] else '{}' end
    else '{}' end
$$;

-- I2, I3, I5, I8 for decisions. Who decided is read out of the event; all else must be what the event says.
create function decision_guard() returns trigger language plpgsql set search_path = mulu, pg_temp as $$
declare
  v_state        text;
  v_organization uuid;
  v_item         record;
  v_event        log_event;
  v_facts        jsonb;
  v_persons      uuid[];
  v_small        boolean;
begin
  v_state := lock_version(new.version_id);
  if tg_op = 'UPDATE' then
    -- The one thing that ever happens to a decision: it is voided, once, in an open version.
    if old.voided_seq is not null or new.voided_seq is null
       or (to_jsonb(new) - 'voided_seq') is distinct from (to_jsonb(old) - 'voided_seq')
       or v_state not in ('draft', 'confidentialityReview', 'riskAssessment', 'departmentApproval') then
      raise exception using errcode = 'MUI05', message = 'decision.immutable';
    end if;
    return new;
  end if;

  select * into v_item from version_item where version_id = new.version_id and item_id = new.item_id;
  if not found or v_item.revision_id <> new.revision_id or v_item.content_hash <> new.content_hash then
    raise exception using errcode = 'MUI02', message = 'decision.notTheText';
  end if;
  select * into v_event from log_event where stream = new.version_id and seq = new.seq;
  if not found or v_event.item_id is distinct from new.item_id or v_event.type <> new.kind or v_item.state_seq <> new.seq or new.voided_seq is not null then
    raise exception using errcode = 'MUI08', message = 'decision.withoutEvent';
  end if;
  v_facts := event_said(v_event) -> 'facts';
  if (coalesce(new.assess, false), new.ground, new.document_number, new.outcome, new.level, new.review_on, new.detail_hash, new.kept_revision_id,
      encode(new.kept_hash, 'hex'), new.rests_on, new.predecessor)
     is distinct from
     (coalesce((v_facts ->> 'assess')::boolean, false), v_facts ->> 'ground', v_facts ->> 'documentNumber', v_facts ->> 'outcome', v_facts ->> 'level',
      (v_facts ->> 'reviewOn')::date, v_event.reason_hash, (v_facts #>> '{kept,revisionId}')::uuid, v_facts #>> '{kept,contentHash}',
      coalesce(v_facts #>> '{kept,decisionId}', v_facts ->> 'restsOn')::bigint,
      case when new.kind = 'setAside' then coalesce(v_facts ->> 'predecessor', 'drop') end) then
    raise exception using errcode = 'MUI08', message = 'decision.notWhatWasLogged';
  end if;
  new.at           := v_event.at;
  new.decided_by   := v_event.actor_id;
  new.on_behalf_of := v_event.on_behalf_of;

  if new.step = 'carryOver' then
    if new.kind <> 'carryOver' or not carry_over_holds(new, v_item.state) then
      raise exception using errcode = 'MUI03', message = 'decision.notToBeCarriedOver';
    end if;
    return new;
  end if;
  if v_state not in ('confidentialityReview', 'riskAssessment') then
    raise exception using errcode = 'MUI05', message = 'version.notUnderReview', detail = format('the version is %s', v_state);
  end if;
  select c.organization_id into v_organization from catalogue_version v join catalogue c on c.id = v.catalogue_id where v.id = new.version_id;
  v_small := small_body(new.version_id);
  if not exists (select from hands_at(v_organization, new.decided_by) h
                 where h.role = any (deciding_roles(new.kind, new.level, v_small)) and h.principal is not distinct from new.on_behalf_of) then
    raise exception using errcode = 'MUI03', message = 'decision.withoutRole';
  end if;
  if new.step <> (case when new.kind in ('acceptRisk', 'rejectRisk', 'requireMitigation') then 'assessment'
                       when new.kind = 'endorse' then 'endorsement' else 'review' end) then
    raise exception using errcode = 'MUI03', message = 'decision.wrongStep';
  end if;
  v_persons := persons(new.decided_by, new.on_behalf_of);
  if v_persons && (contributors(new.item_id, new.revision_id) || submitters(new.version_id)) then
    raise exception using errcode = 'MUI03', message = 'decision.byContributor';
  end if;
  -- Nobody signs two steps on one item; a small body's officer may also do the risk step, unless the risk is HIGH.
  if new.kind <> 'requireMitigation' and exists (
       select from decision d
       where d.version_id = new.version_id and d.item_id = new.item_id and d.voided_seq is null
         and d.step not in (new.step, 'carryOver') and d.kind <> 'requireMitigation'
         and persons(d.decided_by, d.on_behalf_of) && v_persons
         and not (v_small and d.step = 'review' and new.step = 'assessment' and new.level is distinct from 'HIGH')) then
    raise exception using errcode = 'MUI03', message = 'decision.twoSteps';
  end if;
  if new.kept_hash is not null and not exists (
       select from keepable(new.version_id, new.item_id) k
       where k.revision_id = new.kept_revision_id and k.content_hash = new.kept_hash and k.decision_id = new.rests_on) then
    raise exception using errcode = 'MUI04', message = 'decision.notToBeKept';
  end if;
  return new;
end $$;
create trigger decision_guard before insert or update on decision for each row execute function decision_guard();

-- Carried over is, in the transaction that opens the version, what its predecessor concluded under the same profile, in the same
-- state, on the same text (product.md, "Carrying over").
create function carry_over_holds(p_new decision, p_state text) returns boolean language plpgsql stable set search_path = mulu, pg_temp as $$
begin
  return exists (
    select from catalogue_version v
    join catalogue_version before on before.id = v.predecessor_id and before.profile_version = v.profile_version
    join profile p on p.id = v.profile_id and p.version = v.profile_version and not coalesce((p.body ->> 'reaffirm')::boolean, false)
    join version_item vi on vi.version_id = before.id and vi.item_id = p_new.item_id and vi.content_hash = p_new.content_hash and vi.state = p_state
    cross join lateral carry_overs(before.id, (p.body ->> 'carryOverMonths')::int, array[p_new.item_id]) c
    where v.id = p_new.version_id and v.state = 'draft' and v.opened_at >= now() and c.decision_id = p_new.rests_on);
end $$;

-- I4 reads bars and participations too: they take the same lock.
create function participation_guard() returns trigger language plpgsql set search_path = mulu, pg_temp as $$
begin
  perform lock_version(new.version_id);
  if not exists (
       select from log_event e where e.stream = new.version_id and e.seq = new.seq and e.item_id is not distinct from new.item_id
         and e.revision_id is not distinct from new.revision_id
         and case new.kind
               when 'imported' then e.type = 'create' and new.on_behalf_of is null
                 and exists (select from import i where i.version_id = new.version_id and i.uploaded_by = new.person_id and i.confirmed_seq < new.seq)
               else e.type = case new.kind when 'amended' then 'amend' when 'submitted' then 'submit' when 'approved' then 'approve' end
                 and e.actor_id = new.person_id and e.on_behalf_of is not distinct from new.on_behalf_of end) then
    raise exception using errcode = 'MUI03', message = 'participation.withoutEvent';
  end if;
  return new;
end $$;
create trigger participation_guard before insert on participation for each row execute function participation_guard();

-- Every version of the catalogue may show or hold the text: all of them are locked, in order, and the bar's time comes after that.
create function lock_catalogue_of(p_version uuid) returns void language plpgsql set search_path = mulu, pg_temp as $$
begin
  perform lock_version(v.id) from (
    select o.id from catalogue_version v join catalogue_version o on o.catalogue_id = v.catalogue_id where v.id = p_version order by o.id) v;
end $$;

create function bar_guard() returns trigger language plpgsql set search_path = mulu, pg_temp as $$
begin
  perform lock_catalogue_of(new.version_id);
  new.at := clock_timestamp();
  if not exists (
       select from log_event e join publication_item pi on pi.version_id = e.stream and pi.item_id = new.item_id and pi.content_hash = new.content_hash
       where e.stream = new.version_id and e.seq = new.seq and case e.type
         when 'suspendItem' then event_said(e) #>> '{facts,itemId}' = new.item_id::text
         when 'takeDown' then event_said(e) #>> '{facts,texts}' = 'all' or event_said(e) #> '{facts,texts}' ? new.item_id::text
         else false end) then
    raise exception using errcode = 'MUI05', message = 'bar.withoutEvent';
  end if;
  return new;
end $$;
create trigger bar_guard before insert on bar for each row execute function bar_guard();

create function hint_dismissal_guard() returns trigger language plpgsql set search_path = mulu, pg_temp as $$
begin
  if not exists (
       select from log_event e where e.stream = new.version_id and e.seq = new.seq and e.type = 'hint.dismissed'
         and e.item_id = new.item_id and e.content_hash = new.content_hash and e.actor_id = new.person_id and e.reason_hash = new.reason_hash
         and event_said(e) #>> '{facts,hintId}' = new.hint_id
         and event_said(e) #>> '{roles,0}' = case new.side when 'compiler' then 'compiler' else 'confidentialityOfficer' end) then
    raise exception using errcode = 'MUI03', message = 'dismissal.withoutEvent';
  end if;
  return new;
end $$;
create trigger hint_dismissal_guard before insert on hint_dismissal for each row execute function hint_dismissal_guard();

-- What waits is emptied once, by the person who confirms it; who brought it, and to where, stays.
create function import_guard() returns trigger language plpgsql set search_path = mulu, pg_temp as $$
begin
  if old.confirmed_seq is not null
     or (to_jsonb(new) - '{reading,confirmed_seq}'::text[]) is distinct from (to_jsonb(old) - '{reading,confirmed_seq}'::text[])
     or not exists (select from log_event e where e.stream = new.version_id and e.seq = new.confirmed_seq and e.type = 'import.confirmed'
                    and event_said(e) #>> '{facts,importId}' = new.id::text) then
    raise exception using errcode = 'MUI05', message = 'import.immutable';
  end if;
  return new;
end $$;
create trigger import_guard before update on import for each row execute function import_guard();

-- I5: a publication is complete when it is there; nothing joins it later, and none comes but with its version's own event.
create function publication_item_closed() returns trigger language plpgsql set search_path = mulu, pg_temp as $$
begin
  if exists (select from publication where version_id = new.version_id) then
    raise exception using errcode = 'MUI05', message = 'publication.complete';
  end if;
  return new;
end $$;
create trigger publication_item_closed before insert on publication_item for each row execute function publication_item_closed();

create function publication_fits() returns trigger language plpgsql set search_path = mulu, pg_temp as $$
begin
  if not exists (select from catalogue_version where id = new.version_id and catalogue_id = new.catalogue_id and state = 'published' and state_seq = new.seq) then
    raise exception using errcode = 'MUI04', message = 'publication.withoutEvent';
  end if;
  return new;
end $$;
create trigger publication_fits before insert on publication for each row execute function publication_fits();

grant select on transition, profile, catalogue, catalogue_version, item, revision, version_item, decision, participation, bar, hint_dismissal, import,
  publication, publication_item to mulu_app, mulu_auditor;
