-- The ground everything stands on: bytes that never change, and the log that only grows.
-- Invariants I1 and I7 (docs/security.md).

create schema mulu;
revoke all on schema mulu from public;
grant usage on schema mulu to mulu_app, mulu_auditor, mulu_checkpointer;
-- Given globally by PostgreSQL, so it is taken back globally, for what this role makes.
alter default privileges revoke execute on functions from public;

-- One trigger function for every table whose rows are history. Its message names the invariant that was defended.
create function deny_change() returns trigger language plpgsql set search_path = mulu, pg_temp as $$
begin
  raise exception using errcode = tg_argv[0], message = 'history.immutable',
    detail = format('%s of %s is refused', tg_op, tg_table_name);
end $$;

-- I1: texts, reasons and opinions are addressed by the hash of their bytes. Null bytes mean "purged" (I12).
create table content_blob (
  hash  bytea primary key check (octet_length(hash) = 32),
  bytes bytea,
  constraint content_blob_bytes_match check (bytes is null or sha256(bytes) = hash)
);
create trigger content_blob_immutable before update or delete on content_blob
  for each row execute function deny_change('MUI01');
create trigger content_blob_no_truncate before truncate on content_blob
  for each statement execute function deny_change('MUI01');

create function content_store(p_bytes bytea) returns bytea language plpgsql set search_path = mulu, pg_temp as $$
declare v_hash bytea := sha256(p_bytes);
begin
  insert into content_blob (hash, bytes) values (v_hash, p_bytes) on conflict (hash) do nothing;
  return v_hash;
end $$;

-- The words of the log. An unregistered word cannot be written.
create table log_word (
  word    text primary key check (word ~ '^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)*$'),
  meaning text not null
);

-- The head of the system chain is this row's lock; a version's chain is locked by the version's own row.
create table log_stream (stream uuid primary key);
insert into log_stream values ('00000000-0000-0000-0000-000000000000');

create table log_event (
  stream          uuid        not null,
  seq             bigint      not null check (seq > 0),
  prev            bytea       not null check (octet_length(prev) = 32),
  at              timestamptz not null,
  header          bytea       not null,
  body            bytea       not null check (octet_length(body) between 2 and 1048576),
  hash            bytea       not null,
  -- Read out of the body by the trigger below, never given separately: a column cannot disagree with what was hashed.
  type            text        not null references log_word,
  actor_id        uuid,
  on_behalf_of    uuid,
  item_id         uuid,
  machine_id      text,
  machine_version text,
  from_state      text,
  to_state        text,
  revision_id     uuid,
  content_hash    bytea,
  reason_hash     bytea references content_blob,
  -- Beside the chain: what a repeated request is answered with (I10).
  idempotency_key text check (length(idempotency_key) between 1 and 200),
  request_hash    bytea,
  answer          jsonb,
  primary key (stream, seq),
  constraint log_event_hash_computed check (hash = sha256(header || sha256(body))),
  constraint log_event_key_has_request check ((idempotency_key is null) = (request_hash is null))
);
-- I10: a key belongs to one request of one person, for as long as the log.
create unique index log_event_idempotency on log_event (actor_id, idempotency_key) where idempotency_key is not null;
create index log_event_item on log_event (item_id, stream, seq) where item_id is not null;

create function hex_or_null(p_text text) returns bytea language sql immutable set search_path = mulu, pg_temp as $$
  select decode(p_text, 'hex')
$$;

-- I7: number, predecessor, time and hash are the database's; whoever inserts gives the stream and the body only.
create function log_event_chain() returns trigger language plpgsql set search_path = mulu, pg_temp as $$
declare
  v_previous record;
  v_body     jsonb;
begin
  if new.stream = '00000000-0000-0000-0000-000000000000' then
    perform from log_stream where stream = new.stream for update;
  else
    perform from catalogue_version where id = new.stream for update;
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
create trigger log_event_chain before insert on log_event for each row execute function log_event_chain();
create trigger log_event_immutable before update or delete on log_event
  for each row execute function deny_change('MUI07');
create trigger log_event_no_truncate before truncate on log_event
  for each statement execute function deny_change('MUI07');

-- The one way to write the log. Called by the server functions, never by a login.
create function log_append(
  p_stream uuid, p_body text, p_key text default null, p_request_hash bytea default null, p_answer jsonb default null
) returns bigint language plpgsql set search_path = mulu, pg_temp as $$
declare v_seq bigint;
begin
  insert into log_event (stream, body, idempotency_key, request_hash, answer)
  values (p_stream, convert_to(p_body, 'UTF8'), p_key, p_request_hash, p_answer)
  returning seq into v_seq;
  return v_seq;
end $$;

grant select on log_event, log_word to mulu_app, mulu_auditor, mulu_checkpointer;
grant select on content_blob to mulu_app, mulu_auditor;
