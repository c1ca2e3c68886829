import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ArrayMaxSize, IsArray, IsString, ValidateIf } from 'class-validator';
import { answered } from '../catalogues/index.js';
import { Ask, idOrNone, type Asking } from '../commands/index.js';
import { ProblemError } from '../platform/problems/index.js';
import { ImportResultView, ImportView, UnderstandingView } from './import.views.js';
import { Imports } from './imports.js';

export class ConfirmImportDto {
  /** "all", or the ids of the findings whose repair is confirmed. */
  @ApiProperty({
    oneOf: [
      { type: 'string', enum: ['all'] },
      { type: 'array', items: { type: 'string' } },
    ],
  })
  @ValidateIf((body: ConfirmImportDto) => body.repairs !== 'all')
  @IsArray()
  @ArrayMaxSize(20_000)
  @IsString({ each: true })
  repairs: 'all' | string[];
}

@ApiTags('imports')
@Controller('api')
export class ImportsController {
  constructor(private readonly imports: Imports) {}

  /** Reads a catalogue file for a draft and says what was found, cell by cell. Nothing enters the version yet. */
  @Post('versions/:versionId/imports')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } })
  async read(@Ask() asking: Asking, @Param('versionId') versionId: string, @Req() request: FastifyRequest): Promise<ImportView> {
    return this.imports.read(asking, idOrNone(versionId), () => uploaded(request));
  }

  /** What was read and waits for its confirmation: the original's rows, the items they become, and every finding. */
  @Get('imports/:importId')
  one(@Ask() asking: Asking, @Param('importId') importId: string): Promise<ImportView> {
    return this.imports.one(asking, idOrNone(importId));
  }

  /** What the file says with only some of its repairs; nothing is changed by asking. */
  @Post('imports/:importId/reading')
  @HttpCode(200)
  with(@Ask() asking: Asking, @Param('importId') importId: string, @Body() body: ConfirmImportDto): Promise<UnderstandingView> {
    return this.imports.with(asking, idOrNone(importId), body.repairs);
  }

  /** Adds the items to the draft, with the repairs that are confirmed; the others stay as open findings. */
  @Post('imports/:importId/confirmation')
  @HttpCode(200)
  async confirm(
    @Ask() asking: Asking,
    @Param('importId') importId: string,
    @Body() body: ConfirmImportDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImportResultView> {
    return answered(reply, await this.imports.confirm(asking, idOrNone(importId), body.repairs)) as unknown as ImportResultView;
  }
}

/** The one file of a multipart request. @throws ProblemError 415 when it is no multipart request, 400 without a file, 413 when too large */
async function uploaded(request: FastifyRequest): Promise<{ name: string; bytes: Buffer }> {
  if (!request.isMultipart()) throw new ProblemError({ status: 415, code: 'import.notMultipart' });
  const part = await request.file();
  if (!part || part.fieldname !== 'file') throw new ProblemError({ status: 400, code: 'import.fileMissing' });
  return { name: (part.filename ?? '').slice(-255), bytes: await part.toBuffer() };
}
