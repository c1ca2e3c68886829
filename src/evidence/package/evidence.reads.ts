import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { AuditPackage } from '../../../verifier/verdict.js';
import type { Ask } from '../../audit/index.js';
import { admitted, readsTexts, sealedText } from '../../catalogues/index.js';
import { CommandStore } from '../../commands/index.js';
import { MatterReads } from '../../matters/index.js';
import type { PeriodSizeView } from '../evidence.views.js';
import { Jurisdiction } from '../jurisdiction.reads.js';
import { daysOf } from '../period.js';
import { demandHandy, sizeOf } from './limits.js';
import { packOf } from './pack.js';

/** What a package holds: what verifies, and what people need to read it. */
export interface Evidence {
  readonly title: string;
  readonly pack: AuditPackage;
  /** Log → what it is called. */
  readonly logs: ReadonlyMap<string, string>;
  /** Account id → name; empty where no texts are given out. */
  readonly people: Readonly<Record<string, string>>;
  /** Hashes of texts and words that were purged by two hands: nobody has them any more. */
  readonly purged: ReadonlySet<string>;
}

export interface PackageWish {
  /** `false`: hashes only, for an auditor from outside. */
  readonly contents: boolean;
  /** The size of a checkpoint that the auditor holds, for which a proof shall come along. */
  readonly kept: number | null;
}

/** How many logs are named before they are fetched one by one. */
const LARGEST = 100;

/** Logs as bytes, the texts that their reader may read, and the proof of the newest checkpoint that covers them; all of one moment. */
@Injectable()
export class EvidenceReads {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: CommandStore,
    private readonly matters: MatterReads,
    private readonly jurisdiction: Jurisdiction,
  ) {}

  /** Whoever does not read the body's texts gets hashes only. @throws ProblemError 401, 404 */
  async ofVersion(token: string | null, versionId: string, { contents, kept }: PackageWish): Promise<Evidence> {
    const { version, hands } = admitted(await this.store.facts(token, versionId, null, 'none', null));
    const title = `${version.title} 第${version.number}版`;
    return this.snapshot((ask) => gather(ask, title, new Map([[versionId, title]]), { contents: contents && readsTexts(hands), kept }));
  }

  /** @throws ProblemError 401, 404 */
  async ofMatter(token: string | null, id: string, wish: PackageWish): Promise<Evidence> {
    const { matter } = await this.matters.loaded(token, id);
    const title = [matter.title || matter.number || matter.machineId, matter.period].filter(Boolean).join(' ');
    return this.snapshot((ask) => gather(ask, title, new Map([[id, title]]), wish));
  }

  /**
   * Every log in which something happened from one moment to another (not counted), each as a whole, for only so it verifies: those over which one is auditor.
   * @throws ProblemError 401, 404 for whoever audits nothing, 413 for more than one package holds
   */
  async ofPeriod(token: string | null, from: string, to: string, wish: PackageWish): Promise<Evidence> {
    return this.snapshot(async (ask) => {
      const logs = await this.jurisdiction.logs(ask, token, from, to);
      demandHandy(logs);
      return gather(ask, daysOf({ from, to }), new Map(logs.map(({ stream, title }) => [stream, title])), wish);
    });
  }

  /** How much `ofPeriod` would give out. @throws ProblemError 401, 404 for whoever audits nothing */
  async sizeOfPeriod(token: string | null, from: string, to: string): Promise<PeriodSizeView> {
    const logs = await this.snapshot((ask) => this.jurisdiction.logs(ask, token, from, to));
    const largest = [...logs].sort((one, other) => other.events - one.events || one.title.localeCompare(other.title, 'zh'));
    return { ...sizeOf(logs), largest: largest.slice(0, LARGEST).map(({ stream, ...log }) => ({ id: stream, ...log })) };
  }

  private snapshot<T>(work: (ask: Ask) => Promise<T>): Promise<T> {
    return this.source.transaction('REPEATABLE READ', (manager) => work((sql, values) => manager.query(sql, [...values])));
  }
}

async function gather(ask: Ask, title: string, logs: ReadonlyMap<string, string>, { contents, kept }: PackageWish): Promise<Evidence> {
  const streams = [...logs.keys()];
  const pack = await packOf(ask, streams, kept);
  return {
    title,
    logs,
    pack: { ...pack, blobs: contents ? await texts(ask, streams) : new Map() },
    people: contents ? await people(ask, streams) : {},
    purged: await purged(ask, streams),
  };
}

/** Texts, reasons and opinions that the logs name; a sealed text stays, and so does what was said about it. */
async function texts(ask: Ask, streams: readonly string[]): Promise<Map<string, Buffer>> {
  const rows = await ask<{ hash: string; bytes: Buffer }>(
    `select distinct encode(b.hash, 'hex') as hash, b.bytes from mulu.log_event e
     join mulu.content_blob b on b.hash in (e.content_hash, e.reason_hash)
     where e.stream = any ($1) and b.bytes is not null
       and not (e.item_id is not null and e.content_hash is not null and ${sealedText('e.item_id', 'e.content_hash')})`,
    [streams],
  );
  return new Map(rows.map(({ hash, bytes }) => [hash, bytes]));
}

async function purged(ask: Ask, streams: readonly string[]): Promise<Set<string>> {
  const rows = await ask<{ hash: string }>(
    `select distinct encode(b.hash, 'hex') as hash from mulu.log_event e join mulu.content_blob b on b.hash in (e.content_hash, e.reason_hash)
     where e.stream = any ($1) and b.bytes is null`,
    [streams],
  );
  return new Set(rows.map(({ hash }) => hash));
}

async function people(ask: Ask, streams: readonly string[]): Promise<Record<string, string>> {
  const rows = await ask<{ id: string; name: string }>(
    `select distinct a.id, a.display_name as name from mulu.log_event e join mulu.account a on a.id in (e.actor_id, e.on_behalf_of) where e.stream = any ($1)`,
    [streams],
  );
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
