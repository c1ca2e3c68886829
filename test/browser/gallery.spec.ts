import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { TestHouse } from '../factories/house.js';
import { encodeKey } from '../../verifier/note.js';
import { MatterClock } from '../../src/deadlines/index.js';
import { periodBefore } from '../../src/reports/period.js';
import { PurgeDesk } from '../factories/purges.http.js';
import { ReportDesk } from '../factories/reports.http.js';
import { must } from '../factories/version.http.js';
import { keep, seriousFindings, useDesk } from './harness/index.js';
import { checkpointed, FIXTURES, LOG_KEY, publishedInFields, Stage } from './stages.js';

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
  { name: 'replay', as: 'auditor', at: ({ published }) => `${published.path}/replay?at=96`, shows: '当时由谁办理' },
  { name: 'calendar', as: 'leader', at: () => '/calendar?year=2026&from=2026-09-18&days=20', shows: '2026年10月22日' },
  { name: 'board', as: 'office', at: () => '/board?region=150000', shows: '完成 40%' },
  { name: 'board-freshness', as: 'office', at: () => '/board?region=150000&view=freshness', shows: '12 个月内更新' },
  { name: 'board-fields', as: 'office', at: () => '/board?region=150000&view=coverage', shows: '各单位领域覆盖' },
  { name: 'obligations', as: 'office', at: () => `/obligations?region=150000&task=${task}`, shows: '共 5 个单位' },
  { name: 'obligation', as: 'office', at: () => `/obligations/${obligation}`, shows: '登记系统外完成' },
  { name: 'tasks', as: 'office', at: () => '/tasks', shows: '内政数字〔2024〕128号' },
  { name: 'task-new', as: 'office', at: () => '/tasks/new', first: fillTask, shows: '下达给 5 个单位' },
  { name: 'task', as: 'office', at: () => `/tasks/${task}`, shows: '在看板中查看进度' },
  { name: 'urging', as: 'office.hohhot', at: () => '/urging', shows: '等待对方办理' },
  { name: 'urging-notice', as: 'leader.xincheng', at: () => `/urging/${notice}`, shows: '按要求列出提纲' },
  { name: 'reports', as: 'office.hohhot', at: () => '/reports', shows: '待我报送' },
  { name: 'report', as: 'office.hohhot', at: () => `/reports/${report}`, shows: '典型经验做法' },
  { name: 'audit', as: 'auditor', at: () => '/audit/decisions', shows: '其中后来失效' },
  { name: 'audit-withheld', as: 'auditor', at: () => '/audit/withheld', shows: '所选期间' },
  { name: 'audit-ratio', as: 'auditor', at: () => '/audit/ratio', shows: '长治市教育局' },
  { name: 'audit-pace', as: 'auditor', at: () => '/audit/pace', shows: '系统不据此' },
  { name: 'audit-reads', as: 'auditadmin', at: () => '/audit/reads', shows: '非公开比例' },
  {
    name: 'audit-packages',
    as: 'auditor',
    at: () => '/audit/packages',
    shows: '名称和标识',
    first: (page) => page.getByLabel('公钥').fill(encodeKey(LOG_KEY)),
  },
  {
    name: 'audit-sample',
    as: 'auditor',
    at: () => `/audit/samples?of=decisions&size=12&seed=${encodeURIComponent('上证指数 3912.45')}`,
    shows: '签署样本，共 12 项',
  },
  {
    name: 'audit-system',
    as: 'auditadmin',
    at: () => '/audit/system',
    first: (page) => page.getByRole('button', { name: '开始核验' }).click(),
    shows: '核验通过',
  },
  { name: 'purges', as: 'auditadmin', at: () => '/purges', shows: '已撤回' },
  { name: 'purge', as: 'secadmin', at: () => `/purges/${purge}`, shows: '将永久清除' },
  {
    name: 'purge-new',
    as: 'auditadmin',
    at: ({ published }) => `/purges/new?version=${published.path.split('/').pop()}`,
    shows: '选择要清除的内容',
  },
  { name: 'account', as: 'officer', at: () => '/account', shows: '邮箱地址' },
  { name: 'not-found', as: 'officer', at: () => '/nothing/here', shows: '没有这个页面' },
];

const stages = {} as Record<StageName, Stage>;
let task = '';
let obligation = '';
let notice = '';
let report = '';
let purge = '';

beforeAll(async () => {
  const { house } = desk;
  const complete = async () => (await (await Stage.empty(house)).imported()).completed();
  stages.empty = await Stage.empty(house, '长治市教育局主动公开事项目录（空）');
  stages.draft = await (await Stage.empty(house)).imported();
  stages.review = await (await complete()).submitted();
  stages.risk = await (await (await complete()).submitted()).reviewed();
  stages.approval = await (await (await (await complete()).submitted()).reviewed()).assessed();
  stages.published = await (await (await (await (await complete()).submitted()).reviewed()).assessed()).published();
  await handedDown(house);
  await publishedInFields(house, ['义务教育', '义务教育', '义务教育', '校园安全', '就业', '养老服务', '医疗卫生', undefined]);
  await house.app.get(MatterClock).sweep(); // what is published is done
  notice = await urged(house);
  report = await reported(house);
  purge = await purges(house);
  await checkpointed(house);
}, 300_000);

const TASK = {
  number: '内政数字〔2024〕128号',
  title: '关于编制主动公开事项目录的通知',
  text: '自治区各部门、各盟市和旗县（市、区）要按期编制并公开本部门主动公开事项目录，实行动态管理。',
  requirements: ['逐项确定名称、内容、时限、方式、渠道、责任等要素', '先审后发、一事一审'],
};

/** A day that many days from now. */
const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** The task of the notice: one body is done, another was given more time. */
async function handedDown(house: TestHouse): Promise<void> {
  const office = await house.as('office');
  const groups = [
    { levels: ['autonomousRegion'], kinds: ['department'], workingDays: 4 },
    { levels: ['leagueCity', 'bannerCounty'], kinds: ['department'], workingDays: 90 },
  ];
  task = (await must(office.post('/api/tasks', { ...TASK, regionCode: '150000', purpose: 'publishCatalogue', groups }), 201)).json.id;
  const list = (await must(office.get(`/api/obligations?region=150000&task=${task}`))).json.items;
  const of = (name: string): string => list.find((row: { organization: { name: string } }) => row.organization.name === name).id;
  const act = async (id: string, event: object) => {
    const { etag } = await office.get(`/api/matters/${id}`);
    await must(office.post(`/api/matters/${id}/events`, event, { ifMatch: etag! }));
  };
  obligation = of('新城区教育局');
  await act(obligation, { type: 'extend', dueOn: dayIn(200), reason: '机构改革，职责划转' });
  const outside = { doneOn: '2026-11-02', address: 'https://www.example.gov.cn/ml', evidence: '网页存档' };
  await act(of('呼和浩特市教育局'), { type: 'recordOutside', ...outside });
}

async function fillTask(page: Page): Promise<void> {
  await page.getByLabel('下达范围').selectOption('内蒙古自治区');
  await page.getByLabel('文号').fill(TASK.number);
  await page.getByLabel('任务名称').fill(TASK.title);
  await page.getByLabel('通知内容').fill(TASK.text);
  await page.getByLabel('具体要求（每行一条）').fill(TASK.requirements.join('\n'));
  for (const level of ['自治区', '盟市', '旗县（市、区）']) await page.getByRole('group', { name: '第 1 组' }).getByLabel(level).check();
  await page.getByLabel('完成期限').fill(dayIn(130));
}

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

/** One purge that is done, one that was withdrawn, and one that waits for the other hand. */
async function purges(house: TestHouse): Promise<string> {
  const administrators = new PurgeDesk(house);
  const done = await administrators.suspended('困难学生资助名单');
  await administrators.purge(done.version, done.contentHash);
  const { version, contentHash } = await administrators.suspended('教师资格认定结果');
  const withdrawn = (await must(administrators.propose(version, contentHash), 201)).json.id;
  await must(administrators.act(withdrawn, { type: 'purge.withdrawn', reason: '经核，姓名和结果依法应当公示' }));
  const reason = { reason: '误录入公民身份号码，见市教育局保密办〔2026〕3号通知' };
  return (await must(administrators.propose(version, contentHash, reason), 201)).json.id;
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
