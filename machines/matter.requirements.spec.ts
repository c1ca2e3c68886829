import { judge } from './judge.js';
import type { MatterEventType, MatterParameters } from './matter.events.js';
import type { MatterFacts } from './matter.facts.js';
import { isDay, isPublicAddress } from './matter.parameters.js';
import { currentVersion, eventTypesOf, lifecycle, statesOf, type MatterMachineId } from './registry.js';
import type { AnyRequirementId } from './lifecycles.js';
import { matterScene, rowsOf, TODAY } from './testing/matter.scenes.js';
import { MATTER_TABLE } from './testing/matter.table.js';

const IDS = Object.keys(MATTER_TABLE) as MatterMachineId[];

interface Violation {
  readonly event?: Partial<MatterParameters>;
  readonly facts?: Partial<Omit<MatterFacts, 'matter'>>;
  readonly matter?: Partial<MatterFacts['matter']>;
}

/** What breaks each requirement, and nothing else that the same event needs. */
const VIOLATIONS: Partial<Record<AnyRequirementId, Violation>> = {
  rolePermits: { facts: { actor: { kind: 'person', id: 'somebody', hands: [{ role: 'auditor', persons: ['somebody'] }] } } },
  reasonGiven: { event: { reason: ' ' } },
  textGiven: { event: { text: '\n' } },
  laterDeadline: { event: { dueOn: '2026-11-25' } },
  deadlineAhead: { event: { dueOn: TODAY } },
  dayPassed: { event: { doneOn: '2026-11-21' } },
  addressGiven: { event: { address: undefined } },
  evidenceGiven: { event: { evidence: '' } },
  reportWritten: { matter: { written: false } },
  publishedSince: { facts: { published: null } },
  nothingInForce: { facts: { published: '2026-11-02' } },
  deadlinePassed: { matter: { dueOn: TODAY } },
  reminderDue: { facts: { remindFrom: '2026-11-21' } },
  escalationDue: { facts: { escalateFrom: '2026-11-21' } },
  deadlineChanged: { facts: { recomputed: { dueOn: '2026-12-02', changed: false } } },
};

const EVENTS = IDS.flatMap((id) => eventTypesOf(lifecycle(id, currentVersion(id))).map((type) => [id, type as MatterEventType] as const));
const NEEDS = EVENTS.flatMap(([id, type]) =>
  lifecycle(id, currentVersion(id)).requirements[type]!.map((need) => [id, type, need.id, need.refusal] as const),
);

/** The event in the first state that knows it, taken by who may; from no state where it creates. */
function judged(id: MatterMachineId, type: MatterEventType, { event, facts, matter }: Violation = {}) {
  const state = statesOf(lifecycle(id, currentVersion(id))).find((from) => rowsOf(id, from, type).length > 0) ?? null;
  const by =
    state === null ? lifecycle(id, currentVersion(id)).creation[type]![0]!.guard.params.by[0]! : rowsOf(id, state, type)[0]!.by[0]!;
  const scene = matterScene(type, state === null ? {} : rowsOf(id, state, type)[0]!, by);
  const known = { ...scene.facts, ...facts, matter: { ...scene.facts.matter, ...matter } };
  return judge(id, currentVersion(id), state as never, { ...scene.event, ...event }, known);
}

it.each(EVENTS)('%s: %s is allowed when every requirement is met', (id, type) => {
  expect(judged(id, type)).toMatchObject({ allowed: true });
});

it.each(NEEDS)('%s: %s is refused for %s alone, as %s', (id, type, need, refusal) => {
  const found = judged(id, type, VIOLATIONS[need]);
  expect(found).toMatchObject({ allowed: false, refusal, requirements: [{ id: need }] });
  expect(found.allowed ? [] : found.requirements).toHaveLength(1);
});

describe('the clock', () => {
  it.each(['remind', 'fallOverdue', 'escalate'] as const)('says nothing of the lateness of what is published: %s', (type) => {
    expect(judged('obligation', type, { facts: { published: '2026-11-02' } })).toMatchObject({
      refusal: 'conflict',
      requirements: [{ id: 'nothingInForce' }],
    });
  });
});

describe('a day', () => {
  it.each(['2026-11-20', '2028-02-29', '2026-12-31'])('is %s', (day) => expect(isDay(day)).toBe(true));
  it.each(['', 'tomorrow', '2026-2-3', '2026-02-29', '2026-13-01', '2026-00-10', '2026-11-31', '2026-11-20T00:00', ' 2026-11-20'])(
    'is not %j',
    (day) => expect(isDay(day)).toBe(false),
  );
});

describe('a public address', () => {
  it.each([
    'https://www.nmg.gov.cn/zwgk/ml/',
    'http://www.xinchengqu.gov.cn:8080/ml?id=1#a',
    'https://内蒙古.政务.cn/目录',
    'http://10.example.cn/',
    'http://58.18.1.2/ml',
    'HTTPS://WWW.NMG.GOV.CN',
  ])('is %s', (address) => expect(isPublicAddress(address)).toBe(true));

  it.each([
    '',
    'www.nmg.gov.cn',
    'ftp://www.nmg.gov.cn/',
    'javascript:alert(1)',
    'https://',
    'https://目录',
    'http://localhost/ml',
    'http://oa.local/',
    'http://oa.local./',
    'http://127.0.0.1/',
    'http://10.1.2.3/ml',
    'http://0xa000001/',
    'http://172.16.0.1/',
    'http://192.168.1.1/',
    'http://[::1]/',
    'https://name:secret@www.nmg.gov.cn/',
    'https://www.nmg.gov.cn/a b',
  ])('is not %j', (address) => expect(isPublicAddress(address)).toBe(false));
});
