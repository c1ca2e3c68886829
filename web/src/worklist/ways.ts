import type { Task } from './worklist';

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
