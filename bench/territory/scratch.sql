-- What the generator writes down beside the house, in a schema that goes when it is done.
create schema territory;

-- Ids and chances come from the seed and a number, so that the same seed makes the same territory.
create function territory.uuid(p_text text) returns uuid language sql immutable
  return overlay(overlay(md5(p_text) placing '4' from 13) placing '8' from 17)::uuid;
create function territory.id(p_kind text, p_n bigint) returns uuid language sql stable
  return territory.uuid(current_setting('territory.seed') || '/' || p_kind || '/' || p_n);
create function territory.chance(p_kind text, p_n bigint) returns float8 language sql stable
  return ('x' || left(md5(current_setting('territory.seed') || '?' || p_kind || '/' || p_n), 8))::bit(32)::bigint / 4294967296.0;
create function territory.number(p_name text) returns int language sql stable return current_setting('territory.' || p_name)::int;
create function territory.today() returns date language sql stable return current_setting('territory.today')::date;
-- So many days before today, at nine in the morning in Hohhot.
create function territory.ago(p_days float8) returns timestamptz language sql stable
  return (territory.today() + time '09:00') at time zone 'Asia/Shanghai' - p_days * interval '1 day';

-- The hash of each event rests on the one before it.
create function territory.link(p_previous bytea, p_opening text, p_at text, p_body bytea) returns bytea language plpgsql immutable as $$
begin
  return sha256(convert_to(p_opening || encode(p_previous, 'hex') || p_at, 'UTF8') || sha256(p_body));
end $$;
create aggregate territory.chain(p_opening text, p_at text, p_body bytea) (
  sfunc = territory.link, stype = bytea, initcond = '\x0000000000000000000000000000000000000000000000000000000000000000');

-- Every step that a lifecycle has, as the log says it: the machine, and the verdicts that let it.
create unlogged table territory.step (machine_id text, from_state text, type text, to_state text, machine text, guards text,
  primary key (machine_id, from_state, type, to_state));
-- Texts of items, with 〔〕 where the item's own name comes; what of it is public, and what the reading found.
create unlogged table territory.template (k int primary key, category text, bytes text, shown text, findings jsonb);
create unlogged table territory.department (k int primary key, above text, below text);
