-- One tree over all events of all logs (RFC 6962), grown by a login that can do nothing else, and checkpoints: its root at a size, signed by a key that
-- the database does not hold. An event's leaf is `stream seq hash`, in hex, as the verifier computes it (verifier/chain.ts).

create table log_leaf (
  position bigint primary key check (position >= 0),
  stream   uuid   not null,
  seq      bigint not null,
  hash     bytea  not null check (octet_length(hash) = 32),
  unique (stream, seq),
  foreign key (stream, seq) references log_event
);
-- The roots of complete subtrees of 2^level leaves: with them a root or a proof needs as many look-ups as the tree has levels.
create table log_subtree (
  level    integer not null check (level > 0),
  position bigint  not null check (position >= 0),
  hash     bytea   not null check (octet_length(hash) = 32),
  primary key (level, position)
);
create table checkpoint (
  size bigint      primary key check (size > 0),
  root bytea       not null check (octet_length(root) = 32),
  -- The signed note (C2SP tlog-checkpoint), with every signature that it bears so far.
  note text        not null,
  at   timestamptz not null default clock_timestamp()
);
do $$
declare v_table text;
begin
  foreach v_table in array array['log_leaf', 'log_subtree', 'checkpoint'] loop
    execute format('create trigger %1$s_immutable before update or delete on %1$I for each row execute function deny_change(''MUI07'')', v_table);
    execute format('create trigger %1$s_no_truncate before truncate on %1$I for each statement execute function deny_change(''MUI07'')', v_table);
  end loop;
end $$;

-- The hash of a complete subtree: a leaf where the level is 0.
create function subtree_hash(p_level integer, p_position bigint) returns bytea language plpgsql stable set search_path = mulu, pg_temp as $$
begin
  return case when p_level = 0 then (select l.hash from log_leaf l where l.position = p_position)
              else (select s.hash from log_subtree s where s.level = p_level and s.position = p_position) end;
end $$;

-- The root over the first leaves: its complete parts, folded from the smallest.
create function tree_root(p_size bigint) returns bytea language plpgsql stable set search_path = mulu, pg_temp as $$
declare
  v_root  bytea;
  v_level integer := 0;
  v_left  bigint := p_size;
begin
  while v_left > 0 loop
    if v_left % 2 = 1 then
      -- The part of this level ends where the smaller ones begin.
      v_root := case when v_root is null then subtree_hash(v_level, v_left - 1)
                     else sha256('\x01'::bytea || subtree_hash(v_level, v_left - 1) || v_root) end;
    end if;
    v_left := v_left / 2;
    v_level := v_level + 1;
  end loop;
  return coalesce(v_root, sha256(''));
end $$;

-- Takes what was logged since into the tree, the oldest first, stream by stream without gaps, so many at most. Answers the size.
create function leaves_absorb(p_limit integer) returns bigint language plpgsql security definer set search_path = mulu, pg_temp as $$
declare
  v_from  bigint;
  v_size  bigint;
  v_level integer := 1;
  v_made  integer;
begin
  perform pg_advisory_xact_lock(hashtextextended('mulu.log_leaf', 0));
  v_from := coalesce((select max(position) + 1 from log_leaf), 0);
  insert into log_leaf (position, stream, seq, hash)
  select v_from - 1 + row_number() over (order by n.at, n.stream, n.seq), n.stream, n.seq,
    sha256('\x00'::bytea || convert_to(n.stream || ' ' || n.seq || ' ' || encode(n.hash, 'hex'), 'UTF8'))
  from (
    select e.stream, e.seq, e.at, e.hash
    from (select stream from log_stream union all select id from catalogue_version union all select id from matter) s
    cross join lateral (select coalesce(max(l.seq), 0) as seq from log_leaf l where l.stream = s.stream) known
    cross join lateral (select e.* from log_event e where e.stream = s.stream and e.seq > known.seq order by e.seq limit p_limit) e
    order by e.at, e.stream, e.seq limit p_limit
  ) n;
  v_size := coalesce((select max(position) + 1 from log_leaf), 0);
  -- Each level from the one below it: the subtrees that have become complete.
  loop
    insert into log_subtree (level, position, hash)
    select v_level, p.position, sha256('\x01'::bytea || subtree_hash(v_level - 1, p.position * 2) || subtree_hash(v_level - 1, p.position * 2 + 1))
    from generate_series(v_from >> v_level, (v_size >> v_level) - 1) as p (position)
    on conflict do nothing;
    get diagnostics v_made = row_count;
    exit when v_size >> v_level = 0;
    v_level := v_level + 1;
  end loop;
  return v_size;
end $$;

-- Where the tree stands, and what is signed next: {size, root, last: {size, note}}.
create function tree_head() returns jsonb language plpgsql stable security definer set search_path = mulu, pg_temp as $$
declare v_size bigint := coalesce((select max(position) + 1 from log_leaf), 0);
begin
  return jsonb_build_object('size', v_size, 'root', encode(tree_root(v_size), 'base64'),
    'last', (select jsonb_build_object('size', c.size, 'note', c.note) from checkpoint c order by c.size desc limit 1));
end $$;

-- A signed root: of a size that the tree has, and the root that it has there.
create function checkpoint_keep(p_size bigint, p_note text) returns void language plpgsql security definer set search_path = mulu, pg_temp as $$
declare v_root bytea := tree_root(p_size);
begin
  if not exists (select from log_leaf where position = p_size - 1) or split_part(p_note, E'\n', 2) <> p_size::text
     or split_part(p_note, E'\n', 3) <> encode(v_root, 'base64') then
    raise exception using errcode = 'MUI07', message = 'checkpoint.notTheTree';
  end if;
  insert into checkpoint (size, root, note) values (p_size, v_root, p_note) on conflict (size) do nothing;
end $$;

-- What proves an event to be in the tree of a checkpoint (RFC 6962, 2.1.1): {position, size, proof: [base64, …]}; null while no checkpoint covers it.
create function inclusion_proof(p_stream uuid, p_seq bigint, p_size bigint default null) returns jsonb
language plpgsql stable security definer set search_path = mulu, pg_temp as $$
declare
  v_position bigint := (select l.position from log_leaf l where l.stream = p_stream and l.seq = p_seq);
  v_size     bigint := coalesce(p_size, (select min(c.size) from checkpoint c where c.size > v_position));
begin
  if v_position is null or v_size is null or v_size <= v_position then
    return null;
  end if;
  return jsonb_build_object('position', v_position, 'size', v_size, 'proof', (
    select coalesce(jsonb_agg(encode(hash, 'base64') order by ordinal), '[]') from path_of(v_position, v_size)));
end $$;

-- The hashes beside the way from a leaf to the root of the first leaves.
create function path_of(p_position bigint, p_size bigint) returns table (ordinal integer, hash bytea)
language plpgsql stable set search_path = mulu, pg_temp as $$
declare
  v_level integer := 0;
  v_place bigint := p_position;
  v_last  bigint := p_size - 1;
begin
  ordinal := 0;
  while v_last > 0 loop
    if v_place % 2 = 1 or v_place < v_last then
      ordinal := ordinal + 1;
      hash := range_root((v_place # 1) << v_level, least(((v_place # 1) + 1) << v_level, p_size));
      return next;
    end if;
    v_place := v_place / 2;
    v_last := v_last / 2;
    v_level := v_level + 1;
  end loop;
end $$;

-- The root over the leaves of an aligned stretch, which at the right edge may be no complete one.
create function range_root(p_from bigint, p_to bigint) returns bytea language plpgsql stable set search_path = mulu, pg_temp as $$
declare
  v_size  bigint := p_to - p_from;
  v_split bigint := 1;
  v_level integer := 0;
begin
  while v_split < v_size loop
    v_split := v_split * 2;
    v_level := v_level + 1;
  end loop;
  if v_split = v_size then
    return subtree_hash(v_level, p_from >> v_level);
  end if;
  v_split := v_split / 2;
  return sha256('\x01'::bytea || subtree_hash(v_level - 1, p_from >> (v_level - 1)) || range_root(p_from + v_split, p_to));
end $$;

revoke execute on function subtree_hash(integer, bigint), tree_root(bigint), leaves_absorb(integer), tree_head(), checkpoint_keep(bigint, text),
  inclusion_proof(uuid, bigint, bigint), path_of(bigint, bigint), range_root(bigint, bigint) from public;
grant select on log_leaf, log_subtree, checkpoint to mulu_checkpointer, mulu_auditor, mulu_app;
grant execute on function leaves_absorb(integer), tree_head(), checkpoint_keep(bigint, text) to mulu_checkpointer;
grant execute on function inclusion_proof(uuid, bigint, bigint) to mulu_app, mulu_auditor, mulu_checkpointer;
