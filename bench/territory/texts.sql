-- Of some bodies: what their items say, through all versions. An item keeps its text until a version changes it: the second one ninth of the items,
-- the third another ninth.
create temp table said on commit drop as
select b.n, i.i, g.g, territory.id('item', b.n * 1000 + i.i) as item, territory.id('revision', (b.n * 1000 + i.i) * 4 + g.g) as revision,
  t.k, t.category, own.name, t.bytes, sha256(convert_to(t.bytes, 'UTF8')) as hash
from territory.body b cross join generate_series(0, territory.number('items') - 1) i (i)
cross join generate_series(1, 3) g (g)
cross join lateral (select b.name || '第' || (i.i + 1) || '项' || case when g.g > 1 then '（第' || g.g || '版）' else '' end as name) own
-- One item in five is 其他公开, whose risk must be assessed: the templates with odd numbers.
cross join lateral (
  select t.k, t.category, replace(t.bytes, '〔〕', own.name) as bytes from territory.template t
  where t.k = 2 * ((b.n + i.i) % (territory.number('templates') / 2)) + (i.i % 10 in (2, 3))::int) t
where b.n >= territory.number('from') and b.n < territory.number('until') and (g.g = 1 or i.i % 9 = g.g);
create index on said (n, i);
analyze said (n, i, g, item);

insert into mulu.content_blob (hash, bytes) select hash, convert_to(bytes, 'UTF8') from said;
insert into mulu.item (id, catalogue_id) select s.item, b.catalogue from said s join territory.body b on b.n = s.n where s.g = 1;

-- The rows of the versions: the text that each has, the one that it came with, and the numbers of the decisions on it: the first for what is carried
-- over, then two for each round. What is carried over rests on the last decision that somebody took.
create temp table entry on commit drop as
select v.n, v.g, s.i, v.id as version, v.state as version_state, v.last, v.reached, v.opened, v.ended, b.compiler, b.officer, b.assessor,
  s.item, s.revision, s.hash, s.k, s.name, s.g as text, s.g = v.g as changed, came.revision as came_revision, came.hash as came_hash,
  s.category = 'OTHER' as other, s.i % 20 = 7 as withheld, ((v.n * 3 + v.g - 1) * d.items + s.i) * d.width + 1 as decision,
  case when v.g > 1 then ((v.n * 3 + v.g - 2 - (v.g = 3 and s.i % 9 <> 2 and territory.number('rounds') = 1)::int) * d.items + s.i) * d.width + d.width - 1
    end as rests_on
from territory.version v join territory.body b on b.n = v.n
cross join (select territory.number('items')::bigint as items, 2 * territory.number('rounds') + 1 as width) d
join lateral (select distinct on (t.i) t.* from said t where t.n = v.n and t.g <= v.g order by t.i, t.g desc) s on true
left join lateral (select c.revision, c.hash from said c where c.n = v.n and c.i = s.i and c.g < v.g order by c.g desc limit 1) came on true
where v.n >= territory.number('from') and v.n < territory.number('until');
analyze entry (n, g, version, item);
