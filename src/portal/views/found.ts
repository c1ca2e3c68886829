import type { FoundItem } from '../public-document.js';
import { patternOf } from '../../platform/searching.js';
import { CELL_KEYS, CELLS, type CellKey } from './cells.js';

/** A piece of a text, marked or not. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

export interface FoundView {
  readonly found: FoundItem;
  readonly path: readonly Piece[];
  /** The fields that hold one of the words, shortened around the first. */
  readonly lines: readonly { readonly key: CellKey; readonly pieces: readonly Piece[] }[];
}

const BEFORE = 30;
const LONGEST = 160;

/** Cuts a text at each occurrence of the words, longest word first; letters in any case. */
export function piecesOf(text: string, words: readonly string[]): Piece[] {
  const wanted = [...words].sort((a, b) => b.length - a.length).map(patternOf);
  if (wanted.length === 0) return [{ text, hit: false }];
  return text
    .split(new RegExp(`(${wanted.join('|')})`, 'iu'))
    .map((piece, index) => ({ text: piece, hit: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}

/** The neighbourhood of the first hit. Cuts between characters, never inside one. */
export function excerptOf(text: string, words: readonly string[]): string {
  const characters = [...text];
  if (characters.length <= LONGEST) return text;
  const first = piecesOf(text, words)[0];
  const start = first && !first.hit ? Math.max(0, [...first.text].length - BEFORE) : 0;
  const from = start >= characters.length ? 0 : start;
  return `${from > 0 ? '…' : ''}${characters.slice(from, from + LONGEST).join('')}${from + LONGEST < characters.length ? '…' : ''}`;
}

/** What the page of results shows of an item. Excerpts are of the source text, so they are Chinese in both languages. */
export function foundView(found: FoundItem, words: readonly string[]): FoundView {
  const lines = CELL_KEYS.flatMap((key) => {
    const text = CELLS[key](found.item, 'zh')
      .flatMap((entry) => [entry.text, ...entry.details])
      .join(' ');
    const pieces = piecesOf(excerptOf(text, words), words);
    return pieces.some((piece) => piece.hit) ? [{ key, pieces }] : [];
  });
  return { found, path: piecesOf((found.item.path ?? []).join(' / '), words), lines };
}
