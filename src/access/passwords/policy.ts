import type { Message, UnmetRequirement } from '../../platform/problems/index.js';

/** A new password and what it is compared with. */
export interface Candidate {
  readonly password: string;
  readonly username: string;
  readonly previous?: string;
}

const RULES: readonly { id: string; message: Message; holds: (candidate: Candidate) => boolean }[] = [
  {
    id: 'passwordLongEnough',
    message: { zh: '密码至少 12 个字符。', en: 'A password has at least 12 characters.' },
    holds: ({ password }) => [...password].length >= 12,
  },
  {
    id: 'passwordVaried',
    message: { zh: '密码至少包含 5 个不同的字符。', en: 'A password has at least 5 different characters.' },
    holds: ({ password }) => new Set(password).size >= 5,
  },
  {
    id: 'passwordNotUsername',
    message: { zh: '密码不得包含用户名。', en: 'A password does not contain the user name.' },
    holds: ({ password, username }) => !password.toLowerCase().includes(username.toLowerCase()),
  },
  {
    id: 'passwordNew',
    message: { zh: '新密码不得与现密码相同。', en: 'A new password differs from the present one.' },
    holds: ({ password, previous }) => password !== previous,
  },
];

/** What a password lacks, all at once; empty when it is fine. Length counts, composition rules do not (OWASP ASVS 5.0, 6.2). */
export function unmetPasswordRequirements(candidate: Candidate): UnmetRequirement[] {
  return RULES.filter((rule) => !rule.holds(candidate)).map(({ id, message }) => ({ id, message, itemIds: [] }));
}
