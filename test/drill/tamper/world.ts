import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type pg from 'pg';
import { PROJECT_ROOT } from '../../../src/platform/project.js';
import { appoint } from '../../factories/appointments.js';
import type { TestHouse } from '../../factories/house.js';
import { MatterDesk } from '../../factories/matters.js';
import { anItemContent, must, TestVersion } from '../../factories/version.http.js';
import { stageMatters } from '../../invariants/matters.world.js';

/** Versions that went every way a version may go, over HTTP, and matters in every state: what an auditor finds in a house that was lived in. */
export interface LivedIn {
  /** Published, and followed by `second`. */
  readonly first: string;
  readonly second: string;
  readonly reviewed: string;
  readonly takenDown: string;
  readonly scheduled: string;
  readonly imported: string;
  readonly matters: readonly string[];
}

const REASON = { reason: '核对' };
const OTHER = { category: 'OTHER' };
const FILE = join(PROJECT_ROOT, 'test/fixtures/changzhi.docx');

export async function livedIn(house: TestHouse): Promise<LivedIn> {
  const first = await TestVersion.draft(house, [
    anItemContent('督导评估'),
    anItemContent('教师招聘', { elements: ['联系人手机13912345678'] }),
    anItemContent('学籍档案'),
    anItemContent('收费标准', OTHER),
    anItemContent('应急预案', OTHER),
  ]);
  await acknowledge(house, first, 1, 'compiler');
  await first.submitted();
  await acknowledge(house, first, 1, 'officer');
  for (const [index, decision] of [
    { type: 'clear' },
    { type: 'return', ...REASON },
    { type: 'withhold', ground: 'ART15_PRIVACY', ...REASON },
    { type: 'clear' },
    { type: 'clear' },
  ].entries()) {
    await must(first.decide('officer', decision, index));
  }
  await must(first.edit('compiler', { elements: ['招聘公告与岗位'] }, 1));
  await must(first.decide('compiler', { type: 'amend' }, 1));
  await must(first.decide('officer', { type: 'clear' }, 1));
  await must(first.move('officer', { type: 'concludeConfidentialityReview' }));
  await must(first.decide('assessor', { type: 'acceptRisk', level: 'MEDIUM', measures: ['公开前隐去联系方式'], ...REASON }, 3));
  await must(first.decide('assessor', { type: 'acceptRisk', level: 'HIGH', ...REASON }, 4));
  await must(first.decide('office', { type: 'endorse', ...REASON }, 4));
  await must(first.move('assessor', { type: 'concludeRiskAssessment' }));
  await must(first.move('leader', { type: 'approve', ...REASON }));

  const second = await first.revised();
  await must(second.edit('compiler', { elements: ['督导评估办法与结果'] }, 0));
  await second.submitted();
  await must(second.decide('officer', { type: 'clear', opinion: '可以公开' }, 0));
  await must(second.move('officer', { type: 'concludeConfidentialityReview' }));
  await must(second.move('leader', { type: 'approve' }));
  await must(second.move('leader', { type: 'suspendItem', itemId: second.items[3], reason: '泄密' }));

  const reviewed = await (
    await TestVersion.draft(
      house,
      ['甲', '乙', '丙', '丁'].map((name) => anItemContent(name)),
    )
  ).submitted();
  await must(reviewed.decide('officer', { type: 'clear' }, 0));
  await must(reviewed.decide('officer', { type: 'refer', ...REASON }, 1));
  await must(reviewed.decide('officer', { type: 'return', ...REASON }, 2));
  await must(reviewed.decide('officer', { type: 'reopen', ...REASON }, 0));

  const takenDown = await (await TestVersion.draft(house, [anItemContent('误发'), anItemContent('无误')])).published();
  await must(takenDown.move('leader', { type: 'takeDown', reason: '误发', texts: 'all' }));

  const scheduled = await (await TestVersion.draft(house, [anItemContent('到期公开')])).awaitingApproval();
  await must(scheduled.move('leader', { type: 'approve', publishAt: new Date(Date.now() + 86_400_000).toISOString() }));

  const imported = await imports(house);
  const night = [randomUUID(), '2026-11-21'];
  await all(house.people.app, 'select mulu.log_check_take($1, $2)', night);
  const result = { verdict: 'intact', keys: 0, logs: 9, events: 99, covered: 0, found: 0, problems: [], checked: null };
  await all(house.people.app, 'select mulu.log_check_end($1, $2, $3)', [...night, JSON.stringify(result)]);
  return {
    ...{ first: first.id, second: second.id, reviewed: reviewed.id, takenDown: takenDown.id, scheduled: scheduled.id, imported },
    matters: Object.values(await stageMatters(await MatterDesk.open(house.people.app))),
  };
}

async function acknowledge(house: TestHouse, version: TestVersion, index: number, name: string): Promise<void> {
  const person = await house.as(name);
  const { json } = await must(person.get(version.item(index)));
  for (const { id, kind } of json.hints as { id: string; kind: string }[])
    if (kind === 'personalData')
      await must(person.post(`${version.item(index)}/hints/${encodeURIComponent(id)}/dismissal`, { reason: '公务电话' }));
}

/** A file that one brought and another confirmed: both had a hand in its rows. */
async function imports(house: TestHouse): Promise<string> {
  const version = await TestVersion.draft(house);
  const other = await house.as('compiler2');
  const { json } = await must(other.upload(`${version.url}/imports`, FILE), 201);
  await must((await house.as('compiler')).post(`/api/imports/${json.id}/confirmation`, { repairs: 'all' }));
  await appoint(house, 'stranger', 'riskAssessor');
  return version.id;
}

/** Everything that is in the base, as its superuser asks it. */
export async function all<Row extends pg.QueryResultRow>(
  sql: Pick<pg.ClientBase, 'query'>,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  return (await sql.query<Row>(text, values)).rows;
}
