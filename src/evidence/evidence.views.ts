import { AuditProblemView } from '../catalogues/index.js';

export class SystemAuditView {
  valid: boolean;
  events: number;
  head: string | null;
  problems: AuditProblemView[];
}
