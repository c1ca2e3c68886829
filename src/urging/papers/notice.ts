import { day, moment, shortHash, type Block, type Paper } from '../../exports/index.js';
import { computationWords } from './deadline-words.js';
import { kindOf, lastOf, officeOf, personOf, taskOf, type Subject } from './subject.js';
import { say } from './wording.js';

const body = (text: string): Block => ({ kind: 'body', text });

/**
 * The notice as a letter: kind and number, title, addressee, text, numbered requirements, deadline and how it was counted, the office and the day. It is what was
 * sent; a deadline that was changed since, and that it was withdrawn, are said beside it.
 */
export function noticePaper(subject: Subject): Paper {
  const { notice, past } = subject;
  const issue = past[0]!;
  const { text = '', requirements = [] } = notice.text;
  const withdrawn = lastOf(past, 'withdraw');
  const owed = notice.parent?.dueOn;
  const blocks: Block[] = [
    ...(withdrawn ? [body(say('notice.withdrawn', { time: moment(new Date(withdrawn.at)), reason: withdrawn.words?.reason ?? '' }))] : []),
    { kind: 'addressee', text: say('notice.to', { organization: notice.organization!.name }) },
    ...text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => body(line.trim())),
    ...(owed ? [body(say('notice.about', { task: taskOf(notice), dueOn: day(owed) }))] : []),
    ...(requirements.length ? [body(say('notice.requirements'))] : []),
    ...requirements.map((requirement, i) => body(say('notice.requirement', { number: i + 1, text: requirement }))),
    ...deadline(subject),
    { kind: 'signature', text: officeOf(notice) },
    { kind: 'signature', text: day(dayHere(issue.at)) },
    {
      kind: 'note',
      text: say('notice.made', { person: personOf(issue), time: moment(new Date(issue.at)), seq: issue.seq, hash: shortHash(issue.hash) }),
    },
  ];
  return { title: notice.title, landscape: false, head: { kind: say(`kind.${kindOf(notice)}`), number: notice.number }, blocks };
}

function deadline({ notice, past, calendar }: Subject): Block[] {
  const first = past[0]!;
  const now = notice.deadline!;
  const due = (dueOn: string, rule: typeof now.rule) => ({ dueOn: day(dueOn), computation: computationWords(dueOn, rule, calendar) });
  const asked = body(say('notice.due', due(first.dueOn!, first.rule!)));
  const change = lastOf(past, 'extend', 'recompute');
  if (change === null || now.dueOn === first.dueOn) return [asked];
  const reason = change.words?.reason ? say('notice.movedBecause', { reason: change.words.reason }) : '';
  return [asked, body(say('notice.moved', { ...due(now.dueOn, now.rule), reason }))];
}

/** The day of a moment in Asia/Shanghai, which has no summer time. */
function dayHere(at: string): string {
  return new Date(new Date(at).getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}
