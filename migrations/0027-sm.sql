-- The second pair of checkpoints: a tree over the same events in the same order, hashed with SM3, its root signed by SM2 (docs/verification.md). The
-- database does not know SM3: the key holder hashes, and the database takes only what comes next, once, and never changes it.

create table sm_leaf (
  position bigint primary key references log_leaf,
  -- Over the leaf of the event before it in its log, its header, and the SM3 of its body.
  hash     bytea  not null check (octet_length(hash) = 32)
);
create table sm_subtree (
  level    integer not null check (level > 0),
  position bigint  not null check (position >= 0),
  hash     bytea   not null check (octet_length(hash) = 32),
  primary key (level, position)
);
create table sm_checkpoint (
  size bigint      primary key references checkpoint,
  -- The signed note: the same size under an origin of its own.
  note text        not null,
  at   timestamptz not null default clock_timestamp()
);
do $$
declare v_table text;
begin
  foreach v_table in array array['sm_leaf', 'sm_subtree', 'sm_checkpoint'] loop
    execute format('create trigger %1$s_immutable before update or delete on %1$I for each row execute function deny_change(''MUI07'')', v_table);
    execute format('create trigger %1$s_no_truncate before truncate on %1$I for each statement execute function deny_change(''MUI07'')', v_table);
  end loop;
end $$;

-- The next leaves (level 0), and every subtree that they complete, none left out and none put in. Answers the size; where somebody else was quicker, nothing is taken.
create function sm_grow(p_from bigint, p_levels integer[], p_positions bigint[], p_hashes bytea[]) returns bigint
language plpgsql security definer set search_path = mulu, pg_temp as $$
declare
  v_size   bigint;
  v_leaves bigint := cardinality(array_positions(p_levels, 0));
  v_level  integer := 1;
  v_made   bigint := 0;
begin
  perform pg_advisory_xact_lock(hashtextextended('mulu.sm_leaf', 0));
  v_size := coalesce((select max(position) + 1 from sm_leaf), 0);
  if p_from is distinct from v_size then
    return v_size;
  end if;
  v_size := v_size + v_leaves;
  while v_size >> v_level > 0 loop
    v_made := v_made + (v_size >> v_level) - (p_from >> v_level);
    v_level := v_level + 1;
  end loop;
  -- Of each place one at most, as the keys of the tables say, so the number and the bounds leave nothing open.
  if cardinality(p_levels) <> v_leaves + v_made or exists (
    select from unnest(p_levels, p_positions) n (level, position)
    where (n.level between 0 and 62 and n.position between p_from >> n.level and (v_size >> n.level) - 1) is not true) then
    raise exception using errcode = 'MUI07', message = 'sm.notWhatComesNext';
  end if;
  insert into sm_leaf select n.position, n.hash from unnest(p_levels, p_positions, p_hashes) n (level, position, hash) where n.level = 0;
  insert into sm_subtree select n.level, n.position, n.hash from unnest(p_levels, p_positions, p_hashes) n (level, position, hash) where n.level > 0;
  return v_size;
end $$;

-- A signed root beside the checkpoint of the same size. Whether it is the root of these leaves tells whoever knows SM3: the verifier and the check of the whole log.
create function sm_checkpoint_keep(p_size bigint, p_note text) returns void language plpgsql security definer set search_path = mulu, pg_temp as $$
begin
  if not exists (select from sm_leaf where position = p_size - 1) or split_part(p_note, E'\n', 2) <> p_size::text
     or split_part(p_note, E'\n', 3) !~ '^[A-Za-z0-9+/]{43}=$' then
    raise exception using errcode = 'MUI07', message = 'checkpoint.notTheTree';
  end if;
  insert into sm_checkpoint (size, note) values (p_size, p_note) on conflict (size) do nothing;
end $$;

revoke execute on function sm_grow(bigint, integer[], bigint[], bytea[]), sm_checkpoint_keep(bigint, text) from public;
grant select on sm_leaf, sm_subtree, sm_checkpoint to mulu_checkpointer, mulu_auditor, mulu_app;
grant execute on function sm_grow(bigint, integer[], bigint[], bytea[]), sm_checkpoint_keep(bigint, text) to mulu_checkpointer;
