import { checkInvariants } from './check.js';
import type { Scenes, World } from './world.js';

const TABLES = [
  'content_blob',
  'log_event',
  'catalogue_version',
  'revision',
  'version_item',
  'decision',
  'participation',
  'bar',
  'publication',
  'publication_item',
  'calendar_day',
  'matter',
  'purge',
];

/** The superuser does something with every trigger aside; the independent look must find what is then wrong. */
export async function sees({ world }: { readonly world: World }, expected: string, sabotage: (scenes: Scenes) => string): Promise<void> {
  const { admin, scenes } = world;
  await admin.query('begin');
  try {
    await admin.query(`set local session_replication_role = replica`);
    for (const table of TABLES) await admin.query(`alter table ${table} disable trigger all`);
    await admin.query(sabotage(scenes));
    expect((await checkInvariants(admin)).map(({ invariant, what }) => `${invariant} ${what}`)).toContain(expected);
  } finally {
    await admin.query('rollback');
  }
}
