import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { judge } from '../../machines/judge.js';
import { currentVersion } from '../../machines/registry.js';
import { admitted, bornItem, ItemQueries } from '../catalogues/index.js';
import {
  CommandStore,
  commandOn,
  Corridor,
  itemFacts,
  logBody,
  refuse,
  type Asking,
  type Loaded,
  type Outcome,
  type PriorAnswer,
} from '../commands/index.js';
import { ProblemError } from '../platform/problems/index.js';
import type { Profile } from '../profiles/index.js';
import { confirmImport, type WaitingImport } from './confirm-import.js';
import { FileReader } from './file-reader.js';
import type { ImportView, UnderstandingView } from './import.views.js';
import { previewOf, understandingOf } from './shown-import.js';

/** Reading files and taking what was read into a draft. */
@Injectable()
export class Imports {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: CommandStore,
    private readonly corridor: Corridor,
    private readonly queries: ItemQueries,
    private readonly reader: FileReader,
  ) {}

  /** Roles and state are looked at before a byte of the file is read. */
  async read(asking: Asking, versionId: string, file: () => Promise<{ name: string; bytes: Buffer }>) {
    const facts = await this.store.facts(asking.token, versionId, null, 'none', asking.key);
    const loaded = admitted(facts);
    const judgement = mayImport(loaded);
    if (!judgement.allowed && judgement.refusal === 'forbidden') throw refuse.byMachine(judgement);
    if (asking.key === null) throw refuse.preconditionMissing('idempotencyKey');
    const { name, bytes } = await file();
    const fileHash = createHash('sha256').update(bytes).digest('hex');
    const requestHash = createHash('sha256').update(`${asking.requestHash} ${fileHash}`).digest('hex');
    if (facts.prior) return this.again(asking, facts.prior, requestHash);
    if (!judgement.allowed) throw refuse.byMachine(judgement);

    const profile = this.queries.profileOf(loaded.version);
    const reading = await this.reader.read(bytes, name, profile);
    const id = randomUUID();
    const body = logBody({
      type: 'import.read',
      actor: { id: loaded.person!, hand: judgement.hand! },
      facts: { importId: id, versionId, fileHash, items: reading.items.length, findings: reading.findings.length },
      requestId: asking.requestId,
      idempotencyKey: asking.key,
    });
    const [row]: { outcome: { prior?: PriorAnswer } }[] = await this.source.query(
      `select mulu.import_keep($1, $2, $3, $4, decode($5, 'hex'), $6, $7, $8, decode($9, 'hex'), $10) as outcome`,
      [asking.token, id, versionId, name, fileHash, JSON.stringify(reading), body, asking.key, requestHash, JSON.stringify({ id })],
    );
    if (row!.outcome.prior) return this.again(asking, row!.outcome.prior, requestHash);
    return this.one(asking, id);
  }

  /** @throws ProblemError 404 when it is absent, or not a compiler's to see; 410 when nobody confirmed it within 30 days, or before a text of its catalogue was purged */
  async one(asking: Asking, importId: string): Promise<ImportView> {
    const { waiting, profile } = await this.waiting(asking, importId);
    const { id, versionId, fileName, readAt, confirmed, reading } = waiting;
    const file = { id, versionId, fileName, readAt, confirmed };
    if (!reading) return { ...file, format: null, items: 0, findings: [], preview: [], understood: [] };
    return {
      ...file,
      format: reading.format,
      items: reading.items.length,
      ...understandingOf(reading, 'all', profile, asking.language),
      preview: previewOf(reading),
    };
  }

  /**
   * What the file says with only these repairs. Changes nothing.
   * @throws ProblemError 409 once it was confirmed
   */
  async with(asking: Asking, importId: string, repairs: 'all' | string[]): Promise<UnderstandingView> {
    const { waiting, profile } = await this.waiting(asking, importId);
    if (!waiting.reading) throw refuse.confirmedAlready();
    return understandingOf(waiting.reading, repairs, profile, asking.language);
  }

  async confirm(asking: Asking, importId: string, repairs: 'all' | string[]): Promise<Outcome> {
    const { waiting } = await this.waiting(asking, importId);
    const request = commandOn(asking, waiting.versionId);
    return this.corridor.run(request, confirmImport(request, waiting, repairs, this.queries, asking.language));
  }

  private async waiting(asking: Asking, importId: string): Promise<{ waiting: WaitingImport; profile: Profile }> {
    const [row]: Omit<WaitingImport, 'id'>[] = await this.source.query(
      `select version_id as "versionId", uploaded_by as "uploadedBy", file_name as "fileName", created_at as "readAt",
         encode(file_hash, 'hex') as "fileHash", confirmed_seq is not null as confirmed, reading
       from mulu.import where id = $1`,
      [importId],
    );
    const versionId = row?.versionId ?? importId;
    const loaded = admitted(await this.store.facts(asking.token, versionId, null, 'none', null));
    if (!row || !loaded.hands.some((hand) => hand.role !== 'leadingGroupOffice')) throw refuse.absent();
    if (!row.reading && !row.confirmed) throw new ProblemError({ status: 410, code: 'import.lapsed' });
    return { waiting: { id: importId, ...row }, profile: this.queries.profileOf(loaded.version) };
  }

  private async again(asking: Asking, prior: PriorAnswer, requestHash: string) {
    if (prior.requestHash !== requestHash) throw refuse.keyReused();
    return this.one(asking, String(prior.answer.id));
  }
}

/** Whether the person may add rows to this version: the question that a new row asks. */
function mayImport(loaded: Loaded) {
  const nothing = {
    hash: '',
    bytes: '',
    category: null,
    removal: false,
    findings: { missing: [], timeLimitUnread: false, hits: [], openRepairs: [] },
  };
  const born = bornItem(loaded, randomUUID(), nothing);
  return judge('itemReview', currentVersion('itemReview'), null, { type: 'create' }, itemFacts(loaded, born, []));
}
