-- What an office hands down and follows up: tasks, a body's obligations under them, rectifications, reports. Each is a *matter*: a stream of the
-- log with a lifecycle of its own, a body or a territory, a deadline. The walls are those of the versions: a row moves only together with a new
-- event that says just that (I8), along a transition that exists (I9), by a hand that may (I3); what the row holds is taken out of the event,
-- never given beside it.

-- ── The rows ─────────────────────────────────────────────────────────────────────────────────────────────────────────
create table matter (
  id              uuid   primary key,
  machine_id      text   not null check (machine_id in ('compilationTask', 'obligation', 'rectification', 'progressReport')),
  purpose         text   not null,
  -- The body that it is about; null where it is the office's own, of a whole territory.
  organization_id uuid   references organization,
  -- The body's region, the task's territory, the territory that is reported on.
  region_code     text   not null references region,
  -- The territory whose office gave it, or to whose office the report goes.
  office_region   text   not null references region,
  -- The task of an obligation; what a rectification is about.
  parent_id       uuid   references matter,
  -- '2026' or '2026-Q3'
  period          text   check (period ~ '^[0-9]{4}(-Q[1-4])?$'),
  number          text   not null default '' check (length(number) <= 100),
  title           text   not null default '' check (length(title) <= 200),
  -- What is demanded or reported, as it stands: JSON, addressed by its hash like every text.
  text_hash       bytea  references content_blob,
  -- Publications from this day on fulfil it.
  since           date,
  due_on          date,
  -- {kind: 'FIXED'} or {kind: 'WORKDAYS_AFTER', from, days}
  due_rule        jsonb,
  -- Counted over days that no calendar covers yet.
  due_provisional boolean not null default false,
  -- The day on which it was really done.
  done_on         date,
  -- The deadlines for which somebody was reminded, and for which the superior was told.
  reminded_for    date,
  escalated_for   date,
  state           text   not null,
  state_seq       bigint not null,
  opened_at       timestamptz not null default clock_timestamp(),
  constraint matter_state_event foreign key (id, state_seq) references log_event (stream, seq) deferrable initially deferred,
  constraint matter_has_shape check (case machine_id
    when 'compilationTask' then num_nonnulls(organization_id, parent_id, period, due_on) = 0 and text_hash is not null
      and purpose in ('publishCatalogue', 'suggestUpdate')
    when 'obligation' then num_nulls(organization_id, parent_id, due_on, since) = 0 and purpose = 'publishCatalogue'
    when 'rectification' then num_nulls(organization_id, due_on, text_hash) = 0 and purpose in ('rectification', 'suggestUpdate')
    else num_nulls(period, due_on) = 0 and parent_id is null and (organization_id is null) = (purpose in ('quarterlyProgress', 'annualProgress'))
      and (period like '%Q_') = (purpose = 'quarterlyProgress') and purpose in ('quarterlyProgress', 'annualProgress', 'annualDisclosure') end),
  constraint matter_deadline_has_rule check ((due_on is null) = (due_rule is null)),
  -- What is withdrawn keeps the day on which it had been done.
  constraint matter_done_when_said check (
    state = 'withdrawn' or (done_on is not null) = (state in ('fulfilled', 'doneOutside', 'answered', 'accepted', 'submitted', 'received')))
);
-- A body has one obligation under a task, and whoever reports does so once for a period.
create unique index matter_one_obligation on matter (parent_id, organization_id) where machine_id = 'obligation';
create unique index matter_one_report on matter (region_code, coalesce(organization_id, '00000000-0000-0000-0000-000000000000'), purpose, period)
  where machine_id = 'progressReport';
create index matter_parent on matter (parent_id) where parent_id is not null;
create index matter_organization on matter (organization_id);
create index matter_region on matter (region_code, machine_id);
create index matter_awaits on matter (due_on) where state in ('open', 'issued', 'drafting', 'overdue');
create trigger matter_kept before delete on matter for each row execute function deny_change('MUI05');
create trigger matter_no_truncate before truncate on matter for each statement execute function deny_change('MUI05');

-- The head of a matter's chain is its own row's lock, as a version's is; a chain holds the steps of its own lifecycles and of no other.
create or replace function log_event_chain() returns trigger language plpgsql set search_path = mulu, pg_temp as $$
declare
  v_previous record;
  v_body     jsonb;
  v_machines text[];
begin
  if new.stream = '00000000-0000-0000-0000-000000000000' then
    perform from log_stream where stream = new.stream for update;
    v_machines := array[''];
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

-- ── What a matter's row holds is what its events say ─────────────────────────────────────────────────────────────────
-- Days are those of the place that the rules are made for.
create function day_here(p_at timestamptz) returns date language sql immutable set search_path = mulu, pg_temp as $$
  select (p_at at time zone 'Asia/Shanghai')::date
$$;

-- The day on which a body did what a publishing task asks: its first publication since then, of a version that was not taken down; null while
-- nothing of it is in force.
create function published_since(p_organization uuid, p_since date) returns date language plpgsql stable set search_path = mulu, pg_temp as $$
begin
  return (
    select min(day_here(p.published_at)) filter (where v.state <> 'takenDown')
    from catalogue c join catalogue_version v on v.catalogue_id = c.id join publication p on p.version_id = v.id
    where c.organization_id = p_organization and day_here(p.published_at) >= p_since
    having bool_or(v.state = 'published'));
end $$;

-- A day as an event says it: `2026-11-20`, and not what else PostgreSQL takes for a day ("tomorrow").
create function said_day(p_said jsonb) returns date language plpgsql immutable set search_path = mulu, pg_temp as $$
begin
  if p_said <> 'null' and (jsonb_typeof(p_said) <> 'string' or p_said #>> '{}' !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$') then
    raise exception using errcode = 'MUI08', message = 'event.noDay', detail = p_said::text;
  end if;
  return (p_said #>> '{}')::date;
end $$;

-- What somebody wrote, by its hash: an object, because its readers take it for one.
create function said_words(p_hash bytea) returns jsonb language plpgsql stable set search_path = mulu, pg_temp as $$
declare v_words jsonb := (select convert_from(bytes, 'UTF8')::jsonb from content_blob where hash = p_hash);
begin
  if jsonb_typeof(v_words) <> 'object' then
    raise exception using errcode = 'MUI08', message = 'event.noWords';
  end if;
  return v_words;
end $$;

-- How many working days lie after a day up to and with another, by the calendar in force (the tables of the next migration); whether the other is one;
-- and whether some year between was never entered. Counted by weeks and marked days, because one task may ask it of thousands of deadlines.
create function workdays_between(p_from date, p_to date, out days integer, out ends_on_one boolean, out provisional boolean)
language plpgsql stable set search_path = mulu, pg_temp set jit = off as $$
declare
  v_monday date := '1900-01-01';
  v_before integer := p_from - v_monday + 1;
  v_all    integer := p_to - v_monday + 1;
begin
  select (v_all / 7 * 5 + least(v_all % 7, 5)) - (v_before / 7 * 5 + least(v_before % 7, 5))
      + count(*) filter (where d.kind = 'work') - count(*) filter (where d.kind = 'off' and extract(isodow from d.day) < 6),
    coalesce(max(d.kind) filter (where d.day = p_to) = 'work', extract(isodow from p_to) < 6)
  into days, ends_on_one
  from calendar_day d
  where d.day > p_from and d.day <= p_to and d.number = (select max(c.number) from calendar_edition c where c.year = d.year);
  provisional := exists (
    select from generate_series(extract(year from p_from + 1)::integer, extract(year from p_to)::integer) y (year)
    where not exists (select from calendar_edition c where c.year = y.year));
end $$;

-- A deadline is what its rule makes of it now: the day itself, or so many working days after one.
create function demand_deadline(p_due date, p_rule jsonb, p_provisional boolean) returns void language plpgsql stable set search_path = mulu, pg_temp as $$
declare
  v_from date    := said_day(p_rule -> 'from');
  v_days integer := (p_rule ->> 'days')::integer;
begin
  if p_rule = jsonb_build_object('kind', 'FIXED', 'dueOn', p_due) and not p_provisional
     or p_rule = jsonb_build_object('kind', 'WORKDAYS_AFTER', 'from', v_from, 'days', v_days)
        and v_days > 0 and (v_days, true, p_provisional) = (select w.days, w.ends_on_one, w.provisional from workdays_between(v_from, p_due) w) then
    return;
  end if;
  raise exception using errcode = 'MUI09', message = 'deadline.notSo', detail = format('%s by %s', p_due, p_rule);
end $$;

-- A matter as its first event makes it.
create function matter_begun(p_id uuid, p_machine text, p_facts jsonb, p_text bytea, p_state text) returns matter
language plpgsql stable set search_path = mulu, pg_temp as $$
declare
  v_matter matter;
  v_words  jsonb := said_words(p_text);
begin
  v_matter.id              := p_id;
  v_matter.machine_id      := p_machine;
  v_matter.purpose         := p_facts ->> 'purpose';
  v_matter.organization_id := (p_facts ->> 'organizationId')::uuid;
  v_matter.region_code     := p_facts ->> 'regionCode';
  v_matter.office_region   := p_facts ->> 'officeRegion';
  v_matter.parent_id       := (p_facts ->> 'parentId')::uuid;
  v_matter.period          := p_facts ->> 'period';
  v_matter.number          := coalesce(v_words ->> 'number', '');
  v_matter.title           := coalesce(v_words ->> 'title', '');
  v_matter.text_hash       := p_text;
  v_matter.since           := said_day(p_facts -> 'since');
  v_matter.due_on          := said_day(p_facts -> 'dueOn');
  v_matter.due_rule        := nullif(p_facts -> 'dueRule', 'null');
  v_matter.due_provisional := coalesce((p_facts ->> 'dueProvisional')::boolean, false);
  v_matter.state           := p_state;
  v_matter.state_seq       := 1;
  return v_matter;
end $$;

-- The first event of a chain needs the row to lock, so its fit is looked at when the transaction ends; before PostgreSQL 18 in the name of the
-- login, hence SECURITY DEFINER. The row is that event's, word for word; the body lies in the region, the region under the office that gave it.
create function matter_born() returns trigger language plpgsql security definer set search_path = mulu, pg_temp as $$
declare
  v_event log_event;
  v_begun matter;
  v_facts jsonb;
begin
  select * into v_event from log_event where stream = new.id and seq = 1;
  perform demand_event(new.id, new.state_seq, new.machine_id, null, null, new.state, null, v_event.content_hash);
  v_facts := event_said(v_event) -> 'facts';
  v_begun := matter_begun(new.id, v_event.machine_id, v_facts, v_event.content_hash, v_event.to_state);
  v_begun.opened_at := new.opened_at;
  if v_begun is distinct from new or abs(extract(epoch from new.opened_at - v_event.at)) > 60
     or not jsonb_strip_nulls(v_facts - 'guards') <@ (matter_json(new) || jsonb_build_object('dueProvisional', new.due_provisional)) then
    raise exception using errcode = 'MUI08', message = 'state.withoutEvent', detail = 'a matter is as its first event says';
  end if;
  if not new.office_region in (select region_lineage(new.region_code))
     or new.organization_id is not null and not exists (select from organization o where o.id = new.organization_id and o.region_code = new.region_code) then
    raise exception using errcode = 'MUI03', message = 'matter.outsideTerritory';
  end if;
  perform said_words(v_event.reason_hash);
  if new.due_on is not null then
    perform demand_deadline(new.due_on, new.due_rule, new.due_provisional);
  end if;
  if new.machine_id in ('obligation', 'rectification') and new.due_on <= day_here(v_event.at) then
    raise exception using errcode = 'MUI09', message = 'deadline.notSo', detail = 'nobody is asked for something yesterday';
  end if;
  return null;
end $$;
create constraint trigger matter_born after insert on matter deferrable initially deferred for each row execute function matter_born();

-- What lies below another matter: an obligation comes with its task, never later; a question is asked under a task that asks it, or about what the
-- same body owes. Whoever withdraws the one above holds its lock, and so does, by the foreign key, whoever puts something below it.
create function matter_belongs() returns trigger language plpgsql security definer set search_path = mulu, pg_temp as $$
declare v_above matter;
begin
  select * into v_above from matter where id = new.parent_id;
  if v_above.state <> 'withdrawn' and v_above.region_code in (select region_lineage(new.region_code))
     and (v_above.machine_id = 'compilationTask' and v_above.office_region = new.office_region and v_above.purpose = new.purpose
            and (new.machine_id <> 'obligation' or v_above.state_seq = 1)
          or new.machine_id = 'rectification' and v_above.organization_id = new.organization_id) then
    return null;
  end if;
  raise exception using errcode = 'MUI09', message = 'parent.notSo',
    detail = format('%s below %s, which is %s', new.machine_id, v_above.machine_id, v_above.state);
end $$;
create constraint trigger matter_belongs after insert on matter deferrable initially deferred for each row
  when (new.parent_id is not null) execute function matter_belongs();

-- A task that is withdrawn takes along everything below it that is not ended.
create function matter_takes_along() returns trigger language plpgsql security definer set search_path = mulu, pg_temp as $$
begin
  if exists (select from matter m where m.parent_id = new.id and m.state not in ('withdrawn', 'accepted')) then
    raise exception using errcode = 'MUI09', message = 'task.leavesSomething';
  end if;
  return null;
end $$;
create constraint trigger matter_takes_along after update on matter deferrable initially deferred for each row
  when (new.machine_id = 'compilationTask' and new.state = 'withdrawn') execute function matter_takes_along();

-- Nothing but state and pointer is given; the deadline, the day it was done and the text that stands come out of the event, of an event that is
-- about them. A step that needs a reason, an answer or an address brings it. What the clock says must be so: a deadline is not passed or counted anew, nor a catalogue published, because a program says it.
create function matter_guard() returns trigger language plpgsql set search_path = mulu, pg_temp as $$
declare
  v_event log_event;
  v_facts jsonb;
  v_words jsonb;
  v_today date := day_here(clock_timestamp());
  v_holds boolean;
begin
  if (to_jsonb(new) - '{state,state_seq}'::text[]) is distinct from (to_jsonb(old) - '{state,state_seq}'::text[]) then
    raise exception using errcode = 'MUI05', message = 'matter.immutable';
  end if;
  if new.state_seq <= old.state_seq then
    raise exception using errcode = 'MUI08', message = 'state.withoutEvent', detail = 'the pointer does not move forward';
  end if;
  v_event := demand_event(new.id, new.state_seq, old.machine_id, null, old.state, new.state, null,
                          (select content_hash from log_event where stream = new.id and seq = new.state_seq));
  v_facts := coalesce(event_said(v_event) -> 'facts', '{}');
  if (v_event.content_hash is not null) <> (v_event.type in ('compose', 'edit'))
     or v_facts ?| '{dueOn,dueRule,dueProvisional}' <> (v_event.type in ('extend', 'recompute'))
     or v_facts ? 'doneOn' <> (v_event.type in ('fulfil', 'lapse', 'recordOutside', 'reinstate', 'answer', 'submit', 'return', 'recall')) then
    raise exception using errcode = 'MUI08', message = 'event.aboutSomethingElse', detail = v_event.type;
  end if;
  v_words := said_words(v_event.reason_hash);
  if v_event.type in ('withdraw', 'exempt', 'reinstate', 'extend', 'return', 'recall') and coalesce(v_words ->> 'reason', '') !~ '[^[:space:]]'
     or v_event.type = 'answer' and coalesce(v_words ->> 'text', '') !~ '[^[:space:]]'
     or v_event.type = 'recordOutside' and coalesce(v_words ->> 'address', '') !~ '^https?://[^/[:space:]]' then
    raise exception using errcode = 'MUI08', message = 'event.withoutWords', detail = v_event.type;
  end if;
  if v_event.content_hash is not null then
    v_words       := said_words(v_event.content_hash);
    new.text_hash := v_event.content_hash;
    new.number    := coalesce(v_words ->> 'number', old.number);
    new.title     := coalesce(v_words ->> 'title', old.title);
  end if;
  if v_facts ? 'dueOn' then
    new.due_on          := said_day(v_facts -> 'dueOn');
    new.due_rule        := v_facts -> 'dueRule';
    new.due_provisional := v_facts -> 'dueProvisional' = 'true';
    perform demand_deadline(new.due_on, new.due_rule, new.due_provisional);
  end if;
  if v_facts ? 'doneOn' then
    new.done_on := said_day(v_facts -> 'doneOn');
  end if;

  v_holds := case v_event.type
    when 'extend' then new.due_on > greatest(old.due_on, v_today) and v_facts -> 'before' = to_jsonb(old.due_on)
    when 'recompute' then new.due_rule = old.due_rule and (new.due_on, new.due_provisional) <> (old.due_on, old.due_provisional)
      and v_facts -> 'before' = to_jsonb(old.due_on) and (new.state = 'overdue') = (new.due_on < v_today)
    when 'remind' then old.due_on >= v_today and old.reminded_for is distinct from old.due_on
    when 'fallOverdue' then old.due_on < v_today
    when 'escalate' then old.due_on < v_today and old.escalated_for is distinct from old.due_on
    when 'recordOutside' then new.done_on <= v_today
    when 'answer' then new.done_on = v_today
    when 'submit' then new.done_on = v_today
    when 'fulfil' then new.done_on = published_since(old.organization_id, old.since)
    when 'lapse' then num_nonnulls(new.done_on, published_since(old.organization_id, old.since)) = 0
    when 'cancel' then exists (select from matter task where task.id = old.parent_id and task.state = 'withdrawn')
    else not v_facts ? 'doneOn' or new.done_on is null end;
  if v_holds is not true then
    raise exception using errcode = 'MUI09', message = 'matter.notSo', detail = format('%s on %s, due on %s', v_event.type, v_today, old.due_on);
  end if;
  if v_event.type = 'remind' then
    new.reminded_for := old.due_on;
  elsif v_event.type = 'escalate' then
    new.escalated_for := old.due_on;
  end if;
  return new;
end $$;
create trigger matter_guard before update on matter for each row execute function matter_guard();

-- ── Who may act on it ────────────────────────────────────────────────────────────────────────────────────────────────
-- Offices and auditors whose territory a region lies in, with whom a deputy acts for. `exactly`: the territory is this very region.
create function territory_hands(p_region text, p_person uuid) returns table (person uuid, role text, principal uuid, exactly boolean)
language plpgsql stable set search_path = mulu, pg_temp as $$
begin
  return query
    with covering as (
      select a.account_id, a.role, a.principal_id, a.region_code from live_appointment a
      where a.role in ('leadingGroupOffice', 'auditor') and a.region_code in (select region_lineage(p_region))
    )
    select c.account_id, c.role, c.principal_id, bool_or(c.region_code = p_region) from covering c
    where (p_person is null or c.account_id = p_person)
      and (c.principal_id is null or exists (
        select from covering p where p.account_id = c.principal_id and p.role = c.role and p.principal_id is null))
    group by c.account_id, c.role, c.principal_id;
end $$;

-- The hands over a matter of this body (or of none), region and office, of everybody or only of p_person. An office acts in a capacity: as the one
-- that gave it, as one whose territory it lies in, or as the one that it is about.
create function capacities(p_organization uuid, p_region text, p_office text, p_person uuid) returns table (person uuid, role text, principal uuid)
language plpgsql stable set search_path = mulu, pg_temp as $$
begin
  return query
    select t.person, 'givingOffice', t.principal from territory_hands(p_office, p_person) t where t.role = 'leadingGroupOffice'
    union
    select t.person, case when t.role = 'auditor' then 'auditor' else 'coveringOffice' end, t.principal from territory_hands(p_region, p_person) t
    union
    select t.person, 'ownOffice', t.principal from territory_hands(p_region, p_person) t
    where p_organization is null and t.exactly and t.role = 'leadingGroupOffice'
    union
    select h.person, case when h.role = 'leadingGroupOffice' then 'coveringOffice' else h.role end, h.principal from hands_at(p_organization, p_person) h
    where p_organization is not null;
end $$;

create function capacities_json(p_organization uuid, p_region text, p_office text, p_person uuid) returns jsonb
language plpgsql stable set search_path = mulu, pg_temp as $$
begin
  return coalesce((select jsonb_agg(jsonb_build_object('role', h.role, 'persons', persons(h.person, h.principal)) order by h.principal is not null, h.role)
                   from capacities(p_organization, p_region, p_office, p_person) h), '[]');
end $$;

create function matter_json(p_matter matter) returns jsonb language plpgsql stable set search_path = mulu, pg_temp as $$
begin
  return jsonb_build_object(
    'id', p_matter.id, 'machineId', p_matter.machine_id, 'purpose', p_matter.purpose, 'organizationId', p_matter.organization_id,
    'regionCode', p_matter.region_code, 'officeRegion', p_matter.office_region, 'parentId', p_matter.parent_id, 'period', p_matter.period,
    'number', p_matter.number, 'title', p_matter.title, 'textHash', encode(p_matter.text_hash, 'hex'), 'since', p_matter.since, 'dueOn', p_matter.due_on,
    'dueRule', p_matter.due_rule, 'provisional', p_matter.due_provisional, 'doneOn', p_matter.done_on, 'remindedFor', p_matter.reminded_for,
    'escalatedFor', p_matter.escalated_for, 'state', p_matter.state, 'openedAt', p_matter.opened_at,
    'seq', (select max(e.seq) from log_event e where e.stream = p_matter.id));
end $$;

-- Everything that a step of a matter may rest on, in one answer. Of a matter that is to be made (p_new: {organizationId, regionCode, officeRegion}),
-- the hands that one has where it would lie.
create function matter_facts(p_token text, p_matter uuid, p_new jsonb, p_key text) returns jsonb
language plpgsql stable security definer set search_path = mulu, pg_temp set plan_cache_mode = force_generic_plan set jit = off as $$
declare
  v_person uuid := session_person(p_token);
  v_matter matter;
begin
  if v_person is null and p_token is not null then
    return jsonb_build_object('person', null);
  end if;
  if p_new is null then
    select * into v_matter from matter where id = p_matter;
  else
    v_matter.organization_id := (p_new ->> 'organizationId')::uuid;
    v_matter.region_code     := p_new ->> 'regionCode';
    v_matter.office_region   := p_new ->> 'officeRegion';
  end if;
  return jsonb_build_object(
    'person', v_person,
    'prior', case when p_key is not null then prior_answer(v_person, p_key) end,
    'today', day_here(clock_timestamp()),
    'matter', case when v_matter.id is not null then matter_json(v_matter) end,
    'publishedSince', case when v_matter.machine_id = 'obligation' then published_since(v_matter.organization_id, v_matter.since) end,
    'hands', case when v_person is not null and v_matter.region_code is not null
                  then capacities_json(v_matter.organization_id, v_matter.region_code, v_matter.office_region, v_person) end);
end $$;

-- ── The one door for every change of a matter ────────────────────────────────────────────────────────────────────────
-- Whoever acts has, now, a hand over the matter in the capacity that the lifecycle lets take this step. The system acts by the clock; obligations it
-- gives out and takes back along with somebody's step on their task, and never by itself.
create function demand_matter_hand(p_matter uuid, p_person uuid, p_body jsonb, p_first uuid) returns void
language plpgsql set search_path = mulu, pg_temp as $$
declare
  v_matter matter;
  v_roles  text[];
begin
  select * into v_matter from matter where id = p_matter;
  select t.roles into v_roles from transition t
  where t.machine_id = v_matter.machine_id and t.machine_id = p_body #>> '{machine,id}' and t.machine_version = p_body #>> '{machine,version}'
    and t.from_state = coalesce(p_body ->> 'from', '') and t.event = p_body ->> 'type' and t.to_state = p_body ->> 'to';
  if not found then
    raise exception using errcode = 'MUI09', message = 'state.noSuchTransition',
      detail = format('%s -%s-> %s', p_body ->> 'from', p_body ->> 'type', p_body ->> 'to');
  end if;
  if (p_body -> 'actor') = 'null' then
    if not 'system' = any (v_roles) or p_body -> 'roles' is distinct from '[]' or p_body ->> 'onBehalfOf' is not null
       or (p_person is not null) <> (p_body ->> 'type' in ('issue', 'cancel'))
       or p_person is not null and (p_matter = p_first or v_matter.parent_id is distinct from p_first) then
      raise exception using errcode = 'MUI08', message = 'actor.notTheSystem';
    end if;
    return;
  end if;
  if p_person is null or (p_body ->> 'actor')::uuid is distinct from p_person or p_body -> 'roles' is distinct from jsonb_build_array(p_body #> '{roles,0}') then
    raise exception using errcode = 'MUI08', message = 'actor.notTheSession';
  end if;
  if not (p_body #>> '{roles,0}') = any (v_roles) then
    raise exception using errcode = 'MUI03', message = 'role.mayNotSayThis';
  end if;
  if not exists (select from capacities(v_matter.organization_id, v_matter.region_code, v_matter.office_region, p_person) h
                 where h.role = p_body #>> '{roles,0}' and h.principal is not distinct from (p_body ->> 'onBehalfOf')::uuid) then
    raise exception using errcode = 'MU409', message = 'appointment.changed';
  end if;
end $$;

-- p_command: {expect: {matter: seq}, key?, requestHash?, answer?, changes: [{op: 'store', text} | {op: 'begin' | 'move', matter, body}]}
-- Answers {conflict: true} when what was read is no longer so, else {answer}. The first step is the one that was asked for.
create function commit_matter_as(p_person uuid, p_command jsonb) returns jsonb language plpgsql set search_path = mulu, pg_temp as $$
declare
  v_expect record;
  v_change jsonb;
  v_body   jsonb;
  v_matter uuid;
  v_first  uuid;
  v_begun  matter;
  v_prior  jsonb;
  v_seq    bigint;
  v_answer jsonb;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception using errcode = 'MUI04', message = 'transaction.notReadCommitted';
  end if;
  perform from matter where id in (select key::uuid from jsonb_each(p_command -> 'expect')) order by id for update;
  if p_command ? 'key' then
    v_prior := prior_answer(p_person, p_command ->> 'key');
    if v_prior is not null then
      return jsonb_build_object('prior', v_prior);
    end if;
  end if;
  for v_expect in select key::uuid as id, value::text::bigint as seq from jsonb_each(p_command -> 'expect') loop
    if v_expect.seq is distinct from (select max(seq) from log_event where stream = v_expect.id) then
      return jsonb_build_object('conflict', true);
    end if;
  end loop;

  for v_change in select * from jsonb_array_elements(p_command -> 'changes') loop
    if v_change ->> 'op' = 'store' then
      perform content_store(convert_to(v_change ->> 'text', 'UTF8'));
      continue;
    end if;
    v_matter := (v_change ->> 'matter')::uuid;
    v_body := (v_change ->> 'body')::jsonb;
    v_first := coalesce(v_first, v_matter);
    if v_change ->> 'op' = 'begin' then
      v_begun := matter_begun(v_matter, v_body #>> '{machine,id}', v_body -> 'facts', hex_or_null(v_body ->> 'contentHash'), v_body ->> 'to');
      v_begun.opened_at := clock_timestamp();
      insert into matter select v_begun.*;
    elsif v_change ->> 'op' is distinct from 'move' then
      raise exception using errcode = 'MUI08', message = 'event.withoutChange';
    elsif not coalesce(p_command -> 'expect', '{}') ? v_matter::text then
      raise exception using errcode = 'MUI08', message = 'change.notLookedAt';
    end if;
    perform demand_matter_hand(v_matter, p_person, v_body, v_first);
    if v_answer is null then
      if v_body ->> 'idempotencyKey' is distinct from p_command ->> 'key' then
        raise exception using errcode = 'MUI10', message = 'key.notWhatWasLogged';
      end if;
      select coalesce(max(seq), 0) + 1 into v_seq from log_event where stream = v_matter;
      v_answer := coalesce(p_command -> 'answer', '{}') || jsonb_build_object('seq', v_seq, 'etag', v_seq);
      v_seq := log_append(v_matter, v_change ->> 'body', p_command ->> 'key', decode(p_command ->> 'requestHash', 'hex'), v_answer);
    else
      v_seq := log_append(v_matter, v_change ->> 'body');
    end if;
    if v_change ->> 'op' = 'move' then
      update matter set state = v_body ->> 'to', state_seq = v_seq where id = v_matter;
    end if;
  end loop;
  return jsonb_build_object('answer', v_answer);
end $$;

create function commit_matter(p_token text, p_command jsonb) returns jsonb
language plpgsql security definer set search_path = mulu, pg_temp set plan_cache_mode = force_generic_plan set jit = off as $$
declare v_person uuid := session_person(p_token);
begin
  if v_person is null then
    raise exception using errcode = 'MU401', message = 'session.absent';
  elsif p_command ->> 'key' is null then
    raise exception using errcode = 'MU428', message = 'precondition.idempotencyKey';
  end if;
  return commit_matter_as(v_person, p_command);
end $$;

-- The clock's own door: steps that the lifecycles leave to the system, and nothing else.
create function commit_matter_due(p_command jsonb) returns jsonb
language plpgsql security definer set search_path = mulu, pg_temp set plan_cache_mode = force_generic_plan set jit = off as $$
begin
  return commit_matter_as(null, p_command - 'key');
end $$;

-- Whether somebody may look at a matter: whoever has a hand over it.
create function matter_readable(p_person uuid, p_matter matter) returns boolean language plpgsql stable set search_path = mulu, pg_temp as $$
begin
  return exists (select from capacities(p_matter.organization_id, p_matter.region_code, p_matter.office_region, p_person));
end $$;

-- The territories that somebody's office or audit covers: the roots of what they may look over.
create function territories_of(p_token text) returns table (region_code text, role text)
language plpgsql stable security definer set search_path = mulu, pg_temp as $$
declare v_person uuid := session_person(p_token);
begin
  return query
    select distinct a.region_code, a.role from live_appointment a
    where a.account_id = v_person and a.region_code is not null and a.role in ('leadingGroupOffice', 'auditor')
      and exists (select from territory_hands(a.region_code, v_person) t where t.role = a.role and t.principal is not distinct from a.principal_id);
end $$;

-- The tasks that somebody may hear of, the newest first: those of the territories that their office or audit covers, of the territories above, and
-- those under which a body of theirs has something. How far each is: done is what is fulfilled or done outside, answered or accepted; not what is exempted.
create function tasks_told(p_token text, p_region text, p_before timestamptz, p_before_id uuid, p_limit integer) returns jsonb
language plpgsql stable security definer set search_path = mulu, pg_temp as $$
declare v_person uuid := session_person(p_token);
begin
  if v_person is null then
    return null;
  end if;
  return coalesce((
    with mine as (select a.organization_id, a.region_code from live_appointment a where a.account_id = v_person),
    page as (
      select m.* from matter m
      where m.machine_id = 'compilationTask'
        and (p_region is null or p_region in (select region_lineage(m.region_code)) or m.region_code in (select region_lineage(p_region)))
        and (p_before is null or (m.opened_at, m.id) < (p_before, p_before_id))
        and (exists (select from mine a where a.region_code in (select region_lineage(m.region_code)) or m.region_code in (select region_lineage(a.region_code)))
          or exists (select from mine a join matter below on below.organization_id = a.organization_id where below.parent_id = m.id))
      order by m.opened_at desc, m.id desc limit p_limit
    )
    select jsonb_agg(jsonb_build_object(
        'id', t.id, 'state', t.state, 'purpose', t.purpose, 'number', t.number, 'title', t.title, 'issuedAt', t.opened_at,
        'region', (select jsonb_build_object('code', r.code, 'name', r.name) from region r where r.code = t.region_code),
        'firstDueOn', b.first_due, 'lastDueOn', b.last_due,
        'counts', jsonb_build_object('bodies', b.bodies, 'done', b.done, 'overdue', b.overdue)) order by t.opened_at desc, t.id desc)
    from page t cross join lateral (
      select count(*) filter (where m.state <> 'withdrawn') as bodies, min(m.due_on) as first_due, max(m.due_on) as last_due,
        count(*) filter (where m.state in ('fulfilled', 'doneOutside', 'answered', 'accepted')) as done,
        count(*) filter (where m.state in ('open', 'issued', 'overdue') and m.due_on < day_here(clock_timestamp())) as overdue
      from matter m where m.parent_id = t.id) b), '[]');
end $$;

revoke execute on function day_here(timestamptz), published_since(uuid, date), said_day(jsonb), said_words(bytea), workdays_between(date, date),
  demand_deadline(date, jsonb, boolean), matter_begun(uuid, text, jsonb, bytea, text), matter_born(), matter_belongs(), matter_takes_along(), matter_guard(),
  territory_hands(text, uuid), capacities(uuid, text, text, uuid), capacities_json(uuid, text, text, uuid), matter_json(matter),
  matter_facts(text, uuid, jsonb, text), demand_matter_hand(uuid, uuid, jsonb, uuid), commit_matter_as(uuid, jsonb), commit_matter(text, jsonb),
  commit_matter_due(jsonb), matter_readable(uuid, matter), territories_of(text),
  tasks_told(text, text, timestamptz, uuid, integer) from public;
grant select on matter to mulu_app, mulu_auditor;
grant execute on function matter_facts(text, uuid, jsonb, text), commit_matter(text, jsonb), commit_matter_due(jsonb), day_here(timestamptz), territories_of(text),
  tasks_told(text, text, timestamptz, uuid, integer) to mulu_app;
