-- What the smallest correct program for the same operations needs: no triggers, no roles, no history of texts.
create table account (id uuid primary key, name text not null);
create table session (token_hash bytea primary key, account_id uuid not null references account, expires_at timestamptz not null);
create table holding (account_id uuid references account, body_id uuid, role text, primary key (account_id, body_id, role));
create table version (id uuid primary key, body_id uuid not null, state text not null, submitted_by uuid not null references account);
create table item (
  id uuid primary key, version_id uuid not null references version, position int not null, state text not null,
  author_id uuid not null references account, content jsonb not null, content_hash bytea not null
);
create index item_version on item (version_id, position);
create table log (version_id uuid references version, seq bigint, prev bytea not null, header bytea not null, body bytea not null, hash bytea not null, primary key (version_id, seq));
create table decision (
  id bigint generated always as identity primary key, version_id uuid not null, item_id uuid not null references item,
  content_hash bytea not null, kind text not null, decided_by uuid not null references account, at timestamptz not null default clock_timestamp()
);
create index decision_item on decision (version_id, item_id);
create table projection (version_id uuid references version, item_id uuid references item, position int not null, content_hash bytea not null, content jsonb not null, primary key (version_id, item_id));

-- Ids are numbers in disguise, so that a script without variables for text can name them too.
create function plain_id(p_kind int, p_number bigint) returns uuid language sql immutable return
  (lpad(to_hex(p_kind), 8, '0') || lpad(to_hex(p_number), 24, '0'))::uuid;

-- 1 compiles and submits, 2 signs, 3 approves.
insert into account select plain_id(1, n), 'account ' || n from generate_series(1, 3) n;
insert into session select sha256(convert_to('token ' || n, 'UTF8')), plain_id(1, n), now() + interval '1 day' from generate_series(1, 3) n;
insert into holding values
  (plain_id(1, 1), plain_id(2, 1), 'compiler'),
  (plain_id(1, 2), plain_id(2, 1), 'confidentialityOfficer'),
  (plain_id(1, 3), plain_id(2, 1), 'departmentLeader');
