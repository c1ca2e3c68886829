import type { ElementCode, Message } from '../../content/index.js';
import { findingText, type FindingCode, type Parameters } from './finding-texts.js';
import { excerpt } from './cells/wording.js';
import type { Repair } from './repairs.js';

/** error: an element is missing or unreadable · warning: somebody must look · info: for your information. */
export type Severity = 'error' | 'warning' | 'info';
/** repair: the reading changed something and asks · missing: an element is not there · lint: advice. */
export type FindingKind = 'repair' | 'missing' | 'lint';

/** Something to tell the compiler about one place of the file. The id is the same in every reading of the same file. */
export interface Finding {
  readonly id: string;
  readonly severity: Severity;
  readonly kind: FindingKind;
  /** Which of the file's tables, from 0. */
  readonly table: number;
  /** Count from 1 as the source file shows them; column is null where the whole row or form is meant. */
  readonly row: number;
  readonly column: number | null;
  readonly itemKey: string | null;
  readonly code: FindingCode;
  readonly message: Message;
  readonly repair?: { readonly description: Message };
}

export interface Place {
  readonly table: number;
  readonly row: number;
  readonly column: number | null;
  readonly itemKey: string | null;
}

const ELEMENT_NAMES: Readonly<Record<ElementCode, Message>> = {
  path: { zh: '公开事项', en: 'the item’s path' },
  elements: { zh: '公开内容', en: 'the content' },
  bases: { zh: '公开依据', en: 'the bases' },
  clauses: { zh: '条款内容', en: 'the clauses' },
  effectLevel: { zh: '依据效力位阶', en: 'the effect level' },
  timeLimit: { zh: '公开时限', en: 'the time limit' },
  disclosingBodies: { zh: '公开主体', en: 'the disclosing body' },
  category: { zh: '事项类别', en: 'the category' },
  channels: { zh: '公开渠道和载体', en: 'the channels' },
  audience: { zh: '公开对象', en: 'the audience' },
  method: { zh: '公开方式', en: 'the method' },
  publicityLevels: { zh: '公开层级', en: 'the publicity level' },
  phases: { zh: '五公开环节', en: 'the phase' },
  field: { zh: '领域', en: 'the field' },
  responsibleOffice: { zh: '责任处室', en: 'the responsible office' },
  duty: { zh: '对应职责', en: 'the duty' },
};

export function missing(element: ElementCode, place: Place): Finding {
  return finding(`missing.${element}`, 'missing', 'error', place, names(element));
}

/** The cell has text that nobody could read: error, because the element stays empty. */
export function unreadable(element: ElementCode, place: Place): Finding {
  return finding(`unreadable.${element}`, 'missing', 'error', place, names(element));
}

export function lint(code: FindingCode, severity: 'warning' | 'info', place: Place, parameters: Parameters = {}): Finding {
  return finding(code, 'lint', severity, place, parameters);
}

/** The element's names, for messages that speak of it. */
export function names(element: ElementCode): Parameters {
  return { zh: ELEMENT_NAMES[element].zh, en: ELEMENT_NAMES[element].en };
}

export function repairFinding(repair: Repair, table: number, itemKey: string): Finding {
  const place = { table, row: repair.row, column: repair.column, itemKey };
  const built = finding(repair.code, 'repair', 'warning', place);
  const notes = [built.message];
  if (repair.fourthLevel) notes.push(findingText('repair.fourthLevel', { level: excerpt(repair.fourthLevel) }));
  if (repair.lostBlank) notes.push(findingText('repair.lostBlank'));
  const description = { zh: notes.map(({ zh }) => zh).join(''), en: notes.map(({ en }) => en).join(' ') };
  return { ...built, message: description, repair: { description } };
}

/** Ids name the code and the place, so the same file has the same ids; a second finding of one kind in one cell gets a number. */
export function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, number>();
  return findings.map((one) => {
    const count = (seen.get(one.id) ?? 0) + 1;
    seen.set(one.id, count);
    return count === 1 ? one : { ...one, id: `${one.id}.${count}` };
  });
}

function finding(code: FindingCode, kind: FindingKind, severity: Severity, place: Place, parameters: Parameters = {}): Finding {
  const { table, row, column, itemKey } = place;
  const id = `${code}@${table > 0 ? `${table + 1}/` : ''}${row}${column === null ? '' : `:${column}`}${inherited(place)}`;
  return { id, severity, kind, table, row, column, itemKey, code, message: findingText(code, parameters) };
}

/** A finding may stand in a cell of another row than its item's (an inherited one): the item tells them apart. */
function inherited({ row, itemKey }: Place): string {
  return itemKey === null || itemKey.endsWith(`r${row}`) ? '' : `~${itemKey}`;
}
