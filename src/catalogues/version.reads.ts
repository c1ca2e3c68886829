import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { ITEM_STATES, type ItemState } from '../../machines/item-review.facts.js';
import { offers } from '../../machines/judge.js';
import { CommandStore } from '../commands/command-store.js';
import { versionFacts, type Loaded } from '../commands/facts.js';
import type { Language } from '../platform/problems/index.js';
import { inLanguage } from './item.reads.js';
import { admitted, readsTexts } from './reading.js';
import { momentOf } from './replay/moment.js';
import { pastRows } from './replay/past-rows.js';
import { shownThen, type StandingItem } from './replay/past-shown.js';
import { pastVersion } from './replay/past-version.js';
import type { Disappearance, Progress, VersionView } from './views/version.views.js';

/** Versions as the API shows them. */
@Injectable()
export class VersionReads {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: CommandStore,
  ) {}

  /** A version with what may happen to it next, why or why not, and how far it is. */
  async one(token: string | null, versionId: string, language: Language): Promise<VersionView> {
    const loaded = admitted(await this.store.facts(token, versionId, null, 'all', null));
    const { version } = loaded;
    const events = offers('catalogueVersion', version.state, versionFacts(loaded)).map((offer) => ({
      ...offer,
      requirements: inLanguage(offer.requirements, language),
    }));
    return {
      id: version.id,
      catalogueId: version.catalogueId,
      organizationId: version.organizationId,
      title: version.title,
      number: version.number,
      state: version.state,
      profile: { id: version.profileId, version: version.profileVersion },
      predecessorId: version.predecessorId,
      publishAt: version.publishAt,
      seq: version.seq,
      events,
      progress: progressOf(loaded.items.map((item) => item.state)),
      disappearances: await this.disappearances(
        loaded,
        loaded.items.map((item) => ({
          ...item,
          shown: (item.state === 'releasable' && !item.removal) || (item.state === 'setAside' && item.kept),
        })),
      ),
    };
  }

  /** The version as it stood at a moment of its log: the same answer, with nothing offered. */
  async past(token: string | null, versionId: string, at: string): Promise<VersionView> {
    const loaded = admitted(await this.store.facts(token, versionId, null, 'none', null));
    const { version } = loaded;
    const { seq } = await momentOf(this.source, version.id, at);
    const { state, publishAt } = await pastVersion(this.source, version.id, seq);
    const rows = await pastRows(this.source, version.id, seq);
    return {
      id: version.id,
      catalogueId: version.catalogueId,
      organizationId: version.organizationId,
      title: version.title,
      number: version.number,
      state,
      profile: { id: version.profileId, version: version.profileVersion },
      predecessorId: version.predecessorId,
      publishAt,
      seq,
      events: [],
      progress: progressOf(rows.map((row) => row.state)),
      disappearances: await this.disappearances(loaded, await shownThen(this.source, version.id, seq, rows)),
    };
  }

  /** What the predecessor showed and this version would not: the leader's list of disappearances, however they came about. */
  private async disappearances(loaded: Loaded, items: readonly StandingItem[]): Promise<Disappearance[]> {
    if (!loaded.version.predecessorId) return [];
    const rows: { item_id: string; path: string[] }[] = await this.source.query(
      `select item_id, public_content -> 'path' as path from mulu.publication_item where version_id = $1 order by position`,
      [loaded.version.predecessorId],
    );
    const standing = new Map(items.map((item) => [item.itemId, item]));
    return rows
      .filter((row) => !standing.get(row.item_id)?.shown)
      .map((row) => {
        const item = standing.get(row.item_id);
        // What disappears may be barred: its words are for those who read texts.
        const path = readsTexts(loaded.hands) ? row.path : null;
        return { itemId: row.item_id, path, state: item?.state ?? null, removal: item?.removal ?? false };
      });
  }
}

/** Items by state, and how many have been decided. */
function progressOf(items: readonly ItemState[]): Progress {
  const states = Object.fromEntries(
    ITEM_STATES.map((state) => [state, items.filter((item) => item === state).length]),
  ) as Progress['states'];
  const undecided = states.drafting + states.awaitingReview + states.returned;
  return { items: items.length, decided: items.length - undecided, states };
}
