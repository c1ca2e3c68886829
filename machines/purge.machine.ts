import { setup } from 'xstate';
import { guardOf } from './guards.js';
import { factsAsGiven, type Permission, type Transition } from './policy.js';
import type { PurgeParameters } from './purge.events.js';
import type { PurgeFacts, PurgeState } from './purge.facts.js';
import { PURGE_REQUIREMENTS } from './purge.requirements.js';

const permitted = (params: Permission) => ({ type: 'permitted', params }) as const;
const either = permitted({ by: ['auditAdministrator', 'securityAdministrator'] });

export const purgeCreation = {
  'purge.proposed': [
    {
      target: 'proposed',
      guard: permitted({ by: ['auditAdministrator'] }),
      description: '提出清除，写明法定情形和理由 · a text is proposed to be purged, with its legal ground',
    },
  ],
} as const satisfies Record<string, readonly Transition<PurgeState>[]>;

const isPermitted = guardOf<PurgeFacts, PurgeParameters>({}, PURGE_REQUIREMENTS);

/** I12: the bytes of a text go by two hands, never by one; the hash and everything that was said about it stay. */
export const purgeMachine = setup({
  types: {
    context: {} as PurgeFacts,
    events: {} as PurgeParameters,
    input: {} as PurgeFacts,
  },
  guards: { permitted: (args, params: Permission) => isPermitted(args, params) },
}).createMachine({
  id: 'purge',
  context: factsAsGiven,
  initial: 'proposed',
  states: {
    proposed: {
      description: '待确认',
      on: {
        'purge.done': { target: 'done', guard: either, description: '由另一人确认，正文清除 · another hand confirms, the bytes go' },
        'purge.withdrawn': { target: 'withdrawn', guard: either, description: '撤回或不同意 · taken back, or not agreed to' },
      },
    },
    done: { description: '已清除', type: 'final' },
    withdrawn: { description: '已撤回', type: 'final' },
  },
});
