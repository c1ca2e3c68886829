import { close, propose, purgeStep, send, type Lie } from '../../factories/purges.js';
import type { Actor } from '../../factories/versions.js';
import { asApp, asOwner, bytes, id, TAKEN, type Attack } from '../attack.js';
import type { Scene, World } from '../world.js';
import { PURGE_ROWS } from './I12.rows.js';

type Who = (world: World) => Actor;
const proposer: Who = ({ people }) => people.auditAdministrator;
const confirmer: Who = ({ people }) => people.securityAdministrator;
const fallen = ({ scenes: { tombstone } }: World) => ({ scene: tombstone, hash: tombstone.items.fallen!.hash });

/** A proposal that lies, or that nobody may make. */
const proposing = (
  what: string,
  refused: string,
  by: Who,
  of: (world: World) => { scene: Scene; hash: string } = fallen,
  lie: (world: World) => Lie = () => ({}),
): Attack => ({
  what,
  refused,
  run: async (world) => {
    const { scene, hash } = of(world);
    const { seq } = await propose(world.app, by(world), scene.id, hash, lie(world));
    if (Number.isNaN(seq)) throw Object.assign(new Error('conflict'), { code: 'MU409' });
  },
});

/** A confirmation of an honest proposal. */
const closing = (
  what: string,
  refused: string,
  by: Who,
  lie: (world: World) => Lie = () => ({}),
  to: 'done' | 'withdrawn' = 'done',
): Attack => ({
  what,
  refused,
  run: async (world) => {
    const { scene, hash } = fallen(world);
    const proposed = await propose(world.app, proposer(world), scene.id, hash);
    const outcome = await send(world.app, by(world), close(by(world), proposed, to, lie(world)));
    if (outcome.conflict) throw Object.assign(new Error('conflict'), { code: 'MU409' });
  },
});

/** What must be so, in the application's eyes, after an honest purge. */
const purged = (what: string, sql: (world: World, hash: string) => string): Attack => ({
  what,
  refused: TAKEN,
  run: async (world) => {
    const { scene, hash } = fallen(world);
    const proposed = await propose(world.app, proposer(world), scene.id, hash);
    await send(world.app, confirmer(world), close(confirmer(world), proposed));
    const { rows } = await world.app.query<{ so: boolean }>(`select ${sql(world, hash)} as so`);
    if (rows[0]?.so !== true) throw new Error(`it is not so that ${sql(world, hash)}`);
  },
});

/** A statement of the superuser after an honest purge, on the same rows as they were committed: everything in one transaction. */
const afterwards = (what: string, refused: string, sql: (world: World, hash: string) => string): Attack => ({
  what,
  refused,
  run: async (world) => {
    const { scene, hash } = fallen(world);
    const [first, second] = [proposer(world), confirmer(world)];
    const proposed = await propose(world.admin, first, scene.id, hash);
    await send(world.admin, second, close(second, proposed));
    await world.admin.query(sql(world, hash));
  },
});

const blob = (hash: string) => `content_blob where hash = ${bytes(hash)}`;

/** I12: bytes go by two hands, and then every copy of them. */
export const I12: readonly Attack[] = [
  ...PURGE_ROWS,
  asApp(
    'the application nulling a text',
    '42501',
    (w) => `update mulu.content_blob set bytes = null where hash = ${bytes(fallen(w).hash)}`,
  ),
  asApp('the application writing a purge', '42501', () => `insert into mulu.purge (id) values (gen_random_uuid())`),
  asOwner(
    'the owner nulling a text',
    'MUI01 UPDATE of content_blob',
    (w) => `update content_blob set bytes = null where hash = ${bytes(fallen(w).hash)}`,
  ),
  asOwner('a text deleted', 'MUI01 DELETE of content_blob', () => 'delete from content_blob'),
  asOwner(
    'a purge that no event tells',
    'MUI08 state.withoutEvent',
    (w) => `insert into purge (id, version_id, content_hash, kind, ground, state, state_seq, proposed_seq, proposed_by)
      select gen_random_uuid(), ${id(fallen(w).scene.id)}, ${bytes(fallen(w).hash)}, 'text', 'PERSONAL_DATA', 'done', 1, 1, a.id from account a limit 1`,
  ),

  proposing('a proposal by a word that is none', '23503 log_event_type_fkey', proposer, fallen, () => ({ body: { type: 'purge.asked' } })),
  proposing('a proposal of who may only confirm', 'MUI12 purge.withoutRole', confirmer),
  proposing('a proposal of an officer', 'MUI12 purge.withoutRole', ({ desk }) => desk.officer),
  proposing('a proposal in a role that one has not', 'MUI12 purge.withoutRole', ({ desk }) => ({
    ...desk.officer,
    role: 'auditAdministrator',
  })),
  proposing('a proposal for somebody whose deputy one is not', 'MUI12 purge.withoutRole', (w) => ({
    ...proposer(w),
    principal: confirmer(w).id,
  })),
  proposing('a proposal in another’s name', 'MUI08 actor.notTheSession', proposer, fallen, (w) => ({ body: { actor: confirmer(w).id } })),
  proposing('a proposal under another key', 'MUI10 key.notWhatWasLogged', proposer, fallen, () => ({
    body: { idempotencyKey: 'another' },
  })),
  proposing('a proposal that begins as done', 'MUI09 state.noSuchTransition', proposer, fallen, () => ({ body: { to: 'done' } })),
  proposing('a proposal that is logged as another one’s', 'MUI12 purge.withoutRole', proposer, fallen, () => ({
    facts: { purgeId: '00000000-0000-4000-8000-000000000000' },
  })),
  proposing('a proposal without a reason', 'MUI12 purge.notWhatWasLogged', proposer, fallen, () => ({ body: { reasonHash: null } })),
  proposing('a proposal that is logged of another version', 'MUI12 purge.notWhatWasLogged', proposer, fallen, ({ scenes }) => ({
    facts: { versionId: scenes.shown.id },
  })),
  proposing('a text that the version’s log does not name', '23502 purge.kind', proposer, ({ scenes: { tombstone, review } }) => ({
    scene: tombstone,
    hash: review.items.referred!.hash,
  })),
  proposing('a text that the public reads', 'MU409', proposer, ({ scenes: { shown } }) => ({
    scene: shown,
    hash: shown.items.public!.hash,
  })),
  proposing('a text that the public reads in an older version', 'MU409', proposer, ({ scenes: { revised } }) => ({
    scene: revised,
    hash: revised.items.first!.hash,
  })),
  proposing('a text that is being written', 'MU409', proposer, ({ scenes: { draft } }) => ({ scene: draft, hash: draft.items.one!.hash })),
  proposing('a text that waits to be published', 'MU409', proposer, ({ scenes: { scheduled } }) => ({
    scene: scheduled,
    hash: scheduled.items.later!.hash,
  })),
  proposing('an honest proposal', TAKEN, proposer),
  proposing('a proposal of a sealed text', TAKEN, proposer, ({ scenes: { review } }) => ({
    scene: review,
    hash: review.items.referred!.hash,
  })),

  closing('one hand doing both', 'MUI12 purge.oneHand', proposer),
  closing('the first hand’s deputy confirming', 'MUI12 purge.oneHand', ({ people }) => people.deputyOfAuditAdministrator),
  closing('a confirmation of an officer', 'MUI12 purge.withoutRole', ({ desk }) => desk.officer),
  closing('a confirmation of the system administrator', 'MUI12 purge.withoutRole', ({ people }) => people.systemAdministrator),
  closing('a confirmation that names another text', 'MUI08 state.withoutEvent', confirmer, ({ scenes }) => ({
    body: { contentHash: scenes.draft.items.one!.hash },
  })),
  closing('a confirmation on another ground', 'MUI12 purge.notWhatWasLogged', confirmer, () => ({ facts: { ground: 'STATE_SECRET' } })),
  closing('a confirmation that is logged of another version', 'MUI12 purge.notWhatWasLogged', confirmer, ({ scenes }) => ({
    facts: { versionId: scenes.shown.id },
  })),
  closing('a confirmation in another’s name', 'MUI08 actor.notTheSession', proposer, (w) => ({ body: { actor: confirmer(w).id } })),
  closing('a confirmation by an event of another lifecycle', 'MUI08 event.notWhatIsDone', confirmer, () => ({
    body: { machine: { id: 'itemReview', version: '0', hash: '' } },
  })),
  closing('a confirmation of what was not looked at', 'MU409', confirmer, () => ({ command: { expect: 1 } })),
  closing('an honest confirmation', TAKEN, confirmer),
  closing('the first hand taking it back', TAKEN, proposer, () => ({}), 'withdrawn'),
  {
    what: 'a withdrawn proposal confirmed after all',
    refused: 'MU409',
    run: async (world) => {
      const { scene, hash } = fallen(world);
      const proposed = await propose(world.app, proposer(world), scene.id, hash);
      await send(world.app, proposer(world), close(proposer(world), proposed, 'withdrawn'));
      const outcome = await send(world.app, confirmer(world), close(confirmer(world), proposed));
      if (outcome.conflict) throw Object.assign(new Error('conflict'), { code: 'MU409' });
    },
  },
  {
    what: 'two proposals of one text',
    refused: 'MU409',
    run: async (world) => {
      const { scene, hash } = fallen(world);
      await propose(world.app, proposer(world), scene.id, hash);
      const { seq } = await propose(world.app, proposer(world), scene.id, hash);
      if (Number.isNaN(seq)) throw Object.assign(new Error('conflict'), { code: 'MU409' });
    },
  },
  {
    what: 'a proposal without a session',
    refused: 'MU401',
    run: async (world) => {
      const { scene, hash } = fallen(world);
      const by = { ...proposer(world), token: 'nobody' };
      return propose(world.app, by, scene.id, hash);
    },
  },
  {
    what: 'a proposal without a key',
    refused: 'MU428',
    run: async (world) => {
      const { scene, hash } = fallen(world);
      const step = { purge: scene.id, version: scene.id, hash, from: null, to: 'proposed', type: 'purge.proposed' };
      return send(world.app, proposer(world), purgeStep(proposer(world), step, { command: { key: null } }));
    },
  },

  purged('the bytes go, the hash stays', (_, hash) => `(select bytes is null from mulu.${blob(hash)})`),
  purged(
    'the public copy goes',
    (_, hash) => `(select bool_and(public_content = '{}') from mulu.publication_item where content_hash = ${bytes(hash)})`,
  ),
  purged(
    'the public document goes',
    ({ scenes: { tombstone } }) =>
      `(select convert_from(document, 'UTF8')::jsonb -> 'items' = '[]' from mulu.publication where version_id = ${id(tombstone.id)})`,
  ),
  purged(
    'all of it is missing',
    (_, hash) => `(select bool_and(findings -> 'missing' = '["path", "elements"]') from mulu.revision where content_hash = ${bytes(hash)})`,
  ),
  purged(
    'the version’s own chain tells it',
    ({ scenes: { tombstone } }, hash) =>
      `(select count(*) = 1 from mulu.log_event where stream = ${id(tombstone.id)} and type = 'text.purged' and content_hash = ${bytes(hash)})`,
  ),
  {
    what: 'the same text written again',
    refused: 'MU422 text.purged',
    run: async (world) => {
      const { scene, hash } = fallen(world);
      const { rows } = await world.app.query(`select bytes from mulu.${blob(hash)}`);
      const proposed = await propose(world.app, proposer(world), scene.id, hash);
      await send(world.app, confirmer(world), close(confirmer(world), proposed));
      await world.desk.draft(await world.desk.catalogue(), [{ bytes: rows[0].bytes.toString('utf8'), hash }]);
    },
  },

  afterwards(
    'the receipt proves what was shown all the same',
    TAKEN,
    ({ scenes: { tombstone } }) => `do $$ begin
      if (select event_said(e) ->> 'documentDigest' from publication_record r join log_event e on e.stream = '00000000-0000-0000-0000-000000000000' and e.seq = r.seq
          where r.version_id = ${id(tombstone.id)})
         is distinct from (select encode(sha256(string_agg(p.digest, ''::bytea order by p.place)), 'hex') from publication_parts(${id(tombstone.id)}) p) then
        raise exception 'the digest is another';
      end if; end $$`,
  ),
  afterwards(
    'the digest of what was purged written anew',
    'MUI05 UPDATE of publication_item',
    (_, hash) => `update publication_item set purged_digest = sha256('x') where content_hash = ${bytes(hash)}`,
  ),
  afterwards(
    'the bytes written back',
    'MUI01 UPDATE of content_blob',
    (_, hash) => `update content_blob set bytes = 'x' where hash = ${bytes(hash)}`,
  ),
  afterwards(
    'another text nulled after a purge',
    'MUI01 UPDATE of content_blob',
    ({ scenes }) => `update content_blob set bytes = null where hash = ${bytes(scenes.shown.items.public!.hash)}`,
  ),
  afterwards('a purge done again', 'MUI12 purge.immutable', () => `update purge set state = 'proposed'`),
  afterwards(
    'a purge of another text',
    'MUI12 purge.immutable',
    ({ scenes }) => `update purge set content_hash = ${bytes(scenes.shown.items.public!.hash)}, state_seq = state_seq + 1`,
  ),
  afterwards('a purge forgotten', 'MUI12 DELETE of purge', () => 'delete from purge'),
  afterwards('all purges forgotten', 'MUI12 TRUNCATE of purge', () => 'truncate purge'),
  afterwards(
    'the public copy written back',
    'MUI05 UPDATE of publication_item',
    (_, hash) => `update publication_item set public_content = '{"path": ["x"]}' where content_hash = ${bytes(hash)}`,
  ),
  afterwards(
    'the position of what was purged',
    'MUI05 UPDATE of publication_item',
    (_, hash) => `update publication_item set position = position + 1 where content_hash = ${bytes(hash)}`,
  ),
  afterwards(
    'the public document written back',
    'MUI05 UPDATE of publication',
    ({ scenes }) => `update publication set document = 'x' where version_id = ${id(scenes.tombstone.id)}`,
  ),
  afterwards(
    'another public document emptied',
    'MUI05 UPDATE of publication',
    ({ scenes }) => `update publication set document = purged_document(version_id, published_at) where version_id = ${id(scenes.shown.id)}`,
  ),
  afterwards(
    'the findings written back',
    'MUI05 UPDATE of revision',
    (_, hash) => `update revision set findings = '{"missing": []}' where content_hash = ${bytes(hash)}`,
  ),
  afterwards(
    'the source of what was not purged',
    'MUI05 item.immutable',
    ({ scenes }) => `update version_item set source = '{}' where version_id = ${id(scenes.shown.id)}`,
  ),
  {
    what: 'a signature for what nobody can read',
    refused: 'MU422 text.purged',
    run: async (world) => {
      const { review } = world.scenes;
      const item = review.items.referred!;
      const proposed = await propose(world.app, proposer(world), review.id, item.hash);
      await send(world.app, confirmer(world), close(confirmer(world), proposed));
      await world.desk.decide(review.id, item, 'determine', 'releasable', world.desk.officer, { outcome: 'open', documentNumber: '1号' });
    },
  },
  {
    what: 'the answer that it must not be disclosed',
    refused: TAKEN,
    run: async (world) => {
      const { review } = world.scenes;
      const item = review.items.referred!;
      const proposed = await propose(world.app, proposer(world), review.id, item.hash);
      await send(world.app, confirmer(world), close(confirmer(world), proposed));
      await world.desk.decide(review.id, item, 'determine', 'withheld', world.desk.officer, { outcome: 'withhold', documentNumber: '1号' });
    },
  },
];
