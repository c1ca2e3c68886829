-- Others who looked whether the tree only grew, and signed that they did: their cosignatures, and the proofs that they and the auditors ask for.

create table checkpoint_cosignature (
  size    bigint not null references checkpoint,
  -- Name and id of the witness's key, as the line bears them.
  witness text   not null check (witness ~ '^\S+\+[0-9a-f]{8}$'),
  -- One line of a signed note, with the newline at its end.
  line    text   not null check (line ~ '^— [^\n]+\n$'),
  primary key (size, witness)
);
create index checkpoint_cosignature_witness on checkpoint_cosignature (witness, size);
create trigger checkpoint_cosignature_immutable before update or delete on checkpoint_cosignature for each row execute function deny_change('MUI07');
create trigger checkpoint_cosignature_no_truncate before truncate on checkpoint_cosignature for each statement execute function deny_change('MUI07');

-- A checkpoint's note with every signature that it bears so far.
create function checkpoint_note(p_size bigint) returns text language plpgsql stable set search_path = mulu, pg_temp as $$
begin
  return (select c.note || coalesce((select string_agg(s.line, '' order by s.witness) from checkpoint_cosignature s where s.size = p_size), '')
          from checkpoint c where c.size = p_size);
end $$;

-- That the tree of the first leaves is the beginning of a larger one (RFC 6962, 2.1.2): the hashes, in base64.
create function consistency_proof(p_first bigint, p_second bigint) returns jsonb language plpgsql stable security definer set search_path = mulu, pg_temp as $$
declare
  v_from  bigint := 0;
  v_to    bigint := p_second;
  v_first bigint := p_first;
  v_whole boolean := true;
  v_split bigint;
  v_proof jsonb := '[]';
begin
  if p_first < 0 or p_first > p_second or not exists (select from log_leaf where position = p_second - 1) then
    return null;
  end if;
  -- Down to the part that ends where the first tree ends; what lies beside the way comes the other way round.
  while p_first > 0 and v_first < v_to - v_from loop
    v_split := 1;
    while v_split * 2 < v_to - v_from loop
      v_split := v_split * 2;
    end loop;
    if v_first <= v_split then
      v_proof := jsonb_build_array(base64_of(range_root(v_from + v_split, v_to))) || v_proof;
      v_to := v_from + v_split;
    else
      v_proof := jsonb_build_array(base64_of(range_root(v_from, v_from + v_split))) || v_proof;
      v_from := v_from + v_split;
      v_first := v_first - v_split;
      v_whole := false;
    end if;
  end loop;
  return case when v_whole then v_proof else jsonb_build_array(base64_of(range_root(v_from, v_to))) || v_proof end;
end $$;

-- What a witness is asked: the checkpoint that it has not signed yet, the largest that it has, and the proof between them; null when there is nothing to sign.
-- `p_from`: the size that the witness itself says it knows.
create function cosignature_wanted(p_witness text, p_from bigint default null) returns jsonb language plpgsql stable security definer set search_path = mulu, pg_temp as $$
declare
  v_size bigint := (select max(size) from checkpoint);
  v_from bigint := coalesce(p_from, (select max(size) from checkpoint_cosignature where witness = p_witness), 0);
begin
  if v_size is null or exists (select from checkpoint_cosignature where witness = p_witness and size = v_size) then
    return null;
  end if;
  return jsonb_build_object('size', v_size, 'note', (select note from checkpoint where size = v_size), 'from', v_from,
    'proof', consistency_proof(v_from, v_size));
end $$;

create function cosignature_keep(p_size bigint, p_witness text, p_line text) returns void language plpgsql security definer set search_path = mulu, pg_temp as $$
begin
  insert into checkpoint_cosignature values (p_size, p_witness, p_line) on conflict do nothing;
end $$;

-- Whether a checkpoint covers a publication that an earlier one does not: an e-mail says so at once.
create function publications_between(p_size bigint, p_later bigint) returns boolean language plpgsql stable security definer set search_path = mulu, pg_temp as $$
begin
  return exists (select from publication_record r join log_leaf l on l.stream = '00000000-0000-0000-0000-000000000000' and l.seq = r.seq
                 where l.position >= p_size and l.position < p_later);
end $$;

-- The checkpoint that speaks for a publication: the first that a witness cosigned, else the first.
create or replace function receipt_place(p_version uuid) returns table (record_seq bigint, version_seq bigint, size bigint)
language plpgsql stable set search_path = mulu, pg_temp as $$
begin
  return query
    select r.seq, p.seq, coalesce((select min(s.size) from checkpoint_cosignature s where s.size > at.position), (select min(c.size) from checkpoint c where c.size > at.position))
    from publication_record r
    join publication p on p.version_id = r.version_id
    join log_leaf one on one.stream = '00000000-0000-0000-0000-000000000000' and one.seq = r.seq
    join log_leaf other on other.stream = r.version_id and other.seq = p.seq
    cross join lateral (select greatest(one.position, other.position) as position) at
    where r.version_id = p_version;
end $$;

-- What a page says of the receipt of the version in force: {hash, note}; null while no checkpoint covers it.
create or replace function open.receipt_head(p_catalogue uuid) returns jsonb language plpgsql stable security definer set search_path = mulu, pg_temp as $$
begin
  return (
    select jsonb_build_object('hash', encode(e.hash, 'hex'), 'note', checkpoint_note(at.size))
    from open.catalogue o cross join lateral receipt_place(o.version_id) at
    join log_event e on e.stream = '00000000-0000-0000-0000-000000000000' and e.seq = at.record_seq
    where o.id = p_catalogue and o.state = 'published' and at.size is not null);
end $$;

-- The receipt itself; verifier/receipt.ts reads it. Of the publication's event only the hash of its body, which names people.
create or replace function open.receipt(p_catalogue uuid) returns jsonb language plpgsql stable security definer set search_path = mulu, pg_temp as $$
begin
  return (
    select jsonb_build_object('format', 'mulu-receipt/1',
      'publication', jsonb_build_object('stream', e.stream, 'seq', e.seq, 'header', base64_of(e.header), 'bodyHash', base64_of(sha256(e.body))),
      'record', jsonb_build_object('stream', r.stream, 'seq', r.seq, 'header', base64_of(r.header), 'body', base64_of(r.body)),
      'inclusions', jsonb_build_array(receipt_inclusion(e.stream, e.seq, at.size), receipt_inclusion(r.stream, r.seq, at.size)),
      'checkpoint', checkpoint_note(at.size),
      'parts', (select jsonb_agg(jsonb_build_object('digest', base64_of(p.digest), 'salt',
                  case when exists (select from hidden_item h where h.version_id = o.version_id and h.item_id = p.item_id) then null else base64_of(p.salt) end)
                  order by p.place)
                from publication_parts(o.version_id) p))
    from open.catalogue o cross join lateral receipt_place(o.version_id) at
    join log_event e on e.stream = o.version_id and e.seq = at.version_seq
    join log_event r on r.stream = '00000000-0000-0000-0000-000000000000' and r.seq = at.record_seq
    where o.id = p_catalogue and o.state = 'published' and at.size is not null);
end $$;

revoke execute on function checkpoint_note(bigint), consistency_proof(bigint, bigint), cosignature_wanted(text, bigint), cosignature_keep(bigint, text, text),
  publications_between(bigint, bigint) from public;
grant select on checkpoint_cosignature to mulu_checkpointer, mulu_auditor, mulu_app;
grant execute on function checkpoint_note(bigint), cosignature_wanted(text, bigint), cosignature_keep(bigint, text, text), publications_between(bigint, bigint) to mulu_checkpointer;
grant execute on function consistency_proof(bigint, bigint) to mulu_app, mulu_auditor, mulu_checkpointer;
