import { useWorld } from './defence.js';
import { sees } from './sabotage.js';
import type { MatterScenes } from './matters.world.js';
import type { Scenes } from './world.js';

const used = useWorld();
const of = (scene: keyof MatterScenes) => (scenes: Scenes) => `id = '${scenes.matters[scene]}'`;
const change = (scene: keyof MatterScenes, set: string) => (scenes: Scenes) => `update matter set ${set} where ${of(scene)(scenes)}`;
/** The last event of a matter says something else; its hash fits. */
const say =
  (scene: keyof MatterScenes, what: string, columns = '') =>
  (scenes: Scenes) =>
    `alter table log_event drop constraint log_event_hash_computed;
   update log_event set body = convert_to(jsonb_set(convert_from(body, 'UTF8')::jsonb, ${what})::text, 'UTF8')${columns}
   where (stream, seq) = (select stream, max(seq) from log_event where stream = '${scenes.matters[scene]}' group by stream)`;

const HANDS = 'I3 a step of a matter by somebody who might not take it';
const ELSEWHERE = 'I3 a matter outside the territory of its office, or of a body elsewhere';
const STANDS = 'I8 a matter that stands otherwise than its log says';
const TEXT = 'I8 a matter with another text than its log says';
const DEADLINE = 'I8 a deadline otherwise than the log says';
const DONE = 'I8 done on another day than the log says';
const BELOW = 'I8 something open below a task that was withdrawn, or cancelled below one that was not';
const BELONGS = 'I8 a matter below one that it does not belong to';
const ABOUT = 'I9 a deadline that changed, or a text, by a step that is not about it';
const CLOCK = 'I9 a step of the clock before its time, or twice';
const DAYS = 'I9 done on a day that had not come, or without a publication';

it.each<[string, string, (scenes: Scenes) => string]>([
  ['a state that no event says', STANDS, change('owed', `state = 'exempted'`)],
  ['a pointer to another event', STANDS, change('exempted', `state_seq = 1`)],
  ['another region than was said', STANDS, change('owedByCity', `office_region = '150100'`)],
  ['another body than was said', STANDS, change('owed', `organization_id = (select id from organization where name = '山西省教育厅')`)],
  ['another beginning', STANDS, change('task', `opened_at = '2020-01-01'`)],
  ['another day to count publications from', STANDS, change('doable', `since = '2020-01-01'`)],
  ['another title', TEXT, change('task', `title = 'x'`)],
  ['another text', TEXT, change('task', `text_hash = (select hash from content_blob where hash <> text_hash limit 1)`)],
  ['another deadline', DEADLINE, change('owed', `due_on = '2099-12-31'`)],
  ['another rule', DEADLINE, change('owed', `due_rule = '{"kind": "FIXED", "dueOn": "2099-12-31"}'`)],
  ['a reminder that nobody gave', DEADLINE, change('owed', `reminded_for = due_on`)],
  ['somebody told of nothing', DEADLINE, change('owed', `escalated_for = due_on`)],
  ['another day of doing', DONE, change('outside', `done_on = '2026-01-01'`)],
  ['an obligation that is open again below a task that is not', BELOW, change('cancelled', `state = 'open'`)],
  ['an obligation cancelled although its task goes on', BELOW, change('owed', `state = 'withdrawn'`)],
  ['an obligation of another task', BELONGS, (s) => `update matter set parent_id = '${s.matters.asking}' where ${of('owed')(s)}`],
  ['a notice about another body', BELONGS, (s) => `update matter set parent_id = '${s.matters.owedByCity}' where ${of('notice')(s)}`],
  [
    'an obligation that came later than its task',
    BELONGS,
    (s) => `update log_event set at = at + interval '1 hour' where stream = '${s.matters.cancelled}' and seq = 1`,
  ],
  ['a body in another region', ELSEWHERE, change('owed', `region_code = '150102'`)],
  ['an office of another territory', ELSEWHERE, change('owed', `office_region = '140000'`)],
  [
    'a step by somebody who held nothing',
    HANDS,
    (s) => `update log_event set actor_id = '${used.world.desk.officer.id}' where stream = '${s.matters.exempted}' and seq = 2`,
  ],
  ['a step in a capacity that may not take it', HANDS, say('exempted', `'{roles}', '["coveringOffice"]'`)],
  ['a step of a person by the clock', HANDS, say('exempted', `'{roles}', '[]'`, ', actor_id = null')],
  ['a step of the clock by a person', HANDS, say('done', `'{roles}', '["compiler"]'`)],
  ['a deadline that came with an exemption', ABOUT, say('exempted', `'{facts,dueOn}', '"2099-12-31"'`)],
  [
    'a text that came with an exemption',
    ABOUT,
    (s) => `update log_event set content_hash = reason_hash where stream = '${s.matters.exempted}' and seq = 2`,
  ],
  [
    'a deadline passed before its day',
    CLOCK,
    (s) => `update log_event set type = 'fallOverdue' where stream = '${s.matters.exempted}' and seq = 2`,
  ],
  ['done without a publication', DAYS, say('done', `'{facts,doneOn}', '"2024-10-01"'`)],
  ['done on no day', DAYS, say('done', `'{facts,doneOn}', 'null'`)],
  ['done on a day that had not come', DAYS, say('outside', `'{facts,doneOn}', '"2099-01-01"'`)],
  ['an answer of another day', DAYS, say('answered', `'{facts,doneOn}', '"2026-01-01"'`)],
  ['a broken chain', 'I7 a broken chain', (s) => `delete from log_event where stream = '${s.matters.exempted}' and seq = 1`],
  [
    'a step that starts elsewhere',
    'I9 a step that no lifecycle has, or that starts elsewhere',
    (s) => `update log_event set from_state = 'overdue' where stream = '${s.matters.exempted}' and seq = 2`,
  ],
])('sees %s', (_, expected, sabotage) => sees(used, expected, sabotage));
