import { accountId, signIn } from '../../test/factories/people.js';
import { usePeopleDatabase } from '../../test/factories/people.database.js';
import { newToken } from '../access/session/token.js';
import { CalendarReads } from './calendar.reads.js';
import { addWorkingDays } from './working-days.js';

const people = usePeopleDatabase();
const HASH = Buffer.alloc(32, 7);
const NEW_YEAR = [{ day: '2027-01-01', kind: 'off', name: '元旦' }];

/** The reads on the spec's own connection; counts how often days were read. */
function reads() {
  const asked: string[] = [];
  const database = {
    query: async (sql: string, parameters?: unknown[]) => {
      asked.push(sql);
      return (await people.app.query(sql, parameters)).rows;
    },
  };
  return { reads: new CalendarReads(database as never), read: () => asked.filter((sql) => sql.includes('calendar_day')).length };
}

async function enter(token: string, year: number, days: unknown, edition: number | null, source = '通知', key: string | null = newToken()) {
  const { rows } = await people.app.query('select calendar_set($1, $2, $3, $4, $5, $6, $7) as answer', [
    token,
    year,
    JSON.stringify(days),
    source,
    edition,
    key,
    HASH,
  ]);
  return rows[0].answer;
}

const marked = async (year: number) =>
  (
    await people.app.query(
      `select to_char(day, 'MM-DD') || ' ' || kind || ' ' || name as line from calendar_day where year = $1 and number = 1 order by day`,
      [year],
    )
  ).rows.map(({ line }) => line);

describe('what came with the system', () => {
  it('is 2020 to 2026, as many days as the notices name', async () => {
    const { rows } = await people.app.query(
      `select c.year, count(*) filter (where d.kind = 'off')::int as off, count(*) filter (where d.kind = 'work')::int as work
       from calendar_edition c join calendar_day d using (year, number) group by c.year order by c.year`,
    );
    expect(rows.map(({ year, off, work }) => [year, off, work])).toEqual([
      [2020, 30, 6],
      [2021, 31, 7],
      [2022, 32, 7],
      [2023, 26, 7],
      [2024, 28, 8],
      [2025, 28, 5],
      [2026, 33, 6],
    ]);
  });

  it('is for 2026 what domain.md §7 says', async () => {
    const off: [string, number, number, string][] = [
      ['01', 1, 3, '元旦'],
      ['02', 15, 23, '春节'],
      ['04', 4, 6, '清明节'],
      ['05', 1, 5, '劳动节'],
      ['06', 19, 21, '端午节'],
      ['09', 25, 27, '中秋节'],
      ['10', 1, 7, '国庆节'],
    ];
    const work = ['01-04 work 元旦', '02-14 work 春节', '02-28 work 春节', '05-09 work 劳动节', '09-20 work 国庆节', '10-10 work 国庆节'];
    const days = off.flatMap(([month, first, last, name]) =>
      Array.from({ length: last - first + 1 }, (_, index) => `${month}-${String(first + index).padStart(2, '0')} off ${name}`),
    );
    expect(await marked(2026)).toEqual([...days, ...work].sort());
  });

  it.each([
    ['2026-02-10', 7, '2026-02-26'],
    ['2026-02-10', 20, '2026-03-16'],
    ['2026-09-18', 7, '2026-09-29'],
    ['2026-09-18', 20, '2026-10-22'],
    ['2026-04-30', 7, '2026-05-13'],
  ])('makes %s and %i working days %s', async (from, days, dueOn) => {
    expect(await reads().reads.due({ kind: 'WORKDAYS_AFTER', from, days })).toMatchObject({ dueOn, provisional: false });
  });

  it('is in the log, by nobody in particular', async () => {
    const { rows } = await people.app.query(
      `select e.actor_id, convert_from(b.bytes, 'UTF8')::jsonb ->> 'year' as year
       from log_event e join content_blob b on b.hash = e.content_hash where e.type = 'calendar.entered' order by e.seq`,
    );
    expect(rows.map(({ actor_id, year }) => [actor_id, year])).toEqual(
      ['2020', '2021', '2022', '2023', '2024', '2025', '2026'].map((year) => [null, year]),
    );
  });
});

describe('a year', () => {
  it('is entered by the system administrator alone', async () => {
    for (const username of ['secadmin', 'auditadmin', 'office', 'leader', 'stranger']) {
      await expect(enter(await signIn(people.app, username), 2027, NEW_YEAR, 0)).rejects.toMatchObject({ code: 'MU403' });
    }
    await expect(enter(newToken(), 2027, NEW_YEAR, 0)).rejects.toMatchObject({ code: 'MU401' });
  });

  it('says what is wrong with it', async () => {
    const token = await signIn(people.app, 'sysadmin');
    const refused = (days: unknown[], edition: number | null, key?: string | null) =>
      enter(token, 2027, days, edition, '通知', key).then(
        () => 'taken',
        (error: { code: string; message: string }) => `${error.code} ${error.message}`,
      );
    const day = (date: string, kind = 'off') => ({ day: date, kind, name: '节' });
    expect(await refused(NEW_YEAR, 0, null)).toBe('MU428 precondition.idempotencyKey');
    expect(await refused(NEW_YEAR, null)).toBe('MU428 precondition.ifMatch');
    expect(await refused(NEW_YEAR, 1)).toBe('MU412 precondition.stale');
    expect(await refused([], 0)).toBe('MU422 calendar.noHoliday');
    expect(await refused([day('2027-02-06', 'work')], 0)).toBe('MU422 calendar.noHoliday');
    expect(await refused([day('2026-12-31')], 0)).toBe('MU422 calendar.dayOfAnotherYear');
    expect(await refused([day('2027-01-01'), day('2027-01-01')], 0)).toBe('MU422 calendar.dayTwice');
    expect(await refused([day('2027-01-01'), day('2027-01-04', 'work')], 0)).toBe('MU422 calendar.weekdayMoved');
  });

  it('is entered anew as a whole, makes deadlines firm, and its earlier editions stay', async () => {
    const token = await signIn(people.app, 'sysadmin');
    const { reads: calendar, read } = reads();
    const due = () => calendar.due({ kind: 'WORKDAYS_AFTER', from: '2026-12-31', days: 1 });
    expect(await due()).toMatchObject({ dueOn: '2027-01-01', provisional: true });

    const key = newToken();
    expect(await enter(token, 2027, NEW_YEAR, 0, '通知', key)).toEqual({ year: 2027, edition: 1 });
    expect(await enter(token, 2027, NEW_YEAR, 0, '通知', key)).toEqual({ year: 2027, edition: 1 });
    expect(await due()).toMatchObject({ dueOn: '2027-01-04', provisional: false });
    await expect(enter(token, 2027, NEW_YEAR, 0)).rejects.toMatchObject({ code: 'MU412' });
    await expect(enter(token, 2027, NEW_YEAR, 1)).rejects.toMatchObject({ code: 'MU409', message: 'calendar.unchanged' });

    const moved = [...NEW_YEAR, { day: '2027-01-02', kind: 'work', name: '元旦' }];
    expect(await enter(token, 2027, moved, 1)).toEqual({ year: 2027, edition: 2 });
    expect(await due()).toMatchObject({ dueOn: '2027-01-02', provisional: false });
    expect(await marked(2027)).toEqual(['01-01 off 元旦']);
    const { rows } = await people.app.query(
      `select actor_id, convert_from(b.bytes, 'UTF8') as text from calendar_edition c join log_event e using (seq) join content_blob b on b.hash = e.content_hash
       where e.type = 'calendar.entered' and c.year = 2027 order by c.number`,
    );
    expect(rows.map(({ actor_id }) => actor_id)).toEqual(Array(2).fill(await accountId(people.app, 'sysadmin')));
    expect(rows[1].text).toBe('{"days":["2027-01-01 off 元旦","2027-01-02 work 元旦"],"source":"通知","year":2027}');
    expect(read()).toBe(3); // once for each edition, however often it was asked
  });

  it('is one edition further for only one of two who enter it at once', async () => {
    const token = await signIn(people.app, 'sysadmin');
    const other = await people.another();
    const day = (name: string) => [{ day: '2028-01-01', kind: 'off', name }];
    await people.app.query('begin');
    await enter(token, 2028, day('元旦'), 0);
    const second = other
      .query('select calendar_set($1, 2028, $2, $3, 0, $4, $5)', [token, JSON.stringify(day('新年')), '通知', newToken(), HASH])
      .then(
        () => 'taken',
        (error: { code: string }) => error.code,
      );
    await people.app.query('commit');
    expect(await second).toBe('MU412');
  });
});

describe('the day', () => {
  it('is the one in Asia/Shanghai, by the database', async () => {
    const { rows } = await people.app.query(`select (now() + interval '8 hours') at time zone 'UTC' as there`);
    expect(await reads().reads.today()).toBe((rows[0].there as Date).toLocaleDateString('sv'));
    const left = await reads().reads.workingDaysLeft('2026-11-20', '2026-11-23');
    expect(left).toBe(1);
    expect(addWorkingDays(await reads().reads.calendar(), '2026-11-20', left).dueOn).toBe('2026-11-23');
  });
});
