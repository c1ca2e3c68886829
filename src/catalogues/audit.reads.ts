import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { machineHash, replay, storedChain, verifyChain, type AuditProblem, type ReplayedVersion } from '../audit/index.js';
import { CommandStore } from '../commands/index.js';
import { admitted } from './reading.js';
import type { AuditView } from './views/past.views.js';

interface StoredState {
  state: string;
  seq: number;
  items: { item: string; state: string; seq: number; revision: string; hash: string }[];
}

/** Verification of one version: its chain, its replay, and whether the stored state is what the log says. */
@Injectable()
export class VersionAudit {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: CommandStore,
  ) {}

  async verify(token: string | null, versionId: string): Promise<AuditView> {
    admitted(await this.store.facts(token, versionId, null, 'none', null));
    return this.source.transaction('REPEATABLE READ', async (manager) => {
      const query = <T>(sql: string): Promise<T[]> => manager.query(sql, [versionId]);
      const events = await storedChain(query);
      const [stored] = await query<StoredState>(STORED);
      const decisions = await query<{ seq: string; fault: string }>(DECISION_FAULTS);
      const texts = await query<{ item: string }>(TEXT_FAULTS);

      const chain = verifyChain(versionId, events);
      const replayed = replay(events, machineHash);
      const differences = compare(stored!, replayed.version);
      const problems: AuditProblem[] = [
        ...chain,
        ...replayed.problems,
        ...differences,
        ...decisions.map(({ seq, fault }) => ({ seq: Number(seq), code: 'decision.differs', detail: fault })),
        ...texts.map(({ item }) => ({ seq: null, code: 'text.differs', detail: `the text of item ${item} does not give its hash` })),
      ];
      return {
        valid: problems.length === 0,
        events: events.length,
        head: events.at(-1)?.hash.toString('hex') ?? null,
        replayMatches: replayed.problems.length === 0 && differences.length === 0,
        problems,
      };
    });
  }
}

const STORED = `select v.state, v.state_seq::int as seq, coalesce((select json_agg(json_build_object('item', i.item_id, 'state', i.state, 'seq', i.state_seq,
    'revision', i.revision_id, 'hash', encode(i.content_hash, 'hex')) order by i.position) from mulu.version_item i where i.version_id = v.id), '[]') as items
  from mulu.catalogue_version v where v.id = $1`;

/** Decisions whose row says something else than the event that made them, or that are missing. */
const DECISION_FAULTS = `select coalesce(d.seq, e.seq) as seq, case when d.id is null then 'the decision is missing' else 'the row is not what its event says' end as fault
  from mulu.log_event e
  full join mulu.decision d on d.version_id = e.stream and d.seq = e.seq
  where coalesce(e.stream, d.version_id) = $1
    and (d.id is not null or e.type in ('clear', 'requireRedaction', 'return', 'withhold', 'discloseOnApplication', 'refer', 'determine', 'defer', 'setAside',
           'acceptRisk', 'requireMitigation', 'rejectRisk', 'endorse', 'carryOver') and e.item_id is not null)
    and (d.id is null or e.seq is null or e.type <> d.kind or e.actor_id is distinct from d.decided_by or e.on_behalf_of is distinct from d.on_behalf_of
      or e.content_hash <> d.content_hash or e.item_id <> d.item_id or e.reason_hash is distinct from d.detail_hash
      or convert_from(e.body, 'UTF8')::jsonb #>> '{facts,level}' is distinct from d.level
      or convert_from(e.body, 'UTF8')::jsonb #>> '{facts,outcome}' is distinct from d.outcome
      or convert_from(e.body, 'UTF8')::jsonb #>> '{facts,ground}' is distinct from d.ground)`;

const TEXT_FAULTS = `select i.item_id as item from mulu.version_item i join mulu.content_blob b on b.hash = i.content_hash
  where i.version_id = $1 and b.bytes is not null and sha256(b.bytes) <> b.hash`;

function compare(stored: StoredState, replayed: ReplayedVersion): AuditProblem[] {
  const problems: AuditProblem[] = [];
  const differs = (detail: string) => problems.push({ seq: null, code: 'state.differs', detail });
  if (stored.state !== replayed.state || stored.seq !== replayed.seq)
    differs(`the version is ${stored.state}, the log says ${replayed.state}`);
  const items = new Map(stored.items.map((item) => [item.item, item]));
  for (const [id, item] of replayed.items) {
    const row = items.get(id);
    if (!row) differs(`item ${id} is missing`);
    else if (
      row.state !== item.state ||
      row.revision !== item.revisionId ||
      row.hash !== item.contentHash ||
      Number(row.seq) !== item.seq
    ) {
      differs(`item ${id} is ${row.state}, the log says ${item.state} with another text or position`);
    }
    items.delete(id);
  }
  if (stored.items.some(({ item }, index) => item !== replayed.order[index])) differs('the rows stand in another order than the log says');
  for (const id of items.keys()) differs(`item ${id} is in no event`);
  return problems;
}
