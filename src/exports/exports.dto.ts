import { IsIn, IsOptional } from 'class-validator';

const FORMATS = ['xlsx', 'docx', 'json'] as const;
const AUDIENCES = ['internal', 'public'] as const;

export class ExportQuery {
  @IsIn(FORMATS) format: (typeof FORMATS)[number];
  /** `public`: only what the profile lets out. `internal` without it. */
  @IsOptional() @IsIn(AUDIENCES) audience?: (typeof AUDIENCES)[number];
}
