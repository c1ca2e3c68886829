import type { RoleCode } from '../../machines/people.facts.js';
import { asksOf, type Ask } from './asks.js';
import type { VersionAtWork, WorklistFacts } from './facts.js';
import { VERSION_KINDS, type TaskKind } from './kinds.js';
import { Turns } from './turn.js';

/** Somebody who is next, because something was handed over to them. */
export interface Call {
  /** Account id. */
  readonly person: string;
  readonly kind: TaskKind;
  readonly role: RoleCode;
  /** Log position of the last hand-over. */
  readonly seq: number;
  /** The version as a whole was handed over, not items of it. */
  readonly whole: boolean;
}

const OF_WHOLE: ReadonlySet<TaskKind> = new Set(Object.values(VERSION_KINDS).map(({ kind }) => kind));

/** A draft that was opened anew was handed over by nobody, nor is what only a date brings up again. */
const HANDED_BACK: ReadonlySet<string> = new Set(['return', 'recall', 'textBarred']);

function handedOver({ event }: VersionAtWork, { kind }: Ask): boolean {
  return kind === 'finishDraft' ? HANDED_BACK.has(event.type) : kind !== 'takeUp';
}

/** Everybody who may act now on what was handed over, each kind once a person, in the role in which they can do most of it. */
export function callsOf(facts: WorklistFacts): Call[] {
  const turns = new Turns();
  return facts.versions.flatMap((version) =>
    asksOf(version, facts.hands[version.organization.id] ?? [], turns)
      .filter((ask) => handedOver(version, ask))
      .flatMap(callsOfAsk),
  );
}

function callsOfAsk({ kind, seq, hands }: Ask): Call[] {
  const free = hands.filter((asked) => asked.free > 0).sort((one, other) => other.free - one.free);
  const first = new Map<string, RoleCode>();
  for (const { hand } of free) if (!first.has(hand.persons[0])) first.set(hand.persons[0], hand.role);
  return [...first].map(([person, role]) => ({ person, kind, role, seq, whole: OF_WHOLE.has(kind) }));
}
