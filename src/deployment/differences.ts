import { fill, type Message } from '../platform/problems/index.js';
import type { Walls } from './walls.js';

/** What the kinds of walls are called. A kind without a word here is named as it is. */
const KINDS: Readonly<Record<string, Message>> = {
  trigger: { zh: '触发器', en: 'Trigger' },
  function: { zh: '函数', en: 'Function' },
  relation: { zh: '表或视图', en: 'Table or view' },
  rule: { zh: '改写规则', en: 'Rule' },
  column: { zh: '列', en: 'Column' },
  constraint: { zh: '约束', en: 'Constraint' },
  index: { zh: '唯一索引', en: 'Unique index' },
  grant: { zh: '权限', en: 'Right' },
  role: { zh: '数据库角色', en: 'Role' },
  membership: { zh: '角色成员关系', en: 'Membership' },
  setting: { zh: '会话设置', en: 'Setting' },
  transition: { zh: '状态转换', en: 'Transition' },
  machine: { zh: '流程版本', en: 'Lifecycle' },
  profile: { zh: '目录规范', en: 'Profile' },
};

const MISSING: Message = { zh: '{kind} {name}：缺少，应为 {expected}', en: '{kind} {name} is missing: it should be {expected}' };
const EXTRA: Message = { zh: '{kind} {name}：多出，现为 {found}', en: '{kind} {name} should not be there: it is {found}' };
const CHANGED: Message = {
  zh: '{kind} {name}：不一致，应为 {expected}，现为 {found}',
  en: '{kind} {name} is not what it should be: it should be {expected}, it is {found}',
};

/** Every wall that is missing, too much, or another than expected, in words; none when all is as it should be. */
export function differences(expected: Walls, found: Walls): Message[] {
  return union(expected, found).flatMap((kind) => {
    const [wanted, standing] = [expected[kind] ?? {}, found[kind] ?? {}];
    return union(wanted, standing)
      .filter((name) => wanted[name] !== standing[name])
      .map((name) => inWords(kind, name, wanted[name], standing[name]));
  });
}

function union(one: object, other: object): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])];
}

function inWords(kind: string, name: string, expected?: string, found?: string): Message {
  const message = found === undefined ? MISSING : expected === undefined ? EXTRA : CHANGED;
  const word = KINDS[kind] ?? { zh: kind, en: kind };
  const texts = { name, expected: partsWithout(expected, found), found: partsWithout(found, expected) };
  return { zh: fill(message.zh, { ...texts, kind: word.zh }), en: fill(message.en, { ...texts, kind: word.en }) };
}

/** A definition's parts that the other one does not have; a dash where it has them all. */
function partsWithout(definition = '', other = ''): string {
  const others = new Set(other.split('; '));
  const parts = definition.split('; ').filter((part) => !others.has(part));
  return parts.join('; ') || '—';
}
