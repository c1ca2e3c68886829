import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MachineId } from '../../machines/registry.js';
import {
  replay,
  replayMatter,
  replayPurges,
  SYSTEM_STREAM,
  verifyChain,
  type AuditProblem,
  type ChainedEvent,
} from '../../src/audit/index.js';
import { PROJECT_ROOT } from '../../src/platform/project.js';

/** One chain as it was written: what was hashed, as text, and what came of it. */
export interface GoldenChain {
  readonly stream: string;
  readonly events: readonly { readonly header: string; readonly body: string; readonly hash: string }[];
  /** What the replay of all of it says; `items` of a catalogue's version, `matter` of what offices hand down, `purges` of the system chain. */
  readonly ends: object;
}

/** One step of a lifecycle: `to` is null where an item goes. */
export interface Step {
  readonly machine: MachineId;
  readonly version: string;
  readonly hash: string;
  readonly from: string | null;
  readonly type: string;
  readonly to: string | null;
}

const FOLDER = join(PROJECT_ROOT, 'test', 'golden');
export const folderOf = (id: string, version: string): string => join(FOLDER, `${id}-${version}`);

/** The recorded histories of a version of a lifecycle, by file name; none where nobody recorded any. */
export function goldenChains(id: string, version: string): ReadonlyMap<string, GoldenChain> {
  const folder = folderOf(id, version);
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  return new Map(names.map((name) => [name, JSON.parse(readFileSync(join(folder, name), 'utf8')) as GoldenChain]));
}

const column = (body: Record<string, unknown>, name: string) => (body[name] ?? null) as string | null;

/** As the database tells it, columns and all. */
export function chained({ events }: Pick<GoldenChain, 'events'>): ChainedEvent[] {
  let prev = Buffer.alloc(32);
  return events.map(({ header, body, hash }, index) => {
    const said = JSON.parse(body) as Record<string, unknown> & { machine?: { id: string; version: string } };
    const names = ['type', 'actor', 'onBehalfOf', 'itemId', 'from', 'to', 'revisionId', 'contentHash', 'reasonHash'];
    const columns = Object.fromEntries(names.map((name) => [name, column(said, name)]));
    const event = {
      seq: index + 1,
      prev,
      header: Buffer.from(header, 'latin1'),
      body: Buffer.from(body),
      hash: Buffer.from(hash, 'hex'),
      columns: { ...columns, machineId: said.machine?.id ?? null, machineVersion: said.machine?.version ?? null },
    };
    prev = event.hash;
    return event;
  });
}

/** Everything that is wrong with a chain, and what it comes to. */
export function followed(
  { stream, events }: Pick<GoldenChain, 'stream' | 'events'>,
  hashOf: (id: MachineId, version: string) => string | null,
): { problems: readonly AuditProblem[]; ends: object } {
  const all = chained({ events });
  const chain = verifyChain(stream, all);
  if (events.some(({ body }) => body.includes('"machine":{"hash"') && /"id":"(catalogueVersion|itemReview)"/.test(body))) {
    const { version, problems } = replay(all, hashOf);
    const { state, seq, items, order } = version; // what replay learns to tell later was not recorded
    return { problems: [...chain, ...problems], ends: { state, seq, items: Object.fromEntries(items), order } };
  }
  if (stream === SYSTEM_STREAM) {
    const { purges, problems } = replayPurges(all, hashOf);
    return { problems: [...chain, ...problems], ends: { purges: Object.fromEntries(purges) } };
  }
  const { matter, problems } = replayMatter(all, hashOf);
  return { problems: [...chain, ...problems], ends: { matter } };
}

/** The steps of lifecycles that a chain takes. */
export function stepsOf({ events }: Pick<GoldenChain, 'events'>): Step[] {
  return events.flatMap(({ body }) => {
    const { machine, from = null, type, to = null } = JSON.parse(body);
    return machine ? [{ machine: machine.id, version: machine.version, hash: machine.hash, from, type, to }] : [];
  });
}

export const nameOf = ({ from, type, to }: Pick<Step, 'from' | 'type' | 'to'>): string => `${from ?? '(none)'} ${type} → ${to ?? '(none)'}`;
