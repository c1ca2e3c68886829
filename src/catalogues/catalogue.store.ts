import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { judge } from '../../machines/judge.js';
import type { Hand } from '../../machines/people.facts.js';
import { currentVersion } from '../../machines/registry.js';
import { actorOf, CommandStore, logBody, machineOf, refuse, type Asking, type PriorAnswer } from '../commands/index.js';
import { sha256Hex } from '../content/index.js';
import { sought } from '../platform/searching.js';
import { ProfileRegistry } from '../profiles/index.js';
import type { CatalogueListDto, CreateCatalogueDto } from './catalogues.dto.js';
import type { CatalogueDetail, CataloguePage, CatalogueSummary } from './views/catalogue.views.js';

interface CatalogueRow {
  id: string;
  organizationId: string;
  organizationName: string;
  regionCode: string;
  profile: string;
  kind: string;
  title: string;
  hands: Hand[];
}

const COLUMNS = `c.id, c.organization_id as "organizationId", o.name as "organizationName", o.region_code as "regionCode", c.profile_id as profile,
  c.kind, c.title`;

const VERSIONS = `select v.id, v.number, v.state, v.profile_version as "profileVersion", v.opened_at as "openedAt", p.published_at as "publishedAt"
  from mulu.catalogue_version v left join mulu.publication p on p.version_id = v.id where v.catalogue_id = $1 order by v.number desc`;

/** The event that made the catalogue is one of the system's log. */
const CATALOGUE_MADE = `select exists (select from mulu.catalogue c
    join mulu.log_event e on e.stream = '00000000-0000-0000-0000-000000000000' and e.seq = c.created_seq
  where c.id = $1 and e.at < to_timestamp($2::float8)) as made`;

/** The versions that had been opened, in the state in which their own log says they were. */
const VERSIONS_AT = `select v.id, v.number, e.to_state as state, v.profile_version as "profileVersion", v.opened_at as "openedAt",
    case when p.published_at < to_timestamp($2::float8) then p.published_at end as "publishedAt"
  from mulu.catalogue_version v
  cross join lateral (
    select to_state from mulu.log_event where stream = v.id and machine_id = 'catalogueVersion' and at < to_timestamp($2::float8)
    order by at desc, seq desc limit 1) e
  left join mulu.publication p on p.version_id = v.id
  where v.catalogue_id = $1 order by v.number desc`;

/** Catalogues: made by a compiler of their body, seen by whoever holds a role over it. */
@Injectable()
export class CatalogueStore {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly commands: CommandStore,
    private readonly profiles: ProfileRegistry,
  ) {}

  async create(asking: Asking, wanted: CreateCatalogueDto): Promise<CatalogueDetail> {
    const person = await this.person(asking.token);
    const hands = await this.hands(asking.token, wanted.organizationId);
    if (hands.length === 0) throw refuse.absent();
    const hand = hands.find((held) => held.role === 'compiler');
    if (!hand) throw refuse.byMachine(refuse.verdict('forbidden', 'rolePermits'));
    if (asking.key === null) throw refuse.preconditionMissing('idempotencyKey');
    if (!this.profiles.find(wanted.profile)) throw refuse.past('profile.unknown');
    const id = randomUUID();
    const kind = wanted.kind ?? 'PROACTIVE_DISCLOSURE';
    const body = logBody({
      type: 'catalogue.created',
      actor: { id: person, hand },
      facts: { catalogueId: id, organizationId: wanted.organizationId, profile: wanted.profile, kind, titleHash: sha256Hex(wanted.title) },
      requestId: asking.requestId,
      idempotencyKey: asking.key,
    });
    const [row]: { outcome: { prior?: PriorAnswer; answer?: { id: string } } }[] = await this.source.query(
      `select mulu.catalogue_create($1, $2, $3, $4, $5, $6, $7, $8, decode($9, 'hex')) as outcome`,
      [asking.token, id, wanted.organizationId, wanted.profile, kind, wanted.title, body, asking.key, asking.requestHash],
    );
    const { prior, answer } = row!.outcome;
    if (prior && prior.requestHash !== asking.requestHash) throw refuse.keyReused();
    return this.one(asking.token, String((prior?.answer ?? answer)!.id));
  }

  /** @param at a time of the past; nothing for now. @throws ProblemError 422 for a time before the catalogue was made */
  async one(token: string | null, catalogueId: string, at?: string): Promise<CatalogueDetail> {
    await this.person(token);
    const [row]: CatalogueRow[] = await this.source.query(
      `select ${COLUMNS}, mulu.session_hands($1, c.organization_id) as hands from mulu.catalogue c join mulu.organization o on o.id = c.organization_id
       where c.id = $2`,
      [token, catalogueId],
    );
    if (!row || row.hands.length === 0) throw refuse.absent();
    const versions = at === undefined ? await this.source.query(VERSIONS, [catalogueId]) : await this.versionsAt(catalogueId, at);
    const { hands, ...catalogue } = row;
    return { ...catalogue, mayCompile: hands.some((hand) => hand.role === 'compiler'), versions };
  }

  /** A time means everything up to the end of its millisecond, as answers show times. */
  private async versionsAt(catalogueId: string, at: string): Promise<CatalogueDetail['versions']> {
    const until = (Date.parse(at) + 1) / 1000;
    const [{ made }]: [{ made: boolean }] = await this.source.query(CATALOGUE_MADE, [catalogueId, until]);
    if (!made) throw refuse.beforeFirst();
    return this.source.query(VERSIONS_AT, [catalogueId, until]);
  }

  async list(token: string | null, filter: CatalogueListDto): Promise<CataloguePage> {
    await this.person(token);
    const limit = filter.limit ?? 100;
    const { words, within } = sought(filter.q ? [filter.q] : []);
    const rows: CatalogueSummary[] = await this.source.query(
      `select ${COLUMNS}, v.id as "versionId", v.number as "versionNumber", v.state as "versionState",
         v.opened_at as "versionOpenedAt", p.published_at as "versionPublishedAt"
       from mulu.catalogue c join mulu.organization o on o.id = c.organization_id
       left join lateral (select * from mulu.catalogue_version x where x.catalogue_id = c.id order by x.number desc limit 1) v on true
       left join mulu.publication p on p.version_id = v.id
       where ($2::uuid is null or c.organization_id = $2) and ($3::text is null or strpos(${within('c.title || o.name')}, $3) > 0) and c.id > $4
         and jsonb_array_length(mulu.session_hands($1, c.organization_id)) > 0
       order by c.id limit $5`,
      [token, filter.organization ?? null, words[0] ?? null, cursorOf(filter.cursor), limit + 1],
    );
    const items = rows.slice(0, limit);
    return { items, nextCursor: rows.length > limit ? items.at(-1)!.id : null };
  }

  /** Opens the first draft, or the next one after a discarded first draft; later ones come by `revise`. */
  async openVersion(asking: Asking, catalogueId: string): Promise<Record<string, unknown>> {
    // Of two who open one at once the second looks again, and finds the first one's draft in the way.
    const opened = (await this.tryToOpen(asking, catalogueId)) ?? (await this.tryToOpen(asking, catalogueId));
    if (!opened) throw refuse.tooContended();
    return opened;
  }

  private async tryToOpen(asking: Asking, catalogueId: string): Promise<Record<string, unknown> | null> {
    const catalogue = await this.one(asking.token, catalogueId);
    const person = await this.person(asking.token);
    const hands = await this.hands(asking.token, catalogue.organizationId);
    const versions = catalogue.versions as { id: string; number: number; state: string }[];
    const id = randomUUID();
    const closed = new Set(['published', 'revised', 'takenDown']);
    const judgement = judge(
      'catalogueVersion',
      currentVersion('catalogueVersion'),
      null,
      { type: 'create' },
      {
        actor: actorOf({ person, hands }),
        version: {
          state: 'draft',
          submitters: [],
          approvers: [],
          smallBody: false,
          latest: true,
          everPublished: versions.some((version) => closed.has(version.state)),
          anotherOpen: versions.some((version) => version.state !== 'discarded' && !closed.has(version.state)),
          due: false,
        },
        items: [],
        hands: [],
      },
    );
    if (!judgement.allowed && judgement.refusal === 'forbidden') throw refuse.byMachine(judgement);
    if (asking.key === null) throw refuse.preconditionMissing('idempotencyKey');
    const prior = await this.prior(asking);
    if (prior) return prior;
    if (!judgement.allowed) throw refuse.byMachine(judgement);
    const profile = this.profiles.get(catalogue.profile).profile;
    const committed = await this.commands.commit(
      asking.token!,
      {
        lock: [],
        expect: [],
        changes: [
          { op: 'open', version: id, catalogue: catalogueId, profileId: profile.id, profileVersion: profile.version, predecessor: null },
          {
            op: 'event',
            stream: id,
            body: logBody({
              type: 'create',
              actor: { id: person, hand: judgement.hand! },
              machine: machineOf('catalogueVersion'),
              from: null,
              to: judgement.to,
              verdicts: judgement.verdicts,
              facts: { catalogueId },
              requestId: asking.requestId,
              idempotencyKey: asking.key,
            }),
          },
        ],
        answer: { id, number: 1 + Math.max(0, ...versions.map((version) => version.number)), state: 'draft' },
      },
      asking.key,
      asking.requestHash,
    );
    if (committed.kind === 'prior') {
      if (committed.prior.requestHash !== asking.requestHash) throw refuse.keyReused();
      return committed.prior.answer;
    }
    return committed.kind === 'written' ? committed.answer : null;
  }

  private async person(token: string | null): Promise<string> {
    const [row]: { person: string | null }[] = await this.source.query('select mulu.session_person($1) as person', [token]);
    if (!row?.person) throw refuse.notSignedIn();
    return row.person;
  }

  private async hands(token: string | null, organizationId: string): Promise<Hand[]> {
    const [row]: { hands: Hand[] }[] = await this.source.query('select mulu.session_hands($1, $2) as hands', [token, organizationId]);
    return row!.hands;
  }

  private async prior(asking: Asking): Promise<Record<string, unknown> | null> {
    const facts = await this.commands.facts(asking.token, NOWHERE, null, 'none', asking.key);
    if (!facts.prior) return null;
    if (facts.prior.requestHash !== asking.requestHash) throw refuse.keyReused();
    return facts.prior.answer;
  }
}

const NOWHERE = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

function cursorOf(cursor: string | undefined): string {
  if (cursor !== undefined && !/^[0-9a-f-]{36}$/.test(cursor)) throw refuse.malformed('cursor');
  return cursor ?? '00000000-0000-0000-0000-000000000000';
}
