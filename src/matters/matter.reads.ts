import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { offers } from '../../machines/judge.js';
import { workingDaysBetween, type Calendar } from '../calendar/index.js';
import { inLanguage } from '../catalogues/index.js';
import { MatterStore, refuse, type LoadedMatter, type StoredMatter } from '../commands/index.js';
import type { Language } from '../platform/problems/index.js';
import { matterFacts } from './facts.js';
import { MatterSurroundings } from './surroundings.js';
import type { DeadlineStandView, MatterEventView, MatterHistoryPage, MatterView } from './matter.views.js';

interface Beside {
  readonly text: object | null;
  readonly organization: MatterView['organization'];
  readonly region: MatterView['region'];
  readonly office: MatterView['office'];
  readonly parent: MatterView['parent'];
}

/** The deadline of a matter as it stands on a day. */
export function deadlineOf(
  { dueOn, dueRule, provisional, doneOn }: Pick<StoredMatter, 'dueOn' | 'dueRule' | 'provisional' | 'doneOn'>,
  today: string,
  calendar: Calendar,
): DeadlineStandView | null {
  if (dueOn === null || dueRule === null) return null;
  const rule = dueRule.kind === 'FIXED' ? { kind: dueRule.kind } : dueRule;
  const workingDaysLeft = doneOn === null ? workingDaysBetween(calendar, today, dueOn) : null;
  return { dueOn, rule, provisional, workingDaysLeft, doneOn, onTime: doneOn === null ? null : doneOn <= dueOn };
}

/** One matter as its readers see it: whoever has a hand over it. */
@Injectable()
export class MatterReads {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: MatterStore,
    private readonly around: MatterSurroundings,
  ) {}

  /** @throws ProblemError 401 without a session, 404 for what is absent or not for this reader */
  async loaded(token: string | null, id: string): Promise<LoadedMatter & { matter: StoredMatter }> {
    const { person, matter, hands, today, publishedSince } = await this.store.facts(token, id, null);
    if (person === null) throw refuse.notSignedIn();
    if (matter === null || !hands?.length) throw refuse.absent();
    return { person, matter, hands, today, publishedSince };
  }

  async one(token: string | null, id: string, language: Language): Promise<MatterView> {
    const loaded = await this.loaded(token, id);
    const { matter } = loaded;
    const calendar = await this.around.calendar();
    const { text, ...beside } = await this.beside(matter);
    return {
      id: matter.id,
      machine: matter.machineId,
      purpose: matter.purpose,
      state: matter.state,
      number: matter.number,
      title: matter.title,
      text: text ?? {},
      ...beside,
      period: matter.period,
      since: matter.since,
      deadline: deadlineOf(matter, loaded.today, calendar),
      openedAt: matter.openedAt,
      roles: [...new Set(loaded.hands.map(({ role }) => role))],
      events: offers(matter.machineId, matter.state as never, matterFacts(loaded, calendar)).map((offer) => ({
        ...offer,
        requirements: inLanguage(offer.requirements, language),
      })),
      seq: matter.seq,
    };
  }

  /** What happened to it, oldest first, with the words that went along. */
  async history(token: string | null, id: string, after: number, limit: number): Promise<MatterHistoryPage> {
    await this.loaded(token, id);
    const rows: (MatterEventView & { facts: Record<string, unknown> | null })[] = await this.source.query(
      `select e.seq::int as seq, e.type, e.at, e.from_state as "from", e.to_state as "to", encode(e.hash, 'hex') as hash,
         encode(e.content_hash, 'hex') as "contentHash", b.body -> 'roles' as roles, b.body -> 'facts' as facts,
         case when a.id is not null then json_build_object('id', a.id, 'displayName', a.display_name) end as actor,
         case when p.id is not null then json_build_object('id', p.id, 'displayName', p.display_name) end as "onBehalfOf",
         convert_from(w.bytes, 'UTF8')::json as words
       from mulu.log_event e cross join lateral (select convert_from(e.body, 'UTF8')::json as body) b
       left join mulu.account a on a.id = e.actor_id left join mulu.account p on p.id = e.on_behalf_of
       left join mulu.content_blob w on w.hash = e.reason_hash
       where e.stream = $1 and e.seq > $2 order by e.seq limit $3`,
      [id, after, limit + 1],
    );
    const items = rows.slice(0, limit).map(({ facts, ...event }) => ({ ...event, ...deadlineSaid(facts ?? {}) }));
    const last = items.at(-1);
    return { items, nextCursor: rows.length > limit && last ? String(last.seq) : null };
  }

  private async beside(matter: StoredMatter): Promise<Beside> {
    const [row]: Beside[] = await this.source.query(
      `select (select convert_from(bytes, 'UTF8')::json from mulu.content_blob where hash = decode($1, 'hex')) as text,
         (select json_build_object('id', id, 'name', name) from mulu.organization where id = $2) as organization,
         (select json_build_object('code', code, 'name', name) from mulu.region where code = $3) as region,
         (select json_build_object('code', code, 'name', name) from mulu.region where code = $4) as office,
         (select json_build_object('id', p.id, 'machine', p.machine_id, 'state', p.state,
            'number', coalesce(nullif(p.number, ''), t.number, ''), 'title', coalesce(nullif(p.title, ''), t.title, ''), 'dueOn', p.due_on)
          from mulu.matter p left join mulu.matter t on t.id = p.parent_id where p.id = $5) as parent`,
      [matter.textHash, matter.organizationId, matter.regionCode, matter.officeRegion, matter.parentId],
    );
    return row!;
  }
}

function deadlineSaid({
  dueOn,
  before,
  dueRule,
  doneOn,
}: Record<string, unknown>): Pick<MatterEventView, 'dueOn' | 'before' | 'rule' | 'doneOn'> {
  return Object.fromEntries(Object.entries({ dueOn, before, rule: dueRule, doneOn }).filter(([, value]) => value !== undefined));
}
