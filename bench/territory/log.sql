-- What is pending becomes the log: the bodies in canonical JSON, and the chains over them.
insert into mulu.log_event (stream, seq, prev, at, header, body, hash, type, actor_id, item_id, machine_id, machine_version, from_state, to_state, revision_id,
  content_hash, reason_hash)
select c.stream, c.seq, c.prev, c.at, convert_to(c.opening || encode(c.prev, 'hex') || c.told_at, 'UTF8'), c.body, c.hash, c.type, c.actor, c.item,
  c.machine_id, '0', nullif(c.from_state, ''), c.to_state, c.revision, c.content_hash, c.reason_hash
from (
  select l.*, lag(l.hash, 1, '\x0000000000000000000000000000000000000000000000000000000000000000') over (partition by l.stream order by l.seq) as prev
  from (
    select b.*, territory.chain(b.opening, b.told_at, b.body) over (partition by b.stream order by b.seq) as hash
    from (
      select p.stream, p.seq, p.at, p.type, p.actor, p.item, p.machine_id, p.from_state, p.to_state, p.revision, p.hash as content_hash,
        case when p.reason then w.hash end as reason_hash, 'v=1;stream=' || p.stream || ';seq=' || p.seq || ';prev=' as opening,
        to_char(p.at at time zone 'UTC', '";at="YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as told_at,
        convert_to('{"actor":' || coalesce('"' || p.actor || '"', 'null') || coalesce(',"contentHash":"' || encode(p.hash, 'hex') || '"', '')
          || ',"eventId":"' || territory.uuid(p.stream || '/' || p.seq) || '","facts":{' || coalesce(p.before || ',', '') || '"guards":' || s.guards
          || coalesce(',' || p.after, '') || '},"from":' || coalesce('"' || nullif(p.from_state, '') || '"', 'null')
          || coalesce(',"itemId":"' || p.item || '"', '') || ',"machine":' || s.machine || ',"onBehalfOf":null'
          || case when p.reason then ',"reasonHash":"' || encode(w.hash, 'hex') || '"' else '' end
          || coalesce(',"revisionId":"' || p.revision || '"', '') || ',"roles":[' || coalesce('"' || p.role || '"', '') || '],"to":"' || p.to_state
          || '","type":"' || p.type || '","v":1}', 'UTF8') as body
      from pending p
      -- A step that no lifecycle has would have no body, which the log refuses.
      left join territory.step s on s.machine_id = p.machine_id and s.from_state = p.from_state and s.type = p.type and s.to_state = p.to_state
      cross join (select sha256(convert_to(current_setting('territory.reason'), 'UTF8')) as hash) w) b) l) c;
