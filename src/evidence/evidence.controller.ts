import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Ask, idOrNone, type Asking } from '../commands/index.js';
import { sendAttachment } from '../exports/index.js';
import { archiveOf } from './package/audit-package.js';
import { VersionEvidenceReads } from './package/version-evidence.reads.js';

export class AuditPackageQuery {
  /** `none`: hashes only, for an auditor from outside. */
  @IsOptional() @IsIn(['none']) content?: 'none';
}

@ApiTags('evidence')
@Controller('api/versions/:versionId')
export class EvidenceController {
  constructor(private readonly evidence: VersionEvidenceReads) {}

  /** The log of a version as bytes, with the texts that I may read and a checkpoint's proof: verified offline, by a program of its own. */
  @Get('audit-package')
  @ApiProduces('application/zip')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async package(
    @Ask() asking: Asking,
    @Param('versionId') versionId: string,
    @Query() { content }: AuditPackageQuery,
    @Res() reply: FastifyReply,
  ) {
    const evidence = await this.evidence.of(asking.token, idOrNone(versionId), content !== 'none');
    const name = `${evidence.title} 第${evidence.number}版 核验包`;
    return sendAttachment(reply, { name, plainName: 'audit-package', kind: 'zip', bytes: archiveOf(evidence) });
  }
}
