import { randomUUID } from 'node:crypto';
import type { Change } from '../../../src/commands/changes.js';
import { decision, rewrite, text } from '../../factories/versions.js';
import { asApp, asOwner, behind, bytes, copyOf, id, lie, shows, type Attack } from '../attack.js';

const said = text('an honest text');
const other = text('another text');
const replace = (changes: Change[], op: string, part: object): Change[] =>
  changes.map((change) => (change.op === op ? ({ ...change, ...part } as Change) : change));

/** I1: the bytes of a text never change, and a text is what its own event brought. */
export const I1: readonly Attack[] = [
  asApp('rewriting a text', '42501', () => `update content_blob set bytes = 'x'`),
  asApp('emptying a text', '42501', () => `update content_blob set bytes = null`),
  asApp('storing a text by hand', '42501', () => `insert into content_blob values (sha256('x'), 'x')`),
  asApp('giving an item another text', '42501', () => `update revision set content_hash = sha256('x')`),
  asOwner('rewriting a text', 'MUI01 UPDATE of content_blob', () => `update content_blob set bytes = 'x'`),
  asOwner('emptying a text', 'MUI01 UPDATE of content_blob', () => `update content_blob set bytes = null`),
  asOwner('deleting a text', 'MUI01 DELETE of content_blob', () => `delete from content_blob`),
  asOwner('emptying the texts', 'MUI01 TRUNCATE of content_blob', () => `truncate content_blob cascade`),
  asOwner('bytes under another hash', '23514 content_blob_bytes_match', () => `insert into content_blob values (sha256('x'), 'y')`),
  asOwner('a short hash', '23514 content_blob_hash_check', () => `insert into content_blob values ('\\x00', null)`),
  asOwner('a text twice', '23505 content_blob_pkey', () => copyOf('content_blob', {})),
  asOwner('rewriting a revision', 'MUI05 UPDATE of revision', () => `update revision set ordinal = ordinal + 1000`),
  asOwner('deleting a revision', 'MUI05 DELETE of revision', () => `delete from revision`),
  asOwner('emptying the revisions', 'MUI05 TRUNCATE of revision', () => `truncate revision cascade`),

  lie(
    'a text whose bytes are not those that were logged',
    'MUI01 text.notOfThisEvent',
    (w) => w.desk.compiler,
    ({ scenes: { draft }, desk }) => replace(rewrite(draft.id, draft.items.one!, desk.compiler, said), 'revision', { text: other.bytes }),
  ),
  lie(
    'a text under another id than was logged',
    'MUI01 text.notOfThisEvent',
    (w) => w.desk.compiler,
    ({ scenes: { draft }, desk }) => replace(rewrite(draft.id, draft.items.one!, desk.compiler, said), 'revision', { id: randomUUID() }),
  ),
  lie(
    'a text for another item than was logged',
    'MUI01 text.notOfThisEvent',
    (w) => w.desk.compiler,
    ({ scenes: { draft }, desk }) =>
      replace(rewrite(draft.id, draft.items.one!, desk.compiler, said), 'revision', { item: draft.items.two!.id }),
  ),
  lie(
    'a text brought by a decision',
    'MUI01 text.notOfThisEvent',
    (w) => w.desk.officer,
    ({ scenes: { review }, desk }) => {
      const item = { ...review.items.awaiting!, revision: randomUUID(), hash: said.hash };
      const [store, event, ...rest] = decision(review.id, item, 'clear', 'releasable', desk.officer) as [Change, Change, ...Change[]];
      return [
        store,
        event,
        { op: 'revision', version: review.id, item: item.id, id: item.revision, text: said.bytes, findings: {} },
        ...rest,
      ];
    },
  ),
  lie(
    'an earlier text put back by a decision',
    'MUI01 text.notOfThisEvent',
    (w) => w.desk.officer2,
    async ({ scenes: { second }, desk, app }) => {
      const past = (
        await app.query(`select id as revision, encode(content_hash, 'hex') as hash from revision where item_id = $1 and ordinal = 1`, [
          second.items.first!.id,
        ])
      ).rows[0];
      const next = await desk.revise(second.id);
      await desk.submit(next);
      const [first] = await desk.items(next);
      return decision(next, { ...first!, ...past }, 'reopen', 'awaitingReview', desk.officer2).map((change) =>
        change.op === 'item' ? { ...change, revision: past.revision, hash: past.hash } : change,
      );
    },
  ),
  lie(
    'an earlier text put back as an edit',
    'MUI01 text.notOfThisEvent',
    (w) => w.desk.compiler,
    async ({ scenes: { draft }, desk }) => {
      await desk.send(desk.compiler, rewrite(draft.id, draft.items.one!, desk.compiler, said));
      const [edited] = await desk.items(draft.id);
      const back = rewrite(draft.id, { ...edited!, revision: draft.items.one!.revision }, desk.compiler, said);
      return [
        {
          ...back[0]!,
          body: JSON.stringify({
            ...JSON.parse((back[0] as { body: string }).body),
            revisionId: draft.items.one!.revision,
            contentHash: draft.items.one!.hash,
          }),
        } as Change,
        {
          op: 'item',
          version: draft.id,
          item: edited!.id,
          state: 'drafting',
          revision: draft.items.one!.revision,
          hash: draft.items.one!.hash,
        },
      ];
    },
  ),
  lie(
    'a text that says nothing',
    'MUI01 text.withoutContent',
    (w) => w.desk.compiler,
    ({ scenes: { draft }, desk }) =>
      rewrite(draft.id, draft.items.one!, desk.compiler, {
        bytes: '{}',
        hash: '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
      }),
  ),
  lie(
    'a text in a version that is published',
    'MUI05 version.closed',
    (w) => w.desk.compiler,
    ({ scenes: { shown }, desk }) => rewrite(shown.id, shown.items.public!, desk.compiler, said),
  ),
  lie(
    'a text in a version that waits for the leader',
    'MUI05 version.closed',
    (w) => w.desk.compiler,
    ({ scenes: { ready }, desk }) => rewrite(ready.id, ready.items.one!, desk.compiler, said),
  ),
  lie(
    'a text for an item of another catalogue',
    'MUI05 item.notHere',
    (w) => w.desk.compiler,
    ({ scenes: { draft, shown }, desk }) => rewrite(draft.id, shown.items.public!, desk.compiler, said),
  ),
  shows(
    'the text itself says that it is prudential',
    (w) => w.desk.compiler,
    ({ scenes: { draft }, desk }) =>
      replace(rewrite(draft.id, draft.items.one!, desk.compiler, text('prudential', 'OTHER')), 'revision', { category: 'STATUTORY' }),
    ({ scenes: { draft } }) =>
      `(select category = 'OTHER' from revision where item_id = ${id(draft.items.one!.id)} order by ordinal desc limit 1)`,
  ),
  shows(
    'the text itself says that the item goes',
    (w) => w.desk.compiler,
    ({ scenes: { draft }, desk }) =>
      replace(rewrite(draft.id, draft.items.one!, desk.compiler, text('gone', 'STATUTORY', true)), 'revision', { removal: false }),
    ({ scenes: { draft } }) => `(select removal from revision where item_id = ${id(draft.items.one!.id)} order by ordinal desc limit 1)`,
  ),
  shows(
    'the author is whoever the event names',
    (w) => w.people.bothCompiles,
    ({ scenes: { draft }, desk, people }) =>
      replace(rewrite(draft.id, draft.items.one!, people.bothCompiles, said), 'revision', { author: desk.compiler.id }),
    ({ scenes: { draft }, people }) =>
      `(select author_id = ${id(people.bothCompiles.id)} from revision where item_id = ${id(draft.items.one!.id)} order by ordinal desc limit 1)`,
  ),

  behind('revision', 'an id in use', '23505 revision_pkey', () => copyOf('revision', { ordinal: '1000', content_hash: `sha256('x')` })),
  behind('revision', 'an id in use for the same text', '23505 revision_pkey', () => copyOf('revision', { ordinal: '1000' })),
  behind('revision', 'two texts of one number', '23505 revision_item_id_ordinal_key', () =>
    copyOf('revision', { id: 'gen_random_uuid()' }),
  ),
  behind('revision', 'a number below one', '23514 revision_ordinal_check', () =>
    copyOf('revision', { id: 'gen_random_uuid()', ordinal: '0' }),
  ),
  behind('revision', 'an unknown category', '23514 revision_category_check', () =>
    copyOf('revision', { id: 'gen_random_uuid()', ordinal: '1000', category: `'SECRET'` }),
  ),
  behind('revision', 'an absent text', '23503 revision_content_hash_fkey', () =>
    copyOf('revision', { id: 'gen_random_uuid()', ordinal: '1000', content_hash: `sha256('absent')` }),
  ),
  behind('revision', 'an absent item', '23503 revision_item_id_fkey', () =>
    copyOf('revision', { id: 'gen_random_uuid()', item_id: 'gen_random_uuid()' }),
  ),
  behind('revision', 'an absent author', '23503 revision_author_id_fkey', () =>
    copyOf('revision', { id: 'gen_random_uuid()', ordinal: '1000', author_id: 'gen_random_uuid()' }),
  ),
  behind('revision', 'an absent principal', '23503 revision_on_behalf_of_fkey', () =>
    copyOf('revision', { id: 'gen_random_uuid()', ordinal: '1000', on_behalf_of: 'gen_random_uuid()' }),
  ),
  behind('revision', 'an absent event', '23503 revision_event', () =>
    copyOf('revision', { id: 'gen_random_uuid()', ordinal: '1000', seq: '1000000' }),
  ),
  behind('revision', 'no version at all', '23503 revision_version_id_fkey', () =>
    copyOf('revision', { id: 'gen_random_uuid()', ordinal: '1000', version_id: id('00000000-0000-0000-0000-000000000000'), seq: '1' }),
  ),
  behind('item', 'an item twice', '23505 item_pkey', () => copyOf('item', {})),
  behind('item', 'an item of no catalogue', '23503 item_catalogue_id_fkey', () =>
    copyOf('item', { id: 'gen_random_uuid()', catalogue_id: 'gen_random_uuid()' }),
  ),
  // Three columns are unique because signatures refer to all three: without it none could.
  behind('revision', 'a text under two hashes', '23505 revision_pkey', ({ scenes: { draft } }) =>
    copyOf('revision', { ordinal: '1000', content_hash: bytes(draft.items.two!.hash) }, `id = ${id(draft.items.one!.revision)}`),
  ),
];
