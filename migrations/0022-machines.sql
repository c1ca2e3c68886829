-- Which versions of the lifecycles the log knows, and under which of them each log goes on (docs/decisions/0024-machine-versions.md).

insert into log_word (word, meaning) values
  ('machine.registered', 'A version of a lifecycle was deployed: the hashes of its definition and of its source'),
  ('machine.migrated', 'A log goes on under another version of its lifecycle; no state changes by it');

create table machine (
  id         text   not null,
  version    text   not null,
  definition bytea  not null check (octet_length(definition) = 32),
  source     bytea  not null check (octet_length(source) = 32),
  -- The event of the system chain that says so.
  seq        bigint not null unique,
  primary key (id, version)
);
create trigger machine_immutable before update or delete on machine for each row execute function deny_change('MUI09');
create trigger machine_no_truncate before truncate on machine for each statement execute function deny_change('MUI09');

-- Once for each version, by the deployment alone. What stands under the same version with other hashes is refused.
create function machine_register(p_id text, p_version text, p_definition bytea, p_source bytea) returns void
language plpgsql set search_path = mulu, pg_temp as $$
declare v_known machine;
begin
  perform from log_stream where stream = '00000000-0000-0000-0000-000000000000' for update;
  select * into v_known from machine where id = p_id and version = p_version;
  if found and (v_known.definition <> p_definition or v_known.source <> p_source) then
    raise exception using errcode = 'MUI09', message = 'machine.registeredOtherwise', detail = format('%s %s', p_id, p_version);
  elsif not found then
    insert into machine values (p_id, p_version, p_definition, p_source, log_system('machine.registered', null, '{}', jsonb_build_object('machineId', p_id,
      'machineVersion', p_version, 'definitionHash', encode(p_definition, 'hex'), 'sourceHash', encode(p_source, 'hex'))));
  end if;
end $$;

-- The version under which a log goes on: that of its last event of this lifecycle.
create table machine_in_force (
  stream     uuid not null,
  machine_id text not null,
  version    text not null,
  primary key (stream, machine_id)
);
insert into machine_in_force
select distinct on (stream, machine_id) stream, machine_id, machine_version from log_event where machine_id is not null order by stream, machine_id, seq desc;

-- The states in which something of this lifecycle stands in this log now.
create function machine_states(p_stream uuid, p_machine text) returns setof text language sql stable set search_path = mulu, pg_temp as $$
  select state from catalogue_version where id = p_stream and p_machine = 'catalogueVersion'
  union all select state from version_item where version_id = p_stream and p_machine = 'itemReview'
  union all select state from matter where id = p_stream and machine_id = p_machine
$$;

-- Of which lifecycles one log tells of many things, each in a state of its own: a version of its items, the chain of the system of purges.
create function machine_of_many(p_machine text) returns boolean language sql immutable set search_path = mulu, pg_temp as $$
  select p_machine in ('itemReview', 'purge')
$$;

-- I9: an event names a version that is registered, by its hash, and the one under which its log goes on. Another one comes into force by an event that
-- says so, where every state that something stands in is a state of it too.
create function log_event_machine() returns trigger language plpgsql set search_path = mulu, pg_temp as $$
declare
  v_body  jsonb := convert_from(new.body, 'UTF8')::jsonb;
  v_under text;
begin
  if not exists (select from machine where id = new.machine_id and version = new.machine_version and encode(definition, 'hex') = v_body #>> '{machine,hash}') then
    raise exception using errcode = 'MUI09', message = 'machine.notRegistered', detail = format('%s %s', new.machine_id, new.machine_version);
  end if;
  select version into v_under from machine_in_force where stream = new.stream and machine_id = new.machine_id;
  if new.type <> 'machine.migrated' then
    if v_under is null then
      insert into machine_in_force values (new.stream, new.machine_id, new.machine_version);
    elsif v_under <> new.machine_version then
      raise exception using errcode = 'MUI09', message = 'machine.notInForce', detail = format('%s goes on under %s', new.machine_id, v_under);
    end if;
    return new;
  end if;
  if v_under is distinct from v_body #>> '{facts,from}' or new.machine_version is distinct from v_body #>> '{facts,to}' or v_under = new.machine_version
     or new.from_state is distinct from new.to_state or new.item_id is not null
     or not machine_of_many(new.machine_id) and new.to_state is distinct from (select * from machine_states(new.stream, new.machine_id)) then
    raise exception using errcode = 'MUI09', message = 'machine.migrationNotSo', detail = format('%s is under %s', new.machine_id, v_under);
  elsif exists (
    select from machine_states(new.stream, new.machine_id) s where not exists (
      select from transition t where t.machine_id = new.machine_id and t.machine_version = new.machine_version and s in (t.from_state, t.to_state))) then
    raise exception using errcode = 'MUI09', message = 'machine.stateNotThere', detail = format('%s %s: %s', new.machine_id, new.machine_version, new.stream);
  end if;
  update machine_in_force set version = new.machine_version where stream = new.stream and machine_id = new.machine_id;
  return new;
end $$;
-- After log_event_chain, by its name: that one reads the columns out of the body.
create trigger log_event_machine before insert on log_event for each row when (new.machine_id is not null) execute function log_event_machine();

revoke execute on function machine_register(text, text, bytea, bytea), machine_states(uuid, text), machine_of_many(text) from public;
grant select on machine, machine_in_force to mulu_app, mulu_auditor;
