import { eventTypesOf, lifecycle, MACHINE_IDS, statesOf, transitionsOf, type Lifecycle, type MachineId } from '../../machines/registry.js';
import { machineOf } from '../../src/commands/machines.js';
import { canonicalJson } from '../../src/content/index.js';

/** One step of a lifecycle as a log event tells it; `machine` and `guards` are canonical JSON. */
export interface LegalStep {
  readonly machine_id: string;
  /** '' is "not there yet". */
  readonly from_state: string;
  readonly type: string;
  readonly to_state: string;
  readonly machine: string;
  readonly guards: string;
}

/** Every step that the lifecycles know, with the verdicts that let it: what an audit will replay. */
export function legalSteps(): LegalStep[] {
  const steps = MACHINE_IDS.flatMap(stepsOf);
  return [...new Map(steps.map((step) => [`${step.machine_id} ${step.from_state} ${step.type} ${step.to_state}`, step])).values()];
}

function stepsOf(id: MachineId): LegalStep[] {
  const of = lifecycle(id, '0') as unknown as Lifecycle;
  const machine = canonicalJson(machineOf(id));
  return [null, ...statesOf(of)].flatMap((state) =>
    eventTypesOf(of).flatMap((type) =>
      transitionsOf(of, state, type)
        .filter(({ meta }) => meta?.leaves !== true)
        .map(({ target, guard: { params } }) => {
          const needed = [...of.requirements[type]!.map((requirement) => requirement.id), ...(params.when ?? [])];
          const verdicts = [...needed.map((name) => [name, true]), ...(params.unless ?? []).map((name) => [name, false])];
          return {
            machine_id: id,
            from_state: state ?? '',
            type,
            to_state: target,
            machine,
            guards: canonicalJson(Object.fromEntries(verdicts)),
          };
        }),
    ),
  );
}
