import { canonicalJson } from '../content/index.js';
import { moment, type Ask } from './ask.js';
import { verifyChain, type AuditProblem } from './chain.js';
import { replayMatter, type ReplayedMatter } from './replay-matter.js';
import { saidBy } from './said.js';
import { registeredMachines, type RegisteredMachines } from './registered.js';
import { storedChain } from './stored.js';
import { namedTexts, textOf, type Texts } from './texts.js';
import type { Verified } from './version/verify-version.js';

interface Words {
  readonly number: string;
  readonly title: string;
  readonly openedAt: string;
}

const ROW = `select machine_id as machine, state, state_seq::int as seq, purpose, organization_id as organization, region_code as region,
    office_region as office, parent_id as parent, period, since::text as since, encode(text_hash, 'hex') as text, due_on::text as "dueOn",
    due_rule as "dueRule", due_provisional as provisional, done_on::text as "doneOn", reminded_for::text as "remindedFor",
    escalated_for::text as "escalatedFor", number, title, ${moment('opened_at')} as "openedAt"
  from mulu.matter where id = $1`;

/** A matter is opened in the transaction of its first event. */
const SOON_MS = 60_000;

/**
 * One matter: its chain, its replay, whether its row is what the log says, and whether its texts are there and give their hashes.
 * @param known what is registered in the caller's snapshot, where it was asked already
 */
export async function verifyMatter(ask: Ask, id: string, known?: RegisteredMachines): Promise<Verified> {
  const hashOf = known ?? (await registeredMachines(ask));
  const events = await storedChain(ask, id);
  const said = saidBy(events);
  const [row] = await ask<ReplayedMatter & Words>(ROW, [id]);
  const { texts, problems: textFaults } = await namedTexts(ask, said);

  const replayed = replayMatter(events, hashOf);
  const differing = row
    ? [...columnsDiffering(row, replayed.matter), ...wordsDiffering(row, texts, said[0]?.at)]
    : ['the matter is missing'];
  const problems: AuditProblem[] = [
    ...verifyChain(id, events),
    ...replayed.problems,
    ...differing.map((detail) => ({ seq: null, code: 'state.differs', detail })),
    ...textFaults,
  ];
  return {
    valid: problems.length === 0,
    events: events.length,
    head: events.at(-1)?.hash.toString('hex') ?? null,
    replayMatches: replayed.problems.length === 0 && differing.length === 0,
    problems,
  };
}

function columnsDiffering(row: ReplayedMatter, replayed: ReplayedMatter): string[] {
  return (Object.keys(replayed) as (keyof ReplayedMatter)[])
    .filter((column) => canonicalJson(row[column]) !== canonicalJson(replayed[column]))
    .map((column) => `${column} is ${canonicalJson(row[column])}, the log says ${canonicalJson(replayed[column])}`);
}

function wordsDiffering({ text, number, title, openedAt }: ReplayedMatter & Words, texts: Texts, begun: string | undefined): string[] {
  const words = textOf<{ number?: string; title?: string }>(texts, text);
  const bytes = text === null ? undefined : texts.get(text);
  const unreadable = bytes != null && words === null;
  const named = (words?.number ?? number) === number && (words?.title ?? title) === title;
  const onTime = begun === undefined || Math.abs(Date.parse(openedAt) - Date.parse(begun)) <= SOON_MS;
  return [
    ...(named && !unreadable ? [] : ['number and title are not those of the text']),
    ...(onTime ? [] : ['it was opened at another time than the log says']),
  ];
}
