import { Controller, Get, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentSession, type Session } from '../access/index.js';
import { PILOT_FIELDS, PILOT_UNITS } from '../pilots/index.js';
import { preferredLanguage } from '../platform/problems/index.js';
import { FieldList, PilotUnitList } from './pilot.views.js';
import { fieldView } from './profile-words.js';

/** What the pilots of grass-roots disclosure named (内政公发〔2020〕2号): 26 fields and seven places. */
@ApiTags('reference')
@Controller('api')
export class PilotsController {
  /** The fields with all their names, and since when each holds. */
  @Get('fields')
  fields(@CurrentSession() _session: Session, @Req() request: FastifyRequest): FieldList {
    const language = preferredLanguage(request.headers['accept-language']);
    const { source } = PILOT_FIELDS.file;
    return {
      source: { ...source },
      items: PILOT_FIELDS.all.map((field) => ({ ...fieldView(field, language), labels: [...field.labels] })),
    };
  }

  /** The seven pilots, by the codes of their regions. */
  @Get('pilots')
  units(@CurrentSession() _session: Session): PilotUnitList {
    return { source: { ...PILOT_UNITS.source }, items: PILOT_UNITS.units.map(({ region, name }) => ({ regionCode: region, name })) };
  }
}
