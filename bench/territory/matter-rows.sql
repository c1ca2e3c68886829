-- The rows that the steps of task and obligations lead to.
insert into mulu.matter (id, machine_id, purpose, region_code, office_region, number, title, text_hash, state, state_seq, opened_at)
select p.stream, 'compilationTask', 'publishCatalogue', '150000', '150000', t.said ->> 'number', t.said ->> 'title', p.hash, 'issued', 1, p.at
from pending p cross join (select current_setting('territory.task')::jsonb as said) t where p.machine_id = 'compilationTask';

insert into mulu.matter (id, machine_id, purpose, organization_id, region_code, office_region, parent_id, since, due_on, due_rule, done_on, reminded_for,
  escalated_for, state, state_seq, opened_at)
select d.id, 'obligation', 'publishCatalogue', d.body, d.region, '150000', territory.id('task', 1), territory.today() - 120, s.due_on,
  jsonb_build_object('kind', 'FIXED', 'dueOn', s.due_on), s.done_on, s.reminded_for, s.escalated_for, s.state, s.seq, territory.ago(120)
from duty d
join (
  select m.stream, max(m.seq) as seq, (array_agg(m.to_state order by m.seq desc))[1] as state, max(m.due_on) as due_on,
    (array_agg(m.done_on order by m.seq desc) filter (where m.type in ('fulfil', 'recordOutside', 'lapse')))[1] as done_on,
    max(m.due_now) filter (where m.type = 'remind') as reminded_for, max(m.due_now) filter (where m.type = 'escalate') as escalated_for
  from (select p.*, max(p.due_on) over (partition by p.stream order by p.seq) as due_now from pending p) m
  group by m.stream) s on s.stream = d.id;
