import { figureName, type Counts } from './figures.js';
import type { Purpose } from './period.js';
import { sectionsOf, titleOf, type Telling } from './sections.js';

/** A number of a report, and what it was at the end of the period before. */
export interface Figure {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  readonly before?: number;
}

export interface Section {
  readonly key: string;
  readonly heading: string;
  readonly text: string;
  /** What the numbers said by themselves when it was last composed: a text that still is this one was written by nobody. */
  readonly composed: string;
  readonly figures?: readonly Figure[];
}

/** Where the numbers beside come from: what was reported then, or the log. */
export interface Before {
  readonly period: string;
  readonly asOf: string;
  readonly from: 'report' | 'log';
}

/** What a report says: numbers and what people wrote, and nothing else. */
export interface ReportContent {
  readonly title: string;
  /** The moment of its numbers. */
  readonly asOf: string;
  readonly before: Before;
  readonly sections: readonly Section[];
}

/** What a report is composed from. */
export interface Findings extends Telling {
  readonly purpose: Purpose;
  readonly before: Before & { readonly counts: Partial<Counts> };
}

/** A report as the numbers alone make it. */
export function composed({ purpose, before, ...telling }: Findings): ReportContent {
  const { counts: countsBefore, ...where } = before;
  return {
    title: titleOf(purpose, telling.name, telling.period),
    asOf: telling.asOf,
    before: where,
    sections: sectionsOf(purpose).map(({ key, heading, figures, words }) => {
      const text = words?.(telling) ?? '';
      return {
        key,
        heading,
        text,
        composed: text,
        ...(figures && {
          figures: figures.map((count) => {
            const [label, unit] = figureName(purpose, count);
            const was = countsBefore[count];
            return { key: count, label, value: telling.counts[count], unit, ...(was !== undefined && { before: was }) };
          }),
        }),
      };
    }),
  };
}

/** What becomes of a section's words when a report is composed anew. */
export type Fate = 'same' | 'renewed' | 'kept' | 'replaced';

export interface Composition {
  readonly content: ReportContent;
  readonly texts: readonly { readonly section: string; readonly fate: Fate; readonly was: string; readonly now: string }[];
}

/**
 * A report composed anew: numbers are replaced, and words that nobody changed; what people wrote stays unless they asked for that section to be replaced.
 * @param current what stands; null before the first time
 */
export function recomposed(current: ReportContent | null, fresh: ReportContent, replace: ReadonlySet<string>): Composition {
  const texts = fresh.sections.map(({ key, text }) => {
    const old = current?.sections.find((section) => section.key === key);
    const was = old?.text ?? '';
    const written = old !== undefined && old.text !== old.composed;
    if (was === text) return { section: key, fate: 'same' as const, was, now: text };
    if (!written) return { section: key, fate: 'renewed' as const, was, now: text };
    return { section: key, fate: replace.has(key) ? ('replaced' as const) : ('kept' as const), was, now: text };
  });
  const sections = fresh.sections.map((section, i) => (texts[i]!.fate === 'kept' ? { ...section, text: texts[i]!.was } : section));
  return { content: { ...fresh, title: current?.title ?? fresh.title, sections }, texts };
}

/** What people change in a report: its title, and the words of its sections. */
export interface Edit {
  readonly title?: string;
  readonly sections?: readonly { readonly key: string; readonly text: string }[];
}

/** The report with other words; null where a section is named that it has not. Numbers cannot be written. */
export function edited(current: ReportContent, { title, sections = [] }: Edit): ReportContent | null {
  const texts = new Map(sections.map(({ key, text }) => [key, text]));
  if ([...texts.keys()].some((key) => !current.sections.some((section) => section.key === key))) return null;
  return {
    ...current,
    ...(title !== undefined && { title }),
    sections: current.sections.map((section) => ({ ...section, text: texts.get(section.key) ?? section.text })),
  };
}

/** The numbers of a report, by what they count. */
export function countsIn({ sections }: ReportContent): Partial<Counts> {
  return Object.fromEntries(sections.flatMap(({ figures = [] }) => figures.map(({ key, value }) => [key, value])));
}
