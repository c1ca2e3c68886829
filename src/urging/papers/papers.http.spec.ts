import { NOTICE, Notices } from '../../../test/factories/notices.js';
import { useHouse } from '../../../test/factories/house.js';
import { must } from '../../../test/factories/version.http.js';
import { partsOf, tablesOf, wordsOf } from '../../../test/support/office.js';

const house = useHouse();
const PAPER = {
  title: '关于尽快完成目录编制的督办通知',
  text: '你单位目录编制进度滞后。\n\n请加快办理，并报送情况。',
  requirements: ['说明滞后的原因', '列出完成的时间安排 <b>&amp;'],
  dueOn: '2098-03-31',
};
const BODY = '新城区教育局';
const TIME = /^20\d\d年\d{1,2}月\d{1,2}日 \d\d:\d\d$/;
const notices = new Notices(house);
let obligationId: string;

beforeAll(async () => {
  obligationId = await notices.owed(BODY);
});

const sent = (change: object = {}) => notices.sent('office.hohhot', { ...PAPER, ...change });
const act = (name: string, id: string, event: object) => must(notices.act(name, id, event));
const paper = async (id: string, which: 'notice' | 'record', name = 'compiler.xincheng') =>
  must((await house.as(name)).get(`/api/rectifications/${id}/${which}`));
/** The paragraphs outside tables with their look. */
const paragraphs = (bytes: Buffer): string[][] =>
  [
    ...partsOf(bytes)
      .get('word/document.xml')!
      .matchAll(/<w:p>(.*?)<\/w:p>/gs),
  ].map(([, part]) => [
    /<w:pStyle w:val="(\w+)"/.exec(part!)?.[1] ?? '',
    [...part!.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text!).join(''),
  ]);

describe('a notice on paper', () => {
  it('is a letter: head, number, title, addressee, text, numbered requirements, deadline, office and day', async () => {
    const id = await sent({ obligationId });
    const { bytes, headers } = await paper(id, 'notice');
    expect(headers['content-disposition']).toContain(encodeURIComponent(`督办通知（${BODY}：${PAPER.title}）.docx`));
    const { issued } = (await must((await house.as('office')).get(`/api/matters/${id}/history`))).json.items.map(
      ({ at }: { at: string }) => ({
        issued: new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'Asia/Shanghai' }).format(new Date(at)),
      }),
    )[0];
    const told = paragraphs(bytes);
    expect(told.slice(0, -1)).toEqual([
      ['letterhead', '督办通知'],
      ['letterNumber', NOTICE.number],
      ['mainTitle', PAPER.title],
      ['addressee', `${BODY}：`],
      ['body', '你单位目录编制进度滞后。'],
      ['body', '请加快办理，并报送情况。'],
      ['body', '本通知涉及任务：内政数字〔2024〕128号《编制目录》，完成期限2099年3月31日。'],
      ['body', '具体要求如下：'],
      ['body', '1．说明滞后的原因'],
      ['body', '2．列出完成的时间安排 &lt;b&gt;&amp;amp;'],
      ['body', '请于2098年3月31日前（含当日）书面答复。'],
      ['signature', '呼和浩特市领导小组办公室'],
      ['signature', issued],
    ]);
    expect(told.at(-1)![1]).toMatch(/^本件按系统内已发出的通知生成。发出人：呼和浩特市办公室；.*日志第 1 号，校验码 [0-9a-f]{12}。$/);
    const styles = partsOf(bytes).get('word/styles.xml')!;
    expect(styles.match(/<w:color w:val="C8161D"\/>/g)).toHaveLength(1);
    expect(partsOf(bytes).get('word/document.xml')).toMatch(/w:pgSz w:w="11906" w:h="16838"/);
  });

  it('says how working days were counted', async () => {
    const id = await sent({ dueOn: undefined, workingDays: 20 });
    expect(wordsOf((await paper(id, 'notice')).bytes)).toMatch(
      /前（含当日）书面答复。该期限自20\d\d年\d+月\d+日起算，当日不计，为第20个工作日；其间周六、周日共\d+天/,
    );
  });

  it('says beside what was sent that the deadline was moved, and that it was withdrawn', async () => {
    const id = await sent();
    await act('office.hohhot', id, { type: 'extend', dueOn: '2098-04-15', reason: '机构调整' });
    const moved = wordsOf((await paper(id, 'notice')).bytes);
    expect(moved).toContain('请于2098年3月31日前（含当日）书面答复。');
    expect(moved).toContain('答复期限现为2098年4月15日。变更理由：机构调整');
    await act('office.hohhot', id, { type: 'withdraw', reason: '发错单位' });
    expect(wordsOf((await paper(id, 'notice')).bytes)).toMatch(/（本通知已于20\d\d年.*撤回。理由：发错单位）/);
  });
});

describe('the closing paper', () => {
  const tables = async (id: string) => tablesOf((await paper(id, 'record')).bytes, 'a.docx');

  it('invents nothing while nothing was done', async () => {
    const [basics, past, conclusion] = await tables(await sent({ number: undefined, requirements: undefined }));
    expect(basics).toContainEqual(['文号', '—', '办理状态', '待答复']);
    expect(basics).toContainEqual(['办理要求', '—']);
    expect(past!.slice(1).map(([step]) => step)).toEqual(['下达']);
    expect(conclusion).toEqual([
      ['结论', '待答复', '答复日期', '未办理'],
      ['最后一次答复', '未办理'],
      ['办公室意见', '未办理'],
      ['核定人', '未办理', '核定时间', '未办理'],
    ]);
  });

  it('holds every answer and what the office said to it', async () => {
    const id = await sent({ obligationId });
    await act('compiler.xincheng', id, { type: 'answer', text: '正在办理。' });
    await act('office.hohhot', id, { type: 'return', reason: '请说明原因' });
    await act('leader.xincheng', id, { type: 'answer', text: '人员调整所致。\n已补齐。' });
    await act('office', id, { type: 'accept', opinion: '同意，持续推进' });
    const [basics, past, conclusion] = await tables(id);
    expect(basics).toContainEqual(['承办单位', BODY, '下达办公室', '呼和浩特市领导小组办公室']);
    expect(basics).toContainEqual(['涉及任务', '内政数字〔2024〕128号《编制目录》']);
    expect(basics).toContainEqual(['通知内容', PAPER.text]);
    expect(past!.slice(1).map(([step, words, who]) => [step, words, who])).toEqual([
      ['下达', '', '呼和浩特市办公室\n下达办公室'],
      ['答复', '正在办理。', '新城区编制人\n编制人'],
      ['退回重新答复', '请说明原因', '呼和浩特市办公室\n下达办公室'],
      ['答复', '人员调整所致。\n已补齐。', '新城区负责人\n部门负责人'],
      ['认可办结', '同意，持续推进', '领导小组办公室\n下达办公室'],
    ]);
    expect(past!.slice(1).every(([, , , time, log]) => TIME.test(time!) && /^日志第 \d 号\n[0-9a-f]{12}$/.test(log!))).toBe(true);
    expect(conclusion!.slice(0, 3)).toEqual([
      ['结论', '已办结', '答复日期', expect.stringMatching(/（按期）$/)],
      ['最后一次答复', '人员调整所致。\n已补齐。'],
      ['办公室意见', '同意，持续推进'],
    ]);
    expect(conclusion![3]!.slice(0, 3)).toEqual(['核定人', '领导小组办公室', '核定时间']);
  });
});

it('is for those who may read the notice, and for notices only', async () => {
  const id = await sent();
  for (const which of ['notice', 'record']) {
    expect((await house.nobody.get(`/api/rectifications/${id}/${which}`)).status).toBe(401);
    for (const name of ['stranger', 'compiler', 'sysadmin'])
      expect((await (await house.as(name)).get(`/api/rectifications/${id}/${which}`)).status).toBe(404);
    for (const name of ['auditor', 'officer.xincheng', 'office'])
      expect((await (await house.as(name)).get(`/api/rectifications/${id}/${which}`)).status).toBe(200);
    for (const other of [obligationId, 'x'])
      expect((await (await house.as('office')).get(`/api/rectifications/${other}/${which}`)).status).toBe(404);
  }
});
