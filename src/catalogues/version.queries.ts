import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { CommandStore } from '../commands/command-store.js';
import type { CommandFacts, Loaded, StoredVersion } from '../commands/facts.js';
import { ProfileRegistry } from '../profiles/index.js';
import type { Succession } from './open-next.js';

/** What the commands on a version read beside its own facts. */
@Injectable()
export class VersionQueries {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: CommandStore,
    private readonly profiles: ProfileRegistry,
  ) {}

  /** The version of the same catalogue that is in force now, without its items. */
  async inForce(version: StoredVersion): Promise<Loaded | null> {
    return this.find(version.catalogueId, ['published'], 'none');
  }

  /** The open version of a catalogue with all its items. */
  async openVersion(catalogueId: string): Promise<Loaded | null> {
    return this.find(catalogueId, ['draft', 'confidentialityReview', 'riskAssessment', 'departmentApproval', 'scheduled'], 'all');
  }

  /** Item → hash of the text that the version shows, bars not regarded. */
  async shownTexts(versionId: string): Promise<Map<string, string>> {
    const rows: { item_id: string; hash: string }[] = await this.source.query(
      `select item_id, encode(content_hash, 'hex') as hash from mulu.publication_item where version_id = $1`,
      [versionId],
    );
    return new Map(rows.map((row) => [row.item_id, row.hash]));
  }

  /** Item → hash of the predecessor's text that the version keeps for it. */
  async keptTexts(versionId: string): Promise<Map<string, string>> {
    const rows: { item_id: string; hash: string }[] = await this.source.query(
      `select d.item_id, encode(d.kept_hash, 'hex') as hash from mulu.decision d
       join mulu.version_item vi on vi.version_id = d.version_id and vi.item_id = d.item_id and vi.state = 'setAside'
       where d.version_id = $1 and d.kind = 'setAside' and d.kept_hash is not null and d.voided_seq is null order by d.id`,
      [versionId],
    );
    return new Map(rows.map((row) => [row.item_id, row.hash]));
  }

  /** What the version after this one takes along. A profile may demand that everything is reaffirmed; a new profile version always does. */
  async succession(version: StoredVersion): Promise<Succession> {
    const current = this.profiles.get(version.profileId).profile;
    const carries = !current.reaffirm && current.version === version.profileVersion;
    const carried: { item_id: string; decision_id: string }[] = carries
      ? await this.source.query('select item_id, decision_id from mulu.carry_overs($1, $2)', [version.id, current.carryOverMonths])
      : [];
    const rows: { item_id: string; label: string }[] = await this.source.query(
      'select item_id, label from mulu.version_item where version_id = $1',
      [version.id],
    );
    return {
      profileVersion: current.version,
      carried: new Map(carried.map((row) => [row.item_id, Number(row.decision_id)])),
      labels: new Map(rows.map(({ item_id, label }) => [item_id, label])),
    };
  }

  private async find(catalogueId: string, states: string[], scope: 'none' | 'all'): Promise<Loaded | null> {
    const [row]: { id: string }[] = await this.source.query(
      'select id from mulu.catalogue_version where catalogue_id = $1 and state = any ($2)',
      [catalogueId, states],
    );
    if (!row) return null;
    const facts: CommandFacts = await this.store.facts(null, row.id, null, scope, null);
    return { person: null, version: facts.version!, hands: [], items: facts.items ?? [], everybody: facts.everybody ?? [] };
  }
}
