import { ProblemError } from '../../platform/problems/index.js';
import { unmetPasswordRequirements, type Candidate } from './policy.js';

/** @throws ProblemError 422 with everything that a new password lacks */
export function demandFitPassword(candidate: Candidate): void {
  const requirements = unmetPasswordRequirements(candidate);
  if (requirements.length > 0) throw new ProblemError({ status: 422, code: 'password.unfit', requirements });
}
