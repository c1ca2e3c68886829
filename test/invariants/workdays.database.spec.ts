import { CalendarReads } from '../../src/calendar/calendar.reads.js';
import { shifted } from '../../src/calendar/days.js';
import { queryable } from '../factories/people.js';
import { usePeopleDatabase } from '../factories/people.database.js';

const people = usePeopleDatabase();

it('the database counts working days as the program does, over years that were entered and years that were not', async () => {
  const calendars = new CalendarReads(queryable(people.admin) as never);
  let from = '2019-12-20';
  let asked = 0;
  for (; from < '2028-03-01'; from = shifted(from, 11)) {
    for (const days of [1, 2, 5, 20, 60, 250]) {
      const { dueOn, provisional } = await calendars.due({ kind: 'WORKDAYS_AFTER', from, days });
      const { rows } = await people.admin.query(`select days, ends_on_one, provisional from mulu.workdays_between($1, $2)`, [from, dueOn]);
      expect({ from, dueOn, ...rows[0] }).toEqual({ from, dueOn, days, ends_on_one: true, provisional });
      asked += 1;
    }
  }
  expect(asked).toBeGreaterThan(1000);
});

it.each(['2026-10-01', '2026-10-03', '2026-11-21', '2030-01-05'])('%s is no day on which a deadline by working days ends', async (day) => {
  const { rows } = await people.admin.query(`select ends_on_one from mulu.workdays_between('2026-09-01', $1)`, [day]);
  expect(rows[0].ends_on_one).toBe(false);
});
