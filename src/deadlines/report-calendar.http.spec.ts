import { useHouse } from '../../test/factories/house.js';
import { ReportDesk } from '../../test/factories/reports.http.js';
import { must } from '../../test/factories/version.http.js';
import { CalendarReads } from '../calendar/index.js';
import { ReportCalendar } from './report-calendar.js';

const house = useHouse();

it('opens what the calendar asks for, once, and lets it be found by whoever writes it', async () => {
  const calendar = house.app.get(ReportCalendar);
  const { period, next } = await new ReportDesk(house).quarter();
  jest.spyOn(house.app.get(CalendarReads), 'today').mockResolvedValue(next); // the day after a quarter
  await calendar.tick();
  const { rows } = await house.people.admin.query(`select count(*)::int as reports from matter where machine_id = 'progressReport'`);
  expect(rows[0].reports).toBeGreaterThan(0);
  await Promise.all([calendar.tick(), calendar.tick()]);
  const { rows: again } = await house.people.admin.query(`select count(*)::int as reports from matter where machine_id = 'progressReport'`);
  expect(again).toEqual(rows);
  const { json } = await must((await house.as('office.hohhot')).get('/api/matters'));
  expect(json.items).toContainEqual(expect.objectContaining({ machine: 'progressReport', role: 'ownOffice', period }));
  expect(house.log.filter((line) => line.includes('"level":50'))).toEqual([]);
});
