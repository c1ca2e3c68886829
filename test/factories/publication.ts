import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import type { ItemContent } from '../../src/content/index.js';
import { PROJECT_ROOT } from '../../src/platform/project.js';

/** A catalogue that was made public behind the house's back, to look at what is read of it. */
export interface PublishedCatalogue {
  id: string;
  versionId: string;
  title: string;
  organization: { id: string; name: string };
  region: { code: string; name: string };
  publishedAt: string;
  items: { id: string; contentHash: string; content: Partial<ItemContent> }[];
  /** What the database composed at publication. */
  document: Buffer;
}

export interface PublicationWish {
  items: Partial<ItemContent>[];
  profile?: 'NM-2024' | 'SX-CZ';
  title?: string;
  body?: string;
  region?: { code: string; name: string };
  publishedAt?: string;
  /** Put into every column that is nobody's business outside. */
  internal?: string;
}

const NOBODY = '00000000-0000-4000-8000-000000000001';

/**
 * Writes rows as they stand after a publication, without the steps that lead there: triggers and foreign keys are off for this one
 * transaction. What is public of the texts is picked by the database's own functions.
 * @param admin a superuser's connection
 */
export async function publishedCatalogue(admin: pg.Client, wish: PublicationWish): Promise<PublishedCatalogue> {
  const { title = '主动公开事项目录', body = `机关${randomUUID()}`, internal = '' } = wish;
  const region = wish.region ?? { code: '140400', name: '长治市' };
  const publishedAt = wish.publishedAt ?? '2026-11-20T01:02:03.000Z';
  const organization = { id: randomUUID(), name: body };
  const id = randomUUID();
  const versionId = randomUUID();
  const profile = JSON.parse(readFileSync(join(PROJECT_ROOT, 'profiles', `${wish.profile ?? 'SX-CZ'}.json`), 'utf8')) as {
    id: string;
    version: number;
  };
  const items = wish.items.map((content) => {
    const bytes = Buffer.from(JSON.stringify({ content }), 'utf8');
    return { id: randomUUID(), revision: randomUUID(), bytes, hash: createHash('sha256').update(bytes).digest(), content };
  });
  const query = (text: string, values: unknown[]) => admin.query(text, values);

  await admin.query('begin; set local session_replication_role = replica; set local search_path = mulu');
  await query(`insert into region (code, name, level) values ($1, $2, 'prefectureCity') on conflict do nothing`, [
    region.code,
    region.name,
  ]);
  await query(`insert into organization (id, name, kind, region_code) values ($1, $2, 'department', $3)`, [
    organization.id,
    body,
    region.code,
  ]);
  await query('insert into profile (id, version, hash, body) values ($1, $2, $3, $4) on conflict do nothing', [
    profile.id,
    profile.version,
    Buffer.alloc(32),
    profile,
  ]);
  await query(`insert into catalogue (id, organization_id, profile_id, kind, title, created_seq) values ($1, $2, $3, $4, $5, 1)`, [
    id,
    organization.id,
    profile.id,
    `kind${internal}`,
    title,
  ]);
  await query(
    `insert into catalogue_version (id, catalogue_id, number, state, state_seq, profile_id, profile_version) values ($1, $2, 1, 'published', 1, $3, $4)`,
    [versionId, id, profile.id, profile.version],
  );
  for (const [position, item] of items.entries()) {
    await query('insert into content_blob (hash, bytes) values ($1, $2) on conflict do nothing', [item.hash, item.bytes]);
    await query('insert into item (id, catalogue_id) values ($1, $2)', [item.id, id]);
    await query(
      `insert into revision (id, item_id, ordinal, version_id, seq, content_hash, category, author_id, findings)
       values ($1, $2, 1, $3, 1, $4, 'OTHER', $5, $6)`,
      [item.revision, item.id, versionId, item.hash, NOBODY, { hits: [internal], missing: [] }],
    );
    await query(
      `insert into version_item (version_id, item_id, position, label, state, state_seq, revision_id, content_hash, source)
       values ($1, $2, $3, $4, 'releasable', 1, $5, $6, $7)`,
      [versionId, item.id, position, `label ${internal}`, item.revision, item.hash, { cells: [internal] }],
    );
    await query(
      `insert into publication_item (version_id, item_id, position, revision_id, content_hash, decision_id, public_content)
       values ($1, $2, $3, $4, $5, 1, public_content($6::jsonb -> 'content', $7))`,
      [versionId, item.id, position, item.revision, item.hash, item.bytes.toString('utf8'), profile],
    );
  }
  if (internal) await writeInternals(admin, versionId, internal);
  await query('insert into publication (version_id, catalogue_id, seq, published_at, document) values ($1, $2, 1, $3, $4)', [
    versionId,
    id,
    publishedAt,
    Buffer.alloc(0),
  ]);
  const { rows } = await query(
    `update publication set document = publication_document($1, $2, '{}') where version_id = $1 returning document`,
    [versionId, publishedAt],
  );
  await admin.query('commit');
  return {
    id,
    versionId,
    title,
    organization,
    region,
    publishedAt,
    items: items.map((item) => ({ id: item.id, contentHash: item.hash.toString('hex'), content: item.content })),
    document: (rows[0] as { document: Buffer }).document,
  };
}

/** People, reasons, decisions and log lines around the publication, each with the word that must never be seen outside. */
async function writeInternals(admin: pg.Client, versionId: string, word: string): Promise<void> {
  const reason = Buffer.from(`reason ${word}`, 'utf8');
  const hash = createHash('sha256').update(reason).digest();
  await admin.query('insert into content_blob (hash, bytes) values ($1, $2) on conflict do nothing', [hash, reason]);
  await admin.query(
    `insert into account (username, display_name, salt, verifier, kdf, must_change_password)
     values ('u' || substr(md5($1), 1, 12), $1, decode(repeat('00', 16), 'hex'), decode(repeat('00', 32), 'hex'), '{}', false) on conflict do nothing`,
    [`name ${word}`],
  );
  await admin.query(
    `insert into decision (version_id, item_id, revision_id, content_hash, seq, kind, step, decided_by, at, ground, document_number, detail_hash)
     select $1, vi.item_id, vi.revision_id, vi.content_hash, 1, 'clear', 'review', $2, now(), $3, $3, $4
     from version_item vi where vi.version_id = $1 order by vi.position limit 1`,
    [versionId, NOBODY, word, hash],
  );
}

async function behindTheHouse(admin: pg.Client, text: string, values: unknown[]): Promise<void> {
  await admin.query('begin; set local session_replication_role = replica; set local search_path = mulu');
  await admin.query(text, values);
  await admin.query('commit');
}

/** Bars an item's text, as `suspendItem` does. */
export function barred(admin: pg.Client, catalogue: PublishedCatalogue, item: number): Promise<void> {
  const { id, contentHash } = catalogue.items[item] as PublishedCatalogue['items'][number];
  return behindTheHouse(
    admin,
    `insert into bar (item_id, content_hash, version_id, seq, at) values ($1, decode($2, 'hex'), $3, 1, greatest(now(), $4::timestamptz))`,
    [id, contentHash, catalogue.versionId, catalogue.publishedAt],
  );
}

export function takenDown(admin: pg.Client, catalogue: PublishedCatalogue): Promise<void> {
  return behindTheHouse(admin, `update catalogue_version set state = 'takenDown' where id = $1`, [catalogue.versionId]);
}
