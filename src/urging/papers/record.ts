import { day, formRow, listTable, moment, shortHash, type Block, type Paper } from '../../exports/index.js';
import type { MatterEventView } from '../../matters/index.js';
import { kindOf, lastOf, officeOf, personOf, taskOf, type Subject } from './subject.js';
import { roleName, say, stateName, stepName } from './wording.js';

/** The closing paper: what was demanded, every step that was taken, the answer and what the office says to it. 未办理 where nothing was done yet. */
export function recordPaper(subject: Subject): Paper {
  const blocks: Block[] = [
    { kind: 'table', table: basics(subject) },
    { kind: 'part', text: say('record.past') },
    { kind: 'table', table: steps(subject) },
    { kind: 'part', text: say('record.conclusion') },
    { kind: 'table', table: conclusion(subject) },
    { kind: 'note', text: say('record.made', { time: moment(subject.now) }) },
  ];
  return { title: say(`record.${kindOf(subject.notice)}`), landscape: false, blocks };
}

const form = (rows: ReturnType<typeof formRow>[]) => ({ widths: [8, 15, 8, 15], headerRows: 0, rows });
const pair = (...[one, its, other, others]: [string, string, string, string]) =>
  formRow([one, 1, 'label'], [its || say('blank'), 1], [other, 1, 'label'], [others || say('blank'), 1]);
const whole = (label: string, text: string) => formRow([label, 1, 'label'], [text || say('blank'), 3]);

function basics({ notice, past }: Subject) {
  const { text = '', requirements = [] } = notice.text;
  const first = past[0]!;
  const { dueOn } = notice.deadline!;
  const due = dueOn === first.dueOn ? day(dueOn) : say('record.dueMoved', { dueOn: day(dueOn), before: day(first.dueOn!) });
  return form([
    whole(say('record.subject'), notice.title),
    pair(say('record.number'), notice.number, say('record.state'), stateName(notice.state)),
    pair(say('record.body'), notice.organization!.name, say('record.office'), officeOf(notice)),
    pair(say('record.issued'), moment(new Date(first.at)), say('record.due'), due),
    ...(notice.parent ? [whole(say('record.task'), taskOf(notice))] : []),
    whole(say('record.text'), text),
    whole(
      say('record.requirements'),
      requirements.map((requirement, i) => say('notice.requirement', { number: i + 1, text: requirement })).join('\n'),
    ),
  ]);
}

function steps({ past }: Subject) {
  const columns = [
    [say('record.step'), 7, true],
    [say('record.words'), 24],
    [say('record.person'), 9, true],
    [say('record.time'), 9, true],
    [say('record.log'), 9, true],
  ] as const;
  const told = past.flatMap((event) => {
    const name = stepName(event.type);
    return name === null ? [] : [[name, wordsOf(event), who(event), moment(new Date(event.at)), logOf(event)]];
  });
  return listTable(columns, told);
}

function wordsOf({ words, dueOn, before }: MatterEventView): string {
  const moved = dueOn && before ? say('record.extended', { before: day(before), dueOn: day(dueOn) }) : '';
  return [words?.text, words?.reason, words?.opinion, moved].filter(Boolean).join('\n');
}

function who(event: MatterEventView): string {
  const roles = event.roles.map(roleName).join('、');
  return event.actor ? say('person', { name: personOf(event), role: roles }) : personOf(event);
}

const logOf = ({ seq, hash }: MatterEventView): string => say('record.logValue', { seq, hash: shortHash(hash) });

function conclusion({ notice, past }: Subject) {
  const end = lastOf(past, 'accept', 'withdraw');
  const answer = lastOf(past, 'answer');
  const pending = say('record.pending');
  const { doneOn, onTime } = notice.deadline!;
  const words = end?.words?.opinion ?? end?.words?.reason;
  return form([
    pair(
      say('record.result'),
      stateName(notice.state),
      say('record.answered'),
      doneOn ? say(onTime ? 'record.onTime' : 'record.late', { date: day(doneOn) }) : pending,
    ),
    whole(say('record.answer'), answer?.words?.text ?? pending),
    whole(say('record.opinion'), end ? (words ?? say('record.noOpinion')) : pending),
    pair(say('record.signer'), end ? personOf(end) : pending, say('record.concluded'), end ? moment(new Date(end.at)) : pending),
  ]);
}
