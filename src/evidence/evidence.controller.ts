import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Ask, idOrNone, type Asking } from '../commands/index.js';
import { sendAttachment } from '../exports/index.js';
import { SystemAuditView } from './evidence.views.js';
import { archiveOf } from './package/audit-package.js';
import { VersionEvidenceReads } from './package/version-evidence.reads.js';
import { SystemAudit } from './system-audit.js';

export class AuditPackageQuery {
  /** `none`: hashes only, for an auditor from outside. */
  @IsOptional() @IsIn(['none']) content?: 'none';
  /** The size of a checkpoint that I keep: a proof for it comes along. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(Number.MAX_SAFE_INTEGER) checkpoint?: number;
}

@ApiTags('evidence')
@Controller('api')
export class EvidenceController {
  constructor(
    private readonly evidence: VersionEvidenceReads,
    private readonly system: SystemAudit,
  ) {}

  /** The log of a version as bytes, with the texts that I may read and a checkpoint's proof: verified offline, by a program of its own. */
  @Get('versions/:versionId/audit-package')
  @ApiProduces('application/zip')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async package(
    @Ask() asking: Asking,
    @Param('versionId') versionId: string,
    @Query() { content, checkpoint }: AuditPackageQuery,
    @Res() reply: FastifyReply,
  ) {
    const evidence = await this.evidence.of(asking.token, idOrNone(versionId), content !== 'none', checkpoint ?? null);
    const name = `${evidence.title} 第${evidence.number}版 核验包`;
    return sendAttachment(reply, { name, plainName: 'audit-package', kind: 'zip', bytes: archiveOf(evidence) });
  }

  /** Recomputes the chain of the installation itself and holds accounts, grants, bodies, catalogues and calendars against it: for the audit administrator. */
  @Get('system/audit')
  systemAudit(@Ask() asking: Asking): Promise<SystemAuditView> {
    return this.system.verify(asking.token);
  }
}
