import { asApp, asOwner, type Attack } from '../attack.js';

const CHECK = '23514';
const UNIQUE = '23505';
const FOREIGN = '23503';
const SYSTEM = `'00000000-0000-0000-0000-000000000000'`;
const HASH = `sha256('x')`;

const leaf = (position: number, seq = 1, hash = HASH) => `insert into log_leaf values (${position}, ${SYSTEM}, ${seq}, ${hash})`;
const subtree = (level: number, position: number, hash = HASH) => `insert into log_subtree values (${level}, ${position}, ${hash})`;
const root = (size: number, hash = HASH) => `insert into checkpoint (size, root, note) values (${size}, ${hash}, 'x')`;
const record = (version: string, seq: number | string) => `insert into publication_record values (${version}, ${seq})`;
const cosigned = (size: number, witness = `'w+0123abcd'`, line = `E'— w x\\n'`) =>
  `${root(1_000_000)}; insert into checkpoint_cosignature values (${size}, ${witness}, ${line})`;
const smLeaf = (position: number, hash = HASH) => `insert into sm_leaf values (${position}, ${hash})`;
const smSubtree = (level: number, position: number, hash = HASH) => `insert into sm_subtree values (${level}, ${position}, ${hash})`;
const smRoot = (size: number) => `${root(1_000_000)}; insert into sm_checkpoint (size, note) values (${size}, 'x')`;
const RECORDED = `(select version_id from publication_record limit 1)`;
const kept = (row: string, table: string, column = table === 'checkpoint' ? 'root' : 'hash') =>
  [
    [`a change of ${table}`, `${row}; update ${table} set ${column} = ${column}`, `MUI07 UPDATE of ${table}`],
    [`a row taken out of ${table}`, `${row}; delete from ${table}`, `MUI07 DELETE of ${table}`],
    [`${table} emptied`, `truncate ${table} cascade`, `MUI07 TRUNCATE of ${table}`],
  ] as const;

/** What the tables of migrations/0019 refuse to the superuser: what it is, the statement, the SQLSTATE. */
const REFUSALS: readonly (readonly [string, string, string])[] = [
  ['a leaf before the first', leaf(-1), CHECK],
  ['a leaf that is no hash', leaf(0, 1, `'x'::bytea`), CHECK],
  ['a leaf of no event', leaf(0, 1_000_000), FOREIGN],
  ['two leaves at one place', `${leaf(1_000_000)}; ${leaf(1_000_000, 2)}`, UNIQUE],
  ['an event in the tree twice', `${leaf(1_000_000)}; ${leaf(1_000_001)}`, UNIQUE],
  ['a part of the tree below its leaves', subtree(0, 0), CHECK],
  ['a part before the first', subtree(1, -1), CHECK],
  ['a part that is no hash', subtree(1, 0, `'x'::bytea`), CHECK],
  ['one part twice', `${subtree(1, 1_000_000)}; ${subtree(1, 1_000_000)}`, UNIQUE],
  ['a root over nothing', root(0), CHECK],
  ['a root that is no hash', root(1, `'x'::bytea`), CHECK],
  ['two roots of one size', `${root(1_000_000)}; ${root(1_000_000)}`, UNIQUE],
  ['a record of what was not published', record('gen_random_uuid()', 1_000_000), FOREIGN],
  ['a second record of a publication', record(RECORDED, 1_000_000), UNIQUE],
  [
    'one record of two publications',
    `set local session_replication_role = replica; ${record('gen_random_uuid()', '(select min(seq) from publication_record)')}`,
    UNIQUE,
  ],
  ['a cosignature under no checkpoint', cosigned(1_000_001), FOREIGN],
  ['a cosignature of nobody', cosigned(1_000_000, `'w'`), CHECK],
  ['a cosignature that is no line', cosigned(1_000_000, undefined, `'x'`), CHECK],
  ['two cosignatures of one witness', `${cosigned(1_000_000)}; ${cosigned(1_000_000).split('; ')[1]}`, UNIQUE],
  ...kept(cosigned(1_000_000), 'checkpoint_cosignature', 'line'),
  ['a change of publication_record', 'update publication_record set seq = seq + 1000000', 'MUI07 UPDATE of publication_record'],
  ['a row taken out of publication_record', 'delete from publication_record', 'MUI07 DELETE of publication_record'],
  ['publication_record emptied', 'truncate publication_record', 'MUI07 TRUNCATE of publication_record'],
  ['a leaf of the second pair beside none', smLeaf(1_000_000), FOREIGN],
  ['a leaf of the second pair that is no hash', `${leaf(1_000_000)}; ${smLeaf(1_000_000, `'x'::bytea`)}`, CHECK],
  ['two leaves of the second pair at one place', `${leaf(1_000_000)}; ${smLeaf(1_000_000)}; ${smLeaf(1_000_000)}`, UNIQUE],
  ['a part of the second tree below its leaves', smSubtree(0, 0), CHECK],
  ['a part of the second tree before the first', smSubtree(1, -1), CHECK],
  ['a part of the second tree that is no hash', smSubtree(1, 0, `'x'::bytea`), CHECK],
  ['one part of the second tree twice', `${smSubtree(1, 1_000_000)}; ${smSubtree(1, 1_000_000)}`, UNIQUE],
  ['a root of the second pair beside none', smRoot(1_000_001), FOREIGN],
  ['two roots of the second pair', `${smRoot(1_000_000)}; ${smRoot(1_000_000).split('; ')[1]}`, UNIQUE],
  ...kept(`${leaf(1_000_000)}; ${smLeaf(1_000_000)}`, 'sm_leaf'),
  ...kept(smSubtree(1, 1_000_000), 'sm_subtree'),
  ...kept(smRoot(1_000_000), 'sm_checkpoint', 'note'),
  ...kept(leaf(1_000_000), 'log_leaf'),
  ...kept(subtree(1, 1_000_000), 'log_subtree'),
  ...kept(root(1_000_000), 'checkpoint'),
];

/** The tree over all logs and its signed roots are the checkpointer's to grow, and nobody's to change. */
export const CHECKPOINTS: readonly Attack[] = [
  ...REFUSALS.map(([what, statement, refused]) => asOwner(what, refused, () => statement)),
  asApp('growing the tree by hand', '42501', () => leaf(0)),
  asApp('growing it through the key holder’s function', '42501', () => 'select leaves_absorb(1)'),
  asApp('keeping a root', '42501', () => `select checkpoint_keep(1, 'x')`),
  asApp('cosigning', '42501', () => `select cosignature_keep(1, 'w+0123abcd', 'x')`),
  asApp('writing a root', '42501', () => root(1)),
  asApp('growing the second tree', '42501', () => `select sm_grow(0, '{0}', '{0}', array[sha256('x')])`),
  asApp('keeping a root of the second pair', '42501', () => `select sm_checkpoint_keep(1, 'x')`),
];
