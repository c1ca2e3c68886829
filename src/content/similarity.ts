import type { ItemContent } from './item-content.js';

/** What makes two rows of a catalogue alike for a reader: the last level of the path, and what is disclosed. */
function readText(content: ItemContent): string {
  return [content.path.at(-1) ?? '', ...content.elements].join('\n').replace(/[\s\p{P}]+/gu, '');
}

function pairs(text: string): Map<string, number> {
  const found = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  return found;
}

/** Looks for what is nearly the same as one content, at most once through each other text. */
export function likeness(content: ItemContent): (other: ItemContent) => number {
  const own = readText(content);
  const ownPairs = pairs(own);
  return (other) => {
    const text = readText(other);
    if (text === own) return 1;
    if (text.length < 2 || own.length < 2) return 0;
    let shared = 0;
    for (const [pair, count] of pairs(text)) shared += Math.min(count, ownPairs.get(pair) ?? 0);
    return shared / (own.length + text.length - 2 - shared);
  };
}
