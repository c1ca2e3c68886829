import { Injectable } from '@nestjs/common';
import {
  contentHash,
  describeTimeLimit,
  hintsFor,
  isUnread,
  MISSING_MESSAGES,
  missingElements,
  parseNewContent,
  type ContentProblem,
  type ItemContent,
} from '../content/index.js';
import { CommandStore, refuse } from '../commands/index.js';
import type { Language } from '../platform/problems/index.js';
import { ItemQueries } from './item.queries.js';
import { admitted, readsTexts } from './reading.js';
import type { CheckView, TimeLimitReading } from './views/check.views.js';

/** Reads a text that somebody is typing by the rules of its version: what is missing, what a time limit means, what to look at. */
@Injectable()
export class CheckReads {
  constructor(
    private readonly store: CommandStore,
    private readonly queries: ItemQueries,
  ) {}

  /** Nothing is kept. @throws ProblemError 401, 404, or 403 for somebody who reads no texts */
  async of(token: string | null, versionId: string, input: unknown, language: Language): Promise<CheckView> {
    const loaded = admitted(await this.store.facts(token, versionId, null, 'none', null));
    if (!readsTexts(loaded.hands)) throw refuse.byMachine(refuse.verdict('forbidden', 'rolePermits'));
    const parsed = parseNewContent(input);
    if (!parsed.ok) return malformed(parsed.problems, language);
    const content = parsed.value;
    const profile = this.queries.profileOf(loaded.version);
    return {
      content: content as CheckView['content'],
      problems: [],
      missing: missingElements(content, profile).map((element) => ({ element, message: MISSING_MESSAGES[element][language] })),
      timeLimit: timeLimitOf(content, language),
      hints: hintsFor(content, profile).map((hint) => ({ ...hint, message: hint.message[language], dismissedBy: [] })),
      contentHash: contentHash({ content, removal: null }),
    };
  }
}

function malformed(problems: readonly ContentProblem[], language: Language): CheckView {
  return {
    content: null,
    problems: problems.map(({ field, code, message }) => ({ field, code, message: message[language] })),
    missing: [],
    timeLimit: null,
    hints: [],
    contentHash: null,
  };
}

function timeLimitOf({ timeLimit }: ItemContent, language: Language): TimeLimitReading | null {
  if (!timeLimit) return null;
  const { text, rule } = timeLimit;
  return { text, rule: rule as TimeLimitReading['rule'], unread: isUnread(rule), message: describeTimeLimit(rule)[language] };
}
