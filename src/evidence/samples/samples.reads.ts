import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Ask } from '../../audit/index.js';
import { sealedText } from '../../catalogues/index.js';
import { ProblemError } from '../../platform/problems/index.js';
import { ITEM_KINDS } from '../decision-kinds.js';
import { Jurisdiction, SCOPE } from '../jurisdiction.reads.js';
import type { SampleView } from './samples.views.js';

/** What is drawn, from what, and how it is named so that it can be drawn again. */
export interface SampleWish {
  readonly of: 'items' | 'decisions';
  readonly seed: string;
  readonly size: number;
  /** First moment, and the first one after. */
  readonly from: string;
  readonly to: string;
  /** A region, with everything below it; otherwise all over which one is auditor. */
  readonly region: string | null;
  /** How many events the logs had, by a checkpoint: what came later is not drawn from. */
  readonly checkpoint: number | null;
}

/** `$1` token, `$2` `$3` period, `$4` size of the tree, `$5` region, `$6` deciding events, null for items. */
const POPULATION = `with ${SCOPE},
  named (code) as (
    select r.code from mulu.region r where r.code = $5 union select r.code from mulu.region r join named n on r.parent_code = n.code),
  event as (
    select e.*, c.title, v.number
    from mulu.catalogue_version v join mulu.catalogue c on c.id = v.catalogue_id join body b on b.id = c.organization_id
    join mulu.log_event e on e.stream = v.id join mulu.log_leaf l on l.stream = e.stream and l.seq = e.seq
    where ($5::text is null or b.region_code in (select code from named)) and l.position < $4 and e.at >= $2 and e.at < $3 and e.item_id is not null
      and ($6::text[] is null or e.type = any ($6) and e.machine_id = 'itemReview')),
  candidate as (
    select distinct on (id) stream || ' ' || case when $6::text[] is null then item_id::text else seq::text end as id, event.*
    from event order by id, seq desc)`;

const COUNT = `${POPULATION} select count(*)::int as population, encode(sha256(convert_to(coalesce(string_agg(id, E'\\n' order by id collate "C"), ''), 'UTF8')), 'hex') as digest from candidate`;

const DRAW = `${POPULATION}
  select encode(sha256(convert_to($7 || E'\\n' || candidate.id, 'UTF8')), 'hex') as key, candidate.id, stream as "versionId", title, number as version, item_id as "itemId",
    case when $6::text[] is not null then seq::int end as seq, case when $6::text[] is not null then type end as type,
    case when $6::text[] is not null then at end as at, case when $6::text[] is not null then a.display_name end as actor,
    case when not ${sealedText('candidate.item_id', 'candidate.content_hash')} then convert_from(b.bytes, 'UTF8')::jsonb #> '{content,path}' end as path
  from candidate left join mulu.account a on a.id = actor_id left join mulu.content_blob b on b.hash = content_hash
  order by key, candidate.id limit $8`;

/** A random sample that somebody else draws again from the same seed: of a list that a checkpoint fixes, in the order of hashes. */
@Injectable()
export class SampleReads {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly jurisdiction: Jurisdiction,
  ) {}

  /** @throws ProblemError 401, 404 for whoever audits nothing, 422 without such a checkpoint */
  async draw(token: string | null, wish: SampleWish): Promise<SampleView> {
    return this.source.transaction('REPEATABLE READ', async (manager) => {
      const ask: Ask = (sql, values) => manager.query(sql, [...values]);
      await this.jurisdiction.demand(ask, token);
      const checkpoint = await checkpointOf(ask, wish.checkpoint);
      const { of, seed, size, from, to, region } = wish;
      const from_ = [token, from, to, checkpoint.size, region, of === 'items' ? null : ITEM_KINDS];
      const [counted] = await ask<{ population: number; digest: string }>(COUNT, from_);
      const drawn = await ask<SampleView['drawn'][number]>(DRAW, [...from_, seed, size]);
      return { of, seed, size, from, to, region, checkpoint, ...counted!, drawn: drawn.map((row, index) => ({ ...row, rank: index + 1 })) };
    });
  }
}

async function checkpointOf(ask: Ask, size: number | null): Promise<SampleView['checkpoint']> {
  const [row] = await ask<{ size: string; note: string }>(
    'select size, note from mulu.checkpoint where $1::bigint is null or size = $1 order by size desc limit 1',
    [size],
  );
  if (!row) throw new ProblemError({ status: 422, code: 'sample.noCheckpoint' });
  return { size: Number(row.size), note: row.note };
}
