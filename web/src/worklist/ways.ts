import type { Task } from './worklist';

const ROOMS: Readonly<Record<string, string>> = {
  compiler: 'workshop',
  confidentialityOfficer: 'review',
  riskAssessor: 'risk',
  leadingGroupOffice: 'risk',
};

/** Where a task is done: the room of the role, at the first item that waits. */
export function wayTo(task: Pick<Task, 'role' | 'kind' | 'versionId' | 'itemIds'>): { path: string; query?: { item: string } } {
  const room = ROOMS[task.role] ?? (task.kind === 'endorse' ? 'risk' : 'approval');
  const [item] = task.itemIds ?? [];
  return { path: `/versions/${task.versionId}/${room}`, ...(item && { query: { item } }) };
}
