import { randomUUID } from 'node:crypto';
import type { Change } from '../../../src/commands/changes.js';
import { event, versionStep } from '../../factories/versions.js';
import { CHECKPOINTS } from './I7.checkpoints.js';
import { asApp, asOwner, behind, copyOf, id, lie, shows, type Attack } from '../attack.js';

const SYSTEM = id('00000000-0000-0000-0000-000000000000');

/** I7: the log only grows, and its numbers, times and hashes are the database's own. */
export const I7: readonly Attack[] = [
  ...CHECKPOINTS,
  asApp('writing the log by hand', '42501', () => `insert into log_event (stream, body) values (${SYSTEM}, '{}')`),
  asApp('writing the log through the owner’s function', '42501', () => `select log_append(${SYSTEM}, '{}')`),
  asApp('rewriting the log', '42501', () => `update log_event set body = 'x'`),
  asApp('forgetting the log', '42501', () => `delete from log_event`),
  asApp('emptying the log', '42501', () => `truncate log_event`),
  asApp('inventing a word', '42501', () => `insert into log_word values ('item.signed', 'x')`),
  asOwner('rewriting the log', 'MUI07 UPDATE of log_event', () => `update log_event set answer = null`),
  asOwner('forgetting the log', 'MUI07 DELETE of log_event', () => `delete from log_event where seq = 1`),
  asOwner('emptying the log', 'MUI07 TRUNCATE of log_event', () => `truncate log_event cascade`),
  asOwner(
    'an event of a chain that does not exist',
    'MUI07 log.noSuchStream',
    () => `insert into log_event (stream, body) values (gen_random_uuid(), '{"type":"submit"}')`,
  ),
  asOwner(
    'an event when the chain has lost its head',
    'MUI07 log.noSuchStream',
    () => `delete from log_stream; select log_append(${SYSTEM}, '{"type":"submit"}')`,
  ),
  asOwner('a word that was never registered', '23503 log_event_type_fkey', () => `select log_append(${SYSTEM}, '{"type":"item.signed"}')`),
  asOwner('a word written otherwise', '23514 log_word_word_check', () => `insert into log_word values ('Item Signed', 'x')`),
  asOwner('a word twice', '23505 log_word_pkey', () => copyOf('log_word', {})),
  asOwner('two heads of a chain', '23505 log_stream_pkey', () => copyOf('log_stream', {})),
  asOwner(
    'reasons that nobody stored',
    '23503 log_event_reason_hash_fkey',
    () => `select log_append(${SYSTEM}, '{"type":"submit","reasonHash":"${'00'.repeat(32)}"}')`,
  ),
  asOwner(
    'an event too long',
    '23514 log_event_body_check',
    () => `select log_append(${SYSTEM}, '{"type":"submit","x":"' || repeat('x', 1048576) || '"}')`,
  ),
  behind('log_event', 'an event twice', '23505 log_event_pkey', () => copyOf('log_event', {})),
  behind('log_event', 'a number below one', '23514 log_event_seq_check', () => copyOf('log_event', { seq: '0' })),
  behind('log_event', 'a predecessor that is no hash', '23514 log_event_prev_check', () =>
    copyOf('log_event', { seq: '1000000', prev: `'\\x00'::bytea` }),
  ),
  behind(
    'log_event',
    'a body that does not give the hash',
    '23514 log_event_hash_computed',
    () => `update log_event set body = convert_to('{"type":"submit"}', 'UTF8')`,
  ),
  {
    what: 'an event that claims its own number, time and hash',
    refused: 'taken',
    run: async ({ admin }) => {
      const { rows } = await admin.query(
        `with head as (select seq, hash from log_event where stream = ${SYSTEM} order by seq desc limit 1),
           added as (insert into log_event (stream, seq, prev, at, header, body, hash, type, actor_id)
             values (${SYSTEM}, 999999, sha256('x'), '2000-01-01', 'x', '{"type":"submit","actor":"${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}"}', sha256('x'), 'approve', null) returning *)
         select added.seq = head.seq + 1 and added.prev = head.hash and added.at > now() - interval '1 day' and added.type = 'submit' and added.actor_id is not null
           and added.hash = sha256(added.header || sha256(added.body)) as so from added, head`,
      );
      if (rows[0]?.so !== true) throw new Error('the log believed it');
    },
  },
  shows(
    'each event follows the one before',
    (w) => w.desk.compiler,
    ({ desk, scenes: { draft } }) => [event(draft.id, 'hint.dismissed', desk.compiler), event(draft.id, 'hint.dismissed', desk.compiler)],
    ({ scenes: { draft } }) => `(select bool_and(seq = expected and prev = before) from (
      select seq, prev, row_number() over w as expected, coalesce(lag(hash) over w, decode(repeat('00', 32), 'hex')) as before
      from log_event where stream = ${id(draft.id)} window w as (order by seq)) chain)`,
  ),
  ...[
    [
      'a catalogue made under another word',
      'session.opened',
      (organization: string, catalogue: string) => ({ catalogueId: catalogue, organizationId: organization, profile: 'SX-CZ', kind: 'k' }),
    ],
    [
      'another catalogue than was logged',
      'catalogue.created',
      (organization: string) => ({ catalogueId: organization, organizationId: organization, profile: 'SX-CZ', kind: 'k' }),
    ],
  ].map(([what, word, facts]): Attack => ({
    what: what as string,
    refused: 'MUI08 event.notWhatIsDone',
    run: ({ app, desk }) => {
      const catalogue = randomUUID();
      const said = event('', word as string, desk.compiler, {
        facts: (facts as (o: string, c: string) => object)(desk.body, catalogue) as Record<string, unknown>,
        idempotencyKey: 'k',
      });
      return app.query(`select catalogue_create($1, $2, $3, 'SX-CZ', 'k', 't', $4, 'k', sha256('x'))`, [
        desk.compiler.token,
        catalogue,
        desk.body,
        said.body,
      ]);
    },
  })),
  lie(
    'an event for the version of another catalogue',
    'MUI08 event.ofAnotherCatalogue',
    (w) => w.desk.compiler,
    ({ desk, scenes: { draft, next } }): Change[] => [
      event(draft.id, 'hint.dismissed', desk.compiler),
      ...versionStep(next.id, 'draft', 'textBarred', 'draft', null),
    ],
  ),
];
