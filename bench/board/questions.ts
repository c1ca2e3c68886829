import type { Territory } from '../territory/index.js';

/** A moment of the past at which about half of what is done now was done. */
const PAST_DAYS = 60;

/** One look at the board: what Mulu is asked, and the least query over the same rows. */
export interface Question {
  readonly title: string;
  readonly path: string;
  /** Its first column is the number that `counted` finds in the answer. */
  readonly bare: string;
  readonly values: readonly unknown[];
  readonly counted: (answer: Answer) => number;
  /** Milliseconds that an answer may take, once everything is warm. */
  readonly goal: number | null;
}

interface Answer {
  readonly total: { readonly bodies: { readonly count: number } };
  readonly items: readonly unknown[];
}

const BELOW = `with recursive below (code, top) as (
    select code, code from mulu.region where code = $1
    union all select r.code, case when b.code = $1 then r.code else b.top end from mulu.region r join below b on r.parent_code = b.code)`;

/** Obligations by child, state and the version that is under way: no stages, no deadlines, no rights. */
const NOW = `${BELOW}, counted as (
  select b.top, m.state, v.state as version, count(*) as bodies from below b join mulu.matter m on m.region_code = b.code
  join mulu.catalogue c on c.organization_id = m.organization_id
  left join mulu.catalogue_version v on v.catalogue_id = c.id and v.state in ('draft', 'confidentialityReview', 'riskAssessment', 'departmentApproval', 'scheduled')
  where m.machine_id = 'obligation' group by 1, 2, 3)
  select sum(bodies)::int as number from counted`;

/** The last steps up to a moment, of the obligations and of all versions, by state. */
const PAST = `${BELOW}, counted as (
  select last.to_state, count(*) as bodies from below b join mulu.matter m on m.region_code = b.code
  cross join lateral (select e.to_state from mulu.log_event e where e.stream = m.id and e.machine_id = 'obligation' and e.at <= $2 order by e.at desc limit 1) last
  group by 1), versions as (
  select last.to_state, count(*) as versions from below b join mulu.matter m on m.region_code = b.code
  join mulu.catalogue c on c.organization_id = m.organization_id join mulu.catalogue_version v on v.catalogue_id = c.id
  cross join lateral (select e.to_state from mulu.log_event e where e.stream = v.id and e.machine_id = 'catalogueVersion' and e.at <= $2 order by e.at desc limit 1) last
  group by 1)
  select (select sum(bodies)::int from counted) as number, (select sum(versions) from versions)`;

const LIST = `${BELOW}, page as (
  select m.id from below b join mulu.matter m on m.region_code = b.code join mulu.organization o on o.id = m.organization_id
  where m.machine_id = 'obligation' order by m.region_code, o.name, m.id limit 50)
  select count(*)::int as number from page`;

/** Everything that is measured, in the order in which it is asked. */
export function questions({ task }: Territory): Question[] {
  const past = new Date(Date.now() - PAST_DAYS * 86_400_000).toISOString();
  const bodies = ({ total }: Answer) => total.bodies.count;
  const rows = ({ items }: Answer) => items.length;
  const rollUp = (region: string, at?: string) => `/api/progress?${new URLSearchParams({ region, task, ...(at && { at }) }).toString()}`;
  const list = (at?: string) =>
    `/api/obligations?${new URLSearchParams({ region: '150000', task, limit: '50', ...(at && { at }) }).toString()}`;
  return [
    { title: 'autonomous region, now', path: rollUp('150000'), bare: NOW, values: ['150000'], counted: bodies, goal: 150 },
    {
      title: 'autonomous region, as it stood',
      path: rollUp('150000', past),
      bare: PAST,
      values: ['150000', past],
      counted: bodies,
      goal: 600,
    },
    { title: 'league-city, now', path: rollUp('150500'), bare: NOW, values: ['150500'], counted: bodies, goal: null },
    { title: 'league-city, as it stood', path: rollUp('150500', past), bare: PAST, values: ['150500', past], counted: bodies, goal: null },
    { title: 'list of bodies, now', path: list(), bare: LIST, values: ['150000'], counted: rows, goal: null },
    { title: 'list of bodies, as it stood', path: list(past), bare: LIST, values: ['150000'], counted: rows, goal: null },
  ];
}
