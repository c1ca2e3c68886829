import type { TestHouse } from '../factories/house.js';
import { must, type TestVersion } from '../factories/version.http.js';
import type { Dice } from './random-desk.js';

// eslint-disable-next-line typescript/no-explicit-any -- a test reads whatever the contract promises
type Json = any;

/** What an auditor was shown of a version, of its items, and of one of them: null where it was refused. */
export interface Snapshot {
  readonly url: string;
  readonly seq: number;
  /** What names the moment: the event, or the time where a step in another log changed what is seen and this log has no event of it. */
  readonly at: string;
  readonly version: Json;
  readonly items: Json[];
  readonly oneId: string | null;
  readonly one: Json;
  /** What the next events wanted, of the version and of the item, by type; the question who may do it aside. */
  readonly wanted: Json;
  /** What replay says beside; only of the past. */
  readonly replay: Json;
}

/** @param before the snapshot before this one */
export async function snapshotOf(house: TestHouse, { url }: Pick<TestVersion, 'url'>, dice: Dice, before?: Snapshot): Promise<Snapshot> {
  const auditor = await house.as('auditor');
  const version = (await must(auditor.get(url))).json;
  const items = (await must(auditor.get(`${url}/items?limit=500`))).json.items;
  const oneId = items.length > 0 ? items[dice(items.length)].id : null;
  const one = oneId === null ? null : await auditor.get(`${url}/items/${oneId}`);
  const seen = one?.status === 200 ? one.json : null;
  const wanted = { version: wants(version.events), item: seen && wants(seen.events) };
  const at = before?.url === url && before.seq === version.seq ? new Date().toISOString() : String(version.seq);
  return { url, seq: version.seq, at, version, items, oneId, one: seen, wanted, replay: null };
}

/** The same questions, asked of the past. */
export async function pastOf(house: TestHouse, { url, seq, at: moment, oneId }: Snapshot): Promise<Snapshot> {
  const auditor = await house.as('auditor');
  const at = `at=${moment}`;
  const version = (await must(auditor.get(`${url}?${at}`))).json;
  const items = (await must(auditor.get(`${url}/items?limit=500&${at}`))).json.items;
  const one = oneId === null ? null : await auditor.get(`${url}/items/${oneId}?${at}`);
  const replay = (await must(auditor.get(`${url}/replay?limit=500&${at}`))).json;
  const seen = one?.status === 200 ? one.json : null;
  const requirements = async (query: string) => wants((await must(auditor.get(`${url}/replay/requirements?${at}${query}`))).json.events);
  const wanted = { version: await requirements(''), item: oneId === null ? null : await requirements(`&itemId=${oneId}`) };
  return { url, seq, at: moment, version, items, oneId, one: seen, wanted, replay };
}

const OF_PEOPLE = /^(rolePermits|threeHands|\w+Remains?)$/;

function wants(events: Json[]): Json {
  const requirements = (list: Json[]) =>
    list.filter(({ id }) => !OF_PEOPLE.test(id)).map(({ itemIds, ...one }) => ({ ...one, itemIds: [...itemIds].sort() }));
  return Object.fromEntries(events.map(({ type, requirements: list }) => [type, requirements(list)]));
}

const time = (at: string | null) => at && new Date(at).toISOString();

/** What must be the same: all but what is offered, and texts that one of the two moments hides from the reader. */
export function comparable(of: Snapshot, other: Snapshot): Json {
  const { events: _, publishAt, ...version } = of.version;
  const shownInBoth = new Set(other.items.filter(({ content }) => content).map(({ id }) => id));
  const items = of.items.map(({ position: __, content, marks, findings, removal, ...item }) => ({
    ...item,
    ...(content && shownInBoth.has(item.id) && { content, marks, findings, removal }),
  }));
  // Replay itself must say the same as the lists.
  const told = of.replay ?? other.replay;
  return {
    version: { ...version, publishAt: time(publishAt) },
    wanted: { version: of.wanted.version, ...(of.wanted.item && other.wanted.item && { item: of.wanted.item }) },
    items,
    replayed: of.replay
      ? told.items.map(({ id, number, state, contentHash }: Json) => ({ id, number, state, contentHash }))
      : of.items.map(({ id, number, state, contentHash }) => ({ id, number, state, contentHash })),
    state: of.replay ? told.version.state : of.version.state,
  };
}

/** As `comparable`, of one item. A decision's own time is a little later than its event's; who may act is offered, not told. */
export function comparableItem(of: Json, other: Json): Json {
  const {
    position: _,
    events: __,
    previous: ___,
    standing,
    decisions,
    proposal,
    content,
    marks,
    findings,
    removal,
    hints,
    source,
    ...item
  } = of;
  const both = content && other.content;
  return {
    ...item,
    standing: { ...standing, roles: [] },
    decisions: decisions.map(({ at: ____, words, ...decision }: Json, index: number) => ({
      ...decision,
      ...(words && other.decisions[index]?.words && { words }),
    })),
    ...(both && { content, marks, findings, removal, hints: sides(hints), proposal: proposal && { ...proposal, at: null } }),
    ...(both && source && other.source && { source }),
  };
}

const sides = (hints: Json[]) => hints.map((hint) => ({ ...hint, dismissedBy: [...hint.dismissedBy].sort() }));
