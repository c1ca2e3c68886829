import { close, propose, send } from '../../factories/purges.js';
import { behind, copyOf, type Attack } from '../attack.js';

/** A purge that was made, and then something that its row, or the item's, must not be, with the triggers out of the way. */
const behindPurge = (table: string, what: string, refused: string, sql: string): Attack => ({
  what,
  refused,
  run: async ({ admin, people, scenes: { tombstone } }) => {
    const { auditAdministrator: first, securityAdministrator: second } = people;
    const proposed = await propose(admin, first, tombstone.id, tombstone.items.fallen!.hash);
    await send(admin, second, close(second, proposed));
    await admin.query(`set constraints all immediate; alter table ${table} disable trigger user; ${sql}`);
  },
});
/** One more row like it, of a text that may be purged again. */
const another = (columns: Readonly<Record<string, string>>) =>
  copyOf('purge', { id: 'gen_random_uuid()', state: `'withdrawn'`, ...columns });
const NOBODY = `'22222222-2222-4222-8222-222222222222'::uuid`;

/** I12: what a purge's row can be at all. */
export const PURGE_ROWS: readonly Attack[] = [
  behindPurge('purge', 'a purge twice', '23505 purge_pkey', copyOf('purge', {})),
  behindPurge('purge', 'a purge of neither texts nor words', '23514 purge_kind_check', another({ kind: `'files'` })),
  behindPurge('purge', 'a purge on another ground', '23514 purge_ground_check', another({ ground: `'WISH'` })),
  behindPurge('purge', 'a purge told elsewhere', '23514 purge_log_check', another({ log: NOBODY })),
  behindPurge('purge', 'a purge in no version', '23503 purge_version_id_fkey', another({ version_id: NOBODY })),
  behindPurge('purge', 'a purge of no text', '23503 purge_content_hash_fkey', another({ content_hash: `sha256('absent')` })),
  behindPurge('purge', 'a purge of nobody', '23503 purge_proposed_by_fkey', another({ proposed_by: NOBODY })),
  behindPurge('purge', 'a purge in nobody’s name', '23503 purge_proposed_for_fkey', another({ proposed_for: NOBODY })),
  behindPurge('purge', 'a purge without its event', '23503 purge_state_event', another({ state_seq: '1000000' })),
  behindPurge(
    'purge',
    'a text proposed twice',
    '23505 purge_one_open',
    `${another({ state: `'proposed'` })}; ${another({ state: `'proposed'` })}`,
  ),
  behindPurge('purge', 'a text purged twice', '23505 purge_one_done', another({ state: `'done'` })),
  behind(
    'publication_item',
    'a digest that is none',
    '23514 publication_item_purged_digest_check',
    () => `update publication_item set purged_digest = '\\x00'`,
  ),
];
