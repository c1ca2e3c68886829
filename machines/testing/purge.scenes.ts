import type { RoleCode } from '../people.facts.js';
import type { PurgeEventType, PurgeParameters } from '../purge.events.js';
import type { PurgeFacts } from '../purge.facts.js';

/** An event with all that it needs, and facts in which nothing stands in its way; somebody else proposed. */
export function purgeScene(
  type: PurgeEventType,
  role: RoleCode | 'system' = 'auditAdministrator',
): { event: PurgeParameters; facts: PurgeFacts } {
  return {
    event: { type, reason: '含有公民身份号码', ground: 'PERSONAL_DATA', legalBasis: '《中华人民共和国个人信息保护法》第四十七条' },
    facts: {
      actor: role === 'system' ? { kind: 'system' } : { kind: 'person', id: 'second', hands: [{ role, persons: ['second'] }] },
      purge: { proposers: ['first'] },
      text: { held: true, shownBy: [], usedBy: [] },
    },
  };
}
