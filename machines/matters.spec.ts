import { judge, offers } from './judge.js';
import type { MatterEventType, MatterParameters } from './matter.events.js';
import type { MatterFacts } from './matter.facts.js';
import { CAPACITIES, ROLE_CODES } from './people.facts.js';
import type { ActingRole } from './policy.js';
import { eventTypesOf, lifecycle, statesOf, transitionsOf, type MatterMachineId } from './registry.js';
import { matterScene, rowsOf, TODAY } from './testing/matter.scenes.js';
import { MATTER_TABLE } from './testing/matter.table.js';

const IDS = Object.keys(MATTER_TABLE) as MatterMachineId[];
const ROLES: readonly ActingRole[] = [...ROLE_CODES, ...CAPACITIES, 'system'];

describe.each(IDS)('%s, every state × event × role', (id) => {
  const known = lifecycle(id, '0');
  const types = eventTypesOf(known) as MatterEventType[];

  it('has the states of the table', () => expect(statesOf(known)).toEqual(Object.keys(MATTER_TABLE[id])));

  it.each(statesOf(known).flatMap((state) => types.map((type) => [state, type] as const)))('%s: %s', (state, type) => {
    const rows = rowsOf(id, state, type);
    for (const row of rows.length > 0 ? rows : [{ to: '', by: [] }]) {
      for (const role of ROLES) {
        const { event, facts } = matterScene(type, row, role);
        const judged = judge(id, '0', state as never, event, facts);
        const expected = row.by.includes(role as never) ? { allowed: true, to: row.to } : { allowed: false };
        expect({ state, type, role, ...judged }).toMatchObject(expected);
      }
    }
  });

  it('ends only where it is said to end', () => {
    const ends = statesOf(known).filter((state) => types.every((type) => transitionsOf(known, state, type).length === 0));
    const final = Object.entries(known.machine.config.states ?? {}).filter(([, node]) => node.type === 'final');
    expect(ends).toEqual(final.map(([state]) => state));
  });
});

describe('a deadline', () => {
  const refusedFor = (
    id: MatterMachineId,
    state: string,
    type: MatterEventType,
    event: Partial<MatterParameters>,
    facts: Partial<MatterFacts> = {},
  ) => {
    const row = rowsOf(id, state, type)[0]!;
    const scene = matterScene(type, { event }, row.by[0]!);
    const judged = judge(id, '0', state as never, scene.event, { ...scene.facts, ...facts });
    return judged.allowed ? [] : judged.requirements.map((requirement) => requirement.id);
  };
  const deadline = (dueOn: string | null, more: object = {}) => ({
    matter: { dueOn, remindedFor: null, escalatedFor: null, written: true, ...more },
  });

  it.each([
    ['', ['laterDeadline']],
    ['2026-11-25', ['laterDeadline']],
    ['next week', ['laterDeadline']],
    ['2027-02-30', ['laterDeadline']],
    ['2026-11-26', []],
  ])('is extended to a later day only: %s', (dueOn, refused) => {
    expect(refusedFor('obligation', 'open', 'extend', { dueOn })).toEqual(refused);
  });

  it('that has passed is not extended to another day that has passed', () => {
    expect(refusedFor('obligation', 'overdue', 'extend', { dueOn: '2026-11-19' }, deadline('2026-10-31'))).toEqual(['laterDeadline']);
  });

  it('needs a reason to be extended, an exemption and a reinstatement too', () => {
    expect(refusedFor('obligation', 'open', 'extend', { reason: ' ' })).toEqual(['reasonGiven']);
    expect(refusedFor('obligation', 'open', 'exempt', { reason: undefined })).toEqual(['reasonGiven']);
    expect(refusedFor('obligation', 'exempted', 'reinstate', { reason: '' })).toEqual(['reasonGiven']);
  });

  it('passes the day after it, not on it', () => {
    expect(refusedFor('obligation', 'open', 'fallOverdue', {}, deadline(TODAY))).toEqual(['deadlinePassed']);
    expect(refusedFor('obligation', 'open', 'fallOverdue', {}, deadline('2026-11-19'))).toEqual([]);
  });

  it('is reminded of once, within the notice period, and again when it is another', () => {
    expect(refusedFor('obligation', 'open', 'remind', {}, { remindFrom: '2026-11-21' })).toEqual(['reminderDue']);
    expect(refusedFor('obligation', 'open', 'remind', {}, deadline('2026-11-25', { remindedFor: '2026-11-25' }))).toEqual(['reminderDue']);
    expect(refusedFor('obligation', 'open', 'remind', {}, deadline('2026-11-25', { remindedFor: '2026-10-31' }))).toEqual([]);
    expect(refusedFor('obligation', 'open', 'remind', {}, deadline('2026-11-19'))).toEqual(['reminderDue']);
  });

  it('is escalated once, some working days after it passed', () => {
    expect(refusedFor('obligation', 'overdue', 'escalate', {}, { escalateFrom: '2026-11-21' })).toEqual(['escalationDue']);
    expect(refusedFor('rectification', 'overdue', 'escalate', {}, deadline('2026-11-10', { escalatedFor: '2026-11-10' }))).toEqual([
      'escalationDue',
    ]);
  });

  it('is counted anew only when that changes it', () => {
    expect(refusedFor('obligation', 'open', 'recompute', {}, { recomputed: null })).toEqual(['deadlineChanged']);
    expect(refusedFor('obligation', 'open', 'recompute', {}, { recomputed: { dueOn: '2026-11-25', changed: false } })).toEqual([
      'deadlineChanged',
    ]);
  });

  it('is kept by a publication in force, and by nothing else that the clock may say', () => {
    expect(refusedFor('obligation', 'open', 'fulfil', {}, { published: null })).toEqual(['publishedSince']);
    expect(refusedFor('obligation', 'fulfilled', 'lapse', {}, { published: TODAY })).toEqual(['nothingInForce']);
  });

  it.each([
    [{ doneOn: '2026-11-21' }, ['dayPassed']],
    [{ doneOn: '2026-02-30' }, ['dayPassed']],
    [{ address: 'ftp://x.cn' }, ['addressGiven']],
    [{ address: undefined, evidence: ' ' }, ['addressGiven', 'evidenceGiven']],
    [{ doneOn: TODAY }, []],
  ])('was kept outside on a day and at an address, with something that proves it: %j', (event, refused) => {
    expect(refusedFor('obligation', 'overdue', 'recordOutside', event)).toEqual(refused);
  });

  it('of a notice lies ahead, and the notice says something', () => {
    const { event, facts } = matterScene('issue', { event: { dueOn: TODAY, text: ' ' } }, 'givingOffice');
    const judged = judge('rectification', '0', null, event, facts);
    expect(judged).toMatchObject({ allowed: false, requirements: [{ id: 'textGiven' }, { id: 'deadlineAhead' }] });
  });
});

describe('what is offered', () => {
  it('is what people may do, not what the clock does', () => {
    const { facts } = matterScene('extend', {}, 'givingOffice');
    expect(offers('obligation', 'open', facts).map(({ type, allowed }) => [type, allowed])).toEqual([
      ['recordOutside', false],
      ['exempt', true],
      ['extend', true],
    ]);
  });

  it('is not to send a report in which nothing is written', () => {
    const { facts } = matterScene('submit', {}, 'ownOffice');
    const empty = { ...facts, matter: { ...facts.matter, written: false } };
    const submit = (known: MatterFacts) => offers('progressReport', 'drafting', known).find(({ type }) => type === 'submit');
    expect(submit(facts)).toMatchObject({ allowed: true });
    expect(submit(empty)).toMatchObject({
      allowed: false,
      requirements: [{ id: 'rolePermits' }, { id: 'reportWritten', satisfied: false }],
    });
  });
});
