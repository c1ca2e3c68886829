import { Global, Injectable, Module } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { MATTER_CALLS, type MatterCall, type MatterCalls, type MatterNoticeKind } from '../notifications/index.js';

/** As `mulu.matter_told` tells it. */
interface Told {
  readonly machine: string;
  readonly state: string;
  readonly turns: readonly { readonly person: string; readonly role: string }[];
  readonly superiors: readonly string[];
  readonly reminded: boolean;
  readonly handed: { readonly seq: number; readonly type: string } | null;
  readonly clock: Readonly<Partial<Record<'remind' | 'fallOverdue' | 'escalate', number>>> | null;
}

/** How each kind of matter is called in letters, and by which step it is handed over. */
const WORDS: Readonly<
  Record<string, { readonly name: 'obligation' | 'rectification' | 'report'; readonly handed: Readonly<Record<string, string>> }>
> = {
  obligation: { name: 'obligation', handed: { issue: 'Issued', lapse: 'Issued', reinstate: 'Issued' } },
  rectification: { name: 'rectification', handed: { issue: 'Issued', return: 'Returned', answer: 'Answered' } },
  progressReport: { name: 'report', handed: { open: 'Opened', return: 'Returned', submit: 'Submitted' } },
};

/** Everybody who is to hear of a matter now: whose turn it is, and whom the clock tells. */
export function callsOf({ machine, state, turns, superiors, reminded, handed, clock }: Told): MatterCall[] {
  const words = WORDS[machine];
  if (!words) return [];
  const call = (what: string, seq: number | undefined, to: readonly { person: string; role: string }[]): MatterCall[] =>
    seq === undefined ? [] : to.map(({ person, role }) => ({ person, role, seq, kind: `${words.name}${what}` as MatterNoticeKind }));
  const said = handed && words.handed[handed.type];
  const office = superiors.map((person) => ({ person, role: 'givingOffice' }));
  return [
    ...(said && state !== 'overdue' ? call(said, handed.seq, turns) : []),
    ...(reminded && state !== 'overdue' ? call('Due', clock?.remind, turns) : []),
    ...(state === 'overdue' ? call('Overdue', clock?.fallOverdue, turns) : []),
    ...call('Escalated', clock?.escalate, office),
  ];
}

/** Who is next in a matter, for telling them outside the application. */
@Injectable()
export class CallsOfMatters implements MatterCalls {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async next(matterId: string): Promise<readonly MatterCall[]> {
    const [row]: { told: Told | null }[] = await this.source.query('select mulu.matter_told($1) as told', [matterId]);
    return row?.told ? callsOf(row.told) : [];
  }
}

/** Lets the notifications know of matters; they know none of their kinds. */
@Global()
@Module({ providers: [{ provide: MATTER_CALLS, useClass: CallsOfMatters }], exports: [MATTER_CALLS] })
export class MatterCallsModule {}
