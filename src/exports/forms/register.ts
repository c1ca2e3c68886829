import type { Signature, Signed } from '../reads/signatures.reads.js';
import type { ReadableItem, ReadableVersion } from '../reads/version-texts.reads.js';
import type { Paper } from '../writing/paper.js';
import { LEVEL_NAMES, VERSION_STATE_NAMES } from '../messages.js';
import { listTable } from './cells.js';
import { standingOf } from './standing.js';
import { because, categoryText, channelsText, moment, pathText, say, shortHash, signerName } from './words.js';

/** What the register is made of. */
export interface RegisterOf {
  readonly version: ReadableVersion;
  readonly items: readonly ReadableItem[];
  readonly signatures: ReadonlyMap<string, readonly Signature[]>;
  readonly approved: Signed | null;
  /** Items that the public sees now. */
  readonly shown: ReadonlySet<string>;
  readonly now: Date;
}

/** 主动公开事项保密审查台账: one row an item, with who concluded what, on which ground, and when. */
export function reviewRegister(register: RegisterOf): Paper {
  const { loaded, organization } = register.version;
  const { title, number: version, state } = loaded.version;
  const columns = [
    [say('register.number'), 3, true],
    [say('register.item'), 14],
    [say('register.category'), 6, true],
    [say('register.conclusion'), 8, true],
    [say('register.ground'), 16],
    [say('register.reviewer'), 6, true],
    [say('register.reviewedAt'), 8, true],
    [say('register.risk'), 8, true],
    [say('register.approver'), 6, true],
    [say('register.channels'), 10],
    [say('register.publishedAt'), 8, true],
    [say('register.note'), 10, true],
  ] as const;
  return {
    title: say('register.title'),
    landscape: true,
    blocks: [
      { kind: 'line', text: say('register.by', { title, organization, version, state: VERSION_STATE_NAMES[state] }) },
      {
        kind: 'table',
        table: listTable(
          columns,
          register.items.map((item) => rowOf(item, register)),
        ),
      },
      { kind: 'note', text: say('form.made', { pending: say('pending'), time: moment(register.now) }) },
    ],
  };
}

function rowOf(item: ReadableItem, { version, signatures, approved, shown }: RegisterOf): string[] {
  const { conclusion, acceptance, verdict } = standingOf(item, signatures.get(item.id) ?? []);
  const content = item.text?.content;
  const published = shown.has(item.id) && version.publishedAt;
  const blank = say('blank');
  if (!content) {
    const hidden = say(item.purged ? 'purged' : item.sealed ? 'sealed' : 'unreadable');
    return [String(item.row), hidden, blank, verdict, ...Array.from({ length: 7 }, () => blank), shortHash(item.contentHash)];
  }
  const waits = verdict === say('pending');
  return [
    String(item.row),
    pathText(content),
    categoryText(content),
    verdict,
    conclusion ? because(conclusion) || blank : blank,
    conclusion ? signerName(conclusion) : waits ? say('pending') : blank,
    conclusion ? moment(conclusion.at) : blank,
    riskOf(acceptance, conclusion, content.category),
    approved ? signerName(approved) : say('pending'),
    channelsText(content),
    published ? moment(published) : say('register.notPublished'),
    [item.text?.removal && say('register.removal'), shortHash(item.contentHash)].filter(Boolean).join('\n'),
  ];
}

/** A statutory item needs no assessment unless an officer asks for one; an item that is not opened needs none either. */
function riskOf(acceptance: Signature | null, conclusion: Signature | null, category: 'STATUTORY' | 'OTHER' | null): string {
  if (acceptance) return `${LEVEL_NAMES[acceptance.level!]}\n${signerName(acceptance)}`;
  if (conclusion?.type === 'clear' && category === 'STATUTORY' && !conclusion.assess) return say('notNeeded');
  const opens = !conclusion || conclusion.type === 'clear' || (conclusion.type === 'determine' && conclusion.outcome === 'open');
  return opens ? say('pending') : say('blank');
}
