-- A publication's receipt: that it happened, and what was shown, lies in the tree of a signed checkpoint; whoever keeps it need not believe us later.

insert into log_word (word, meaning) values
  ('publication.recorded', 'A version became public: which event of its log it was, and the digest of the bytes that everybody reads since');

-- Where the system chain says what became public.
create table publication_record (
  version_id uuid   primary key references publication,
  seq        bigint not null unique
);
create trigger publication_record_immutable before update or delete on publication_record for each row execute function deny_change('MUI07');
create trigger publication_record_no_truncate before truncate on publication_record for each statement execute function deny_change('MUI07');

-- The parts of a version's public bytes in their order, and the digest of each: of its head alone, of an item after its salt. The salt of an item that is
-- hidden later is told no more: then its digest says nothing to somebody who guesses.
create function publication_parts(p_version uuid) returns table (place bigint, item_id uuid, salt bytea, digest bytea)
language plpgsql stable set search_path = mulu, pg_temp as $$
begin
  return query
    select 0::bigint, null::uuid, ''::bytea, sha256(convert_to(split_part(convert_from(p.document, 'UTF8'), ', "items" : [', 1), 'UTF8'))
    from publication p where p.version_id = p_version
    union all
    select row_number() over (order by i.position, i.item_id), i.item_id, s.salt,
      sha256(s.salt || convert_to((jsonb_build_object('id', i.item_id) || i.public_content)::text, 'UTF8'))
    from publication_item i cross join lateral (select substring(sha256(convert_to('salt ' || i.revision_id, 'UTF8')) for 16) as salt) s
    where i.version_id = p_version
    order by 1;
end $$;

-- Writes down what became public.
create function publication_write_down(p_version uuid, p_seq bigint) returns void language plpgsql set search_path = mulu, pg_temp as $$
begin
  insert into publication_record (version_id, seq)
  select e.stream, log_system('publication.recorded', null, '{}', jsonb_build_object(
    'versionId', e.stream, 'versionSeq', e.seq, 'versionHash', encode(e.hash, 'hex'),
    'documentDigest', (select encode(sha256(string_agg(p.digest, ''::bytea order by p.place)), 'hex') from publication_parts(e.stream) p)))
  from log_event e where e.stream = p_version and e.seq = p_seq;
end $$;

create function publication_recorded() returns trigger language plpgsql security definer set search_path = mulu, pg_temp as $$
begin
  perform publication_write_down(new.version_id, new.seq);
  perform pg_notify('mulu_checkpoint', ''); -- wakes the key holder
  return null;
end $$;
-- When the transaction ends: the head of the system chain is held for a moment only, and nothing else is locked after it.
create constraint trigger publication_recorded after insert on publication deferrable initially deferred
  for each row execute function publication_recorded();

-- The checkpoint that speaks for a publication: the first that covers both its event and its record.
create function receipt_place(p_version uuid) returns table (record_seq bigint, version_seq bigint, size bigint)
language plpgsql stable set search_path = mulu, pg_temp as $$
begin
  return query
    select r.seq, p.seq, (select min(c.size) from checkpoint c where c.size > greatest(one.position, other.position))
    from publication_record r
    join publication p on p.version_id = r.version_id
    join log_leaf one on one.stream = '00000000-0000-0000-0000-000000000000' and one.seq = r.seq
    join log_leaf other on other.stream = r.version_id and other.seq = p.seq
    where r.version_id = p_version;
end $$;

create function base64_of(p_bytes bytea) returns text language sql immutable set search_path = mulu, pg_temp as $$
  select translate(encode(p_bytes, 'base64'), E'\n', '')
$$;

create function receipt_inclusion(p_stream uuid, p_seq bigint, p_size bigint) returns jsonb language plpgsql stable set search_path = mulu, pg_temp as $$
declare v_found jsonb := inclusion_proof(p_stream, p_seq, p_size);
begin
  return jsonb_build_object('stream', p_stream, 'seq', p_seq, 'index', v_found -> 'position', 'size', v_found -> 'size', 'proof', v_found -> 'proof');
end $$;

-- What a page says of the receipt of the version in force: {hash, note}; null while no checkpoint covers it.
create function open.receipt_head(p_catalogue uuid) returns jsonb language plpgsql stable security definer set search_path = mulu, pg_temp as $$
begin
  return (
    select jsonb_build_object('hash', encode(e.hash, 'hex'), 'note', c.note)
    from open.catalogue o cross join lateral receipt_place(o.version_id) at
    join log_event e on e.stream = '00000000-0000-0000-0000-000000000000' and e.seq = at.record_seq
    join checkpoint c on c.size = at.size
    where o.id = p_catalogue and o.state = 'published');
end $$;

-- The receipt itself; verifier/receipt.ts reads it. Of the publication's event only the hash of its body, which names people.
create function open.receipt(p_catalogue uuid) returns jsonb language plpgsql stable security definer set search_path = mulu, pg_temp as $$
begin
  return (
    select jsonb_build_object('format', 'mulu-receipt/1',
      'publication', jsonb_build_object('stream', e.stream, 'seq', e.seq, 'header', base64_of(e.header), 'bodyHash', base64_of(sha256(e.body))),
      'record', jsonb_build_object('stream', r.stream, 'seq', r.seq, 'header', base64_of(r.header), 'body', base64_of(r.body)),
      'inclusions', jsonb_build_array(receipt_inclusion(e.stream, e.seq, at.size), receipt_inclusion(r.stream, r.seq, at.size)),
      'checkpoint', c.note,
      'parts', (select jsonb_agg(jsonb_build_object('digest', base64_of(p.digest), 'salt',
                  case when exists (select from hidden_item h where h.version_id = o.version_id and h.item_id = p.item_id) then null else base64_of(p.salt) end)
                  order by p.place)
                from publication_parts(o.version_id) p))
    from open.catalogue o cross join lateral receipt_place(o.version_id) at
    join log_event e on e.stream = o.version_id and e.seq = at.version_seq
    join log_event r on r.stream = '00000000-0000-0000-0000-000000000000' and r.seq = at.record_seq
    join checkpoint c on c.size = at.size
    where o.id = p_catalogue and o.state = 'published');
end $$;

-- What is public already is written down now.
select publication_write_down(version_id, seq) from publication order by published_at;

revoke execute on function publication_parts(uuid), publication_write_down(uuid, bigint), publication_recorded(), receipt_place(uuid), base64_of(bytea),
  receipt_inclusion(uuid, bigint, bigint), open.receipt_head(uuid), open.receipt(uuid) from public;
grant execute on function open.receipt_head(uuid), open.receipt(uuid) to mulu_portal;
grant select on publication_record to mulu_app, mulu_auditor;
