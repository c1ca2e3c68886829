import { command, versionStep } from '../../factories/versions.js';
import { asApp, lie, type Attack } from '../attack.js';

/** I4: who approves, and when the clock releases. */
export const UNAPPROVED: readonly Attack[] = [
  asApp('publishing by hand', '42501', () => `update catalogue_version set state = 'published'`),
  asApp('adding to what is public', '42501', () => `insert into publication_item default values`),
  lie(
    'publishing a text that was barred meanwhile',
    'MUI04 publication.refused',
    (w) => w.desk.leader,
    async ({ desk, scenes: { shown, next } }) => {
      await desk.send(desk.leader, desk.suspension(shown.id, 'published', shown.items.public!));
      await desk.submit(next.id);
      await desk.clearAll(next.id);
      await desk.send(desk.officer, desk.conclusion(next.id));
      return desk.approval(next.id, shown.id);
    },
  ),
  lie(
    'approving as an officer',
    'MUI03 role.mayNotSayThis',
    (w) => w.desk.officer2,
    ({ desk, scenes: { ready } }) => desk.approval(ready.id, null, desk.officer2),
  ),
  lie(
    'approving as the compiler',
    'MUI03 role.mayNotSayThis',
    (w) => w.desk.compiler,
    ({ desk, scenes: { ready } }) => desk.approval(ready.id, null, desk.compiler),
  ),
  lie(
    'approving in the name of the leader',
    'MUI08 actor.notTheSession',
    (w) => w.desk.compiler,
    ({ desk, scenes: { ready } }) => desk.approval(ready.id),
  ),
  lie(
    'releasing as a person',
    'MUI08 actor.notTheSession',
    (w) => w.desk.leader,
    ({ scenes: { scheduled } }) => versionStep(scheduled.id, 'scheduled', 'release', 'published', null),
  ),
  {
    what: 'the clock releases before the hour',
    refused: 'MUI09 release.notDue',
    run: ({ admin, scenes: { scheduled } }) =>
      admin.query('select commit_as(null, $1)', [
        JSON.stringify({ lock: [], expect: [], changes: versionStep(scheduled.id, 'scheduled', 'release', 'published', null) }),
      ]),
  },
  {
    what: 'the clock’s door takes nothing that is not due',
    refused: 'taken',
    run: async ({ app, scenes: { scheduled } }) => {
      const { rows } = await app.query('select commit_due($1, $2) as outcome', [
        scheduled.id,
        JSON.stringify(command(versionStep(scheduled.id, 'scheduled', 'release', 'published', null))),
      ]);
      if (rows[0].outcome.conflict !== true) throw new Error('it was taken');
    },
  },
  {
    what: 'a release into another version’s log through the clock’s door',
    refused: 'MUI08 event.ofAnotherVersion',
    run: ({ app, scenes: { ready, scheduled } }) =>
      app.query('select commit_due($1, $2)', [
        scheduled.id,
        JSON.stringify(command(versionStep(ready.id, 'scheduled', 'release', 'published', null))),
      ]),
  },
  {
    what: 'a person’s word through the clock’s door',
    refused: 'MUI08 actor.notTheSession',
    run: ({ admin, desk, scenes: { ready } }) =>
      admin.query('select commit_as(null, $1)', [JSON.stringify(command(desk.approval(ready.id)))]),
  },
  {
    what: 'a lie among honest commands',
    refused: 'taken',
    run: async ({ app, desk, scenes: { ready, scheduled } }) => {
      const commands = [
        { token: desk.officer2.token, command: command(desk.approval(ready.id, null, desk.officer2)) },
        { token: desk.leader.token, command: command(versionStep(scheduled.id, 'scheduled', 'return', 'draft', desk.leader)) },
      ];
      const { rows } = await app.query('select commit_commands($1) as outcomes', [JSON.stringify(commands)]);
      const [lied, honest] = rows[0].outcomes;
      if (lied.error?.code !== 'MUI03' || honest.answer?.seq === undefined || (await desk.state(ready.id)) !== 'departmentApproval')
        throw new Error(JSON.stringify(rows[0].outcomes));
    },
  },
  ...(['repeatable read', 'serializable'] as const).flatMap((level): Attack[] => [
    {
      what: `approving under ${level}, where locks show the past`,
      refused: 'MUI04 transaction.notReadCommitted',
      run: async ({ app, desk, scenes: { ready } }) => {
        await app.query(`set transaction isolation level ${level}`);
        await app.query('select commit_command($1, $2)', [desk.leader.token, JSON.stringify(command(desk.approval(ready.id)))]);
      },
    },
  ]),
];
