import { GENESIS, hashOf, type EventBytes } from './chain.js';
import { filesOf, packageOf } from './package-files.js';
import { sampleOf, type Sample } from './sample.js';
import { smTrials } from './sm/self-test.js';
import { verdictOf, type AuditPackage, type Verdict } from './verdict.js';

export interface Trial {
  readonly name: string;
  readonly expected: Verdict['verdict'];
  readonly found: Verdict['verdict'] | 'unreadable';
}

const flip = (bytes: Buffer, at: number): Buffer => Buffer.from(bytes.map((byte, index) => (index === at ? byte ^ 1 : byte)));
const replaced = <T>(list: readonly T[], at: number, value: T): T[] => list.map((each, index) => (index === at ? value : each));

/** The chain of a stream linked anew from this event on, as somebody would who holds the database. */
function relinked(events: readonly EventBytes[], stream: string): EventBytes[] {
  let prev = GENESIS;
  return events.map((event) => {
    if (event.stream !== stream) return event;
    const header = Buffer.from(event.header.toString().replace(/prev=[0-9a-f]{64}/, `prev=${prev}`));
    prev = hashOf({ ...event, header }).toString('hex');
    return { ...event, header };
  });
}

export type Spoiling = readonly [name: string, expected: Verdict['verdict'], spoil: (pack: AuditPackage) => AuditPackage];

/** Every kind of change of the events at several places of a good package. */
function spoilings({ streams }: Sample): Spoiling[] {
  const [one, other] = streams;
  const spoil: Spoiling[] = [];
  for (const place of [0, 3, 7, 10, 14, 19]) {
    for (const part of ['header', 'body'] as const) {
      for (const at of [0, 5, 20, 40]) {
        spoil.push([`byte ${at} of the ${part} of event ${place + 1} turned`, 'tampered', (pack) => {
          const event = pack.events[place]!;
          return { ...pack, events: replaced(pack.events, place, { ...event, [part]: flip(event[part], at) }) };
        }]); // prettier-ignore
      }
    }
    // The end of a log that is left out is a cut.
    spoil.push([
      `event ${place + 1} left out`,
      place === 19 ? 'truncated' : 'tampered',
      (pack) => ({ ...pack, events: pack.events.filter((_, index) => index !== place) }),
    ]);
    spoil.push([`event ${place + 1} doubled`, 'tampered', (pack) => ({ ...pack, events: [...pack.events, pack.events[place]!] })]);
    spoil.push([`event ${place + 1} changed and the chain linked anew`, 'tampered', (pack) => {
      const event = pack.events[place]!;
      const body = Buffer.from(event.body.toString().replace('edit', 'clear'));
      return { ...pack, events: relinked(replaced(pack.events, place, { ...event, body }), event.stream) };
    }]); // prettier-ignore
    spoil.push([`the clock of event ${place + 1} moved and the chain linked anew`, 'tampered', (pack) => {
      const event = pack.events[place]!;
      const header = Buffer.from(event.header.toString().replace(/at=2026-11-20T08/, 'at=2026-11-20T07'));
      return { ...pack, events: relinked(replaced(pack.events, place, { ...event, header }), event.stream) };
    }]); // prettier-ignore
  }
  for (const left of [1, 4, 9]) {
    spoil.push([`the second log cut after event ${left}`, 'truncated', (pack) => ({
      ...pack,
      events: pack.events.filter(({ stream, seq }) => stream !== other || seq <= left),
    })]); // prettier-ignore
    spoil.push([`the second log cut after event ${left}, and so announced`, 'truncated', (pack) => ({
      ...pack,
      streams: new Map([...pack.streams, [other, left]]),
      events: pack.events.filter(({ stream, seq }) => stream !== other || seq <= left),
    })]); // prettier-ignore
  }
  spoil.push(['events of the first log swapped', 'tampered', (pack) => ({
    ...pack,
    events: replaced(replaced(pack.events, 1, pack.events[2]!), 2, pack.events[1]!),
  })]); // prettier-ignore
  spoil.push(['the first log given for the second', 'tampered', (pack) => ({
    ...pack,
    events: pack.events.map((event) => ({ ...event, stream: event.stream === one ? other : one })),
  })]); // prettier-ignore
  return spoil;
}

/** The same of its checkpoints, proofs and texts. */
function others(): Spoiling[] {
  const spoil: Spoiling[] = [];
  spoil.push([
    'a checkpoint of another size',
    'tampered',
    (pack) => ({ ...pack, checkpoints: pack.checkpoints.map((note) => note.replace('\n18\n', '\n17\n')) }),
  ]);
  spoil.push([
    'a proof for another place',
    'tampered',
    (pack) => ({ ...pack, inclusions: [{ ...pack.inclusions[0]!, index: 2 }, pack.inclusions[1]!] }),
  ]);
  spoil.push([
    'a text that is another',
    'tampered',
    (pack) => ({ ...pack, blobs: new Map([...pack.blobs].map(([hash]) => [hash, Buffer.from('other')])) }),
  ]);
  spoil.push([
    'a definition of a lifecycle that is another',
    'tampered',
    (pack) => ({ ...pack, definitions: new Map([...pack.definitions].map(([hash, bytes]) => [hash, flip(bytes, 2)])) }),
  ]);
  spoil.push(['no definitions of lifecycles', 'unverifiable', (pack) => ({ ...pack, definitions: new Map() })]);
  spoil.push(['no checkpoint', 'unverifiable', (pack) => ({ ...pack, checkpoints: [] })]);
  spoil.push(['no proof', 'unverifiable', (pack) => ({ ...pack, inclusions: [] })]);
  return spoil;
}

/** Packs a good package and each spoiled one, reads it back, and tells what was said of it. */
export function selfTest(): Trial[] {
  const sample = sampleOf();
  const judged = (pack: AuditPackage) => verdictOf(packageOf(filesOf(pack)), [sample.trusted]).verdict;
  const trials: Trial[] = [{ name: 'a good package', expected: 'intact', found: judged(sample.pack()) }];
  for (const [name, expected, spoil] of [...spoilings(sample), ...others()])
    trials.push({ name, expected, found: judged(spoil(sample.pack())) });
  const signedAnew = sampleOf(sample.privateKey, 'clear').pack();
  trials.push({
    name: 'a log made anew and signed by its own key',
    expected: 'intact',
    found: verdictOf(signedAnew, [sample.trusted]).verdict,
  });
  const kept = sample.pack().checkpoints.slice(-1);
  trials.push({
    name: 'a log of steps that its lifecycle does not know, signed by its own key',
    expected: 'tampered',
    found: verdictOf(sampleOf(sample.privateKey, 'publish').pack(), [sample.trusted]).verdict,
  });
  trials.push({
    name: 'a log made anew, to whoever kept a checkpoint',
    expected: 'tampered',
    found: verdictOf(signedAnew, [sample.trusted], kept).verdict,
  });
  trials.push({
    name: 'a good package, to whoever kept a checkpoint',
    expected: 'intact',
    found: verdictOf(sample.pack(), [sample.trusted], kept).verdict,
  });
  trials.push({
    name: 'no proof for the checkpoint that was kept',
    expected: 'unverifiable',
    found: verdictOf(sample.pack(), [sample.trusted], sample.pack().checkpoints).verdict,
  });
  const shrunk = { ...sample.pack(), checkpoints: sample.pack().checkpoints.slice(0, 1) };
  trials.push({
    name: 'a tree that shrank below the checkpoint that was kept',
    expected: 'truncated',
    found: verdictOf(shrunk, [sample.trusted], kept).verdict,
  });
  trials.push(...smTrials(sample, spoilings(sample)));
  trials.push({ name: 'keys of somebody else', expected: 'unverifiable', found: verdictOf(sample.pack(), []).verdict });
  return trials;
}
