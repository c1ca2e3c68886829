import {
  applyConstants,
  applyPatch,
  contentHash,
  MISSING_MESSAGES,
  missingElements,
  type ContentPatch,
  type ItemContent,
} from '../content/index.js';
import { ProblemError, type Message } from '../platform/problems/index.js';
import type { Profile } from '../profiles/index.js';
import { patchOf } from './content-patch.js';

/** The fields that are words; what is chosen from a list is not redacted. */
const WORDED = ['path', 'elements', 'bases', 'timeLimit', 'disclosingBodies', 'field', 'responsibleOffice', 'duty'] as const;

/** What can be missing of the bases, beside themselves. */
const OF_BASES: ReadonlySet<string> = new Set(['clauses', 'effectLevel', 'basisTitle']);

const NOT_WORDS: Message = { zh: '只能建议修改文字，不能建议修改此项', en: 'Only words can be proposed, not this' };
const NO_RULE: Message = { zh: '时限的含义由编制人确认', en: 'What the time limit means is for the compiler to confirm' };
const SAME: Message = { zh: '建议的文字与现有文字相同', en: 'The proposed wording says what the text says already' };

/**
 * A redacted wording as an officer proposes it with `requireRedaction`: a patch of the item's words, read as strictly as `PATCH` reads it.
 * @throws ProblemError 400 naming every field that is malformed or no words
 */
export function proposalOf(input: unknown): ContentPatch {
  const patch = patchOf(input, 'proposal');
  const refused = Object.keys(patch).filter((field) => !(WORDED as readonly string[]).includes(field));
  const errors = refused.map((field) => ({ field: `proposal.${field}`, rule: 'proposal.words', message: NOT_WORDS }));
  if (patch.timeLimit?.rule) errors.push({ field: 'proposal.timeLimit.rule', rule: 'proposal.words', message: NO_RULE });
  if (errors.length > 0) throw new ProblemError({ status: 400, code: 'request.invalid', errors });
  return patch;
}

/** What the item would say. */
export function proposedContent(content: ItemContent, patch: ContentPatch, profile: Profile): ItemContent {
  return applyConstants(applyPatch(content, patch), profile);
}

/**
 * A proposal must say something else than the text, and lack nothing that the text has: the compiler could not submit it.
 * @throws ProblemError 422 naming every field
 */
export function demandSoundProposal(content: ItemContent, patch: ContentPatch, profile: Profile): void {
  const proposed = proposedContent(content, patch, profile);
  if (contentHash({ content: proposed }) === contentHash({ content })) {
    throw new ProblemError({
      status: 422,
      code: 'proposal.unsound',
      errors: [{ field: 'proposal', rule: 'proposal.same', message: SAME }],
    });
  }
  const lacked = missingElements(content, profile);
  const errors = missingElements(proposed, profile)
    .filter((code) => !lacked.includes(code))
    .map((code) => ({
      field: `proposal.${OF_BASES.has(code) ? 'bases' : code}`,
      rule: 'proposal.missing',
      message: MISSING_MESSAGES[code],
    }));
  if (errors.length > 0) throw new ProblemError({ status: 422, code: 'proposal.unsound', errors });
}
