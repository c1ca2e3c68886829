import { eventTypesOf, lifecycle, transitionsOf, type Lifecycle, type MatterMachineId } from '../../machines/registry.js';
import { shapeOf, type Choice, type Edge } from '../../machines/testing/shape.js';
import { CalendarReads } from '../../src/calendar/calendar.reads.js';
import { move } from '../../src/matters/steps.js';
import { DUE, fixed, keyed, type Matter, type MatterDesk, WHATEVER } from '../factories/matters.js';
import { queryable } from '../factories/people.js';
import type { Actor, Facts } from '../factories/versions.js';

/** A rule that leads to a day that has passed, and one that leads to a day ahead. */
const PAST = { kind: 'WORKDAYS_AFTER', from: '2026-01-05', days: 5 } as const;
const AHEAD = { kind: 'WORKDAYS_AFTER', from: '2098-01-06', days: 5 } as const;

/** A territory has one report of each year. */
let year = 2026;

/** Steps of the ordinary way; the others are tried as the last one. */
const onTheWay = ({ type }: Choice): boolean => !['recompute', 'cancel', 'withdraw', 'lapse'].includes(type);

/** One matter of a kind, walked through its lifecycle by the database's doors; where a step waits for time, time is made to pass. */
export class MatterWalker {
  private constructor(
    private readonly desk: MatterDesk,
    private readonly machine: MatterMachineId,
    readonly id: string,
    private readonly above: string | null,
  ) {}

  /** Walks to where the edge begins, then takes it. Answers the state after it. */
  static async take(desk: MatterDesk, machine: MatterMachineId, edge: Edge): Promise<string> {
    return (await (await MatterWalker.taken(desk, machine, edge)).now()).state;
  }

  /** As `take`; answers the walker, which can go on. */
  static async taken(desk: MatterDesk, machine: MatterMachineId, { from, choice, to }: Edge): Promise<MatterWalker> {
    const walker = await MatterWalker.begin(desk, machine);
    const { pathsFrom } = shapeOf(machine);
    const start = (await walker.now()).state;
    for (const step of from === start ? [] : pathsFrom(start, onTheWay).find((path) => path.to === from)!.choices) await walker.step(step);
    await walker.step(choice, to);
    return walker;
  }

  /** One more step. Answers the state after it. */
  async on({ choice, to }: Edge): Promise<string> {
    await this.step(choice, to);
    return (await this.now()).state;
  }

  private static async begin(desk: MatterDesk, machine: MatterMachineId): Promise<MatterWalker> {
    const { office, hohhot, bodies } = desk;
    const shanxi = { regionCode: '140000', since: await today(desk) };
    if (machine === 'compilationTask') return new MatterWalker(desk, machine, (await desk.issued([])).task, null);
    if (machine === 'progressReport') {
      const own = { machine, purpose: 'annualProgress', regionCode: '150100', period: String((year -= 1)), ...fixed(DUE) } as const;
      return new MatterWalker(desk, machine, (await desk.begin(own, { ...hohhot, role: 'ownOffice' }, 'drafting', null)).id, null);
    }
    const { task, obligations } = await desk.issued([[bodies.changzhi, '140400']], office, shanxi);
    if (machine === 'obligation') return new MatterWalker(desk, machine, obligations[0]!, task);
    const about = {
      machine,
      purpose: 'rectification',
      organizationId: bodies.changzhi,
      regionCode: '140400',
      officeRegion: '140000',
    } as const;
    return new MatterWalker(desk, machine, (await desk.begin({ ...about, parentId: obligations[0]!, ...fixed() }, office)).id, task);
  }

  private now(): Promise<Matter> {
    return this.desk.matter(this.id);
  }

  private async step({ type, params }: Choice, to?: string): Promise<void> {
    if (['fallOverdue', 'escalate'].includes(type)) await this.set(`due_on = mulu.day_here(now()) - 1`);
    if (type === 'recompute') await this.set(`due_on = '2097-01-01', due_rule = '${JSON.stringify(to === 'overdue' ? PAST : AHEAD)}'`);
    const matter = await this.now();
    if (type === 'cancel') return void (await this.desk.send(this.desk.office, await this.desk.withdrawal(this.above!)));
    const of = lifecycle(this.machine, '0') as unknown as Lifecycle;
    const verdicts = Object.fromEntries([
      ...[...of.requirements[type]!.map(({ id }) => id), ...(params.when ?? [])].map((name) => [name, true]),
      ...(params.unless ?? []).map((name) => [name, false]),
    ]);
    const by = this.actor(params.by[0]!);
    const target = to ?? transitionsOf(of, matter.state, type)[0]!.target;
    const said = { machine: this.machine, type, from: matter.state, to: target, verdicts, facts: await this.facts(type, matter) };
    const changes = move(
      this.id,
      { ...said, ...(by && { words: WHATEVER }), ...(['compose', 'edit'].includes(type) && { text: { title: '年度推进情况', type } }) },
      by ? { person: by.id, hand: { role: by.role as never, persons: [by.id] }, key: null } : { person: null, hand: null, key: null },
    );
    const expect = { [this.id]: matter.seq };
    const outcome = await this.desk.send(by, by ? keyed(changes, expect) : { expect, changes });
    if (!outcome.answer) throw new Error(`${type} was answered ${JSON.stringify(outcome)}`);
  }

  /** Sets the row as if time had passed or the calendar were another; nothing of it is in the log. */
  private async set(columns: string): Promise<void> {
    await this.desk.sql.query(
      `begin; set local session_replication_role = replica; update mulu.matter set ${columns} where id = '${this.id}'; commit`,
    );
  }

  private async facts(type: string, { dueOn }: Matter): Promise<Facts> {
    switch (type) {
      case 'extend':
        return { before: dueOn, ...fixed('2099-06-30') };
      case 'recompute': {
        const { rows } = await this.desk.sql.query(`select due_rule as rule from mulu.matter where id = $1`, [this.id]);
        const due = await new CalendarReads(queryable(this.desk.sql) as never).due(rows[0].rule);
        return { before: dueOn, dueOn: due.dueOn, dueRule: rows[0].rule, dueProvisional: due.provisional };
      }
      case 'fulfil':
      case 'recordOutside':
      case 'answer':
      case 'submit':
        return { doneOn: await today(this.desk) };
      case 'lapse':
      case 'reinstate':
      case 'return':
      case 'recall':
        return { doneOn: null };
      default:
        return {};
    }
  }

  private actor(role: string): Actor | null {
    const { office, hohhot } = this.desk;
    if (role === 'system') return null;
    if (role === 'compiler') return this.desk.compiler;
    return role === 'ownOffice' ? { ...hohhot, role } : { ...office, role };
  }
}

async function today({ sql }: MatterDesk): Promise<string> {
  return (await sql.query(`select to_char(mulu.day_here(clock_timestamp()), 'YYYY-MM-DD') as today`)).rows[0].today;
}

/** Every step of a lifecycle, the one by which a catalogue is no longer in force last. */
export function edgesOf(machine: MatterMachineId): Edge[] {
  const late = (edge: Edge) => Number(edge.choice.type === 'lapse');
  return shapeOf(machine)
    .edges.filter(({ choice }) => eventTypesOf(lifecycle(machine, '0') as never).includes(choice.type))
    .sort((one, other) => late(one) - late(other));
}
