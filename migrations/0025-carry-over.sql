-- A lifecycle gets a new version while logs go on under the one before: the deployment carries them over, each by an event of its own
-- (docs/decisions/0024-machine-versions.md). The event's keys stand in the order of RFC 8785.
create function machine_carry_over(p_id text, p_from text[], p_to text) returns bigint language plpgsql set search_path = mulu, pg_temp as $$
declare
  v_hash  text;
  v_log   record;
  v_state text;
  v_count bigint := 0;
begin
  if not exists (select from machine_in_force where machine_id = p_id and version = any (p_from)) then
    return 0;
  end if;
  select encode(definition, 'hex') into strict v_hash from machine where id = p_id and version = p_to;
  -- Whoever commits now is waited for, and nobody moves anything meanwhile.
  lock table log_stream in exclusive mode;
  for v_log in
    select f.stream, f.version from machine_in_force f
    where f.machine_id = p_id and f.version = any (p_from)
      -- What can go nowhere, under neither of the two, stays under the version that it ended with; purges are yet to come.
      and (p_id = 'purge' or exists (
        select from machine_states(f.stream, p_id) s
        join transition t on t.machine_id = p_id and t.machine_version in (f.version, p_to) and t.from_state = s))
      -- Items move in a version that does.
      and (p_id <> 'itemReview' or exists (
        select from catalogue_version v join transition t on t.machine_id = 'catalogueVersion' and t.from_state = v.state where v.id = f.stream))
    order by f.stream
  loop
    v_state := case when not machine_of_many(p_id) then (select * from machine_states(v_log.stream, p_id)) end;
    perform log_append(v_log.stream, format(
      '{"actor":null,"eventId":"%s","facts":{"from":%s,"to":%s}%s,"machine":{"hash":"%s","id":%s,"version":%s},"onBehalfOf":null,"roles":[]%s,"type":"machine.migrated","v":1}',
      gen_random_uuid(), to_json(v_log.version), to_json(p_to), coalesce(',"from":' || to_json(v_state), ''), v_hash, to_json(p_id), to_json(p_to),
      coalesce(',"to":' || to_json(v_state), '')));
    v_count := v_count + 1;
  end loop;
  return v_count;
end $$;

revoke execute on function machine_carry_over(text, text[], text) from public;
