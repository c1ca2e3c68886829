-- The clock's door opens for one version whose time has come: what is said first is said of that version. Without this a plan for one that is due could have
-- carried a release into the chain of another.
create or replace function commit_due(p_version uuid, p_command jsonb) returns jsonb
language plpgsql security definer set search_path = mulu, pg_temp set enable_seqscan = off set plan_cache_mode = force_generic_plan set jit = off as $$
begin
  if exists (select from jsonb_array_elements(p_command -> 'changes') c where c ->> 'op' = 'event' and (c ->> 'body')::jsonb ->> 'type' in ('release', 'refuseRelease')
             and c ->> 'stream' is distinct from p_version::text)
     or (select c ->> 'stream' from jsonb_array_elements(p_command -> 'changes') with ordinality as t (c, place)
         where c ->> 'op' = 'event' order by place limit 1) is distinct from p_version::text then
    raise exception using errcode = 'MUI08', message = 'event.ofAnotherVersion';
  end if;
  if lock_version(p_version) <> 'scheduled' or not exists (select from catalogue_version where id = p_version and publish_at <= clock_timestamp()) then
    return jsonb_build_object('conflict', true);
  end if;
  return commit_as(null, p_command);
end $$;
