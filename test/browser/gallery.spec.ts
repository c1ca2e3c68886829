import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { TestHouse } from '../factories/house.js';
import { periodBefore } from '../../src/reports/period.js';
import { ReportDesk } from '../factories/reports.http.js';
import { must } from '../factories/version.http.js';
import { keep, seriousFindings, useDesk } from './harness/index.js';
import { FIXTURES, Stage } from './stages.js';

/** Every screen with real text: no serious accessibility finding, nothing cut off at either width, and its picture in docs/gallery. */
const desk = useDesk();

interface Screen {
  readonly name: string;
  readonly as: string | null;
  readonly at: (stage: Record<StageName, Stage>) => string;
  /** What somebody does first. */
  readonly first?: (page: Page) => Promise<void>;
  /** Some words that are there once the screen is. */
  readonly shows: string;
}
type StageName = 'empty' | 'draft' | 'review' | 'risk' | 'approval' | 'published';

const SCREENS: readonly Screen[] = [
  { name: 'sign-in', as: null, at: () => '/sign-in', shows: '登录' },
  { name: 'worklist', as: 'officer', at: () => '/', shows: '轮到您办理' },
  { name: 'catalogues', as: 'compiler', at: () => '/catalogues', shows: '长治市教育局' },
  { name: 'catalogue', as: 'compiler', at: ({ published }) => `/catalogues/${published.catalogue}`, shows: '已发布' },
  { name: 'import', as: 'compiler', at: ({ empty }) => `${empty.path}/import`, shows: '导入' },
  {
    name: 'import-doctor',
    as: 'compiler',
    at: ({ empty }) => `${empty.path}/import`,
    first: (page) => page.locator('input[type=file]').setInputFiles(join(FIXTURES, 'changzhi.xlsx')),
    shows: '读到 28 项',
  },
  { name: 'workshop', as: 'compiler', at: ({ draft }) => `${draft.path}/workshop`, shows: '政府信息公开指南' },
  { name: 'overview', as: 'officer', at: ({ review }) => review.path, shows: '办理进程' },
  { name: 'review', as: 'officer', at: ({ review }) => `${review.path}/review`, shows: '政府信息公开指南' },
  { name: 'risk', as: 'assessor', at: ({ risk }) => `${risk.path}/risk`, shows: '可能性' },
  { name: 'approval', as: 'leader', at: ({ approval }) => `${approval.path}/approval`, shows: '本版要点' },
  { name: 'lens', as: 'leader', at: ({ approval }) => `${approval.path}/lens`, shows: '公众视角' },
  { name: 'history', as: 'auditor', at: ({ published }) => `${published.path}/history`, shows: '办理经过' },
  { name: 'calendar', as: 'leader', at: () => '/calendar?year=2026&from=2026-09-18&days=20', shows: '2026年10月22日' },
  { name: 'urging', as: 'office.hohhot', at: () => '/urging', shows: '等待对方办理' },
  { name: 'urging-notice', as: 'leader.xincheng', at: () => `/urging/${notice}`, shows: '按要求列出提纲' },
  { name: 'reports', as: 'office.hohhot', at: () => '/reports', shows: '待我报送' },
  { name: 'report', as: 'office.hohhot', at: () => `/reports/${report}`, shows: '典型经验做法' },
  { name: 'account', as: 'officer', at: () => '/account', shows: '邮箱地址' },
  { name: 'not-found', as: 'officer', at: () => '/nothing/here', shows: '没有这个页面' },
];

const stages = {} as Record<StageName, Stage>;
let notice = '';
let report = '';

beforeAll(async () => {
  const { house } = desk;
  const complete = async () => (await (await Stage.empty(house)).imported()).completed();
  stages.empty = await Stage.empty(house, '长治市教育局主动公开事项目录（空）');
  stages.draft = await (await Stage.empty(house)).imported();
  stages.review = await (await complete()).submitted();
  stages.risk = await (await (await complete()).submitted()).reviewed();
  stages.approval = await (await (await (await complete()).submitted()).reviewed()).assessed();
  stages.published = await (await (await (await (await complete()).submitted()).reviewed()).assessed()).published();
  notice = await urged(house);
  report = await reported(house);
}, 300_000);

/** A report that is being written, and the one before, which went up. */
async function reported(house: TestHouse): Promise<string> {
  const reports = new ReportDesk(house);
  const { period } = await reports.quarter();
  const before = await reports.opened(periodBefore(period));
  await must(reports.compose('office.hohhot', before));
  await must(reports.act('office.hohhot', before, { type: 'submit' }));
  const now = await reports.opened(period);
  await must(reports.compose('office.hohhot', now));
  const practice = { key: 'practice', text: '建立逐月调度机制，旗县区逐一明确专人；对尚未启动的单位上门指导。' };
  await must(reports.edit('office.hohhot', now, { sections: [practice] }));
  return now;
}

/** A notice that waits for its answer. */
async function urged(house: TestHouse): Promise<string> {
  const { rows } = await house.people.admin.query(`select id from mulu.organization where name = '新城区教育局'`);
  const office = await house.as('office.hohhot');
  const body = {
    organizationId: rows[0].id,
    purpose: 'rectification',
    number: '呼政数督〔2026〕3号',
    title: '关于限期完成主动公开事项目录编制的督办通知',
    text: '你单位主动公开事项目录编制进度滞后，尚未进入保密审查环节。请抓紧办理，并按期书面答复。',
    requirements: ['说明目录编制滞后的原因', '列出各环节完成的时间安排，明确责任人', '确有困难的，写明需要协调的事项'],
    workingDays: 10,
  };
  return (await must(office.post('/api/rectifications', body), 201)).json.id;
}

it.each(SCREENS)('shows $name to everybody who may see it', async ({ name, as, at, first, shows }) => {
  const page = await desk.open(as, at(stages));
  await first?.(page);
  await page.getByText(shows).first().waitFor();
  await page.waitForLoadState('networkidle');
  expect(await seriousFindings(page)).toEqual([]);
  await keep(page, name);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await seriousFindings(page)).toEqual([]);
});
