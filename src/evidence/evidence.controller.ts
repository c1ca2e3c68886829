import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { queryOf, ReadLog, ReadsEvidence, type Evidence as Kind } from '../access/index.js';
import { Ask, idOrNone, type Asking } from '../commands/index.js';
import { sendAttachment } from '../exports/index.js';
import { CheckReads } from './check/checks.reads.js';
import { SystemChecksView } from './check/checks.views.js';
import { dossierPage } from './dossier/dossier.page.js';
import { DossierReads } from './dossier/dossier.reads.js';
import { AuditPackageQuery, PeriodPackageQuery } from './evidence.dto.js';
import { PeriodSizeView, SystemAuditView } from './evidence.views.js';
import { archiveOf } from './package/audit-package.js';
import { EvidenceReads, type Evidence, type PackageWish } from './package/evidence.reads.js';
import { PeriodQuery } from './period.dto.js';
import { periodOf } from './period.js';
import { SystemAudit } from './system-audit.js';

const BINARY = { schema: { type: 'string', format: 'binary' } } as const;

const wishOf = ({ content, checkpoint }: AuditPackageQuery): PackageWish => ({
  contents: content !== 'none',
  kept: checkpoint ?? null,
});

function sendPackage(reply: FastifyReply, evidence: Evidence): FastifyReply {
  const { title } = evidence;
  return sendAttachment(reply, { name: `${title} 核验包`, plainName: 'audit-package', kind: 'zip', bytes: archiveOf(evidence) });
}

@ApiTags('evidence')
@Controller('api')
export class EvidenceController {
  constructor(
    private readonly evidence: EvidenceReads,
    private readonly dossiers: DossierReads,
    private readonly system: SystemAudit,
    private readonly checks: CheckReads,
    private readonly reads: ReadLog,
  ) {}

  /** The log of a version as bytes, with the texts that I may read and a checkpoint's proof: verified offline, by a program of its own. */
  @Get('versions/:versionId/audit-package')
  @ApiProduces('application/zip')
  @ApiOkResponse(BINARY)
  async package(
    @Ask() asking: Asking,
    @Param('versionId') versionId: string,
    @Query() query: AuditPackageQuery,
    @Res() reply: FastifyReply,
  ) {
    const evidence = await this.evidence.ofVersion(asking.token, idOrNone(versionId), wishOf(query));
    await this.carriedAway(asking, reply, 'package', versionId);
    return sendPackage(reply, evidence);
  }

  /** The same of a task, an obligation, a rectification or a report. */
  @Get('matters/:matterId/audit-package')
  @ApiProduces('application/zip')
  @ApiOkResponse(BINARY)
  async matterPackage(
    @Ask() asking: Asking,
    @Param('matterId') matterId: string,
    @Query() query: AuditPackageQuery,
    @Res() reply: FastifyReply,
  ) {
    const evidence = await this.evidence.ofMatter(asking.token, idOrNone(matterId), wishOf(query));
    await this.carriedAway(asking, reply, 'package', matterId);
    return sendPackage(reply, evidence);
  }

  /** Everything that was ever signed for an item, across the versions of its catalogue, on one page that prints and opens without a server. */
  @Get('versions/:versionId/items/:itemId/dossier')
  @ApiProduces('text/html')
  @ApiOkResponse(BINARY)
  async dossier(@Ask() asking: Asking, @Param('versionId') versionId: string, @Param('itemId') itemId: string, @Res() reply: FastifyReply) {
    const dossier = await this.dossiers.of(asking.token, idOrNone(versionId), idOrNone(itemId));
    await this.carriedAway(asking, reply, 'dossier', versionId);
    const name = `签署档案 ${dossier.name ?? dossier.itemId}`;
    return sendAttachment(reply, { name, plainName: 'dossier', kind: 'html', bytes: dossierPage(dossier, new Date()) });
  }

  /** Every log in which something happened in the period, of those over which I am auditor; each as a whole. */
  @Get('audit-packages')
  @ApiProduces('application/zip')
  @ApiOkResponse(BINARY)
  async periodPackage(@Ask() asking: Asking, @Query() query: PeriodPackageQuery, @Res() reply: FastifyReply) {
    const { from, to } = periodOf(query);
    const evidence = await this.evidence.ofPeriod(asking.token, from, to, wishOf(query));
    await this.carriedAway(asking, reply, 'package', null);
    return sendPackage(reply, evidence);
  }

  /** How much that would be. */
  @Get('audit-packages/size')
  @ReadsEvidence('search', 'query')
  periodSize(@Ask() asking: Asking, @Query() query: PeriodQuery): Promise<PeriodSizeView> {
    const { from, to } = periodOf(query);
    return this.evidence.sizeOfPeriod(asking.token, from, to);
  }

  /** Recomputes the chain of the installation itself and holds accounts, grants, bodies, catalogues and calendars against it: for the audit administrator. */
  @Get('system/audit')
  @ReadsEvidence('verification', 'query')
  systemAudit(@Ask() asking: Asking): Promise<SystemAuditView> {
    return this.system.verify(asking.token);
  }

  /** What the nightly checks of the whole log came to: for the audit administrator. */
  @Get('system/checks')
  @ReadsEvidence('verification', 'query')
  systemChecks(@Ask() asking: Asking): Promise<SystemChecksView> {
    return this.checks.nights(asking.token);
  }

  /** These handlers send their answers themselves: each says so before it does. */
  private carriedAway({ token }: Asking, { request }: FastifyReply, what: Kind, log: string | null): Promise<void> {
    return this.reads.note(token, { what, log, query: queryOf(request.url), each: true });
  }
}
