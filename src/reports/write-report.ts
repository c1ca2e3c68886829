import { refuse, type LoadedMatter, type MatterCommand, type MatterRequest } from '../commands/index.js';
import { canonicalJson, sha256Hex } from '../content/index.js';
import { moveMatter, type Surroundings } from '../matters/index.js';
import { ProblemError } from '../platform/problems/index.js';
import type { ReportContent } from './content.js';

type Command = ReturnType<typeof moveMatter>;

/**
 * Gives a report another content. `next` says which, or why there is none: that is answered only after who may, and what they saw, is looked at.
 * @throws ProblemError 404 for a matter that is no report
 */
export function writeReport(
  request: Pick<MatterRequest, 'key' | 'requestId'>,
  type: 'compose' | 'edit',
  around: Surroundings,
  next: (loaded: LoadedMatter) => Promise<ReportContent | ProblemError>,
): MatterCommand<Awaited<ReturnType<Command['gather']>>> {
  const step = moveMatter(request, { type }, around, (loaded) => {
    if (loaded.matter?.machineId !== 'progressReport') throw refuse.absent();
    return next(loaded);
  });
  return {
    ...step,
    plan: (loaded, gathered, judgement) => {
      const { id, state, textHash } = loaded.matter!;
      if (gathered.text instanceof ProblemError) throw gathered.text;
      if (sha256Hex(canonicalJson(gathered.text)) === textHash) return { unchanged: { id, state } };
      return step.plan(loaded, gathered, judgement);
    },
  };
}
