import { SYSTEM, type Edit } from './edits.js';
import type { LivedIn } from './world.js';

interface Table {
  readonly name: string;
  /** Which row, in whose log it is answered for. */
  readonly rows: readonly (readonly [place: string, where: string, stream: string | null])[];
  /** Column → another value for it. */
  readonly columns: Readonly<Record<string, string>>;
  /** Whether a row may be there that nobody logged: how it is made of the one chosen; false where one more of it is no lie. */
  readonly doubled: string | false;
}

const SOMEBODY = `(select id from mulu.account order by username desc limit 1)`;
const ELSEWHERE = `(select o.id from mulu.organization o where o.id is distinct from organization_id order by name limit 1)`;
const DAY = (column: string) => `coalesce(${column}, now()) + interval '1 day'`;
const HASH = `sha256('another')`;

/** Every column that history rests on, of every table that has one. What is not in it, the log does not speak of: see docs/verification.md. */
function tables(world: LivedIn): Table[] {
  const { first, second, reviewed, takenDown, scheduled, imported } = world;
  const of = (...versions: string[]) =>
    Object.entries({ first, second, reviewed, takenDown, scheduled, imported })
      .filter(([place]) => versions.includes(place))
      .map(([place, id]) => [place, `version_id = '${id}'`, id] as const);
  const decision = (place: string, id: string, kind: string) =>
    [`${place} ${kind}`, `version_id = '${id}' and kind = '${kind}'`, id] as const;
  return [
    {
      name: 'catalogue_version',
      rows: Object.entries({ first, second, scheduled }).map(([place, id]) => [place, `id = '${id}'`, id]),
      columns: {
        state: `'published' || state`,
        state_seq: 'state_seq - 1',
        catalogue_id: `(select c.id from mulu.catalogue c where c.id <> catalogue_id limit 1), number = number + 90`,
        predecessor_id: 'gen_random_uuid()',
        publish_at: DAY('publish_at'),
        opened_at: DAY('opened_at'),
      },
      doubled: false,
    },
    {
      name: 'version_item',
      rows: of('first', 'reviewed'),
      columns: {
        state: `state || 'd'`,
        state_seq: 'state_seq - 1',
        content_hash: HASH,
        revision_id: 'gen_random_uuid()',
        position: `case position when 1 then 99 else 0.5 end`,
      },
      doubled: 'item_id = gen_random_uuid(), position = 77.5',
    },
    {
      name: 'revision',
      rows: of('first', 'imported'),
      columns: {
        item_id: 'gen_random_uuid()',
        version_id: 'gen_random_uuid()',
        seq: 'seq + 1',
        content_hash: HASH,
        category: `case category when 'OTHER' then 'STATUTORY' else 'OTHER' end`,
        removal: 'not removal',
        author_id: SOMEBODY,
        on_behalf_of: SOMEBODY,
      },
      doubled: 'id = gen_random_uuid(), ordinal = 99',
    },
    {
      name: 'decision',
      rows: [
        decision('first', first, 'withhold'),
        decision('first', first, 'acceptRisk'),
        decision('first', first, 'endorse'),
        decision('reviewed', reviewed, 'refer'),
        decision('second', second, 'carryOver'),
      ],
      columns: {
        item_id: 'gen_random_uuid()',
        revision_id: 'gen_random_uuid()',
        content_hash: HASH,
        kind: `'clear' || kind`,
        step: `'review' || step`,
        decided_by: SOMEBODY,
        on_behalf_of: SOMEBODY,
        at: DAY('at'),
        assess: 'not assess',
        ground: `'ART14_STATE_SECRET' || coalesce(ground, '')`,
        document_number: `'1号'`,
        outcome: `'open'`,
        level: `'LOW' || coalesce(level, '')`,
        measures: 'not measures',
        predecessor: `'keep'`,
        review_on: `date '2030-01-01'`,
        kept_hash: HASH,
        kept_revision_id: 'gen_random_uuid()',
        rests_on: '1',
        detail_hash: HASH,
        voided_seq: 'coalesce(voided_seq, seq) + 1',
      },
      doubled: 'id = 999999, seq = 1',
    },
    {
      name: 'participation',
      rows: of('first', 'imported').map(([place, where, id]) => [place, where, id] as const),
      columns: { person_id: SOMEBODY, on_behalf_of: SOMEBODY, kind: `'approved' || kind`, item_id: 'gen_random_uuid()', seq: 'seq + 1' },
      doubled: 'seq = 1',
    },
    {
      name: 'bar',
      rows: of('second', 'takenDown'),
      columns: { item_id: 'gen_random_uuid()', content_hash: HASH, at: DAY('at'), seq: 'seq - 1' },
      doubled: 'item_id = gen_random_uuid()',
    },
    {
      name: 'hint_dismissal',
      rows: of('first'),
      columns: {
        hint_id: `hint_id || 'x'`,
        side: `case side when 'officer' then 'compiler' else 'officer' end`,
        person_id: SOMEBODY,
        reason_hash: HASH,
      },
      doubled: 'seq = 1',
    },
    {
      name: 'import',
      rows: of('imported'),
      columns: { uploaded_by: SOMEBODY, file_hash: HASH, confirmed_seq: 'confirmed_seq + 1' },
      doubled: 'id = gen_random_uuid()',
    },
    {
      name: 'publication',
      rows: of('first', 'second', 'takenDown'),
      columns: {
        catalogue_id: 'gen_random_uuid()',
        seq: 'seq - 1',
        published_at: DAY('published_at'),
        document: `convert_to(replace(convert_from(document, 'UTF8'), '的', '之'), 'UTF8')`,
      },
      doubled: false,
    },
    {
      name: 'publication_item',
      rows: of('first', 'second'),
      columns: {
        position: 'position + 50',
        revision_id: 'gen_random_uuid()',
        content_hash: HASH,
        decision_id: 'decision_id + 1',
        public_content: `public_content || '{"elements": ["内部"]}'`,
      },
      doubled: 'item_id = gen_random_uuid()',
    },
    {
      name: 'matter',
      rows: [-3, -4].map((index) => [`matter ${index}`, `id = '${world.matters.at(index)}'`, world.matters.at(index)!]),
      columns: {
        machine_id: `'obligation'`,
        purpose: `'suggestUpdate'`,
        organization_id: ELSEWHERE,
        region_code: `'140000'`,
        office_region: `'140000'`,
        parent_id: 'gen_random_uuid()',
        period: `'1999'`,
        text_hash: HASH,
        since: `date '1999-01-01'`,
        due_on: 'due_on + 30',
        due_rule: `'{"kind": "FIXED", "dueOn": "2098-01-01"}'`,
        due_provisional: 'not due_provisional',
        done_on: `date '2020-01-01'`,
        reminded_for: `date '2020-01-01'`,
        escalated_for: `date '2020-01-01'`,
        state: `state || 'd'`,
        state_seq: 'state_seq + 1',
        opened_at: DAY('opened_at'),
      },
      doubled: false,
    },
    {
      name: 'appointment',
      rows: [
        ['demo', `role = 'confidentialityOfficer'`, SYSTEM],
        ['granted', `role = 'riskAssessor' and granted_by is not null`, SYSTEM],
      ],
      columns: {
        account_id: SOMEBODY,
        role: `'departmentLeader' || role`,
        organization_id: ELSEWHERE,
        region_code: `'150000'`,
        principal_id: SOMEBODY,
        starts_at: DAY('starts_at'),
        ends_at: 'now()',
        granted_by: SOMEBODY,
        revoked_at: 'now()',
        revoked_by: SOMEBODY,
      },
      doubled: 'id = gen_random_uuid()',
    },
    {
      name: 'account',
      rows: [['officer', `username = 'officer'`, SYSTEM]],
      columns: { active: 'not active' },
      doubled: `id = gen_random_uuid(), username = 'ghost'`,
    },
    {
      name: 'organization',
      rows: [['body', `name = '长治市教育局'`, SYSTEM]],
      columns: { region_code: `'150000'` },
      doubled: `id = gen_random_uuid(), name = '幽灵局'`,
    },
    {
      name: 'catalogue',
      rows: [['catalogue', 'true', SYSTEM]],
      columns: {
        organization_id: ELSEWHERE,
        profile_id: `'NM-2024'`,
        kind: `kind || 'X'`,
        title: `title || '改'`,
        created_seq: 'created_seq - 1',
      },
      doubled: 'id = gen_random_uuid()',
    },
    {
      name: 'publication_record',
      rows: [['first', `version_id = '${first}'`, SYSTEM]],
      columns: { version_id: 'gen_random_uuid()', seq: 'seq + 5000' },
      doubled: 'version_id = gen_random_uuid(), seq = 1',
    },
    {
      name: 'calendar_edition',
      rows: [['2026', 'year = 2026', SYSTEM]],
      columns: { source: `source || '改'`, seq: 'seq + 1000' },
      doubled: 'number = 99, seq = 9999',
    },
    {
      name: 'calendar_day',
      rows: [['2026', `day = '2026-10-01'`, SYSTEM]],
      columns: { kind: `'work'`, name: `name || '改'`, day: `date '2026-12-30'` },
      doubled: `day = '2026-12-30'`,
    },
    {
      name: 'log_check',
      rows: [['night', 'true', SYSTEM]],
      columns: {
        due: 'due + 1',
        whole: 'not whole',
        verdict: `'tampered'`,
        logs: 'logs + 1',
        events: 'events + 1',
        covered: 'covered + 1',
        found: 'found + 1',
        seq: 'seq + 5000',
      },
      doubled: `due = '1999-01-01', seq = 999999`,
    },
    {
      name: 'transition',
      rows: [['publish', `event = 'approve' and to_state = 'published'`, null]],
      columns: { to_state: `'revised'`, from_state: `'draft'`, roles: `'{compiler}'`, small_body: `'{compiler}'`, event: `'submit'` },
      doubled: `from_state = 'draft'`,
    },
    {
      name: 'profile',
      rows: [['SX-CZ', `id = 'SX-CZ'`, null]],
      columns: { body: `body || '{"publicFields": ["elements", "internalNote"]}'`, hash: HASH },
      doubled: 'version = 99',
    },
    {
      name: 'log_leaf',
      rows: ['0', '77', '200'].map((position) => [`leaf ${position}`, `position = ${position}`, null]),
      columns: { hash: 'flip(hash, 3)', seq: 'seq + 5000', stream: 'gen_random_uuid()', position: 'position + 100000' },
      doubled: `position = 100000, seq = 77777`,
    },
    {
      name: 'log_subtree',
      rows: [1, 4, 7].map((level) => [`level ${level}`, `level = ${level}`, null]),
      columns: { hash: 'flip(hash, 3)' },
      doubled: false,
    },
    {
      name: 'checkpoint',
      rows: [['newest', 'size = (select max(size) from mulu.checkpoint)', null]],
      columns: { root: 'flip(root, 3)', size: 'size - 1', note: `replace(note, E'\\n2', E'\\n1')` },
      doubled: 'size = size - 1',
    },
    {
      name: 'sm_leaf',
      rows: ['0', '77', '200'].map((position) => [`leaf ${position}`, `position = ${position}`, null]),
      columns: { hash: 'flip(hash, 3)', position: 'position + 100000' },
      doubled: 'position = 100000',
    },
    {
      name: 'sm_subtree',
      rows: [1, 4, 7].map((level) => [`level ${level}`, `level = ${level}`, null]),
      columns: { hash: 'flip(hash, 3)', level: 'level + 20' },
      doubled: 'position = 100000',
    },
    {
      name: 'sm_checkpoint',
      rows: [['newest', 'size = (select max(size) from mulu.sm_checkpoint)', null]],
      columns: { size: 'size - 1', note: `replace(note, E'\\n2', E'\\n1')` },
      doubled: 'size = size - 1',
    },
    {
      name: 'content_blob',
      rows: [
        ...['content_hash', 'reason_hash'].map(
          (column) =>
            [
              `${column} of first`,
              `hash = (select ${column} from mulu.log_event where stream = '${first}' and ${column} is not null limit 1)`,
              first,
            ] as const,
        ),
        ['text of a task', `hash = (select text_hash from mulu.matter where id = '${world.matters[0]}')`, world.matters[0]!],
        [
          'a calendar',
          `hash = (select content_hash from mulu.log_event where stream = '${SYSTEM}' and content_hash is not null limit 1)`,
          SYSTEM,
        ],
      ],
      columns: { bytes: `'{"content": {}}'`, hash: HASH },
      doubled: false,
    },
  ];
}

/** Every column of every row chosen set to another value; each row deleted; one more put beside it. */
export function rowEdits(world: LivedIn): Edit[] {
  return tables(world).flatMap(({ name, rows, columns, doubled }) =>
    rows.flatMap(([place, where, stream]) => {
      const one = `ctid = (select ctid from mulu.${name} where ${where} order by ctid limit 1)`;
      const edit = (kind: string, sql: string): Edit => ({ kind, place, sql, stream });
      const changes = Object.entries(columns).map(([column, value]) =>
        edit(`${name}.${column}`, `update mulu.${name} set ${column} = ${value} where ${one}`),
      );
      const put = `select put_beside('${name}', $where$${one}$where$, $set$${String(doubled)}$set$)`;
      return [
        ...changes,
        edit(`a row of ${name} deleted`, `delete from mulu.${name} where ${one}`),
        ...(doubled === false ? [] : [edit(`a row of ${name} put in`, put)]),
        ...(name === 'content_blob' ? [edit('the bytes of a text emptied', `update mulu.content_blob set bytes = null where ${one}`)] : []),
      ];
    }),
  );
}
