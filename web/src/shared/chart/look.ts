import { TONES, type Tone } from './data';

/** The colours and sizes of the page as a canvas needs them: it knows no style sheet. */
export interface Look {
  readonly tones: Readonly<Record<Tone, string>>;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly paper: string;
  readonly font: string;
  /** Whether things may move. */
  readonly moves: boolean;
  /** A day of the axis in words. */
  readonly day: (time: number) => string;
}

/** Reads the tokens (style/tokens.css) as they stand on the page. */
export function lookOf(element: Element, day: Look['day']): Look {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    tones: Object.fromEntries(TONES.map((tone) => [tone, token(`--chart-${tone}`)])) as Record<Tone, string>,
    ink: token('--ink'),
    soft: token('--ink-soft'),
    line: token('--line'),
    paper: token('--paper'),
    font: style.fontFamily,
    moves: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    day,
  };
}
