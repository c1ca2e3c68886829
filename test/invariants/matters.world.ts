import { CalendarReads } from '../../src/calendar/calendar.reads.js';
import { DUE, fixed, type MatterDesk } from '../factories/matters.js';
import { queryable } from '../factories/people.js';

/** Ids of matters in every state that matters, all under the territories of the evaluation mode. */
export interface MatterScenes {
  /** Of the autonomous region, with the three obligations after it, all open. */
  readonly task: string;
  /** Of a body of the region itself, of a league-city, of a banner-county. */
  readonly owed: string;
  readonly owedByCity: string;
  readonly owedByBanner: string;
  /** In Shanxi, of a body that published in time: open, and done. */
  readonly doable: string;
  readonly done: string;
  readonly outside: string;
  readonly exempted: string;
  /** Counted by working days. */
  readonly counted: string;
  /** A task that was withdrawn, and what it took along. */
  readonly withdrawn: string;
  readonly cancelled: string;
  /** A task that asks for suggestions, and one of its questions. */
  readonly asking: string;
  readonly asked: string;
  /** A notice about `owed`, and one that was answered. */
  readonly notice: string;
  readonly answered: string;
  /** Of Hohhot, to the region: being written, and handed in. */
  readonly report: string;
  readonly submitted: string;
}

const PERIOD = '2026-Q3';

/** Builds the matters of the world; `changzhi` has a version in force already. */
export async function stageMatters(desk: MatterDesk): Promise<MatterScenes> {
  const { bodies, office, hohhot, compiler } = desk;
  const today = (await desk.sql.query(`select to_char(mulu.day_here(clock_timestamp()), 'YYYY-MM-DD') as today`)).rows[0].today as string;
  const { task, obligations } = await desk.issued([
    [bodies.region, '150000'],
    [bodies.hohhot, '150100'],
    [bodies.xincheng, '150102'],
  ]);
  const [owed, owedByCity, owedByBanner] = obligations as [string, string, string];

  const shanxi = { regionCode: '140000' };
  const one = async () => (await desk.issued([[bodies.changzhi, '140400']], office, shanxi)).obligations[0]!;
  const doable = await one();
  const done = await one();
  await desk.take(done, 'fulfil', 'fulfilled', null, { doneOn: today });
  const outside = await one();
  await desk.take(outside, 'recordOutside', 'doneOutside', { ...office, role: 'coveringOffice' }, { doneOn: today });
  const exempted = await one();
  await desk.take(exempted, 'exempt', 'exempted', office);

  const dueRule = { kind: 'WORKDAYS_AFTER', from: today, days: 200 } as const;
  const { dueOn, provisional: dueProvisional } = await new CalendarReads(queryable(desk.sql) as never).due(dueRule);
  const [counted] = (await desk.issued([[bodies.region, '150000']], office, { dueOn, dueRule, dueProvisional })).obligations as [string];

  const { task: withdrawn, obligations: taken } = await desk.issued([[bodies.region, '150000']]);
  await desk.send(office, await desk.withdrawal(withdrawn));

  const asking = (await desk.begin({ machine: 'compilationTask', purpose: 'suggestUpdate' }, office)).id;
  const question = { machine: 'rectification', purpose: 'suggestUpdate', organizationId: bodies.hohhot, regionCode: '150100' } as const;
  const asked = (await desk.begin({ ...question, parentId: asking, ...fixed() }, office)).id;
  const about = { machine: 'rectification', purpose: 'rectification', organizationId: bodies.region, parentId: owed, ...fixed() } as const;
  const notice = (await desk.begin(about, office)).id;
  const answered = (await desk.begin(about, office)).id;
  await desk.take(answered, 'answer', 'answered', compiler, { doneOn: today }, { text: '已整改' });

  const own = { machine: 'progressReport', purpose: 'quarterlyProgress', regionCode: '150100', ...fixed(DUE) } as const;
  const author = { ...hohhot, role: 'ownOffice' };
  const report = (await desk.begin({ ...own, period: PERIOD }, author, 'drafting', null)).id;
  const submitted = (await desk.begin({ ...own, period: '2026-Q2' }, author, 'drafting', null)).id;
  await desk.take(submitted, 'submit', 'submitted', author, { doneOn: today });

  return {
    ...{ task, owed, owedByCity, owedByBanner, doable, done, outside, exempted, counted, withdrawn, cancelled: taken[0]! },
    ...{ asking, asked, notice, answered, report, submitted },
  };
}
