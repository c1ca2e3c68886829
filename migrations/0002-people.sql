-- Who exists, who is signed in, and who may act where. Invariant I11; threats 8, 11, 17, 18 (docs/security.md).
-- The logins read what is no secret and write nothing here: every change is one of the functions below. Each takes the
-- actor from the session's token, never from a parameter, and leaves one event in the system chain.

-- ── Places and bodies ────────────────────────────────────────────────────────────────────────────────────────────────
create table region (
  code        text primary key check (code ~ '^[0-9]{6}([0-9]{3}){0,2}$'),
  name        text not null,
  level       text not null check (level in
                ('autonomousRegion', 'province', 'leagueCity', 'prefectureCity', 'bannerCounty', 'township', 'village')),
  parent_code text references region,
  code_system text not null default 'GB/T 2260'
);
create index region_parent on region (parent_code);

create table organization (
  id          uuid primary key default gen_random_uuid(),
  name        text not null check (length(name) between 1 and 200),
  kind        text not null check (kind in ('government', 'department', 'leadingGroupOffice', 'institution')),
  region_code text not null references region,
  unique (region_code, name)
);

-- A region and everything above it: an appointment over any of them covers the bodies here.
create function region_lineage(p_code text) returns setof text language plpgsql stable set search_path = mulu, pg_temp as $$
begin
  return query
    with recursive up (code, parent_code) as (
      select r.code, r.parent_code from region r where r.code = p_code
      union all
      select r.code, r.parent_code from region r join up on r.code = up.parent_code
    )
    select up.code from up;
end $$;

-- ── People ───────────────────────────────────────────────────────────────────────────────────────────────────────────
-- A password never comes here: the application derives a key from it (scrypt with this salt and these parameters), and the
-- table keeps the key's hash. So neither a stolen table nor the application's login can open a session in somebody's name.
create table account (
  id                    uuid primary key default gen_random_uuid(),
  username              text not null unique check (username ~ '^[a-z0-9][a-z0-9._-]{1,62}$'),
  display_name          text not null check (length(display_name) between 1 and 100),
  salt                  bytea not null check (octet_length(salt) >= 16),
  verifier              bytea not null check (octet_length(verifier) = 32),
  kdf                   jsonb not null,
  active                boolean not null default true,
  must_change_password  boolean not null,
  created_at            timestamptz not null default now(),
  appointments_revision bigint not null default 0
);

create table session (
  token_hash      bytea primary key check (octet_length(token_hash) = 32),
  account_id      uuid not null references account,
  created_at      timestamptz not null default now(),
  last_seen_at    timestamptz not null default now(),
  idle_expires_at timestamptz not null,
  expires_at      timestamptz not null
);
create index session_account on session (account_id);

-- Role × scope × period (product.md, "Who may do what"). An administrator's scope is the installation; an office or an
-- auditor may have a territory; everybody else is appointed at a body. A deputy (代理) names the principal.
create table appointment (
  id              uuid primary key default gen_random_uuid(),
  account_id      uuid not null references account,
  role            text not null,
  organization_id uuid references organization,
  region_code     text references region,
  principal_id    uuid references account,
  starts_at       timestamptz not null default now(),
  ends_at         timestamptz,
  granted_by      uuid references account,
  revoked_at      timestamptz,
  revoked_by      uuid references account,
  constraint appointment_role_known check (role in ('compiler', 'confidentialityOfficer', 'riskAssessor', 'departmentLeader',
    'leadingGroupOffice', 'auditor', 'systemAdministrator', 'securityAdministrator', 'auditAdministrator')),
  constraint appointment_scope check (case
    when role like '%Administrator' then num_nonnulls(organization_id, region_code) = 0
    when role in ('leadingGroupOffice', 'auditor') then num_nonnulls(organization_id, region_code) = 1
    else organization_id is not null and region_code is null end),
  constraint appointment_deputy_is_another check (principal_id <> account_id),
  constraint appointment_ends_after_start check (ends_at > starts_at)
);
create index appointment_account on appointment (account_id);
create index appointment_organization on appointment (organization_id);
create index appointment_region on appointment (region_code);

-- ── I11: the three administrators exclude each other and every business role ─────────────────────────────────────────
create function role_family(p_role text) returns text language sql immutable set search_path = mulu, pg_temp as $$
  select case when p_role like '%Administrator' then p_role else 'business' end
$$;

create function held_during(p_appointment appointment) returns tstzrange language sql immutable
set search_path = mulu, pg_temp as $$
  select case when coalesce(p_appointment.ends_at, p_appointment.revoked_at) is null then tstzrange(p_appointment.starts_at, null)
    else tstzrange(p_appointment.starts_at,
      greatest(p_appointment.starts_at, least(p_appointment.ends_at, p_appointment.revoked_at))) end
$$;

create function appointment_incompatible(p_new appointment) returns boolean language sql stable
set search_path = mulu, pg_temp as $$
  select exists (
    select from appointment o
    where o.account_id = p_new.account_id and o.id <> p_new.id
      and role_family(o.role) <> role_family(p_new.role) and held_during(o) && held_during(p_new))
$$;

create function appointment_separation() returns trigger language plpgsql set search_path = mulu, pg_temp as $$
begin
  -- A write and not only a lock: of two grants at once the second waits, and one with an older snapshot fails outright.
  update account set appointments_revision = appointments_revision + 1 where id = new.account_id;
  if appointment_incompatible(new) then
    raise exception using errcode = 'MUI11', message = 'appointment.incompatible';
  end if;
  return new;
end $$;
create trigger appointment_separation before insert or update on appointment
  for each row execute function appointment_separation();

-- Who held what, and when, is history that signatures rest on: the only change is a revocation, once.
create function appointment_history() returns trigger language plpgsql set search_path = mulu, pg_temp as $$
begin
  if old.revoked_at is not null or new.revoked_at is distinct from now()
     or to_jsonb(new) - '{revoked_at,revoked_by}'::text[] <> to_jsonb(old) - '{revoked_at,revoked_by}'::text[] then
    raise exception using errcode = 'MUI11', message = 'history.immutable';
  end if;
  return new;
end $$;
create trigger appointment_history before update on appointment for each row execute function appointment_history();
create trigger appointment_no_delete before delete on appointment for each row execute function deny_change('MUI11');
create trigger appointment_no_truncate before truncate on appointment
  for each statement execute function deny_change('MUI11');

-- ── Who may act where, now ───────────────────────────────────────────────────────────────────────────────────────────
create view live_appointment as
  select a.* from appointment a join account p on p.id = a.account_id
  where p.active and a.revoked_at is null and a.starts_at <= now() and (a.ends_at is null or a.ends_at > now());

-- The hands over a body: who (or only p_person), in which role, and for whom. A deputy's hand lives no longer than the
-- principal's own. Administrators have no hand anywhere.
create function hands_at(p_organization uuid, p_person uuid default null)
returns table (person uuid, role text, principal uuid) language plpgsql stable security definer
set search_path = mulu, pg_temp as $$
begin
  return query
    with covering as (
      select a.account_id, a.role, a.principal_id from live_appointment a where a.organization_id = p_organization
      union
      select a.account_id, a.role, a.principal_id from live_appointment a
      where a.region_code in (select region_lineage(o.region_code) from organization o where o.id = p_organization)
    )
    select c.account_id, c.role, c.principal_id from covering c
    where (p_person is null or c.account_id = p_person)
      and (c.principal_id is null or exists (
        select from covering p where p.account_id = c.principal_id and p.role = c.role and p.principal_id is null));
end $$;

create function is_administrator(p_person uuid, p_role text) returns boolean language sql stable
set search_path = mulu, pg_temp as $$
  select exists (
    select from live_appointment a
    where a.account_id = p_person and a.role = p_role and a.role like '%Administrator'
      and (a.principal_id is null or exists (
        select from live_appointment p where p.account_id = a.principal_id and p.role = a.role and p.principal_id is null)))
$$;

-- ── Refusing and recording ───────────────────────────────────────────────────────────────────────────────────────────
create function refuse(p_state text, p_code text) returns void language plpgsql set search_path = mulu, pg_temp as $$
begin
  raise exception using errcode = p_state, message = p_code;
end $$;

-- RFC 8785 for flat values: strings, null, true, false, small integers and arrays of strings, under ASCII keys. For those
-- PostgreSQL's escapes are the standard's; only the order of keys and the spaces of arrays differ.
create function canonical_flat(p_value jsonb) returns text language sql immutable set search_path = mulu, pg_temp as $$
  select '{' || string_agg(to_json(key)::text || ':' || case jsonb_typeof(value)
      when 'array' then '[' || coalesce((
        select string_agg(element::text, ',' order by position)
        from jsonb_array_elements(value) with ordinality as list (element, position)), '') || ']'
      else value::text end, ',' order by key collate "C") || '}'
  from jsonb_each(p_value)
$$;

create function log_system(
  p_type text, p_actor uuid, p_roles text[], p_details jsonb,
  p_key text default null, p_request_hash bytea default null, p_answer jsonb default null
) returns bigint language sql set search_path = mulu, pg_temp as $$
  select log_append('00000000-0000-0000-0000-000000000000', canonical_flat(p_details || jsonb_build_object(
    'v', 1, 'eventId', gen_random_uuid(), 'type', p_type, 'actor', p_actor, 'roles', to_jsonb(p_roles), 'onBehalfOf', null)),
    p_key, p_request_hash, p_answer)
$$;

-- I10: what this person was answered under this key, or null. One at a time per key.
create function request_answer(p_actor uuid, p_key text, p_request_hash bytea) returns jsonb language plpgsql
set search_path = mulu, pg_temp as $$
declare v_earlier record;
begin
  if p_key is null then
    perform refuse('MU428', 'precondition.idempotencyKey');
  end if;
  perform pg_advisory_xact_lock(hashtextextended(p_actor || p_key, 0));
  select request_hash, answer into v_earlier from log_event where actor_id = p_actor and idempotency_key = p_key;
  if v_earlier.request_hash <> p_request_hash then
    perform refuse('MU422', 'idempotencyKey.reused');
  end if;
  return v_earlier.answer;
end $$;

insert into log_word (word, meaning) values
  ('session.opened', 'Somebody signed in'),
  ('session.refused', 'A sign-in with a wrong name or password'),
  ('session.closed', 'Somebody signed out'),
  ('account.created', 'An account was made'),
  ('account.disabled', 'An account was closed; its sessions ended'),
  ('account.enabled', 'An account was opened again'),
  ('account.passwordChanged', 'Somebody changed their own password'),
  ('account.passwordReset', 'An administrator set a password that must be changed at the next sign-in'),
  ('appointment.granted', 'A role was given: scope and period'),
  ('appointment.revoked', 'A role was taken back'),
  ('organization.created', 'A body was entered'),
  ('setup.offered', 'A one-time set-up token was issued to the operator'),
  ('setup.completed', 'The first three administrators exist; the set-up token is spent');

-- ── Sessions ─────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Half a day at most, and an hour of silence ends it.
create function session_start(p_account uuid, p_token text) returns void language plpgsql
set search_path = mulu, pg_temp as $$
begin
  if length(p_token) < 43 then
    perform refuse('MU400', 'session.tokenTooShort');
  end if;
  delete from session where account_id = p_account and (expires_at <= now() or idle_expires_at <= now());
  insert into session (token_hash, account_id, idle_expires_at, expires_at)
  values (sha256(convert_to(p_token, 'UTF8')), p_account, now() + interval '1 hour', now() + interval '12 hours');
end $$;

-- What the application needs to greet somebody; touch_due says that session_touch is worth a write again.
create function session_view(p_token text)
returns table (person uuid, username text, display_name text, must_change_password boolean, expires_at timestamptz,
               touch_due boolean)
language plpgsql stable security definer set search_path = mulu, pg_temp as $$
begin
  return query
    select a.id, a.username, a.display_name, a.must_change_password, s.expires_at,
           s.last_seen_at < now() - interval '5 minutes'
    from session s join account a on a.id = s.account_id
    where s.token_hash = sha256(convert_to(p_token, 'UTF8'))
      and s.expires_at > now() and s.idle_expires_at > now() and a.active;
end $$;

-- The actor behind a token: null when it is unknown or over, or while the person still owes a new password.
create function session_person(p_token text) returns uuid language plpgsql stable security definer
set search_path = mulu, pg_temp as $$
begin
  return (select v.person from session_view(p_token) v where not v.must_change_password);
end $$;

create function session_touch(p_token text) returns void language sql security definer
set search_path = mulu, pg_temp as $$
  update session set last_seen_at = now(), idle_expires_at = now() + interval '1 hour'
  where token_hash = sha256(convert_to(p_token, 'UTF8')) and last_seen_at < now() - interval '5 minutes'
    and expires_at > now() and idle_expires_at > now()
$$;

create function session_close(p_token text) returns boolean language plpgsql security definer
set search_path = mulu, pg_temp as $$
declare v_person uuid;
begin
  delete from session where token_hash = sha256(convert_to(p_token, 'UTF8')) returning account_id into v_person;
  if v_person is null then
    return false;
  end if;
  perform log_system('session.closed', v_person, '{}', '{}');
  return true;
end $$;

-- ── Signing in ───────────────────────────────────────────────────────────────────────────────────────────────────────
-- Failures count per name, whether it exists or not (so that a block says nothing), and per address.
create table sign_in_throttle (
  subject       bytea primary key check (octet_length(subject) = 32),
  failures      integer not null default 0,
  last_tried_at timestamptz not null default now(),
  blocked_until timestamptz
);

-- One row: the secret behind the salts of names that do not exist.
create table sign_in_secret (
  only_row boolean primary key default true check (only_row),
  bytes    bytea not null default uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
);
insert into sign_in_secret default values;

create function throttle_subject(p_kind text, p_value text) returns bytea language sql immutable
set search_path = mulu, pg_temp as $$
  select sha256(convert_to(p_kind || ':' || left(coalesce(p_value, ''), 200), 'UTF8'))
$$;

create function throttle_wait(p_subject bytea) returns integer language sql stable set search_path = mulu, pg_temp as $$
  select coalesce((select greatest(0, ceil(extract(epoch from blocked_until - now())))::integer
                   from sign_in_throttle where subject = p_subject), 0)
$$;

-- Whoever tries for the same name or from the same address waits here, so that a burst counts one by one.
create function throttle_enter(p_subject bytea) returns integer language plpgsql set search_path = mulu, pg_temp as $$
begin
  insert into sign_in_throttle (subject) values (p_subject) on conflict (subject) do nothing;
  perform from sign_in_throttle where subject = p_subject for update;
  return throttle_wait(p_subject);
end $$;

-- After p_free failures: 30 s, then twice as long each time, a quarter of an hour at most. An hour of quiet forgets.
create function throttle_fail(p_subject bytea, p_free integer) returns void language plpgsql
set search_path = mulu, pg_temp as $$
declare v_failures integer;
begin
  update sign_in_throttle
  set failures = case when last_tried_at < now() - interval '1 hour' then 1 else failures + 1 end, last_tried_at = now()
  where subject = p_subject returning failures into v_failures;
  if v_failures >= p_free then
    update sign_in_throttle
    set blocked_until = now() + least(interval '15 minutes', interval '30 seconds' * power(2, least(v_failures - p_free, 10)))
    where subject = p_subject;
  end if;
end $$;

-- The salt and parameters to derive the key with. A name that does not exist gets a stable salt of its own and no
-- parameters (the application then uses its present ones). retry_after > 0: do not even try.
create function session_salt(p_username text, p_address text, out salt bytea, out kdf jsonb, out retry_after integer)
language plpgsql stable security definer set search_path = mulu, pg_temp as $$
begin
  retry_after := greatest(throttle_wait(throttle_subject('name', lower(p_username))),
                          throttle_wait(throttle_subject('address', p_address)));
  select a.salt, a.kdf into salt, kdf from account a where a.username = lower(p_username);
  if salt is null then
    select substring(sha256(s.bytes || convert_to(lower(p_username), 'UTF8')) for 16) into salt from sign_in_secret s;
  end if;
end $$;

-- An address is personal data: the log holds a salted hash, the bytes lie where they can be purged.
create function address_hash(p_address text) returns text language sql set search_path = mulu, pg_temp as $$
  select encode(content_store(convert_to(gen_random_uuid() || ' ' || coalesce(p_address, ''), 'UTF8')), 'hex')
$$;

-- Is this the account's key? Counts and records a failure; never raises, because a failure has to be committed.
-- Outcomes: 'proved', 'refused', 'throttled'.
create function credentials_check(
  p_username text, p_key bytea, p_address text, out outcome text, out person uuid, out retry_after integer
) language plpgsql set search_path = mulu, pg_temp as $$
declare
  v_address bytea := throttle_subject('address', p_address);
  v_name    bytea := throttle_subject('name', lower(p_username));
  v_account account;
begin
  retry_after := throttle_enter(v_address);
  retry_after := greatest(retry_after, throttle_enter(v_name));
  if retry_after > 0 then
    outcome := 'throttled';
    return;
  end if;
  select * into v_account from account a where a.username = lower(p_username);
  if v_account.active and v_account.verifier = sha256(p_key) then
    delete from sign_in_throttle t where t.subject = v_name or t.last_tried_at < now() - interval '1 day';
    outcome := 'proved';
    person  := v_account.id;
    return;
  end if;
  perform throttle_fail(v_address, 100);
  perform throttle_fail(v_name, 5);
  perform log_system('session.refused', null, '{}',
    jsonb_build_object('accountId', v_account.id, 'addressHash', address_hash(p_address)));
  outcome := 'refused';
end $$;

-- Signing in. Outcomes: 'opened', 'refused', 'throttled' (retry_after in seconds).
create function session_open(
  p_username text, p_key bytea, p_token text, p_address text, out outcome text, out person uuid, out retry_after integer
) language plpgsql security definer set search_path = mulu, pg_temp as $$
begin
  select c.* into outcome, person, retry_after from credentials_check(p_username, p_key, p_address) c;
  if outcome = 'proved' then
    perform session_start(person, p_token);
    perform log_system('session.opened', person, '{}', jsonb_build_object('addressHash', address_hash(p_address)));
    outcome := 'opened';
  end if;
end $$;

-- One's own password, proved by the present one. Every session of the account ends; p_new_token is the next.
-- Outcomes: 'changed', 'refused', 'throttled'.
create function password_change(
  p_token text, p_current_key bytea, p_salt bytea, p_verifier bytea, p_kdf jsonb, p_new_token text, p_address text,
  out outcome text, out retry_after integer
) language plpgsql security definer set search_path = mulu, pg_temp as $$
declare v_me record;
begin
  select * into v_me from session_view(p_token);
  if v_me.person is null then
    perform refuse('MU401', 'session.absent');
  end if;
  select c.outcome, c.retry_after into outcome, retry_after
  from credentials_check(v_me.username, p_current_key, p_address) c;
  if outcome = 'proved' then
    update account set salt = p_salt, verifier = p_verifier, kdf = p_kdf, must_change_password = false where id = v_me.person;
    delete from session where account_id = v_me.person;
    perform session_start(v_me.person, p_new_token);
    perform log_system('account.passwordChanged', v_me.person, '{}', '{}');
    outcome := 'changed';
  end if;
end $$;

-- ── Making accounts, bodies and appointments (used by the commands and by both ways to begin) ────────────────────────
create function account_insert(
  p_username text, p_display_name text, p_salt bytea, p_verifier bytea, p_kdf jsonb, p_must_change boolean
) returns uuid language plpgsql set search_path = mulu, pg_temp as $$
declare v_id uuid;
begin
  insert into account (username, display_name, salt, verifier, kdf, must_change_password)
  values (lower(p_username), p_display_name, p_salt, p_verifier, p_kdf, p_must_change)
  on conflict (username) do nothing returning id into v_id;
  if v_id is null then
    perform refuse('MU409', 'account.usernameTaken');
  end if;
  return v_id;
end $$;

create function organization_insert(p_name text, p_kind text, p_region text) returns uuid language plpgsql
set search_path = mulu, pg_temp as $$
declare v_id uuid;
begin
  insert into organization (name, kind, region_code) values (p_name, p_kind, p_region)
  on conflict (region_code, name) do nothing returning id into v_id;
  if v_id is null then
    perform refuse('MU409', 'organization.exists');
  end if;
  return v_id;
end $$;

create function appointment_details(p_appointment appointment) returns jsonb language sql stable
set search_path = mulu, pg_temp as $$
  select jsonb_build_object('appointmentId', p_appointment.id, 'accountId', p_appointment.account_id,
    'role', p_appointment.role, 'organizationId', p_appointment.organization_id, 'regionCode', p_appointment.region_code,
    'principalId', p_appointment.principal_id,
    'startsAt', to_char(p_appointment.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'endsAt', to_char(p_appointment.ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
$$;

-- ── Commands of the administrators ───────────────────────────────────────────────────────────────────────────────────
create function session_actor(p_token text) returns uuid language plpgsql stable set search_path = mulu, pg_temp as $$
declare v_actor uuid := session_person(p_token);
begin
  if v_actor is null then
    perform refuse('MU401', 'session.absent');
  end if;
  return v_actor;
end $$;

create function require_administrator(p_actor uuid, p_role text) returns void language plpgsql stable
set search_path = mulu, pg_temp as $$
begin
  if not is_administrator(p_actor, p_role) then
    perform refuse('MU403', 'role.missing');
  end if;
end $$;

create function organization_create(
  p_token text, p_name text, p_kind text, p_region text, p_key text, p_request_hash bytea
) returns jsonb language plpgsql security definer set search_path = mulu, pg_temp as $$
declare
  v_actor  uuid := session_actor(p_token);
  v_answer jsonb;
begin
  if not exists (select from region where code = p_region) then
    perform refuse('MU404', 'region.absent');
  end if;
  perform require_administrator(v_actor, 'systemAdministrator');
  v_answer := request_answer(v_actor, p_key, p_request_hash);
  if v_answer is not null then
    return v_answer;
  end if;
  v_answer := jsonb_build_object('id', organization_insert(p_name, p_kind, p_region));
  perform log_system('organization.created', v_actor, '{systemAdministrator}',
    jsonb_build_object('organizationId', v_answer ->> 'id', 'regionCode', p_region), p_key, p_request_hash, v_answer);
  return v_answer;
end $$;

create function account_create(
  p_token text, p_username text, p_display_name text, p_salt bytea, p_verifier bytea, p_kdf jsonb,
  p_key text, p_request_hash bytea
) returns jsonb language plpgsql security definer set search_path = mulu, pg_temp as $$
declare
  v_actor  uuid := session_actor(p_token);
  v_answer jsonb;
begin
  perform require_administrator(v_actor, 'systemAdministrator');
  v_answer := request_answer(v_actor, p_key, p_request_hash);
  if v_answer is not null then
    return v_answer;
  end if;
  v_answer := jsonb_build_object('id', account_insert(p_username, p_display_name, p_salt, p_verifier, p_kdf, true));
  perform log_system('account.created', v_actor, '{systemAdministrator}',
    jsonb_build_object('accountId', v_answer ->> 'id'), p_key, p_request_hash, v_answer);
  return v_answer;
end $$;

-- Opens or closes an account. Closing ends its sessions and, for as long as it lasts, all its hands.
create function account_set_active(p_token text, p_account uuid, p_active boolean, p_key text, p_request_hash bytea)
returns jsonb language plpgsql security definer set search_path = mulu, pg_temp as $$
declare
  v_actor  uuid := session_actor(p_token);
  v_answer jsonb;
begin
  if not exists (select from account where id = p_account) then
    perform refuse('MU404', 'account.absent');
  end if;
  perform require_administrator(v_actor, 'systemAdministrator');
  if p_account = v_actor then
    perform refuse('MU403', 'account.own');
  end if;
  v_answer := request_answer(v_actor, p_key, p_request_hash);
  if v_answer is not null then
    return v_answer;
  end if;
  update account set active = p_active where id = p_account;
  delete from session where account_id = p_account and not p_active;
  v_answer := jsonb_build_object('id', p_account, 'active', p_active);
  perform log_system(case when p_active then 'account.enabled' else 'account.disabled' end, v_actor, '{systemAdministrator}',
    jsonb_build_object('accountId', p_account), p_key, p_request_hash, v_answer);
  return v_answer;
end $$;

-- A forgotten password: the administrator's is good for one sign-in only, which must replace it.
create function password_reset(
  p_token text, p_account uuid, p_salt bytea, p_verifier bytea, p_kdf jsonb, p_key text, p_request_hash bytea
) returns jsonb language plpgsql security definer set search_path = mulu, pg_temp as $$
declare
  v_actor  uuid := session_actor(p_token);
  v_answer jsonb;
begin
  if not exists (select from account where id = p_account) then
    perform refuse('MU404', 'account.absent');
  end if;
  perform require_administrator(v_actor, 'systemAdministrator');
  if p_account = v_actor then
    perform refuse('MU403', 'account.own');
  end if;
  v_answer := request_answer(v_actor, p_key, p_request_hash);
  if v_answer is not null then
    return v_answer;
  end if;
  update account set salt = p_salt, verifier = p_verifier, kdf = p_kdf, must_change_password = true where id = p_account;
  delete from session where account_id = p_account;
  v_answer := jsonb_build_object('id', p_account);
  perform log_system('account.passwordReset', v_actor, '{systemAdministrator}',
    jsonb_build_object('accountId', p_account), p_key, p_request_hash, v_answer);
  return v_answer;
end $$;

-- Does somebody hold this role here in person, so that a deputy may stand in?
create function holds_in_person(p_person uuid, p_role text, p_organization uuid, p_region text) returns boolean
language sql stable set search_path = mulu, pg_temp as $$
  select exists (
    select from live_appointment a
    where a.account_id = p_person and a.role = p_role and a.principal_id is null
      and (a.organization_id is not distinct from p_organization and a.region_code is not distinct from p_region
        or a.region_code in (select region_lineage(coalesce(p_region, (
             select o.region_code from organization o where o.id = p_organization))))))
$$;

-- p_starts null means now; p_ends null means until revoked. Nobody grants to themselves, nothing is granted into the past.
create function appointment_grant(
  p_token text, p_account uuid, p_role text, p_organization uuid, p_region text, p_principal uuid,
  p_starts timestamptz, p_ends timestamptz, p_key text, p_request_hash bytea
) returns jsonb language plpgsql security definer set search_path = mulu, pg_temp as $$
declare
  v_actor  uuid := session_actor(p_token);
  v_new    appointment;
  v_answer jsonb;
begin
  if not exists (select from account where id = p_account)
     or p_principal is not null and not exists (select from account where id = p_principal) then
    perform refuse('MU404', 'account.absent');
  elsif p_organization is not null and not exists (select from organization where id = p_organization) then
    perform refuse('MU404', 'organization.absent');
  elsif p_region is not null and not exists (select from region where code = p_region) then
    perform refuse('MU404', 'region.absent');
  end if;
  perform require_administrator(v_actor, 'securityAdministrator');
  if v_actor in (p_account, p_principal) then
    perform refuse('MU403', 'appointment.own');
  end if;
  v_answer := request_answer(v_actor, p_key, p_request_hash);
  if v_answer is not null then
    return v_answer;
  end if;
  if p_starts < now() then
    perform refuse('MU422', 'appointment.inThePast');
  elsif p_ends <= coalesce(p_starts, now()) then
    perform refuse('MU422', 'appointment.endsBeforeStart');
  elsif p_principal is not null and not holds_in_person(p_principal, p_role, p_organization, p_region) then
    perform refuse('MU422', 'appointment.principalLacksRole');
  end if;
  perform from account where id = p_account for update;
  v_new := row(gen_random_uuid(), p_account, p_role, p_organization, p_region, p_principal,
               coalesce(p_starts, now()), p_ends, v_actor, null, null);
  if appointment_incompatible(v_new) then
    perform refuse('MU422', 'appointment.incompatible');
  end if;
  insert into appointment select v_new.*;
  v_answer := jsonb_build_object('id', v_new.id);
  perform log_system('appointment.granted', v_actor, '{securityAdministrator}', appointment_details(v_new),
    p_key, p_request_hash, v_answer);
  return v_answer;
end $$;

create function appointment_revoke(p_token text, p_appointment uuid, p_key text, p_request_hash bytea) returns jsonb
language plpgsql security definer set search_path = mulu, pg_temp as $$
declare
  v_actor  uuid := session_actor(p_token);
  v_held   appointment;
  v_answer jsonb;
begin
  select * into v_held from appointment where id = p_appointment;
  if v_held.id is null then
    perform refuse('MU404', 'appointment.absent');
  end if;
  perform require_administrator(v_actor, 'securityAdministrator');
  if v_held.account_id = v_actor then
    perform refuse('MU403', 'appointment.own');
  end if;
  v_answer := request_answer(v_actor, p_key, p_request_hash);
  if v_answer is not null then
    return v_answer;
  end if;
  update appointment set revoked_at = now(), revoked_by = v_actor where id = p_appointment and revoked_at is null;
  if not found then
    perform refuse('MU409', 'appointment.revokedBefore');
  end if;
  v_answer := jsonb_build_object('id', p_appointment);
  perform log_system('appointment.revoked', v_actor, '{securityAdministrator}', appointment_details(v_held),
    p_key, p_request_hash, v_answer);
  return v_answer;
end $$;

-- ── The two ways to begin, both on an empty database only ────────────────────────────────────────────────────────────
create table setup_token (
  only_row   boolean primary key default true check (only_row),
  token_hash bytea not null check (octet_length(token_hash) = 32),
  issued_at  timestamptz not null default now(),
  used_at    timestamptz
);

create function begin_empty() returns boolean language plpgsql set search_path = mulu, pg_temp as $$
begin
  lock table account in share row exclusive mode;
  return not exists (select from account);
end $$;

-- Production: the operator's one-time token, good for a day. False when nothing is to be set up or a token is out.
create function setup_offer(p_token text) returns boolean language plpgsql security definer
set search_path = mulu, pg_temp as $$
begin
  if not begin_empty() or length(p_token) < 43
     or exists (select from setup_token where used_at is not null or issued_at > now() - interval '1 day') then
    return false;
  end if;
  insert into setup_token (token_hash) values (sha256(convert_to(p_token, 'UTF8')))
  on conflict (only_row) do update set token_hash = excluded.token_hash, issued_at = excluded.issued_at;
  perform log_system('setup.offered', null, '{}', '{}');
  return true;
end $$;

-- Several accounts and appointments at once: [{username, displayName, salt, verifier, kdf}], [{username, role,
-- organization?, region?}]; organisations by name; salt and verifier in hex.
create function begin_with(p_accounts jsonb, p_appointments jsonb) returns void language plpgsql
set search_path = mulu, pg_temp as $$
declare
  v_account record;
  v_new     appointment;
begin
  for v_account in select * from jsonb_to_recordset(p_accounts)
    as r (username text, "displayName" text, salt text, verifier text, kdf jsonb)
  loop
    perform log_system('account.created', null, '{}', jsonb_build_object('accountId', account_insert(v_account.username,
      v_account."displayName", decode(v_account.salt, 'hex'), decode(v_account.verifier, 'hex'), v_account.kdf, false)));
  end loop;
  for v_new in
    insert into appointment (account_id, role, organization_id, region_code)
    select a.id, r.role, o.id, r.region
    from jsonb_to_recordset(p_appointments) as r (username text, role text, organization text, region text)
    join account a on a.username = r.username
    left join organization o on o.name = r.organization
    returning *
  loop
    perform log_system('appointment.granted', null, '{}', appointment_details(v_new));
  end loop;
end $$;

-- Production: whoever has the token names the first three administrators, each with a role of their own.
create function setup_complete(p_token text, p_accounts jsonb) returns void language plpgsql security definer
set search_path = mulu, pg_temp as $$
begin
  if not begin_empty() then
    perform refuse('MU409', 'setup.done');
  end if;
  update setup_token set used_at = now()
  where token_hash = sha256(convert_to(p_token, 'UTF8')) and used_at is null and issued_at > now() - interval '1 day';
  if not found then
    perform refuse('MU403', 'setup.tokenRefused');
  end if;
  if (select array_agg(r.role order by r.role) from jsonb_to_recordset(p_accounts) as r (role text))
     is distinct from '{auditAdministrator,securityAdministrator,systemAdministrator}' then
    perform refuse('MU400', 'setup.threeAdministrators');
  end if;
  perform begin_with(p_accounts, p_accounts);
  perform log_system('setup.completed', null, '{}', '{}');
end $$;

-- Evaluation: bodies, people and their roles. False when anybody exists, or a production set-up was ever begun.
create function demo_seed(p_organizations jsonb, p_accounts jsonb, p_appointments jsonb) returns boolean
language plpgsql security definer set search_path = mulu, pg_temp as $$
declare v_body record;
begin
  if not begin_empty() or exists (select from setup_token) then
    return false;
  end if;
  for v_body in select * from jsonb_to_recordset(p_organizations) as r (name text, kind text, region text) loop
    perform log_system('organization.created', null, '{}', jsonb_build_object(
      'organizationId', organization_insert(v_body.name, v_body.kind, v_body.region), 'regionCode', v_body.region));
  end loop;
  perform begin_with(p_accounts, p_appointments);
  return true;
end $$;

-- ── The region tree: 内蒙古自治区 with its 12 league-cities and 103 banner-counties, and 山西省 / 长治市 (GB/T 2260) ──
insert into region (code, name, level, parent_code) values
  ('150000', '内蒙古自治区', 'autonomousRegion', null),
  ('140000', '山西省', 'province', null),
  ('140400', '长治市', 'prefectureCity', '140000');

with league_city (code, name, counties) as (values
  ('150100', '呼和浩特市', '02新城区 03回民区 04玉泉区 05赛罕区 21土默特左旗 22托克托县 23和林格尔县 24清水河县 25武川县'),
  ('150200', '包头市', '02东河区 03昆都仑区 04青山区 05石拐区 06白云鄂博矿区 07九原区 21土默特右旗 22固阳县 23达尔罕茂明安联合旗'),
  ('150300', '乌海市', '02海勃湾区 03海南区 04乌达区'),
  ('150400', '赤峰市', '02红山区 03元宝山区 04松山区 21阿鲁科尔沁旗 22巴林左旗 23巴林右旗 24林西县 25克什克腾旗 26翁牛特旗 28喀喇沁旗 29宁城县 30敖汉旗'),
  ('150500', '通辽市', '02科尔沁区 21科尔沁左翼中旗 22科尔沁左翼后旗 23开鲁县 24库伦旗 25奈曼旗 26扎鲁特旗 81霍林郭勒市'),
  ('150600', '鄂尔多斯市', '02东胜区 03康巴什区 21达拉特旗 22准格尔旗 23鄂托克前旗 24鄂托克旗 25杭锦旗 26乌审旗 27伊金霍洛旗'),
  ('150700', '呼伦贝尔市', '02海拉尔区 03扎赉诺尔区 21阿荣旗 22莫力达瓦达斡尔族自治旗 23鄂伦春自治旗 24鄂温克族自治旗 25陈巴尔虎旗 26新巴尔虎左旗 27新巴尔虎右旗 81满洲里市 82牙克石市 83扎兰屯市 84额尔古纳市 85根河市'),
  ('150800', '巴彦淖尔市', '02临河区 21五原县 22磴口县 23乌拉特前旗 24乌拉特中旗 25乌拉特后旗 26杭锦后旗'),
  ('150900', '乌兰察布市', '02集宁区 21卓资县 22化德县 23商都县 24兴和县 25凉城县 26察哈尔右翼前旗 27察哈尔右翼中旗 28察哈尔右翼后旗 29四子王旗 81丰镇市'),
  ('152200', '兴安盟', '01乌兰浩特市 02阿尔山市 21科尔沁右翼前旗 22科尔沁右翼中旗 23扎赉特旗 24突泉县'),
  ('152500', '锡林郭勒盟', '01二连浩特市 02锡林浩特市 22阿巴嘎旗 23苏尼特左旗 24苏尼特右旗 25东乌珠穆沁旗 26西乌珠穆沁旗 27太仆寺旗 28镶黄旗 29正镶白旗 30正蓝旗 31多伦县'),
  ('152900', '阿拉善盟', '21阿拉善左旗 22阿拉善右旗 23额济纳旗')
)
insert into region (code, name, level, parent_code)
  select code, name, 'leagueCity', '150000' from league_city
  union all
  select left(c.code, 4) || left(county, 2), substring(county from 3), 'bannerCounty', c.code
  from league_city c, string_to_table(c.counties, ' ') county;

-- ── Grants ───────────────────────────────────────────────────────────────────────────────────────────────────────────
-- For all schemas, because a revocation for one schema alone leaves PostgreSQL's own default in force.
alter default privileges revoke execute on functions from public;
revoke execute on all functions in schema mulu from public;
grant select on region, organization, appointment, live_appointment to mulu_app, mulu_auditor;
grant select (id, username, display_name, active, must_change_password, created_at) on account to mulu_app;
grant select (id, username, display_name) on account to mulu_auditor;
grant execute on function
  session_salt(text, text), session_open(text, bytea, text, text), session_close(text), session_person(text),
  session_view(text), session_touch(text), password_change(text, bytea, bytea, bytea, jsonb, text, text),
  hands_at(uuid, uuid), region_lineage(text), is_administrator(uuid, text),
  organization_create(text, text, text, text, text, bytea),
  account_create(text, text, text, bytea, bytea, jsonb, text, bytea),
  account_set_active(text, uuid, boolean, text, bytea),
  password_reset(text, uuid, bytea, bytea, jsonb, text, bytea),
  appointment_grant(text, uuid, text, uuid, text, uuid, timestamptz, timestamptz, text, bytea),
  appointment_revoke(text, uuid, text, bytea),
  setup_offer(text), setup_complete(text, jsonb), demo_seed(jsonb, jsonb, jsonb)
  to mulu_app;
