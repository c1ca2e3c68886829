import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { AuditPackage } from '../../../verifier/verdict.js';
import { admitted, readsTexts, sealedText } from '../../catalogues/index.js';
import { CommandStore } from '../../commands/index.js';
import { packOf } from './pack.js';

/** What a package of a version holds beside what verifies: for people to read. */
export interface VersionEvidence {
  readonly pack: AuditPackage;
  readonly title: string;
  readonly number: number;
  /** Account id → name; empty where no texts are given out. */
  readonly people: Readonly<Record<string, string>>;
}

/** The bytes of a version's log, the texts that its reader may read, and the proof of the newest checkpoint that covers it; all of one moment. */
@Injectable()
export class VersionEvidenceReads {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: CommandStore,
  ) {}

  /**
   * @param contents `false` gives hashes only, for an auditor from outside; so does whoever does not read the body's texts
   * @param kept the size of a checkpoint that the auditor holds, for which a proof shall come along
   * @throws ProblemError 401, 404
   */
  async of(token: string | null, versionId: string, contents: boolean, kept: number | null): Promise<VersionEvidence> {
    const { version, hands } = admitted(await this.store.facts(token, versionId, null, 'none', null));
    const whole = contents && readsTexts(hands);
    return this.source.transaction('REPEATABLE READ', async (manager) => {
      const pack = await packOf((sql, values) => manager.query(sql, [...values]), [versionId], kept);
      return {
        pack: { ...pack, blobs: whole ? await this.texts(manager, versionId) : new Map() },
        title: version.title,
        number: version.number,
        people: whole ? await this.people(manager, versionId) : {},
      };
    });
  }

  /** Texts, reasons and opinions that the log names; a sealed text stays, and so does what was said about it. */
  private async texts(manager: EntityManager, versionId: string): Promise<Map<string, Buffer>> {
    const rows: { hash: string; bytes: Buffer }[] = await manager.query(
      `select distinct encode(b.hash, 'hex') as hash, b.bytes from mulu.log_event e
       join mulu.content_blob b on b.hash in (e.content_hash, e.reason_hash)
       where e.stream = $1 and b.bytes is not null and not (e.item_id is not null and e.content_hash is not null and ${sealedText('e.item_id', 'e.content_hash')})`,
      [versionId],
    );
    return new Map(rows.map(({ hash, bytes }) => [hash, bytes]));
  }

  private async people(manager: EntityManager, versionId: string): Promise<Record<string, string>> {
    const rows: { id: string; name: string }[] = await manager.query(
      `select distinct a.id, a.display_name as name from mulu.log_event e join mulu.account a on a.id in (e.actor_id, e.on_behalf_of) where e.stream = $1`,
      [versionId],
    );
    return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
  }
}
