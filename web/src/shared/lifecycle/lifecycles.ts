import { shallowReactive } from 'vue';
import { answerOf, api } from '../../api/client';
import type { components } from '../../api/schema';
import type { MachineId } from '../../i18n/terms';

export type Lifecycle = components['schemas']['LifecycleView'];

const known = shallowReactive(new Map<MachineId, Lifecycle>());
const asked = new Set<MachineId>();

/** The lifecycle as the server's machines define it; undefined until it is there. It is asked for once. */
export function lifecycleOf(machine: MachineId): Lifecycle | undefined {
  if (!asked.has(machine)) {
    asked.add(machine);
    answerOf(api.GET('/api/lifecycles/{machine}', { params: { path: { machine } } })).then(
      (lifecycle) => known.set(machine, lifecycle),
      () => asked.delete(machine),
    );
  }
  return known.get(machine);
}
