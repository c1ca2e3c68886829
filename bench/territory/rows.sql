-- The rows that the steps lead to.
insert into mulu.catalogue_version (id, catalogue_id, number, state, state_seq, profile_id, profile_version, predecessor_id, publish_at, opened_at)
select v.id, b.catalogue, v.g, v.state, s.seq, 'NM-2024', territory.number('profile'), before.id, v.publish_at, v.opened
from territory.version v join territory.body b on b.n = v.n
join (select stream, max(seq) as seq from pending where machine_id = 'catalogueVersion' group by stream) s on s.stream = v.id
left join territory.version before on before.n = v.n and before.g = v.g - 1
where v.n >= territory.number('from') and v.n < territory.number('until');

insert into mulu.participation (version_id, seq, kind, person_id)
select p.stream, p.seq, case p.type when 'submit' then 'submitted' else 'approved' end, p.actor from pending p
where p.machine_id = 'catalogueVersion' and p.type in ('submit', 'approve');

insert into mulu.revision (id, item_id, ordinal, version_id, seq, content_hash, category, author_id, created_at, findings)
select s.revision, s.item, row_number() over (partition by s.item order by s.g), v.id, coalesce(p.seq, 1), s.hash, s.category, b.compiler,
  coalesce(p.at, v.opened), t.findings
from said s join territory.version v on v.n = s.n and v.g = s.g join territory.body b on b.n = s.n join territory.template t on t.k = s.k
left join pending p on p.stream = v.id and p.item = s.item and p.type = case s.g when 1 then 'create' else 'edit' end;

-- Without the items' own steps their rows rest on the first of the version: enough to count by, not enough to audit.
insert into mulu.version_item (version_id, item_id, position, label, state, state_seq, revision_id, content_hash)
select e.version, e.item, e.i + 1, (e.i + 1)::text, coalesce(p.to_state, 'drafting'), coalesce(p.seq, 1), e.revision, e.hash
from entry e
left join (select distinct on (stream, item) stream, item, to_state, seq from pending where item is not null order by stream, item, seq desc) p
  on p.stream = e.version and p.item = e.item;

insert into mulu.decision (id, version_id, item_id, revision_id, content_hash, seq, kind, step, decided_by, at, ground, level, rests_on, detail_hash, voided_seq)
overriding system value
select p.decision, p.stream, p.item, p.revision, p.hash, p.seq, p.type, p.step, p.actor, p.at, case p.type when 'withhold' then 'ART15_PRIVACY' end,
  case p.type when 'acceptRisk' then 'LOW' end, p.rests_on,
  case when p.reason then sha256(convert_to(current_setting('territory.reason'), 'UTF8')) end, void.seq
from pending p
left join (select stream, item, round, seq from pending where type = 'reopen') void
  on void.stream = p.stream and void.item = p.item and void.round = greatest(p.round + 1, 2)
where p.decision is not null;

-- What is public: the items that were released, each by the decision that somebody took on its text.
create temp table shown on commit drop as
select e.version, e.item, e.i + 1 as position, e.revision, e.hash, e.g, e.n,
  case when e.changed or territory.number('rounds') > 1 then e.decision + 2 * territory.number('rounds') - 1 else e.rests_on end as decision,
  replace(t.shown, '〔〕', e.name) as content
from entry e join territory.template t on t.k = e.k
where e.version_state in ('published', 'revised', 'takenDown') and not e.withheld and current_setting('territory.item_steps')::boolean;

insert into mulu.publication_item (version_id, item_id, position, revision_id, content_hash, decision_id, public_content)
select version, item, position, revision, hash, decision, content::jsonb from shown;

create temp table listed on commit drop as
select version, string_agg('{"id": "' || item || '", ' || substr(content, 2), ',' order by position, item) as items from shown group by version;
analyze listed (version);
insert into mulu.publication (version_id, catalogue_id, seq, published_at, document)
select v.id, b.catalogue, p.seq, p.at, convert_to(left(json_build_object('id', b.catalogue, 'title', b.name || '主动公开事项目录',
    'organization', json_build_object('id', b.id, 'name', b.name, 'regionCode', b.region), 'version', v.g,
    'publishedAt', to_char(p.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))::text, -1)
  || ', "items" : [' || coalesce(i.items, '') || ']}', 'UTF8')
from pending p join territory.version v on v.id = p.stream join territory.body b on b.n = v.n
left join listed i on i.version = v.id
where p.machine_id = 'catalogueVersion' and p.type = 'approve' and p.to_state = 'published';

insert into mulu.bar (item_id, content_hash, at, version_id, seq)
select s.item, s.hash, p.at, p.stream, p.seq from pending p join shown s on s.version = p.stream where p.type = 'takeDown';
