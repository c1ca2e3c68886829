-- The corridor's two ends in the database: what a decision may rest on, and the one function that writes.
-- Both resolve the person from the session; neither takes a name. Every look is by a key, and the plans are
-- made once, the same for everybody: a connection keeps its plans, so one made while a table was small must not go on reading the whole of
-- it when it has grown (enable_seqscan), nor is there a better one for other values to be looked for again and again (plan_cache_mode).
-- Where a table has to be read whole all the same, PostgreSQL before 18 takes the plan for one of enormous cost and compiles it each time (jit).

create function hands_json(p_organization uuid, p_person uuid) returns jsonb language plpgsql stable set search_path = mulu, pg_temp as $$
begin
  return coalesce((select jsonb_agg(jsonb_build_object('role', h.role, 'persons', persons(h.person, h.principal))
                          order by h.principal is not null, h.role)
                   from hands_at(p_organization, p_person) h), '[]');
end $$;

-- The session's hands over a body: what it may read there, and do.
create function session_hands(p_token text, p_organization uuid) returns jsonb
language plpgsql stable security definer set search_path = mulu, pg_temp as $$
declare v_person uuid := session_person(p_token);
begin
  return case when v_person is null then '[]' else hands_json(p_organization, v_person) end;
end $$;
revoke execute on function session_hands(text, uuid) from public;
grant execute on function session_hands(text, uuid), persons(uuid, uuid) to mulu_app;

-- What was answered to the same request before (I10).
create function prior_answer(p_person uuid, p_key text) returns jsonb language plpgsql stable set search_path = mulu, pg_temp as $$
begin
  return (select jsonb_build_object('requestHash', encode(request_hash, 'hex'), 'answer', answer)
          from log_event where actor_id = p_person and idempotency_key = p_key);
end $$;

create function version_json(p_version uuid) returns jsonb language plpgsql stable set search_path = mulu, pg_temp as $$
begin
  return (
    select jsonb_build_object(
      'id', v.id, 'catalogueId', v.catalogue_id, 'organizationId', c.organization_id, 'regionCode', o.region_code, 'title', c.title, 'number', v.number,
      'state', v.state, 'stateSeq', v.state_seq, 'predecessorId', v.predecessor_id, 'publishAt', v.publish_at,
      'profileId', v.profile_id, 'profileVersion', v.profile_version,
      'seq', (select max(e.seq) from log_event e where e.stream = v.id),
      'submitters', to_jsonb(submitters(v.id)),
      'approvers', coalesce((select to_jsonb(persons(p.person_id, p.on_behalf_of)) from participation p
                             where p.version_id = v.id and p.kind = 'approved' order by p.seq desc limit 1), '[]'),
      'smallBody', small_body(v.id),
      'latest', not exists (select from catalogue_version x where x.catalogue_id = v.catalogue_id and x.number > v.number and x.state <> 'discarded'),
      'anotherOpen', exists (select from catalogue_version x where x.catalogue_id = v.catalogue_id and x.id <> v.id
                             and x.state in ('draft', 'confidentialityReview', 'riskAssessment', 'departmentApproval', 'scheduled')),
      'everPublished', exists (select from publication p where p.catalogue_id = v.catalogue_id),
      'due', coalesce(v.publish_at <= clock_timestamp(), false))
    from catalogue_version v join catalogue c on c.id = v.catalogue_id join organization o on o.id = c.organization_id
    where v.id = p_version);
end $$;

create function standings_json(p_version uuid, p_items uuid[]) returns jsonb language plpgsql stable set search_path = mulu, pg_temp as $$
begin
  return coalesce((
    select jsonb_agg(jsonb_build_object(
      'itemId', s.item_id, 'state', s.state, 'seq', s.state_seq, 'revisionId', s.revision_id, 'contentHash', s.content_hash, 'category', s.category,
      'removal', s.removal, 'wasPublic', s.was_public, 'changedSinceReturned', s.changed_since_returned, 'contributors', to_jsonb(s.contributors),
      'signatures', s.signatures, 'clearStands', s.clear_stands, 'clearanceId', s.clearance_id, 'assessmentDemanded', s.assessment_demanded,
      'acceptance', s.acceptance, 'referral', s.referral, 'barred', s.barred, 'kept', s.kept, 'keepable', s.keepable,
      'keep', case when s.keepable then (
                select jsonb_build_object('revisionId', k.revision_id, 'contentHash', encode(k.content_hash, 'hex'), 'decisionId', k.decision_id)
                from keepable(p_version, s.item_id) k) end,
      'missing', coalesce(s.missing, '[]'),
      'timeLimitUnread', s.time_limit_unread, 'openRepairs', s.open_repairs,
      'openHits', jsonb_build_object('compiler', s.open_hits_compiler, 'officer', s.open_hits_officer)) order by s.position, s.item_id)
    from item_standings(p_version, p_items) s), '[]');
end $$;

-- Everything that a decision on a version, or on one of its items, may rest on, in one answer.
-- p_scope: 'none' only the version · 'item' the item · 'all' every item and everybody who holds a role at the body.
create function command_facts(p_token text, p_version uuid, p_item uuid, p_scope text, p_key text) returns jsonb
language plpgsql stable security definer set search_path = mulu, pg_temp set enable_seqscan = off set plan_cache_mode = force_generic_plan set jit = off as $$
declare
  v_person  uuid := session_person(p_token);
  v_version jsonb;
  v_items   uuid[];
begin
  if v_person is null and p_token is not null then
    return jsonb_build_object('person', null);
  end if;
  v_version := version_json(p_version);
  if p_scope = 'all' then
    v_items := array(select vi.item_id from version_item vi where vi.version_id = p_version);
  elsif p_item is not null then
    v_items := array[p_item];
  end if;
  return jsonb_build_object(
    'person', v_person,
    'prior', case when p_key is not null then prior_answer(v_person, p_key) end,
    'version', v_version,
    'hands', case when v_person is not null and v_version is not null then hands_json((v_version ->> 'organizationId')::uuid, v_person) end,
    'items', case when v_items is not null then standings_json(p_version, v_items) end,
    'everybody', case when p_scope = 'all' and v_version is not null then hands_json((v_version ->> 'organizationId')::uuid, null) end);
end $$;
revoke execute on function command_facts(text, uuid, uuid, text, text) from public;
grant execute on function command_facts(text, uuid, uuid, text, text) to mulu_app;

-- What each item of a version takes along into the next one (product.md, "Carrying over"): the decision it rests on, unless something speaks
-- against it. p_limit_months: how old that decision may be.
create function carry_overs(p_version uuid, p_limit_months int, p_items uuid[] default null) returns table (item_id uuid, decision_id bigint)
language plpgsql stable security definer set search_path = mulu, pg_temp set enable_seqscan = off set plan_cache_mode = force_generic_plan set jit = off as $$
begin
  return query
  select s.item_id, d.id
  from item_standings(p_version, coalesce(p_items, array(select vi.item_id from version_item vi where vi.version_id = p_version))) s
  join lateral (
    select o.* from standing_decision here
    join decision o on o.id = coalesce(here.rests_on, here.id)
    where here.version_id = p_version and here.item_id = s.item_id and here.revision_id = s.revision_id and here.kind <> 'setAside'
      and case s.state
            when 'releasable' then o.id = s.clearance_id
            when 'withheld' then o.kind in ('withhold', 'rejectRisk') or (o.kind = 'determine' and o.outcome = 'withhold')
            when 'onApplication' then o.kind = 'discloseOnApplication'
            else false end
    order by here.id desc limit 1) d on true
  where not s.removal
    and d.voided_seq is null
    and d.at > clock_timestamp() - make_interval(months => p_limit_months)
    and not exists (select from bar b where b.item_id = d.item_id and b.content_hash = d.content_hash)
    and not exists (select from decision later where later.item_id = d.item_id and later.content_hash = d.content_hash and later.id > d.id
                    and later.kind not in ('carryOver', 'acceptRisk', 'endorse'));
end $$;
revoke execute on function carry_overs(uuid, int, uuid[]) from public;
grant execute on function carry_overs(uuid, int, uuid[]), referral_of(uuid, bytea) to mulu_app;

-- The words of the lifecycles that the system says: along with a person's command, or by the clock.
create function system_words(p_person uuid) returns text[] language sql immutable set search_path = mulu, pg_temp as $$
  select case when p_person is null then array['release', 'refuseRelease', 'supersede']
    else array['supersede', 'enterReview', 'carryOver', 'itemReopened', 'textBarred'] end
$$;

-- The roles that may say this, in this version: from the lifecycle's own table, so that a role cannot be borrowed for another's word.
create function speakers(p_stream uuid, p_body jsonb) returns text[] language plpgsql stable set search_path = mulu, pg_temp as $$
declare v_roles text[];
begin
  if p_body ->> 'type' = 'import.confirmed' or (p_body ->> 'type' = 'remove' and p_body ->> 'to' is null) then
    return array['compiler'];
  elsif p_body ->> 'type' = 'hint.dismissed' then
    return array['compiler', 'confidentialityOfficer'];
  end if;
  select t.roles || case when t.small_body <> '{}' and small_body(p_stream) then t.small_body else '{}' end into v_roles from transition t
  where t.machine_id = p_body #>> '{machine,id}' and t.machine_version = p_body #>> '{machine,version}'
    and t.from_state = coalesce(p_body ->> 'from', '') and t.event = p_body ->> 'type' and t.to_state = p_body ->> 'to';
  if not found then
    raise exception using errcode = 'MUI09', message = 'state.noSuchTransition',
      detail = format('%s -%s-> %s', p_body ->> 'from', p_body ->> 'type', p_body ->> 'to');
  end if;
  return v_roles;
end $$;

-- Whoever acts holds the role they act in, now, at the body that the stream belongs to, and the role may do this. One role, one hand.
create function demand_hand(p_stream uuid, p_person uuid, p_body jsonb) returns void language plpgsql set search_path = mulu, pg_temp as $$
declare
  v_organization uuid;
  v_speakers     text[] := speakers(p_stream, p_body);
begin
  if (p_body -> 'actor') = 'null' and p_body ->> 'type' = any (system_words(p_person)) then
    if not 'system' = any (v_speakers) or p_body -> 'roles' is distinct from '[]' or p_body ->> 'onBehalfOf' is not null then
      raise exception using errcode = 'MUI08', message = 'actor.notTheSystem';
    end if;
    return;
  end if;
  if p_person is null or (p_body ->> 'actor')::uuid is distinct from p_person or p_body -> 'roles' is distinct from jsonb_build_array(p_body #> '{roles,0}') then
    raise exception using errcode = 'MUI08', message = 'actor.notTheSession';
  end if;
  if not (p_body #>> '{roles,0}') = any (v_speakers) then
    raise exception using errcode = 'MUI03', message = 'role.mayNotSayThis';
  end if;
  select c.organization_id into v_organization from catalogue_version v join catalogue c on c.id = v.catalogue_id where v.id = p_stream;
  if not exists (select from hands_at(v_organization, p_person) h
                 where h.role = p_body #>> '{roles,0}' and h.principal is not distinct from (p_body ->> 'onBehalfOf')::uuid) then
    raise exception using errcode = 'MU409', message = 'appointment.changed';
  end if;
end $$;

-- What a command read must still be so, now that the versions are locked. The read-set and no more, or everybody would be in everybody's way.
create function still_so(p_expect jsonb) returns boolean language plpgsql set search_path = mulu, pg_temp as $$
declare
  v_expect jsonb;
  v_item   record;
begin
  for v_expect in select * from jsonb_array_elements(p_expect) loop
    if not exists (select from catalogue_version where id = (v_expect ->> 'version')::uuid and state = v_expect ->> 'state') then
      return false;
    end if;
    if v_expect ? 'seq' and (v_expect ->> 'seq')::bigint is distinct from
       (select max(seq) from log_event where stream = (v_expect ->> 'version')::uuid) then
      return false;
    end if;
    for v_item in select key, value from jsonb_each_text(coalesce(v_expect -> 'items', '{}')) loop
      if not exists (select from version_item where version_id = (v_expect ->> 'version')::uuid and item_id = v_item.key::uuid
                     and state_seq = v_item.value::bigint) then
        return false;
      end if;
    end loop;
  end loop;
  return true;
end $$;

-- One change of a command. The events come first and set the pointer that the changes after them must name.
-- p_uploader: who brought the file that this command takes into the version.
create function apply_change(p_change jsonb, p_seq bigint, p_person uuid, p_uploader uuid) returns void
language plpgsql set search_path = mulu, pg_temp as $$
declare
  v_version uuid := (p_change ->> 'version')::uuid;
  v_item    uuid := (p_change ->> 'item')::uuid;
begin
  if p_seq is null and p_change ->> 'op' not in ('store', 'open') then
    raise exception using errcode = 'MUI08', message = 'change.withoutEvent';
  end if;
  case p_change ->> 'op'
    when 'item' then
      update version_item set state = p_change ->> 'state', state_seq = p_seq,
        revision_id = coalesce((p_change ->> 'revision')::uuid, revision_id), content_hash = coalesce(decode(p_change ->> 'hash', 'hex'), content_hash)
      where version_id = v_version and item_id = v_item;
    when 'decide' then
      insert into decision (version_id, item_id, revision_id, content_hash, seq, kind, step, at, assess, ground, document_number,
        outcome, level, measures, predecessor, review_on, kept_revision_id, kept_hash, rests_on, detail_hash)
      select v_version, v_item, d.revision, decode(d.hash, 'hex'), p_seq, d.kind, d.step, clock_timestamp(),
        coalesce(d.assess, false), d.ground, d."documentNumber", d.outcome, d.level, coalesce(d.measures, false), d.predecessor, d."reviewOn",
        d."keptRevision", decode(d."keptHash", 'hex'), d."restsOn", decode(d.detail, 'hex')
      from jsonb_to_record(p_change) as d(revision uuid, hash text, kind text, step text, assess boolean, ground text, "documentNumber" text, outcome text,
        level text, measures boolean, predecessor text, "reviewOn" date, "keptRevision" uuid, "keptHash" text, "restsOn" bigint, detail text);
    when 'store' then
      perform content_store(convert_to(p_change ->> 'text', 'UTF8'));
    when 'identify' then
      insert into item (id, catalogue_id) select v_item, catalogue_id from catalogue_version where id = v_version;
    when 'revision' then
      insert into revision (id, item_id, ordinal, version_id, seq, content_hash, author_id, findings)
      values ((p_change ->> 'id')::uuid, v_item, coalesce((select max(ordinal) from revision where item_id = v_item), 0) + 1, v_version, p_seq,
        content_store(convert_to(p_change ->> 'text', 'UTF8')), p_person, p_change -> 'findings');
      -- Whoever brought the file had a hand in every row of it (product.md, rule 3).
      if p_uploader <> p_person then
        insert into participation (version_id, seq, kind, person_id, item_id, revision_id)
        values (v_version, p_seq, 'imported', p_uploader, v_item, (p_change ->> 'id')::uuid);
      end if;
    when 'place' then
      insert into version_item (version_id, item_id, position, label, state, state_seq, revision_id, content_hash, source)
      values (v_version, v_item, coalesce((p_change ->> 'position')::int, (select coalesce(max(position), 0) + 1 from version_item where version_id = v_version)),
        coalesce(p_change ->> 'label', ''), p_change ->> 'state', p_seq, (p_change ->> 'revision')::uuid, decode(p_change ->> 'hash', 'hex'), p_change -> 'source');
    when 'drop' then
      delete from version_item where version_id = v_version and item_id = v_item;
    when 'version' then
      update catalogue_version set state = p_change ->> 'state', state_seq = p_seq where id = v_version;
    when 'bar' then
      insert into bar (item_id, content_hash, at, version_id, seq) values (v_item, decode(p_change ->> 'hash', 'hex'), clock_timestamp(), v_version, p_seq);
    when 'dismiss' then
      insert into hint_dismissal (item_id, content_hash, hint_id, side, person_id, reason_hash, version_id, seq)
      values (v_item, decode(p_change ->> 'hash', 'hex'), p_change ->> 'hint', p_change ->> 'side', p_person, decode(p_change ->> 'reasonHash', 'hex'), v_version, p_seq);
    when 'confirmImport' then
      update import set reading = null, confirmed_seq = p_seq where id = (p_change ->> 'import')::uuid and version_id = v_version and confirmed_seq is null;
      if not found then
        raise exception using errcode = 'MU409', message = 'import.confirmed';
      end if;
    when 'open' then
      insert into catalogue_version (id, catalogue_id, number, state, state_seq, profile_id, profile_version, predecessor_id)
      values (v_version, (p_change ->> 'catalogue')::uuid,
        (select coalesce(max(number), 0) + 1 from catalogue_version where catalogue_id = (p_change ->> 'catalogue')::uuid),
        'draft', 1, p_change ->> 'profileId', (p_change ->> 'profileVersion')::int, (p_change ->> 'predecessor')::uuid);
  end case;
end $$;

-- The one door for every change under a catalogue version. p_command:
--   {lock: [version], expect: [{version, state, seq?, items?: {id: seq}}], key?, requestHash?, answer?, changes: [{op, …}]}
-- Answers {conflict: true} when what was read is no longer so, else {answer, seq}. The first event of the changes is the one that the
-- request asked for: it carries the key, and the answer to give to the same request later.
create function commit_as(p_person uuid, p_command jsonb) returns jsonb language plpgsql set search_path = mulu, pg_temp as $$
declare
  v_lock      uuid;
  v_change    jsonb;
  v_body      jsonb;
  v_stream    uuid;
  v_seq       bigint;
  v_seqs      jsonb := '{}'; -- the last event of each stream in this command: what a change in that version points to
  v_answer    jsonb;
  v_catalogue uuid;
  v_uploader  uuid;
  v_prior     jsonb;
begin
  -- A bar concerns every version of its catalogue; all locks are taken in one order, so that no two commands wait for each other.
  for v_lock in
    select id from catalogue_version where id in (select value::uuid from jsonb_array_elements_text(p_command -> 'lock'))
      or catalogue_id in (select v.catalogue_id from jsonb_array_elements(p_command -> 'changes') c join catalogue_version v on v.id = (c ->> 'version')::uuid
                          where c ->> 'op' = 'bar')
    order by id
  loop
    perform lock_version(v_lock);
  end loop;
  if p_command ? 'key' then
    v_prior := prior_answer(p_person, p_command ->> 'key');
    if v_prior is not null then
      return jsonb_build_object('prior', v_prior);
    end if;
  end if;
  if not still_so(p_command -> 'expect') then
    return jsonb_build_object('conflict', true);
  end if;

  for v_change in select * from jsonb_array_elements(p_command -> 'changes') loop
    if v_change ->> 'op' <> 'event' then
      if v_change ->> 'op' = 'confirmImport' then
        select uploaded_by into v_uploader from import where id = (v_change ->> 'import')::uuid;
      end if;
      perform apply_change(v_change, (v_seqs ->> (v_change ->> 'version'))::bigint, p_person, v_uploader);
      continue;
    end if;
    v_stream := (v_change ->> 'stream')::uuid;
    v_body := (v_change ->> 'body')::jsonb;
    perform demand_hand(v_stream, p_person, v_body);
    if v_answer is null then
      -- The system's steps go along with somebody's command, in its catalogue; only the clock begins with one.
      if p_person is not null and v_body ->> 'actor' is null then
        raise exception using errcode = 'MUI08', message = 'actor.notTheSession';
      elsif v_body ->> 'idempotencyKey' is distinct from p_command ->> 'key' then
        raise exception using errcode = 'MUI10', message = 'key.notWhatWasLogged';
      end if;
      select catalogue_id into v_catalogue from catalogue_version where id = v_stream;
      -- Where the stream will stand when this command is through: the ETag of the answer.
      v_seq := coalesce((select max(seq) from log_event where stream = v_stream), 0);
      v_answer := coalesce(p_command -> 'answer', '{}') || jsonb_build_object('seq', v_seq + 1, 'etag', v_seq + (
        select count(*) from jsonb_array_elements(p_command -> 'changes') c where c ->> 'op' = 'event' and c ->> 'stream' = v_stream::text));
      v_seq := log_append(v_stream, v_change ->> 'body', p_command ->> 'key', decode(p_command ->> 'requestHash', 'hex'), v_answer);
    else
      if not exists (select from catalogue_version where id = v_stream and catalogue_id = v_catalogue) then
        raise exception using errcode = 'MUI08', message = 'event.ofAnotherCatalogue';
      end if;
      v_seq := log_append(v_stream, v_change ->> 'body');
    end if;
    v_seqs := v_seqs || jsonb_build_object(v_stream::text, v_seq);
  end loop;
  return jsonb_build_object('answer', v_answer);
end $$;

create function commit_command(p_token text, p_command jsonb) returns jsonb
language plpgsql security definer set search_path = mulu, pg_temp set enable_seqscan = off set plan_cache_mode = force_generic_plan set jit = off as $$
declare v_person uuid := session_person(p_token);
begin
  if v_person is null then
    raise exception using errcode = 'MU401', message = 'session.absent';
  elsif p_command ->> 'key' is null then
    raise exception using errcode = 'MU428', message = 'precondition.idempotencyKey';
  end if;
  return commit_as(v_person, p_command);
end $$;
revoke execute on function commit_command(text, jsonb) from public;
grant execute on function commit_command(text, jsonb) to mulu_app;

-- Several commands that would wait for the same version's lock, one commit: [{token, command}]. Each of them is made whole or not at
-- all; what is looked at when a transaction ends is looked at after each, so that nobody falls because of another.
create function commit_commands(p_commands jsonb) returns jsonb
language plpgsql security definer set search_path = mulu, pg_temp set enable_seqscan = off set plan_cache_mode = force_generic_plan set jit = off as $$
declare
  v_one        jsonb;
  v_outcome    jsonb;
  v_outcomes   jsonb := '[]';
  v_code       text;
  v_message    text;
  v_constraint text;
begin
  for v_one in select value from jsonb_array_elements(p_commands) with ordinality order by ordinality loop
    begin
      v_outcome := commit_command(v_one ->> 'token', v_one -> 'command');
      set constraints all immediate;
      set constraints all deferred;
    exception when others then
      get stacked diagnostics v_code = returned_sqlstate, v_message = message_text, v_constraint = constraint_name;
      v_outcome := jsonb_build_object('error', jsonb_build_object('code', v_code, 'message', v_message, 'constraint', v_constraint));
    end;
    v_outcomes := v_outcomes || jsonb_build_array(v_outcome);
  end loop;
  return v_outcomes;
end $$;
revoke execute on function commit_commands(jsonb) from public;
grant execute on function commit_commands(jsonb) to mulu_app;

-- The clock's own door: a scheduled version whose time has come, and nothing else.
create function commit_due(p_version uuid, p_command jsonb) returns jsonb
language plpgsql security definer set search_path = mulu, pg_temp set enable_seqscan = off set plan_cache_mode = force_generic_plan set jit = off as $$
begin
  if lock_version(p_version) <> 'scheduled' or not exists (select from catalogue_version where id = p_version and publish_at <= clock_timestamp()) then
    return jsonb_build_object('conflict', true);
  end if;
  return commit_as(null, p_command);
end $$;
revoke execute on function commit_due(uuid, jsonb) from public;
grant execute on function commit_due(uuid, jsonb) to mulu_app;

-- What a compiler does beside the versions is remembered by the system chain: this word, of this person in this role, about just this.
create function demand_compiler(p_person uuid, p_organization uuid, p_body jsonb, p_word text, p_about jsonb, p_key text) returns void
language plpgsql set search_path = mulu, pg_temp as $$
begin
  if p_body ->> 'type' is distinct from p_word or p_body ->> 'idempotencyKey' is distinct from p_key or not coalesce(p_body -> 'facts' @> p_about, false) then
    raise exception using errcode = 'MUI08', message = 'event.notWhatIsDone';
  elsif (p_body ->> 'actor')::uuid is distinct from p_person or p_body -> 'roles' is distinct from '["compiler"]' then
    raise exception using errcode = 'MUI08', message = 'actor.notTheSession';
  elsif not exists (select from hands_at(p_organization, p_person) h
                    where h.role = 'compiler' and h.principal is not distinct from (p_body ->> 'onBehalfOf')::uuid) then
    raise exception using errcode = 'MU403', message = 'role.missing';
  end if;
end $$;

-- A catalogue is made by a compiler of its body.
create function catalogue_create(p_token text, p_id uuid, p_organization uuid, p_profile text, p_kind text, p_title text, p_body text,
  p_key text, p_request_hash bytea) returns jsonb
language plpgsql security definer set search_path = mulu, pg_temp as $$
declare
  v_person uuid := session_person(p_token);
  v_answer jsonb := jsonb_build_object('id', p_id);
  v_prior  jsonb;
  v_seq    bigint;
begin
  if v_person is null then
    raise exception using errcode = 'MU401', message = 'session.absent';
  elsif p_key is null then
    raise exception using errcode = 'MU428', message = 'precondition.idempotencyKey';
  end if;
  perform from log_stream where stream = '00000000-0000-0000-0000-000000000000' for update;
  v_prior := prior_answer(v_person, p_key);
  if v_prior is not null then
    return jsonb_build_object('prior', v_prior);
  end if;
  perform demand_compiler(v_person, p_organization, p_body::jsonb, 'catalogue.created',
    jsonb_build_object('catalogueId', p_id, 'organizationId', p_organization, 'profile', p_profile, 'kind', p_kind), p_key);
  v_seq := log_append('00000000-0000-0000-0000-000000000000', p_body, p_key, p_request_hash, v_answer);
  insert into catalogue (id, organization_id, profile_id, kind, title, created_seq) values (p_id, p_organization, p_profile, p_kind, p_title, v_seq);
  return jsonb_build_object('answer', v_answer);
end $$;
revoke execute on function catalogue_create(text, uuid, uuid, text, text, text, text, text, bytea) from public;
grant execute on function catalogue_create(text, uuid, uuid, text, text, text, text, text, bytea) to mulu_app;

-- A file was read for a draft. The reading waits here; the version knows nothing of it yet.
create function import_keep(p_token text, p_id uuid, p_version uuid, p_file_name text, p_file_hash bytea, p_reading jsonb, p_body text,
  p_key text, p_request_hash bytea, p_answer jsonb) returns jsonb
language plpgsql security definer set search_path = mulu, pg_temp as $$
declare
  v_person uuid := session_person(p_token);
  v_prior  jsonb;
begin
  if v_person is null then
    raise exception using errcode = 'MU401', message = 'session.absent';
  elsif p_key is null then
    raise exception using errcode = 'MU428', message = 'precondition.idempotencyKey';
  end if;
  perform from log_stream where stream = '00000000-0000-0000-0000-000000000000' for update;
  v_prior := prior_answer(v_person, p_key);
  if v_prior is not null then
    return jsonb_build_object('prior', v_prior);
  end if;
  perform demand_compiler(v_person, (select c.organization_id from catalogue_version v join catalogue c on c.id = v.catalogue_id where v.id = p_version),
    p_body::jsonb, 'import.read', jsonb_build_object('importId', p_id, 'versionId', p_version, 'fileHash', encode(p_file_hash, 'hex')), p_key);
  perform log_append('00000000-0000-0000-0000-000000000000', p_body, p_key, p_request_hash, p_answer);
  insert into import (id, version_id, uploaded_by, file_name, file_hash, reading) values (p_id, p_version, v_person, p_file_name, p_file_hash, p_reading);
  return jsonb_build_object('answer', p_answer);
end $$;
revoke execute on function import_keep(text, uuid, uuid, text, bytea, jsonb, text, text, bytea, jsonb) from public;
grant execute on function import_keep(text, uuid, uuid, text, bytea, jsonb, text, text, bytea, jsonb) to mulu_app;

insert into log_word (word, meaning) values
  ('catalogue.created', 'A body has a new catalogue'),
  ('import.read', 'A file was read for a draft; nothing of it is in the version yet'),
  ('import.confirmed', 'The items of a file that was read came into the draft'),
  ('hint.dismissed', 'Somebody says why a hint on a text does not matter');
