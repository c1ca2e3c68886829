import type { Escalated, Matter, Task } from './worklist';

const ROOMS: Readonly<Record<string, string>> = {
  compiler: 'workshop',
  confidentialityOfficer: 'review',
  riskAssessor: 'risk',
  leadingGroupOffice: 'risk',
};

/** Where a task is done: the room of the role, at the first item that waits. */
export function wayTo(task: Pick<Task, 'role' | 'kind' | 'versionId' | 'itemIds'>): { path: string; query?: { item: string } } {
  // A closed version is not worked on: the next one is opened from its overview.
  if (task.kind === 'takeUp') return { path: `/versions/${task.versionId}` };
  const room = ROOMS[task.role] ?? (task.kind === 'endorse' ? 'risk' : 'approval');
  const [item] = task.itemIds ?? [];
  return { path: `/versions/${task.versionId}/${room}`, ...(item && { query: { item } }) };
}

const MATTERS: Readonly<Record<Matter['machine'], string>> = {
  obligation: '/obligations',
  rectification: '/urging',
  progressReport: '/reports',
};

/** The page of a matter. */
export const wayOfMatter = ({ machine, id }: Pick<Matter, 'machine' | 'id'>): string => `${MATTERS[machine]}/${id}`;

/** Where a matter is done: on its own page, but a catalogue that is owed among those of its body. */
export function wayToMatter(matter: Pick<Matter, 'machine' | 'id' | 'organization'>): string | { path: string; query: { q: string } } {
  const { machine, organization } = matter;
  return machine === 'obligation' && organization ? { path: '/catalogues', query: { q: organization.name } } : wayOfMatter(matter);
}

/** The bodies that are late under a task. */
export const wayToLate = ({ id, region }: Pick<Escalated, 'id' | 'region'>) => ({
  path: '/obligations',
  query: { region, task: id, timing: 'overdue' },
});
