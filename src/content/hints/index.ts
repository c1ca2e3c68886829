import { sha256Hex } from '../canonical.js';
import type { ItemContent } from '../item-content.js';
import type { ContentRules } from '../rules.js';
import { annualReportArticle, articleMissing, decreeNumber, duplicateBasis, ordinalRepeated, titleUnquoted } from './advice/bases.js';
import { levelsMisaligned, levelUnclear, levelUnlikely } from './advice/effect-levels.js';
import { fieldUnknown } from './advice/field.js';
import { maybeStatutory, methodDiffers, noWebsite, officeBlank, statutoryWithoutBasis } from './advice/item.js';
import { longerThanStatutory, readOtherwise, resultForPlan } from './advice/time-limit.js';
import { fold } from './fold.js';
import type { Advisor, Hint, Span, TextDetector } from './hint.js';
import { address } from './personal/address.js';
import { bankCard } from './personal/bank-card.js';
import { contactName } from './personal/contact-name.js';
import { email } from './personal/email.js';
import { idCard, idCardMistyped } from './personal/id-card.js';
import { landline, mobile } from './personal/phone.js';
import { plate } from './personal/plate.js';
import { textFields } from './text-fields.js';
import { secrecyWords } from './wording/secrecy-words.js';
import { unreadable } from './wording/unreadable.js';

export type { Advisor, Hint, HintKind, TextDetector } from './hint.js';

/** Of two detectors that claim the same characters the earlier one is right. */
export const TEXT_DETECTORS: readonly TextDetector[] = [
  idCard,
  bankCard,
  mobile,
  landline,
  email,
  plate,
  contactName,
  address,
  idCardMistyped,
  secrecyWords,
  unreadable,
];

export const ADVISORS: readonly Advisor[] = [
  statutoryWithoutBasis,
  maybeStatutory,
  articleMissing,
  titleUnquoted,
  duplicateBasis,
  ordinalRepeated,
  decreeNumber,
  annualReportArticle,
  levelUnlikely,
  levelsMisaligned,
  levelUnclear,
  longerThanStatutory,
  resultForPlan,
  readOtherwise,
  noWebsite,
  officeBlank,
  methodDiffers,
  fieldUnknown,
];

/**
 * What a person should look at in this item: personal data first, in the order of the fields, then advice.
 * Pure and linear in the text; the same content and profile give the same hints with the same ids.
 */
export function hintsFor(content: ItemContent, rules: Pick<ContentRules, 'columns' | 'constants'>): readonly Hint[] {
  const number = occurrences();
  const fields = textFields(content);
  const found = fields.flatMap(({ field, text }) =>
    hitsIn(text).map(({ detector, span }) => {
      const excerpt = text.slice(span.start, span.end);
      const { code, kind, message } = detector;
      return { id: number(code, field, excerpt), kind, code, field, ...span, excerpt, message };
    }),
  );
  const advised = ADVISORS.flatMap(({ code, message, advise }) =>
    advise(content, rules).map(({ field, start = 0, end = 0, suggestion }) => {
      const excerpt = fields.find((entry) => entry.field === field)?.text.slice(start, end) ?? '';
      return {
        id: number(code, field, excerpt),
        kind: 'advice' as const,
        code,
        field,
        start,
        end,
        ...(excerpt && { excerpt }),
        message,
        ...(suggestion && { suggestion }),
      };
    }),
  );
  return [...found.filter(({ kind }) => kind === 'personalData'), ...found.filter(({ kind }) => kind === 'advice'), ...advised];
}

/** Where personal data stands in one text, whatever the text belongs to: a reason, an opinion, a cell. */
export function personalDataIn(text: string): readonly { readonly code: string; readonly start: number; readonly end: number }[] {
  return hitsIn(text)
    .filter(({ detector }) => detector.kind === 'personalData')
    .map(({ detector: { code }, span: { start, end } }) => ({ code, start, end }));
}

/** Hits of all detectors in one text, by position; none lies over another of the same kind. */
function hitsIn(text: string): readonly { readonly detector: TextDetector; readonly span: Span }[] {
  const folded = fold(text);
  const taken: Record<TextDetector['kind'], Uint8Array> = {
    personalData: new Uint8Array(text.length),
    advice: new Uint8Array(text.length),
  };
  const hits: { detector: TextDetector; span: Span }[] = [];
  for (const detector of TEXT_DETECTORS) {
    const claimed = taken[detector.kind];
    for (const span of detector.find(folded)) {
      if (claimed.subarray(span.start, span.end).includes(1)) continue;
      claimed.fill(1, span.start, span.end);
      hits.push({ detector, span });
    }
  }
  return hits.sort((a, b) => a.span.start - b.span.start);
}

/** Numbers equal hits of one field, so that each has an id of its own: the first 128 bits of a SHA-256, in hex. */
function occurrences(): (code: string, field: string, matched: string) => string {
  const counts = new Map<string, number>();
  return (code, field, matched) => {
    const key = JSON.stringify([code, field, matched]);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return sha256Hex(`${key}#${count}`).slice(0, 32);
  };
}
