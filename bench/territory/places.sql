-- Bodies over the region tree, their people, and the offices and auditors above them. Of a smaller territory every so-and-so-many-th body.
create unlogged table territory.body as
with place as (
  select r.code, r.level, r.name, case r.level when 'autonomousRegion' then 60 when 'leagueCity' then 45
      else 29 + (row_number() over (partition by r.level order by r.code) <= 13)::int end as departments
  from mulu.region r where r.code like '15%'
), slot as (
  select p.*, d.k, d.above, d.below, row_number() over (order by p.code, d.k) as slot, count(*) over () as slots
  from place p join territory.department d on d.k <= p.departments
), chosen as (
  select s.*, row_number() over (order by s.slot)::int as n from slot s
  where s.slot * territory.number('bodies') / s.slots > (s.slot - 1) * territory.number('bodies') / s.slots
)
select c.n, c.code as region, c.level, c.name || case c.level when 'autonomousRegion' then c.above else c.below end as name,
  territory.id('body', c.n) as id, territory.id('catalogue', c.n) as catalogue,
  territory.id('compiler', c.n) as compiler, territory.id('officer', c.n) as officer, territory.id('assessor', c.n) as assessor,
  territory.id('leader', c.n) as leader,
  -- One body in twelve is not on the system any more: its people left.
  c.n % 12 <> 5 as manned,
  -- Where the newest version stands. Spread evenly, so that a small territory has every kind as well.
  (array['draft', 'published', 'confidentialityReview', 'published', 'departmentApproval', 'draft', 'published', 'riskAssessment', 'scheduled',
         'published', 'draft', 'confidentialityReview', 'published', 'takenDown', 'draft', 'before', 'confidentialityReview', 'published',
         'departmentApproval', 'discarded', 'published', 'riskAssessment', 'draft', 'before'])[1 + (c.n * 7) % 24] as fate
from chosen c;
alter table territory.body add primary key (n);
analyze territory.body;

insert into mulu.organization (id, name, kind, region_code) select id, name, 'department', region from territory.body;

create unlogged table territory.person as
select p.id, p.username, p.role, p.organization, p.region, p.until,
  (array['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴', '徐', '孙', '包', '白', '乌', '宝'])[1 + floor(territory.chance('surname', p.k) * 16)::int]
    || (array['建国', '秀英', '志强', '丽娜', '巴图', '其其格', '海燕', '永胜', '斯琴', '高娃', '文博', '晓东', '雪梅', '苏和', '娜仁', '国庆'])
         [1 + floor(territory.chance('given', p.k) * 16)::int] as name
from (
  select r.id, r.username || to_char(b.n, 'FM00000') as username, r.role, b.id as organization, null::text as region, b.n * 4 + r.k as k,
    case when not b.manned then territory.ago(1) end as until
  from territory.body b cross join lateral (values
    (0, b.compiler, 'compiler.', 'compiler'), (1, b.officer, 'officer.', 'confidentialityOfficer'),
    (2, b.assessor, 'assessor.', 'riskAssessor'), (3, b.leader, 'leader.', 'departmentLeader')) r (k, id, username, role)
  union all
  select territory.id('office', r.code::bigint), 'office.' || r.code, 'leadingGroupOffice', null, r.code, r.code::bigint * 4, null
  from mulu.region r where r.code like '15%'
  union all
  select territory.id('auditor', r.code::bigint), 'auditor.' || r.code, 'auditor', null, r.code, r.code::bigint * 4 + 1, null
  from mulu.region r where r.code like '15%00'
) p;

insert into mulu.account (id, username, display_name, salt, verifier, kdf, must_change_password, created_at)
select id, username, name, decode(current_setting('territory.salt'), 'hex'), decode(current_setting('territory.verifier'), 'hex'),
  current_setting('territory.kdf')::jsonb, false, territory.ago(500)
from territory.person;
insert into mulu.appointment (id, account_id, role, organization_id, region_code, starts_at, ends_at)
select territory.uuid('appointment ' || id), id, role, organization, region, territory.ago(500), until from territory.person;
