import { readFileSync } from 'node:fs';
import pg from 'pg';
import { demandChain, demandSame, type Link } from '../chain.js';
import { ask } from '../database.js';
import { countsOf, SIGNED, versionsOf } from '../layout.js';
import type { Options } from '../options.js';

/** How often a prepared version is published per round: the first is the plan's, the median counts. */
export const PUBLICATIONS = 3;

/** The plain tables, in a database of their own on the same server. A base keeps those who use them apart. */
export class BareStore {
  private constructor(readonly url: string) {}

  static async make(adminUrl: string): Promise<BareStore> {
    await ask(adminUrl, 'create database bare');
    const url = new URL(adminUrl);
    url.pathname = '/bare';
    const store = new BareStore(url.toString());
    await ask(store.url, readFileSync(new URL('./schema.sql', import.meta.url), 'utf8'));
    return store;
  }

  /** Versions under review, and versions that wait for approval with every item signed. */
  async seed(base: number, options: Options): Promise<void> {
    const client = new pg.Client({ connectionString: this.url });
    await client.connect();
    for (const { version, items } of versionsOf(options))
      await insert(client, base + version, items, 'confidentialityReview', 'awaitingReview');
    for (let round = 0; round <= options.rounds; round += 1) {
      for (let n = 0; n < PUBLICATIONS; n += 1) {
        const version = base + SIGNED + round * PUBLICATIONS + n;
        await insert(client, version, countsOf(options, round).items, 'departmentApproval', 'releasable');
        await client.query(
          `insert into decision (version_id, item_id, content_hash, kind, decided_by)
           select version_id, id, content_hash, 'clear', plain_id(1, 2) from item where version_id = plain_id(3, $1)`,
          [version],
        );
      }
    }
    await client.query('vacuum analyze');
    await client.end();
  }

  /** @param acknowledged ids of the items whose signature was acknowledged, of exactly these versions */
  async verify(versions: readonly number[], acknowledged: readonly string[]): Promise<void> {
    for (const version of versions) {
      const links = await ask<Link>(
        this.url,
        'select seq, prev, header, body, hash from log where version_id = plain_id(3, $1) order by seq',
        [version],
      );
      demandChain(`version ${version}`, links);
    }
    const signed = await ask<{ id: string }>(
      this.url,
      `select d.item_id as id from decision d join log l on l.version_id = d.version_id and convert_from(l.body, 'UTF8')::jsonb ->> 'itemId' = d.item_id::text
       where d.version_id = any (select plain_id(3, n) from unnest($1::bigint[]) n)`,
      [versions],
    );
    demandSame(
      'bare signatures',
      acknowledged,
      signed.map((row) => row.id),
    );
  }
}

export function plainId(kind: number, number: number): string {
  const hex = kind.toString(16).padStart(8, '0') + number.toString(16).padStart(24, '0');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

export function itemNumber(version: number, position: number): number {
  return version * 1000 + position;
}

async function insert(client: pg.Client, version: number, items: number, state: string, itemState: string): Promise<void> {
  await client.query('insert into version values (plain_id(3, $1), plain_id(2, 1), $2, plain_id(1, 1))', [version, state]);
  await client.query(
    `insert into item
     select plain_id(4, $1::bigint * 1000 + n), plain_id(3, $1), n, $3, plain_id(1, 1), jsonb_build_object(
         'path', jsonb_build_array('教育督导', '督导评估', '事项' || n), 'elements', jsonb_build_array('第' || n || '号事项的工作安排、评估结果'),
         'timeLimit', jsonb_build_object('text', '信息形成或者变更之日起20个工作日内', 'rule', jsonb_build_object('kind', 'WITHIN', 'count', 20, 'unit', 'WORKDAY')),
         'disclosingBodies', jsonb_build_array(jsonb_build_object('text', '县教育局')),
         'channels', jsonb_build_array(jsonb_build_object('code', 'WEBSITE'), jsonb_build_object('code', 'PRINT')),
         'audience', jsonb_build_object('kind', 'PUBLIC'), 'method', 'PROACTIVE'),
       sha256(convert_to('text ' || ($1::bigint * 1000 + n), 'UTF8'))
     from generate_series(0, $2 - 1) n`,
    [version, items, itemState],
  );
}
