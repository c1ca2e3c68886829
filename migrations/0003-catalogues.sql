-- Catalogues, their versions, the items of a version, their texts and the decisions on them.
-- What the database refuses here, no application can do: invariants I2, I3, I5, I8, I9 (docs/security.md).

-- The lifecycles of machines/, one row a transition (I9). Written at deployment by the migrator, never by the application.
create table transition (
  machine_id      text not null,
  machine_version text not null,
  from_state      text not null default '', -- '' is "not there yet"
  event           text not null,
  to_state        text not null,
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
  created_seq     bigint not null
);
create index catalogue_organization on catalogue (organization_id);

create table catalogue_version (
  id              uuid primary key,
  catalogue_id    uuid   not null references catalogue,
  number          int    not null check (number > 0),
  state           text   not null,
  state_seq       bigint not null,
  profile_id      text   not null,
  profile_version int    not null,
  predecessor_id  uuid   references catalogue_version,
  publish_at      timestamptz,
  opened_at       timestamptz not null default clock_timestamp(),
  unique (catalogue_id, number),
  foreign key (profile_id, profile_version) references profile,
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

-- A text of an item. Never changed; an edit makes another one (I1).
create table revision (
  id           uuid primary key,
  item_id      uuid    not null references item,
  ordinal      int     not null check (ordinal > 0),
  version_id   uuid    not null references catalogue_version,
  content_hash bytea   not null references content_blob,
  category     text    check (category in ('STATUTORY', 'OTHER')),
  removal      boolean not null default false,
  author_id    uuid    not null references account,
  on_behalf_of uuid    references account,
  created_at   timestamptz not null default clock_timestamp(),
  -- What the reading of this very text found: {missing, timeLimitUnread, hits, openRepairs}. Derived from the text, so as immutable as it.
  findings     jsonb   not null,
  unique (item_id, ordinal),
  unique (id, content_hash)
);
create index revision_version on revision (version_id);

create table version_item (
  version_id   uuid   not null references catalogue_version,
  item_id      uuid   not null references item,
  position     int    not null,
  label        text   not null default '',
  state        text   not null,
  state_seq    bigint not null,
  revision_id  uuid   not null,
  content_hash bytea  not null,
  source       jsonb, -- the raw cells the item was read from
  primary key (version_id, item_id),
  constraint version_item_text foreign key (revision_id, content_hash) references revision (id, content_hash),
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
  constraint decision_text foreign key (revision_id, content_hash) references revision (id, content_hash),
  constraint decision_kept_text foreign key (kept_revision_id, kept_hash) references revision (id, content_hash),
  constraint decision_event foreign key (version_id, seq) references log_event (stream, seq),
  constraint decision_voided_event foreign key (version_id, voided_seq) references log_event (stream, seq),
  constraint decision_carry_over_names check ((step = 'carryOver') = (decided_by is null) and (step <> 'carryOver' or rests_on is not null)),
  unique (version_id, seq)
);
create index decision_item on decision (version_id, item_id);
create index decision_text on decision (item_id, content_hash);

-- Who else had a hand in a version: importers and amenders of a text, submitters and approvers of the whole.
create table participation (
  version_id   uuid   not null,
  seq          bigint not null,
  kind         text   not null check (kind in ('imported', 'amended', 'submitted', 'approved')),
  person_id    uuid   not null references account,
  on_behalf_of uuid   references account,
  item_id      uuid   references item,
  revision_id  uuid   references revision,
  foreign key (version_id, seq) references log_event (stream, seq),
  check ((kind in ('imported', 'amended')) = (revision_id is not null))
);
create index participation_version on participation (version_id, kind);
create index participation_revision on participation (revision_id) where revision_id is not null;

-- A barred text is shown by no version any more; a bar is never lifted.
create table bar (
  item_id      uuid   not null references item,
  content_hash bytea  not null,
  at           timestamptz not null default clock_timestamp(),
  version_id   uuid   not null,
  seq          bigint not null,
  foreign key (version_id, seq) references log_event (stream, seq)
);
create index bar_text on bar (item_id, content_hash);

create table hint_dismissal (
  item_id      uuid  not null references item,
  content_hash bytea not null references content_blob,
  hint_id      text  not null,
  side         text  not null check (side in ('compiler', 'officer')),
  person_id    uuid  not null references account,
  reason_hash  bytea not null references content_blob,
  version_id   uuid  not null,
  seq          bigint not null,
  foreign key (version_id, seq) references log_event (stream, seq)
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
  constraint import_emptied check (confirmed_seq is null or reading is null)
);
create index import_version on import (version_id);

create table publication (
  version_id   uuid primary key references catalogue_version,
  catalogue_id uuid not null references catalogue,
  seq          bigint not null,
  published_at timestamptz not null,
  document     bytea not null,
  foreign key (version_id, seq) references log_event (stream, seq)
);
create index publication_catalogue on publication (catalogue_id);

create table publication_item (
  version_id     uuid  not null references publication deferrable initially deferred,
  item_id        uuid  not null references item,
  position       int   not null,
  revision_id    uuid  not null,
  content_hash   bytea not null,
  decision_id    bigint not null references decision,
  public_content jsonb not null,
  primary key (version_id, item_id),
  foreign key (revision_id, content_hash) references revision (id, content_hash)
);
create index publication_item_item on publication_item (item_id);

-- Nothing of history is ever deleted or rewritten; what may change at all is checked further down.
do $$
declare v_table text;
begin
  foreach v_table in array array['catalogue', 'item', 'revision', 'participation', 'bar', 'hint_dismissal', 'publication', 'publication_item'] loop
    execute format('create trigger %1$s_immutable before update or delete on %1$I for each row execute function deny_change(''MUI05'')', v_table);
  end loop;
  foreach v_table in array array['catalogue_version', 'decision'] loop
    execute format('create trigger %1$s_kept before delete on %1$I for each row execute function deny_change(''MUI05'')', v_table);
  end loop;
  foreach v_table in array array['catalogue', 'catalogue_version', 'item', 'revision', 'version_item', 'decision', 'participation', 'bar',
                                 'hint_dismissal', 'publication', 'publication_item'] loop
    execute format('create trigger %1$s_no_truncate before truncate on %1$I for each statement execute function deny_change(''MUI05'')', v_table);
  end loop;
end $$;

-- Lock first, look afterwards: the second statement sees what was committed before the lock was given.
create function lock_version(p_version uuid) returns text language plpgsql set search_path = mulu, pg_temp as $$
declare v_state text;
begin
  perform from catalogue_version where id = p_version for update;
  select state into v_state from catalogue_version where id = p_version;
  return v_state;
end $$;

-- I8, I9: a state or a text changes only together with a new event of the log that says just that.
create function demand_event(
  p_stream uuid, p_seq bigint, p_machine text, p_item uuid, p_from text, p_to text, p_revision uuid
) returns void language plpgsql set search_path = mulu, pg_temp as $$
declare v_event record;
begin
  select * into v_event from log_event where stream = p_stream and seq = p_seq;
  if not found
     or v_event.machine_id is distinct from p_machine
     or v_event.item_id is distinct from p_item
     or v_event.from_state is distinct from p_from
     or v_event.to_state is distinct from p_to
     or (p_item is not null and v_event.revision_id is distinct from p_revision) then
    raise exception using errcode = 'MUI08', message = 'state.withoutEvent',
      detail = format('%s: %s -> %s is not what event %s says', p_machine, p_from, p_to, p_seq);
  end if;
  perform from transition where machine_id = v_event.machine_id and machine_version = v_event.machine_version
    and from_state = coalesce(v_event.from_state, '') and event = v_event.type and to_state = v_event.to_state;
  if not found then
    raise exception using errcode = 'MUI09', message = 'state.noSuchTransition',
      detail = format('%s %s: %s -%s-> %s', v_event.machine_id, v_event.machine_version, v_event.from_state, v_event.type, v_event.to_state);
  end if;
end $$;

create function catalogue_version_guard() returns trigger language plpgsql set search_path = mulu, pg_temp as $$
begin
  if (new.id, new.catalogue_id, new.number, new.profile_id, new.profile_version, new.opened_at)
     is distinct from (old.id, old.catalogue_id, old.number, old.profile_id, old.profile_version, old.opened_at)
     or new.predecessor_id is distinct from old.predecessor_id then
    raise exception using errcode = 'MUI05', message = 'version.immutable';
  end if;
  if new.state_seq <= old.state_seq then
    raise exception using errcode = 'MUI08', message = 'state.withoutEvent', detail = 'the pointer does not move forward';
  end if;
  perform demand_event(new.id, new.state_seq, 'catalogueVersion', null, old.state, new.state, null);
  return new;
end $$;
create trigger catalogue_version_guard before update on catalogue_version
  for each row execute function catalogue_version_guard();

-- The first event of a version's chain needs the row to lock, so its fit is looked at when the transaction ends.
create function catalogue_version_born() returns trigger language plpgsql set search_path = mulu, pg_temp as $$
begin
  if not exists (select from catalogue_version where id = new.id and state_seq > new.state_seq) then
    perform demand_event(new.id, new.state_seq, 'catalogueVersion', null, null, new.state, null);
  end if;
  return null;
end $$;
create constraint trigger catalogue_version_born after insert on catalogue_version
  deferrable initially deferred for each row execute function catalogue_version_born();

-- I5, I8, I9 for items. A closed or scheduled version's items stand still.
create function version_item_guard() returns trigger language plpgsql set search_path = mulu, pg_temp as $$
declare v_state text;
begin
  v_state := lock_version(case when tg_op = 'DELETE' then old.version_id else new.version_id end);
  if v_state not in ('draft', 'confidentialityReview', 'riskAssessment', 'departmentApproval') then
    raise exception using errcode = 'MUI05', message = 'version.closed', detail = format('the version is %s', v_state);
  end if;
  if tg_op = 'INSERT' then
    perform demand_event(new.version_id, new.state_seq, 'itemReview', new.item_id, null, new.state, new.revision_id);
    return new;
  end if;
  if tg_op = 'DELETE' then
    -- An item that was never public just goes, from a draft, and the log's last word on it says so.
    if v_state <> 'draft' or exists (select from publication_item where item_id = old.item_id)
       or not exists (select from log_event where stream = old.version_id and item_id = old.item_id and type = 'remove' and seq > old.state_seq) then
      raise exception using errcode = 'MUI08', message = 'state.withoutEvent', detail = 'an item goes only by its logged removal';
    end if;
    return old;
  end if;
  if (new.version_id, new.item_id) is distinct from (old.version_id, old.item_id) then
    raise exception using errcode = 'MUI05', message = 'item.immutable';
  end if;
  if (new.state, new.revision_id, new.content_hash, new.state_seq) is distinct from (old.state, old.revision_id, old.content_hash, old.state_seq) then
    if new.state_seq <= old.state_seq then
      raise exception using errcode = 'MUI08', message = 'state.withoutEvent', detail = 'the pointer does not move forward';
    end if;
    perform demand_event(new.version_id, new.state_seq, 'itemReview', new.item_id, old.state, new.state, new.revision_id);
  end if;
  return new;
end $$;
create trigger version_item_guard before insert or update or delete on version_item
  for each row execute function version_item_guard();

create function revision_guard() returns trigger language plpgsql set search_path = mulu, pg_temp as $$
declare v_state text;
begin
  v_state := lock_version(new.version_id);
  if v_state not in ('draft', 'confidentialityReview', 'riskAssessment') then
    raise exception using errcode = 'MUI05', message = 'version.closed', detail = format('the version is %s', v_state);
  end if;
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

-- I2, I3, I5, I8 for decisions.
create function decision_guard() returns trigger language plpgsql set search_path = mulu, pg_temp as $$
declare
  v_state   text;
  v_version record;
  v_item    record;
  v_event   record;
  v_persons uuid[];
  v_small   boolean;
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
  if not found or v_event.item_id is distinct from new.item_id or v_event.content_hash is distinct from new.content_hash
     or v_event.actor_id is distinct from new.decided_by or v_event.on_behalf_of is distinct from new.on_behalf_of
     or v_event.type <> new.kind or v_item.state_seq <> new.seq then
    raise exception using errcode = 'MUI08', message = 'decision.withoutEvent';
  end if;
  new.at := v_event.at;
  if new.step = 'carryOver' then
    if v_state <> 'draft' or new.kind <> 'carryOver' then
      raise exception using errcode = 'MUI03', message = 'decision.noCarryOverHere';
    end if;
    return new;
  end if;

  if v_state not in ('confidentialityReview', 'riskAssessment') then
    raise exception using errcode = 'MUI05', message = 'version.notUnderReview', detail = format('the version is %s', v_state);
  end if;
  select v.*, c.organization_id into v_version from catalogue_version v join catalogue c on c.id = v.catalogue_id where v.id = new.version_id;
  v_small := small_body(new.version_id);
  if not exists (select from hands_at(v_version.organization_id, new.decided_by) h
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
  -- Nobody signs two steps on one item; a small body's officer may also do the risk step.
  if new.kind <> 'requireMitigation' and exists (
       select from decision d
       where d.version_id = new.version_id and d.item_id = new.item_id and d.voided_seq is null
         and d.step not in (new.step, 'carryOver') and d.kind <> 'requireMitigation'
         and persons(d.decided_by, d.on_behalf_of) && v_persons
         and not (v_small and d.step in ('review', 'assessment') and new.step in ('review', 'assessment'))) then
    raise exception using errcode = 'MUI03', message = 'decision.twoSteps';
  end if;
  return new;
end $$;
create trigger decision_guard before insert or update on decision for each row execute function decision_guard();

-- I4 reads bars and participations too: they take the same lock.
create function version_locked_insert() returns trigger language plpgsql set search_path = mulu, pg_temp as $$
begin
  perform lock_version(new.version_id);
  return new;
end $$;
create trigger bar_guard before insert on bar for each row execute function version_locked_insert();
create trigger participation_guard before insert on participation for each row execute function version_locked_insert();

grant select on transition, profile, catalogue, catalogue_version, item, revision, version_item, decision, participation, bar, hint_dismissal, import,
  publication, publication_item to mulu_app, mulu_auditor;
