import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { bodyOf, machineHash, replayMatter, storedChain, verifyChain, type AuditProblem, type ReplayedMatter } from '../audit/index.js';
import type { AuditView } from '../catalogues/index.js';
import { canonicalJson } from '../content/index.js';
import { MatterReads } from './matter.reads.js';

/** Verification of one matter: its chain, its replay, whether its row is what the log says, and whether its texts give their hashes. */
@Injectable()
export class MatterAudit {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly reads: MatterReads,
  ) {}

  /** @throws ProblemError 401 without a session, 404 for what is absent or not for this reader */
  async verify(token: string | null, id: string): Promise<AuditView> {
    await this.reads.loaded(token, id);
    return this.source.transaction('REPEATABLE READ', async (manager) => {
      const query = <T>(sql: string): Promise<T[]> => manager.query(sql, [id]);
      const events = await storedChain(query);
      const [row] = await query<ReplayedMatter & Words>(ROW);
      const texts = await query<{ hash: string }>(TEXT_FAULTS);

      const replayed = replayMatter(events, machineHash);
      const differences = differing(row!, replayed.matter);
      const problems: AuditProblem[] = [
        ...verifyChain(id, events),
        ...replayed.problems,
        ...differences.map((detail) => ({ seq: null, code: 'state.differs', detail })),
        ...texts.map(({ hash }) => ({ seq: null, code: 'text.differs', detail: `the text ${hash} does not give its hash` })),
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

interface Words {
  readonly number: string;
  readonly title: string;
  /** The text that stands; null where there is none, or it was purged. */
  readonly bytes: Buffer | null;
}

const ROW = `select m.machine_id as machine, m.state, m.state_seq::int as seq, m.purpose, m.organization_id as organization, m.region_code as region,
    m.office_region as office, m.parent_id as parent, m.period, m.since::text as since, encode(m.text_hash, 'hex') as text, m.due_on::text as "dueOn",
    m.due_rule as "dueRule", m.due_provisional as provisional, m.done_on::text as "doneOn", m.reminded_for::text as "remindedFor",
    m.escalated_for::text as "escalatedFor", m.number, m.title, b.bytes
  from mulu.matter m left join mulu.content_blob b on b.hash = m.text_hash where m.id = $1`;

const TEXT_FAULTS = `select distinct encode(b.hash, 'hex') as hash from mulu.log_event e join mulu.content_blob b on b.hash in (e.content_hash, e.reason_hash)
  where e.stream = $1 and b.bytes is not null and sha256(b.bytes) <> b.hash`;

function differing({ bytes, number, title, ...row }: ReplayedMatter & Words, replayed: ReplayedMatter): string[] {
  const found = (Object.keys(replayed) as (keyof ReplayedMatter)[])
    .filter((column) => canonicalJson(row[column]) !== canonicalJson(replayed[column]))
    .map((column) => `${column} is ${canonicalJson(row[column])}, the log says ${canonicalJson(replayed[column])}`);
  const words = bytes === null ? {} : bodyOf<{ number?: string; title?: string }>({ body: bytes });
  const named = words !== null && (words.number ?? number) === number && (words.title ?? title) === title;
  return named ? found : [...found, 'number and title are not those of the text'];
}
