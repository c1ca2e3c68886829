-- Which days are worked: the yearly notice of the State Council, entered year by year. An edition is a whole year as somebody entered it; the newest
-- of a year is in force, and the older ones stay readable, because deadlines were counted with them. Invariant I8: an edition is what the log says.

insert into log_word (word, meaning) values
  ('calendar.entered', 'The holidays and moved working days of a year were entered; an earlier edition of the year is no longer in force');

create table calendar_edition (
  year   integer not null check (year between 2000 and 2100),
  number integer not null check (number > 0),
  -- Where it is from: title and number of the notice.
  source text    not null check (length(source) between 1 and 300),
  -- The event of the system chain that entered it.
  seq    bigint  not null unique,
  primary key (year, number)
);

create table calendar_day (
  year   integer not null,
  number integer not null,
  day    date    not null,
  kind   text    not null check (kind in ('off', 'work')),
  name   text    not null check (length(name) between 1 and 30),
  primary key (year, number, day),
  foreign key (year, number) references calendar_edition,
  constraint calendar_day_in_its_year check (extract(year from day) = year),
  -- A Monday to Friday is worked anyway: whoever writes it down as moved mistook the date.
  constraint calendar_day_moved_from_weekend check (kind = 'off' or extract(isodow from day) > 5)
);

-- RFC 8785 of a year: its days as lines such as "2026-10-10 work 国庆节".
create function calendar_text(p_year integer, p_source text, p_days jsonb) returns text language sql stable set search_path = mulu, pg_temp as $$
  select canonical_flat(jsonb_build_object('year', p_year, 'source', p_source, 'days', coalesce((
    select jsonb_agg(concat_ws(' ', to_char(d.day, 'YYYY-MM-DD'), d.kind, d.name) order by d.day)
    from jsonb_to_recordset(p_days) as d (day date, kind text, name text)), '[]')))
$$;

-- Looked at when the transaction ends; before PostgreSQL 18 in the name of the login, hence SECURITY DEFINER.
create function calendar_as_logged() returns trigger language plpgsql security definer set search_path = mulu, pg_temp as $$
begin
  if not exists (
    select from calendar_edition c join log_event e on e.stream = '00000000-0000-0000-0000-000000000000' and e.seq = c.seq
    where c.year = new.year and c.number = new.number and e.type = 'calendar.entered'
      and e.content_hash = sha256(convert_to(calendar_text(c.year, c.source, (
        select jsonb_agg(jsonb_build_object('day', d.day, 'kind', d.kind, 'name', d.name))
        from calendar_day d where d.year = c.year and d.number = c.number)), 'UTF8'))) then
    raise exception using errcode = 'MUI08', message = 'state.withoutEvent', detail = format('calendar %s/%s', new.year, new.number);
  end if;
  return null;
end $$;
create constraint trigger calendar_as_logged after insert on calendar_edition deferrable initially deferred
  for each row execute function calendar_as_logged();
create constraint trigger calendar_as_logged after insert on calendar_day deferrable initially deferred
  for each row execute function calendar_as_logged();
create trigger calendar_edition_immutable before update or delete on calendar_edition for each row execute function deny_change('MUI08');
create trigger calendar_edition_no_truncate before truncate on calendar_edition for each statement execute function deny_change('MUI08');
create trigger calendar_day_immutable before update or delete on calendar_day for each row execute function deny_change('MUI08');
create trigger calendar_day_no_truncate before truncate on calendar_day for each statement execute function deny_change('MUI08');

-- Enters an edition of a year: [{day, kind, name}]. Answers {year, edition}.
create function calendar_enter(
  p_actor uuid, p_roles text[], p_year integer, p_days jsonb, p_source text, p_key text default null, p_request_hash bytea default null
) returns jsonb language plpgsql set search_path = mulu, pg_temp as $$
declare
  v_hash   bytea := content_store(convert_to(calendar_text(p_year, p_source, p_days), 'UTF8'));
  v_number integer := coalesce((select max(c.number) from calendar_edition c where c.year = p_year), 0) + 1;
  v_answer jsonb := jsonb_build_object('year', p_year, 'edition', v_number);
begin
  insert into calendar_edition values (p_year, v_number, p_source, log_system('calendar.entered', p_actor, p_roles,
    v_answer || jsonb_build_object('contentHash', encode(v_hash, 'hex')), p_key, p_request_hash, v_answer));
  insert into calendar_day
  select p_year, v_number, d.day, d.kind, d.name from jsonb_to_recordset(p_days) as d (day date, kind text, name text);
  return v_answer;
end $$;

-- The system administrator enters a year. p_edition is the one that the new edition replaces, 0 when the year has none.
create function calendar_set(
  p_token text, p_year integer, p_days jsonb, p_source text, p_edition integer, p_key text, p_request_hash bytea
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
  if p_edition is null then
    perform refuse('MU428', 'precondition.ifMatch');
  end if;
  -- The head of the chain that it will be written to: of two who enter a year at once, the second sees the first one's edition.
  perform from log_stream where stream = '00000000-0000-0000-0000-000000000000' for update;
  if p_edition <> coalesce((select max(c.number) from calendar_edition c where c.year = p_year), 0) then
    perform refuse('MU412', 'precondition.stale');
  elsif exists (
    select from calendar_edition c join log_event e on e.stream = '00000000-0000-0000-0000-000000000000' and e.seq = c.seq
    where c.year = p_year and c.number = p_edition and e.content_hash = sha256(convert_to(calendar_text(p_year, p_source, p_days), 'UTF8'))) then
    perform refuse('MU409', 'calendar.unchanged');
  elsif not jsonb_path_exists(p_days, '$[*] ? (@.kind == "off")') then
    perform refuse('MU422', 'calendar.noHoliday');
  elsif exists (select from jsonb_to_recordset(p_days) as d (day date) where extract(year from d.day) is distinct from p_year) then
    perform refuse('MU422', 'calendar.dayOfAnotherYear');
  elsif exists (select from jsonb_to_recordset(p_days) as d (day date) group by d.day having count(*) > 1) then
    perform refuse('MU422', 'calendar.dayTwice');
  elsif exists (select from jsonb_to_recordset(p_days) as d (day date, kind text) where d.kind = 'work' and extract(isodow from d.day) < 6) then
    perform refuse('MU422', 'calendar.weekdayMoved');
  end if;
  return calendar_enter(v_actor, '{systemAdministrator}', p_year, p_days, p_source, p_key, p_request_hash);
end $$;

-- ── What was published until this was written: the dates as the notices name them ───────────────────────────────────
with notice (year, source) as (values
  (2020, '国务院办公厅关于2020年部分节假日安排的通知（国办发明电〔2019〕16号）；国务院办公厅关于延长2020年春节假期的通知（国办发明电〔2020〕1号）'),
  (2021, '国务院办公厅关于2021年部分节假日安排的通知（国办发明电〔2020〕27号）'),
  (2022, '国务院办公厅关于2022年部分节假日安排的通知（国办发明电〔2021〕11号）；12月31日：国务院办公厅关于2023年部分节假日安排的通知（国办发明电〔2022〕16号）'),
  (2023, '国务院办公厅关于2023年部分节假日安排的通知（国办发明电〔2022〕16号）'),
  (2024, '国务院办公厅关于2024年部分节假日安排的通知（国办发明电〔2023〕7号）'),
  (2025, '国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号）'),
  (2026, '国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）')
), holiday (name, first, last, moved) as (values
  ('元旦', '2020-01-01', '2020-01-01', '{}'),
  ('春节', '2020-01-24', '2020-02-02', '{2020-01-19}'),
  ('清明节', '2020-04-04', '2020-04-06', '{}'),
  ('劳动节', '2020-05-01', '2020-05-05', '{2020-04-26,2020-05-09}'),
  ('端午节', '2020-06-25', '2020-06-27', '{2020-06-28}'),
  ('国庆节、中秋节', '2020-10-01', '2020-10-08', '{2020-09-27,2020-10-10}'),
  ('元旦', '2021-01-01', '2021-01-03', '{}'),
  ('春节', '2021-02-11', '2021-02-17', '{2021-02-07,2021-02-20}'),
  ('清明节', '2021-04-03', '2021-04-05', '{}'),
  ('劳动节', '2021-05-01', '2021-05-05', '{2021-04-25,2021-05-08}'),
  ('端午节', '2021-06-12', '2021-06-14', '{}'),
  ('中秋节', '2021-09-19', '2021-09-21', '{2021-09-18}'),
  ('国庆节', '2021-10-01', '2021-10-07', '{2021-09-26,2021-10-09}'),
  ('元旦', '2022-01-01', '2022-01-03', '{}'),
  ('春节', '2022-01-31', '2022-02-06', '{2022-01-29,2022-01-30}'),
  ('清明节', '2022-04-03', '2022-04-05', '{2022-04-02}'),
  ('劳动节', '2022-04-30', '2022-05-04', '{2022-04-24,2022-05-07}'),
  ('端午节', '2022-06-03', '2022-06-05', '{}'),
  ('中秋节', '2022-09-10', '2022-09-12', '{}'),
  ('国庆节', '2022-10-01', '2022-10-07', '{2022-10-08,2022-10-09}'),
  ('元旦', '2022-12-31', '2023-01-02', '{}'),
  ('春节', '2023-01-21', '2023-01-27', '{2023-01-28,2023-01-29}'),
  ('清明节', '2023-04-05', '2023-04-05', '{}'),
  ('劳动节', '2023-04-29', '2023-05-03', '{2023-04-23,2023-05-06}'),
  ('端午节', '2023-06-22', '2023-06-24', '{2023-06-25}'),
  ('中秋节、国庆节', '2023-09-29', '2023-10-06', '{2023-10-07,2023-10-08}'),
  ('元旦', '2024-01-01', '2024-01-01', '{}'),
  ('春节', '2024-02-10', '2024-02-17', '{2024-02-04,2024-02-18}'),
  ('清明节', '2024-04-04', '2024-04-06', '{2024-04-07}'),
  ('劳动节', '2024-05-01', '2024-05-05', '{2024-04-28,2024-05-11}'),
  ('端午节', '2024-06-10', '2024-06-10', '{}'),
  ('中秋节', '2024-09-15', '2024-09-17', '{2024-09-14}'),
  ('国庆节', '2024-10-01', '2024-10-07', '{2024-09-29,2024-10-12}'),
  ('元旦', '2025-01-01', '2025-01-01', '{}'),
  ('春节', '2025-01-28', '2025-02-04', '{2025-01-26,2025-02-08}'),
  ('清明节', '2025-04-04', '2025-04-06', '{}'),
  ('劳动节', '2025-05-01', '2025-05-05', '{2025-04-27}'),
  ('端午节', '2025-05-31', '2025-06-02', '{}'),
  ('国庆节、中秋节', '2025-10-01', '2025-10-08', '{2025-09-28,2025-10-11}'),
  ('元旦', '2026-01-01', '2026-01-03', '{2026-01-04}'),
  ('春节', '2026-02-15', '2026-02-23', '{2026-02-14,2026-02-28}'),
  ('清明节', '2026-04-04', '2026-04-06', '{}'),
  ('劳动节', '2026-05-01', '2026-05-05', '{2026-05-09}'),
  ('端午节', '2026-06-19', '2026-06-21', '{}'),
  ('中秋节', '2026-09-25', '2026-09-27', '{}'),
  ('国庆节', '2026-10-01', '2026-10-07', '{2026-09-20,2026-10-10}')
), day (day, kind, name) as (
  select generate_series(first::date, last::date, interval '1 day')::date, 'off', name from holiday
  union all
  select unnest(moved::date[]), 'work', name from holiday
)
select calendar_enter(null, '{}', n.year, (
  select jsonb_agg(jsonb_build_object('day', d.day, 'kind', d.kind, 'name', d.name)) from day d where extract(year from d.day) = n.year), n.source)
from notice n order by n.year;

revoke execute on function calendar_text(integer, text, jsonb), calendar_as_logged(),
  calendar_enter(uuid, text[], integer, jsonb, text, text, bytea), calendar_set(text, integer, jsonb, text, integer, text, bytea) from public;
grant select on calendar_edition, calendar_day to mulu_app, mulu_auditor;
grant execute on function calendar_set(text, integer, jsonb, text, integer, text, bytea) to mulu_app;
