import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiProduces, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Ask, idOrNone, type Asking } from '../commands/index.js';
import { MEDIA_TYPES, sendAttachment } from './attachment.js';
import { ExportQuery } from './exports.dto.js';
import { Exports } from './exports.js';
import { ExportedVersionView } from './exports.views.js';

const BINARY = { schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('exports')
@Controller('api/versions/:versionId')
export class ExportsController {
  constructor(private readonly exports: Exports) {}

  /** The whole table in the official layout of the version's profile; an xlsx reads again as the same items. */
  @Get('export')
  @ApiExtraModels(ExportedVersionView)
  @ApiOkResponse({
    content: {
      [MEDIA_TYPES.xlsx]: BINARY,
      [MEDIA_TYPES.docx]: BINARY,
      'application/json': { schema: { $ref: getSchemaPath(ExportedVersionView) } },
    },
  })
  async table(@Ask() asking: Asking, @Param('versionId') versionId: string, @Query() query: ExportQuery, @Res() reply: FastifyReply) {
    return sendAttachment(reply, await this.exports.table(asking.token, idOrNone(versionId), query));
  }

  /** 主动公开信息保密审查审批表 of one item: the questions, opinions and conclusion that were really signed. */
  @Get('items/:itemId/review-form')
  @ApiProduces(MEDIA_TYPES.docx)
  @ApiOkResponse(BINARY)
  async form(@Ask() asking: Asking, @Param('versionId') versionId: string, @Param('itemId') itemId: string, @Res() reply: FastifyReply) {
    return sendAttachment(reply, await this.exports.form(asking.token, idOrNone(versionId), idOrNone(itemId)));
  }

  /** 主动公开事项保密审查台账 of the version, one row an item. */
  @Get('register')
  @ApiProduces(MEDIA_TYPES.docx)
  @ApiOkResponse(BINARY)
  async register(@Ask() asking: Asking, @Param('versionId') versionId: string, @Res() reply: FastifyReply) {
    return sendAttachment(reply, await this.exports.register(asking.token, idOrNone(versionId)));
  }
}
