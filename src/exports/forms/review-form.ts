import { METHOD_NAMES } from '../../content/index.js';
import type { Signature, Signed } from '../reads/signatures.reads.js';
import type { ReadableItem, ReadableVersion } from '../reads/version-texts.reads.js';
import { basesText } from '../table/bases-text.js';
import { elementsText } from '../table/cell-text.js';
import type { Table } from '../table/table.js';
import type { Block, Paper } from '../writing/paper.js';
import { LEVEL_NAMES, STEP_NAMES, VERSION_STATE_NAMES } from '../messages.js';
import { formRow, listTable } from './cells.js';
import { riskTables } from './risk-part.js';
import { standingOf, type Standing } from './standing.js';
import {
  audienceText,
  because,
  categoryText,
  channelsText,
  decisionName,
  moment,
  pathText,
  say,
  shortHash,
  signer,
  signerName,
  spoken,
} from './words.js';

/** What one form is made of; the item's text is one that the reader may see. */
export interface FormOf {
  readonly version: ReadableVersion;
  readonly item: ReadableItem & { readonly text: NonNullable<ReadableItem['text']> };
  readonly signatures: readonly Signature[];
  readonly submitted: Signed | null;
  readonly approved: Signed | null;
  readonly now: Date;
}

/** 主动公开信息保密审查审批表 of one item: what was really signed, and 未办理 where nothing was. */
export function reviewForm(form: FormOf): Paper {
  const standing = standingOf(form.item, form.signatures);
  const blocks: Block[] = [
    { kind: 'table', table: basics(form) },
    { kind: 'part', text: say('form.questions') },
    ...questions(form, standing),
    { kind: 'part', text: say('form.opinions') },
    { kind: 'table', table: opinions(form, standing) },
    { kind: 'part', text: say('form.risk') },
    ...riskTables(standing, form.item.text.content.category),
    { kind: 'part', text: say('form.conclusion') },
    { kind: 'table', table: conclusion(standing) },
    ...past(form.item, standing),
    { kind: 'note', text: say('form.hash', { hash: form.item.contentHash }) },
    { kind: 'note', text: say('form.made', { pending: say('pending'), time: moment(form.now) }) },
  ];
  return { title: say('form.title'), landscape: false, blocks };
}

function basics({ version: { loaded, organization }, item }: FormOf): Table {
  const { title, number, state } = loaded.version;
  const { content, removal } = item.text;
  const author = signerName({ name: item.author, behalf: item.authorFor });
  const pair = (a: readonly [string, string], b: readonly [string, string]) =>
    formRow([a[0], 1, 'label'], [a[1] || say('blank'), 1], [b[0], 1, 'label'], [b[1] || say('blank'), 1]);
  const whole = (label: string, text: string) => formRow([label, 1, 'label'], [text || say('blank'), 3]);
  const path = removal ? `${pathText(content)}\n${say('form.removal', { reason: removal.reason })}` : pathText(content);
  const method = content.method ? `（${METHOD_NAMES[content.method].zh}）` : '';
  return {
    widths: [8, 15, 8, 15],
    headerRows: 0,
    rows: [
      pair(
        [say('form.body'), organization],
        [say('form.catalogue'), say('form.catalogueValue', { title, version: number, state: VERSION_STATE_NAMES[state] })],
      ),
      pair([say('form.number'), item.number || String(item.row)], [say('form.category'), categoryText(content)]),
      whole(say('form.item'), path),
      whole(say('form.elements'), elementsText(content.elements)),
      whole(say('form.bases'), basesText(content.bases, true)),
      whole(say('form.channels'), `${channelsText(content)}${method}`),
      pair([say('form.timeLimit'), content.timeLimit?.text ?? ''], [say('form.audience'), audienceText(content)]),
      whole(say('form.author'), author),
    ],
  };
}

/** The profile's questions with the answers that were given with the standing clearance. */
function questions({ version: { profile } }: FormOf, { conclusion: concluded }: Standing): Block[] {
  if (profile.hazardQuestions.length === 0) return [{ kind: 'line', text: say('form.noQuestions') }];
  const answers = concluded?.type === 'clear' ? concluded.words?.checklist : undefined;
  const answer = (code: string): string => {
    const given = answers && Object.hasOwn(answers, code) ? answers[code] : undefined;
    return given ? say(given) : say('pending');
  };
  const rows = profile.hazardQuestions.map(({ code, source, question }) => [question.zh, source, answer(code)]);
  const columns = [
    [say('form.question'), 26],
    [say('form.source'), 13],
    [say('form.answer'), 7, true],
  ] as const;
  return [{ kind: 'table', table: listTable(columns, rows) }];
}

/** Every step of the chain, with whoever signed it. */
function opinions({ version, submitted, approved, item }: FormOf, { standing, endorsement }: Standing): Table {
  const row = (step: string, signed: Signed, opinion: string, hash = ''): string[] => [
    step,
    opinion,
    signer(signed),
    moment(signed.at),
    say('form.recordValue', { seq: signed.seq, hash }).trim(),
  ];
  const pending = (step: string): string[] => [step, say('pending'), '', '', ''];
  const here = version.loaded.version.number;
  const decided = (step: 'review' | 'assessment' | 'endorsement'): string[][] => {
    const signatures = standing.filter((one) => one.step === step);
    return signatures.map((one) => {
      const carried = one.version === here ? '' : say('form.carried', { version: one.version });
      const level = one.level ? `${say('form.level')}：${LEVEL_NAMES[one.level]}` : '';
      const opinion = [decisionName(one), level, because(one), carried].filter(Boolean).join('\n');
      return row(STEP_NAMES[step], one, opinion, shortHash(one.contentHash));
    });
  };
  const required = endorsement || item.state === 'awaitingEndorsement';
  const orPending = (step: keyof typeof STEP_NAMES, rows: string[][]): string[][] => (rows.length > 0 ? rows : [pending(STEP_NAMES[step])]);
  const ofVersion = (step: 'submit' | 'approval', signed: Signed | null): string[][] =>
    signed ? [row(STEP_NAMES[step], signed, [decisionName({ ...signed, outcome: null }), spoken(signed)].filter(Boolean).join('\n'))] : [];
  return listTable(
    [
      [say('form.step'), 6, true],
      [say('form.opinion'), 18],
      [say('form.signer'), 8, true],
      [say('form.time'), 7, true],
      [say('form.record'), 9, true],
    ],
    [
      ...orPending('submit', ofVersion('submit', submitted)),
      ...orPending('review', decided('review')),
      ...orPending('assessment', decided('assessment')),
      ...(required ? orPending('endorsement', decided('endorsement')) : []),
      ...orPending('approval', ofVersion('approval', approved)),
    ],
  );
}

function conclusion({ conclusion: concluded, verdict }: Standing): Table {
  const ground = concluded ? because(concluded) : '';
  return {
    widths: [8, 38],
    headerRows: 0,
    rows: [
      formRow([say('form.conclusionLabel'), 1, 'label'], [verdict, 1]),
      formRow([say('form.groundLabel'), 1, 'label'], [ground || say('blank'), 1]),
    ],
  };
}

function past(item: ReadableItem, { past: signatures }: Standing): Block[] {
  if (signatures.length === 0) return [];
  const rows = signatures.map((one) => [
    say(one.standing && one.contentHash !== item.contentHash ? 'form.earlier' : 'form.voided'),
    [STEP_NAMES[one.step], decisionName(one)].filter(Boolean).join('：'),
    because(one),
    signer(one),
    moment(one.at),
    say('form.recordValue', { seq: one.seq, hash: shortHash(one.contentHash) }),
  ]);
  const columns = [
    [say('form.status'), 5, true],
    [say('form.step'), 9],
    [say('form.opinion'), 10],
    [say('form.signer'), 7, true],
    [say('form.time'), 7, true],
    [say('form.record'), 9, true],
  ] as const;
  return [
    { kind: 'part', text: say('form.past') },
    { kind: 'table', table: listTable(columns, rows) },
  ];
}
