import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { CatalogueVersionFacts } from '../../../machines/catalogue-version.facts.js';
import { offers, type Offer } from '../../../machines/judge.js';
import { OPEN_VERSION_STATES } from '../../../machines/item-standing.js';
import { ROLE_CODES } from '../../../machines/people.facts.js';
import type { VersionState } from '../../../machines/item-review.facts.js';
import { CommandStore, refuse, type StoredVersion } from '../../commands/index.js';
import type { Language } from '../../platform/problems/index.js';
import { ItemQueries } from '../item.queries.js';
import { inLanguage } from '../item.reads.js';
import { admitted } from '../reading.js';
import { knownOf } from './known.js';
import { momentOf, type Moment } from './moment.js';
import { pastRows } from './past-rows.js';
import { pastVersion, type PastVersion } from './past-version.js';
import type { RequirementsThenDto } from './replay.dto.js';
import type { RequirementsThenView } from './requirements.views.js';
import { standingThen } from './standings-then.js';

/** These speak of who asks, and of who holds a role now: of the past, the holders say it. */
const OF_PEOPLE: ReadonlySet<string> = new Set([
  'rolePermits', 'threeHands', 'approverRemains', 'deciderRemains', 'assessorRemains', 'distinctHandsRemain',
]); // prettier-ignore

/** Somebody who had no hand in anything and may do everything: what they lack is missing in the matter itself. */
const ANYBODY = { kind: 'person', id: 'anybody', hands: ROLE_CODES.map((role) => ({ role, persons: ['anybody'] as const })) } as const;

/** Versions of the catalogue at the moment: their numbers and states. */
const SIBLINGS = `select v.id, v.number, (select e.to_state from mulu.log_event e
    where e.stream = v.id and e.machine_id = 'catalogueVersion' and e.at <= $2::timestamptz order by e.at desc, e.seq desc limit 1) as state
  from mulu.catalogue_version v where v.catalogue_id = $1`;
const HANDS = `select kind, mulu.persons(person_id, on_behalf_of) as persons from mulu.participation
  where version_id = $1 and seq <= $2 and kind in ('submitted', 'approved') order by seq`;

/** What the next events still wanted at a moment: the machine that was in force then, asked about the facts of then. */
@Injectable()
export class RequirementsThenReads {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: CommandStore,
    private readonly queries: ItemQueries,
  ) {}

  /** @throws ProblemError 401 without a session, 404 for what is absent or not for this reader, 422 for a time before the first event */
  async of(
    token: string | null,
    versionId: string,
    { at, itemId }: RequirementsThenDto,
    language: Language,
  ): Promise<RequirementsThenView> {
    const loaded = admitted(await this.store.facts(token, versionId, null, 'none', null));
    const { version } = loaded;
    const moment = await momentOf(this.source, version.id, at);
    const past = await pastVersion(this.source, version.id, moment.seq);
    const rows = await pastRows(this.source, version.id, moment.seq);
    const wanted = itemId === undefined ? rows : rows.filter((row) => row.itemId === itemId.toLowerCase());
    if (itemId !== undefined && wanted.length === 0) throw refuse.absent();
    const items = (await knownOf(this.source, version.id, moment, wanted)).map((known) => standingThen(known, version.id));
    const facts: CatalogueVersionFacts = { actor: ANYBODY, version: await this.versionThen(version, past, moment), items, hands: [] };
    const hazardQuestions = this.queries.profileOf(version).hazardQuestions.map(({ code }) => code);
    const offered =
      itemId === undefined
        ? offers('catalogueVersion', past.state, facts, past.machineVersion)
        : offers(
            'itemReview',
            items[0]!.state,
            { actor: ANYBODY, version: { ...facts.version, hazardQuestions }, item: items[0]!, incoming: null, whole: null },
            past.itemMachineVersion!,
          );
    return {
      at: { seq: moment.seq, at: moment.at.toISOString() },
      state: itemId === undefined ? past.state : items[0]!.state,
      events: offered.map((offer) => eventView(offer, language)),
    };
  }

  private async versionThen(version: StoredVersion, past: PastVersion, { seq, until }: Moment): Promise<CatalogueVersionFacts['version']> {
    const siblings: { id: string; number: number; state: VersionState | null }[] = await this.source.query(SIBLINGS, [
      version.catalogueId,
      until,
    ]);
    const others = siblings.filter(({ id, state }) => id !== version.id && state !== null) as { number: number; state: VersionState }[];
    const hands: { kind: string; persons: string[] }[] = await this.source.query(HANDS, [version.id, seq]);
    return {
      state: past.state,
      submitters: hands.filter(({ kind }) => kind === 'submitted').flatMap(({ persons }) => persons),
      approvers: hands.findLast(({ kind }) => kind === 'approved')?.persons ?? [],
      smallBody: version.smallBody,
      latest: !others.some(({ number, state }) => number > version.number && state !== 'discarded'),
      anotherOpen: others.some(({ state }) => OPEN_VERSION_STATES.includes(state)),
      everPublished: [...others.map(({ state }) => state), past.state].some((state) =>
        ['published', 'revised', 'takenDown'].includes(state),
      ),
      due: past.publishAt !== null && Date.parse(past.publishAt) <= Date.parse(until),
    };
  }
}

function eventView({ type, requirements }: Offer, language: Language): RequirementsThenView['events'][number] {
  const shown = inLanguage(
    requirements.filter(({ id }) => !OF_PEOPLE.has(id)),
    language,
  );
  return { type, met: shown.every(({ satisfied }) => satisfied), requirements: shown };
}
