import { letterOf } from './letter.js';
import { MATTER_NOTICE_KINDS, toldAs } from './kinds.js';
import type { Notice } from './outbox.js';

const ORIGIN = 'https://mulu.example.gov.cn';
const notice = (more: Partial<Notice>): Notice => ({
  id: '00000000-0000-4000-8000-000000000001',
  kind: 'obligationDue',
  role: 'compiler',
  stream: '00000000-0000-4000-8000-0000000000aa',
  title: '关于编制主动公开事项目录的通知',
  purpose: 'publishCatalogue',
  period: null,
  dueOn: '2026-11-27',
  body: '新城区教育局',
  region: '新城区',
  attempts: 0,
  ...more,
});

it('says of a matter what is asked, of which body, until when, in which role and where', () => {
  expect(letterOf([notice({})], ORIGIN)).toEqual({
    id: '00000000-0000-4000-8000-000000000001',
    subject: '【期限提醒】编制公开任务即将到期：关于编制主动公开事项目录的通知',
    text: `《关于编制主动公开事项目录的通知》
编制公开任务即将到期。
单位：新城区教育局
期限：2026年11月27日
您的角色：编制人
请登录办理：https://mulu.example.gov.cn/obligations/00000000-0000-4000-8000-0000000000aa

The deadline of a task is near. Your role: Compiler. Deadline: 2026-11-27.

本邮件由系统自动发出，请勿回复。可在“通知设置”中更改邮箱和通知方式。
`,
  });
  const answered = letterOf([notice({ kind: 'rectificationAnswered', role: 'givingOffice', title: '关于整改的通知' })], ORIGIN);
  expect(answered.subject).toBe('【轮到您办理】督办通知已答复，请核定：关于整改的通知');
  expect(answered.text).toContain('您的角色：领导小组办公室');
  expect(answered.text).toContain('/urging/');
});

it.each([
  [{ purpose: 'quarterlyProgress', period: '2026-Q3', body: null }, '新城区2026年第三季度进展报告'],
  [{ purpose: 'annualProgress', period: '2026', body: null }, '新城区2026年度进展报告'],
  [{ purpose: 'annualDisclosure', period: '2026' }, '新城区教育局2026年度公开报告'],
])('calls a report by what it is: %j', (about, title) => {
  const { subject, text } = letterOf([notice({ kind: 'reportSubmitted', title: '', ...about })], ORIGIN);
  expect(subject).toBe(`【轮到您办理】收到报送的报告，请接收或退回：${title}`);
  expect(text).toMatch(/\/reports\//);
});

it('says of the logs as a whole what the nightly check came to, and where its page is', () => {
  const found = notice({ kind: 'checkFound', role: 'auditAdministrator', title: '', purpose: null, dueOn: null, body: null, region: null });
  expect(letterOf([found], ORIGIN)).toMatchObject({
    subject: '【日志核对】夜间核对发现日志与数据不符或无法核验，请立即查看：全部日志',
    text: expect.stringContaining('您的角色：审计管理员\n请登录办理：https://mulu.example.gov.cn/checks\n'),
  });
  expect(letterOf([found, notice({})], ORIGIN).text).toContain('《全部日志》');
});

it('tells several things in one message, which is the same when it is tried again', () => {
  const several = [
    notice({ id: 'a', kind: 'review', role: 'confidentialityOfficer', title: '目录', dueOn: null, body: null }),
    notice({ id: 'b', kind: 'obligationEscalated', role: 'givingOffice' }),
  ];
  const letter = letterOf(several, ORIGIN);
  expect(letter.subject).toBe('【待办提要】您有 2 件事待办理');
  expect(letter.text).toContain(`1. 有事项待保密审查（保密审查员）
   《目录》
   https://mulu.example.gov.cn/versions/00000000-0000-4000-8000-0000000000aa

2. 下级单位逾期未完成编制公开任务（领导小组办公室）
   《关于编制主动公开事项目录的通知》，单位：新城区教育局，期限：2026年11月27日
   https://mulu.example.gov.cn/obligations/`);
  expect(letter.id).toMatch(/^[0-9a-f]{32}$/);
  expect(letterOf(several.toReversed(), ORIGIN).id).toBe(letter.id);
  expect(letterOf([...several, notice({})], ORIGIN).id).not.toBe(letter.id);
});

it('counts what is more than fifty', () => {
  const many = Array.from({ length: 320 }, (_, index) => notice({ id: String(index), kind: 'obligationEscalated' }));
  const { subject, text } = letterOf(many, ORIGIN);
  expect(subject).toContain('320 件');
  expect(text.match(/^\d+\. /gm)).toHaveLength(50);
  expect(text).toContain('其余 270 件请登录查看：https://mulu.example.gov.cn/');
});

it('has words for every kind', () => {
  for (const kind of MATTER_NOTICE_KINDS) expect(toldAs(kind)).toMatchObject({ family: expect.stringMatching(/^(matters|deadlines)$/) });
  expect(toldAs('resume')).toBeUndefined();
});
