import type { Change } from '../../../src/commands/changes.js';
import { command, versionStep } from '../../factories/versions.js';
import { asOwner, behind, bytes, copyOf, id, lie, shows, TAKEN, type Attack } from '../attack.js';

/** I4: bars hide at once, and what is public is made of what was signed. */
export const UNHIDDEN: readonly Attack[] = [
  lie(
    'a compiler suspends',
    'MUI03 role.mayNotSayThis',
    (w) => w.desk.compiler,
    ({ desk, scenes: { shown } }) => desk.suspension(shown.id, 'published', shown.items.public!, desk.compiler),
  ),
  lie(
    'a bar on another item than was named',
    'MUI05 bar.withoutEvent',
    (w) => w.desk.leader,
    ({ desk, scenes: { shown } }) => [
      desk.suspension(shown.id, 'published', shown.items.public!)[0]!,
      { op: 'bar', version: shown.id, item: shown.items.kept!.id, hash: shown.items.kept!.hash },
    ],
  ),
  lie(
    'a bar on a text that is not shown',
    'MUI05 bar.withoutEvent',
    (w) => w.desk.leader,
    ({ desk, scenes: { shown } }) => desk.suspension(shown.id, 'published', shown.items.withheld!),
  ),
  lie(
    'a suspension that bars nothing',
    'MUI05 bar.missing',
    (w) => w.desk.leader,
    ({ desk, scenes: { shown } }) => desk.suspension(shown.id, 'published', shown.items.public!).slice(0, 2),
  ),
  lie(
    'a take-down of all texts that forgets one',
    'MUI05 bar.missing',
    (w) => w.desk.leader,
    ({ desk, scenes: { shown } }) => [
      ...versionStep(shown.id, 'published', 'takeDown', 'takenDown', desk.leader, { texts: 'all' }),
      { op: 'bar', version: shown.id, item: shown.items.public!.id, hash: shown.items.public!.hash },
    ],
  ),
  shows(
    'a bar’s time is the database’s own',
    (w) => w.desk.leader,
    ({ desk, scenes: { shown } }) => desk.suspension(shown.id, 'published', shown.items.public!),
    ({ scenes: { shown } }) => `(select at > now() from bar where item_id = ${id(shown.items.public!.id)})`,
  ),
  asOwner(
    'a bar out of nowhere',
    'MUI05 bar.withoutEvent',
    ({ scenes: { shown } }) =>
      `insert into bar values (${id(shown.items.public!.id)}, ${bytes(shown.items.public!.hash)}, now() - interval '1 day', ${id(shown.id)}, 1)`,
  ),
  asOwner('lifting a bar', 'MUI05 DELETE of bar', () => `delete from bar`),
  asOwner('moving a bar', 'MUI05 UPDATE of bar', () => `update bar set at = now()`),
  asOwner('lifting all bars', 'MUI05 TRUNCATE of bar', () => `truncate bar`),

  asOwner('a publication without its event', 'MUI04 publication.withoutEvent', ({ scenes: { ready } }) =>
    copyOf('publication', { version_id: id(ready.id) }),
  ),
  behind(
    'catalogue_version',
    'two versions in force',
    '23505 catalogue_version_one_published',
    ({ scenes: { revised } }) => `update catalogue_version set state = 'published' where id = ${id(revised.id)}`,
  ),
  behind(
    'catalogue_version',
    'two open versions',
    '23505 catalogue_version_one_open',
    ({ scenes: { shown } }) => `update catalogue_version set state = 'draft' where id = ${id(shown.id)}`,
  ),
  behind(
    'publication_item',
    'a publication of an item that no decision released',
    '23503 publication_item_decision_id_fkey',
    () => `update publication_item set decision_id = 1000000`,
  ),
  behind('publication_item', 'an item twice in a publication', '23505 publication_item_pkey', () => copyOf('publication_item', {})),
  behind('publication_item', 'public items without a publication', '23503 publication_item_version_id_fkey', ({ scenes: { ready } }) =>
    copyOf('publication_item', { version_id: id(ready.id) }),
  ),
  asOwner('an unsigned version published by its owner', 'MUI04 publication.refused', ({ scenes: { ready }, desk }) => {
    const [said] = versionStep(ready.id, 'departmentApproval', 'approve', 'published', desk.leader) as [Extract<Change, { op: 'event' }>];
    return `alter table decision disable trigger user; update decision set voided_seq = seq where version_id = ${id(ready.id)};
      select log_append(${id(ready.id)}, '${said.body}');
      update catalogue_version set state = 'published', state_seq = (select max(seq) from log_event where stream = ${id(ready.id)}) where id = ${id(ready.id)}`;
  }),
  {
    what: 'what is published is written down in the chain of the system',
    refused: TAKEN,
    run: async ({ app, desk, scenes: { ready } }) => {
      await app.query('select commit_command($1, $2)', [desk.leader.token, JSON.stringify(command(await desk.approval(ready.id)))]);
      await app.query('set constraints all immediate');
      const { rows } = await app.query('select from publication_record where version_id = $1', [ready.id]);
      if (rows.length !== 1) throw new Error('nothing of it is written down');
    },
  },
  shows(
    'what is published is made of what was signed',
    (w) => w.desk.leader,
    ({ desk, scenes: { ready } }) => desk.approval(ready.id),
    ({
      scenes: { ready },
    }) => `(select count(*) = 2 and bool_and(not public_content ? 'responsibleOffice') and bool_and(public_content ? 'path') from publication_item where version_id = ${id(ready.id)})
      and exists (select from publication where version_id = ${id(ready.id)})`,
  ),
];
