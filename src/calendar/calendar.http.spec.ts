import { useHouse } from '../../test/factories/house.js';
import { CalendarReads } from './index.js';

const house = useHouse();

const NEW_YEAR = { source: '关于2027年部分节假日安排的通知', days: [{ day: '2027-01-01', kind: 'off', name: '元旦' }] };
const enter = async (who: string, body: unknown, year: number | string = 2027, edition: string | null = '"0"') =>
  (await house.as(who)).put(`/api/calendar/${year}`, body, edition === null ? {} : { ifMatch: edition });

afterEach(() => jest.restoreAllMocks());

describe('a year', () => {
  it('is shown to everybody who is signed in, with its source', async () => {
    const { json } = await (await house.as('stranger')).get('/api/calendar?year=2026');
    expect(json).toMatchObject({ year: 2026, covered: true, mayEnter: false, years: [2020, 2021, 2022, 2023, 2024, 2025, 2026] });
    expect(json.shown).toMatchObject({ edition: 1, enteredBy: null, source: expect.stringContaining('国办发明电〔2025〕7号') });
    expect(json.editions).toEqual([json.shown]);
    expect(json.days).toHaveLength(39);
    expect(json.days[0]).toEqual({ day: '2026-01-01', kind: 'off', name: '元旦' });
  });

  it('that nobody entered says so', async () => {
    const { json } = await (await house.as('sysadmin')).get('/api/calendar?year=2050');
    expect(json).toMatchObject({ year: 2050, covered: false, shown: null, days: [], editions: [], mayEnter: true });
  });

  it('is entered by the system administrator, for all to see at once, and its editions are kept', async () => {
    const leader = await house.as('leader');
    const due = async () => (await leader.get('/api/calendar/deadline?from=2026-12-31&days=1')).json;
    expect(await due()).toMatchObject({ dueOn: '2027-01-01', provisional: true });
    expect((await enter('sysadmin', NEW_YEAR)).json).toEqual({ year: 2027, edition: 1 });
    expect(await due()).toMatchObject({ dueOn: '2027-01-04', provisional: false });
    const corrected = { ...NEW_YEAR, days: [...NEW_YEAR.days, { day: '2027-01-02', kind: 'work', name: '元旦' }] };
    expect((await enter('sysadmin', corrected, 2027, '"1"')).json).toEqual({ year: 2027, edition: 2 });
    expect(await due()).toMatchObject({ dueOn: '2027-01-02' });

    const { json } = await leader.get('/api/calendar?year=2027');
    expect(json.shown).toMatchObject({ edition: 2, enteredBy: { displayName: expect.any(String) } });
    expect(json.editions.map((one: { edition: number }) => one.edition)).toEqual([2, 1]);
    expect((await leader.get('/api/calendar?year=2027&edition=1')).json).toMatchObject({ days: NEW_YEAR.days, shown: { edition: 1 } });
    expect((await leader.get('/api/calendar?year=2027&edition=3')).json).toMatchObject({ status: 404, code: 'calendar.editionAbsent' });
  });

  it.each([
    [{ ...NEW_YEAR, days: [{ day: '2026-12-31', kind: 'off', name: '元旦' }] }, 'days.0.day', 'dayOfAnotherYear'],
    [{ ...NEW_YEAR, days: [...NEW_YEAR.days, ...NEW_YEAR.days] }, 'days.1.day', 'dayTwice'],
    [{ ...NEW_YEAR, days: [{ day: '2027-01-04', kind: 'work', name: '元旦' }] }, 'days.0.day', 'weekdayMoved'],
    [{ ...NEW_YEAR, days: [{ day: '2027-02-29', kind: 'off', name: '元旦' }] }, 'days.0.day', 'isDay'],
    [{ ...NEW_YEAR, days: [{ day: '2027-01-01', kind: 'half', name: '元旦' }] }, 'days.0.kind', 'isIn'],
    [{ ...NEW_YEAR, days: [{ day: '2027-01-01', kind: 'off', name: '元\u202e旦' }] }, 'days.0.name', 'matches'],
    [{ ...NEW_YEAR, days: [{ day: '2027-01-01', kind: 'off', name: '' }] }, 'days.0.name', 'isLength'],
    [{ ...NEW_YEAR, days: [{ day: '2027-01-01', kind: 'off', name: '元旦', half: true }] }, 'days.0.half', 'whitelistValidation'],
    [{ ...NEW_YEAR, source: ' ' }, 'source', 'isLength'],
    [{ ...NEW_YEAR, days: {} }, 'days', 'isArray'],
    [{ source: 'x' }, 'days', 'isArray'],
  ])('%j is refused at %s', async (body, field, rule) => {
    const answer = await enter('sysadmin', body);
    expect(answer).toMatchObject({ status: 400, json: { code: 'request.invalid' } });
    expect(answer.json.errors).toContainEqual(expect.objectContaining({ field, rule }));
  });

  it('is refused in the order of the contract', async () => {
    const codes = async (...given: Parameters<typeof enter>) => {
      const { status, json } = await enter(...given);
      return `${status} ${json.code}`;
    };
    expect(await codes('sysadmin', NEW_YEAR, 1999)).toBe('400 request.invalid');
    expect(await codes('sysadmin', NEW_YEAR, '2027x')).toBe('400 request.invalid');
    expect(await codes('leader', NEW_YEAR, 2027, null)).toBe('403 role.missing');
    expect(await codes('secadmin', NEW_YEAR)).toBe('403 role.missing');
    const other = { ...NEW_YEAR, days: [{ day: '2028-01-01', kind: 'off', name: '元旦' }] };
    expect(await codes('sysadmin', other, 2028, null)).toBe('428 precondition.ifMatch');
    expect(await codes('sysadmin', other, 2028, '"7"')).toBe('412 precondition.stale');
    expect(await codes('sysadmin', { ...other, days: [] }, 2028)).toBe('422 calendar.noHoliday');
    expect((await house.nobody.put('/api/calendar/2028', other)).status).toBe(401);
    const noKey = await (await house.as('sysadmin')).put('/api/calendar/2028', other, { key: null, ifMatch: '"0"' });
    expect(noKey.json.code).toBe('precondition.idempotencyKey');
    expect(await codes('sysadmin', other, 2028)).toBe('200 undefined');
    expect(await codes('sysadmin', other, 2028, '"1"')).toBe('409 calendar.unchanged');
  });
});

describe('a deadline', () => {
  it('explains itself', async () => {
    jest.spyOn(house.app.get(CalendarReads), 'today').mockResolvedValue('2026-10-09');
    const { json } = await (await house.as('stranger')).get('/api/calendar/deadline?from=2026-09-30&days=4');
    expect(json).toMatchObject({ dueOn: '2026-10-12', provisional: false, today: '2026-10-09', workingDaysLeft: 2, warning: null });
    expect(json.steps).toHaveLength(12);
    expect(json.steps[0]).toEqual({ day: '2026-10-01', counts: false, why: 'holiday', name: '国庆节' });
    expect(json.steps[9]).toEqual({ day: '2026-10-10', counts: true, why: 'moved', name: '国庆节', ordinal: 3 });
    expect(json.sources).toEqual([{ year: 2026, source: expect.stringContaining('2026年') }]);
  });

  it('names the years that nobody entered', async () => {
    const { json } = await (await house.as('leader')).get('/api/calendar/deadline?from=2031-12-30&days=2');
    expect(json).toMatchObject({
      dueOn: '2032-01-01',
      provisional: true,
      sources: [
        { year: 2031, source: null },
        { year: 2032, source: null },
      ],
    });
    expect(json.steps[0]).toMatchObject({ assumed: true });
  });

  it('that is a fixed date stays where it is', async () => {
    jest.spyOn(house.app.get(CalendarReads), 'today').mockResolvedValue('2026-10-12');
    const { json } = await (await house.as('leader')).get('/api/calendar/deadline?on=2026-10-07');
    expect(json).toMatchObject({ dueOn: '2026-10-07', workingDaysLeft: -4, steps: [] });
    expect(json.warning).toEqual({ why: 'holiday', name: '国庆节', lastWorkingDay: '2026-09-30' });
  });

  it.each([
    ['from=2026-11-21', 400],
    ['days=5', 400],
    ['from=2026-11-21&days=5&on=2026-12-01', 400],
    ['from=2026-11-31&days=5', 400],
    ['from=2026-11-21&days=0', 400],
    ['from=2026-11-21&days=367', 400],
    ['from=2026-11-21&days=1.5', 400],
    ['from=2026-11-21&days=366', 200],
  ])('?%s: %i', async (query, status) => {
    expect((await (await house.as('leader')).get(`/api/calendar/deadline?${query}`)).status).toBe(status);
  });

  it('is told to nobody from outside', async () => {
    expect((await house.nobody.get('/api/calendar/deadline?from=2026-11-21&days=5')).status).toBe(401);
    expect((await house.nobody.get('/api/calendar?year=2026')).status).toBe(401);
  });
});
