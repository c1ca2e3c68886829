import { unusualIn, type Unusual } from './invisible';

/** A hint about some characters of a text, by the number that the list of hints shows. */
export interface HintMark {
  readonly id: string;
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly dismissed: boolean;
  readonly message: string;
}

/** A run of characters that stayed, came or went. */
export interface TextSpan {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Below this share of what stayed, marking letter by letter is a riddle. */
const IN_COMMON = 0.4;

/** Spans that can be read: texts with little in common are the old one whole and the new one whole. */
export function readableSpans(spans: readonly TextSpan[]): readonly TextSpan[] {
  const of = (...kinds: TextSpan['kind'][]): string => spans.map((span) => (kinds.includes(span.kind) ? span.text : '')).join('');
  const before = of('same', 'removed');
  const after = of('same', 'added');
  if (of('same').length >= IN_COMMON * Math.max(before.length, after.length)) return spans;
  return [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
}

/** A run of a text that is shown in one way. */
export interface Segment {
  readonly text: string;
  readonly change: TextSpan['kind'];
  /** The hints that this run lies in; the number is shown where a hint begins. */
  readonly hints: readonly HintMark[];
  readonly begins: readonly HintMark[];
  readonly unusual?: Unusual;
}

/**
 * Cuts a text where what is to be said of it changes: what came and went against an earlier text, what a hint points at, what cannot be
 * seen. Hints count in the text itself; what went lies between its characters. Spans that are not about this text are left aside.
 */
export function segmentsOf(text: string, hints: readonly HintMark[] = [], spans?: readonly TextSpan[]): readonly Segment[] {
  const about = spans && kept(spans) === text ? spans : [{ kind: 'same', text } as const];
  const segments: Segment[] = [];
  let at = 0;
  for (const span of about) {
    if (span.kind === 'removed') {
      segments.push(...pieces(span.text, 'removed', unusualIn(span.text), []));
      continue;
    }
    const end = at + span.text.length;
    const inside = hints
      .filter((hint) => hint.start < end && hint.end > at)
      .map((hint) => ({ ...hint, start: hint.start - at, end: hint.end - at }));
    segments.push(...pieces(span.text, span.kind, unusualIn(span.text), inside));
    at = end;
  }
  return segments;
}

function kept(spans: readonly TextSpan[]): string {
  return spans.map((span) => (span.kind === 'removed' ? '' : span.text)).join('');
}

function pieces(text: string, change: TextSpan['kind'], unusual: readonly Unusual[], hints: readonly HintMark[]): Segment[] {
  const cuts = new Set([0, text.length]);
  for (const { start, end } of [...unusual, ...hints]) {
    cuts.add(Math.max(0, start));
    cuts.add(Math.min(text.length, end));
  }
  const borders = [...cuts].sort((one, other) => one - other);
  return borders.slice(0, -1).map((start, index) => {
    const end = borders[index + 1]!;
    const found = unusual.find((one) => one.start <= start && one.end >= end);
    return {
      text: text.slice(start, end),
      change,
      hints: hints.filter((hint) => hint.start <= start && hint.end >= end),
      begins: hints.filter((hint) => hint.start === start),
      ...(found && { unusual: found }),
    };
  });
}
