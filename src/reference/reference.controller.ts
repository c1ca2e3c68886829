import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CurrentSession, type Session } from '../access/index.js';
import { currentVersion, lifecycle, MACHINE_IDS, statesOf, transitionTable, type MachineId } from '../../machines/registry.js';
import { preferredLanguage, ProblemError } from '../platform/problems/index.js';
import { ProfileRegistry } from '../profiles/index.js';
import { LifecycleQuery, ProfileQuery } from './reference.dto.js';
import { LifecycleView } from './lifecycle.views.js';
import { profileSummary, profileView } from './profile-words.js';
import { ProfileList, ProfileView } from './profile.views.js';

/** What holds for everybody who is signed in: the rules of the jurisdictions and the lifecycles. */
@ApiTags('reference')
@Controller('api')
export class ReferenceController {
  constructor(private readonly profiles: ProfileRegistry) {}

  /** The rules that a new catalogue may choose from, in their newest version. */
  @Get('profiles')
  list(@CurrentSession() _: Session, @Req() request: FastifyRequest): ProfileList {
    const language = preferredLanguage(request.headers['accept-language']);
    return { items: this.profiles.current().map(({ profile }) => profileSummary(profile, language)) };
  }

  /** One jurisdiction's rules: columns, required elements, questions, grounds. The version that a catalogue is bound to, or the newest. */
  @Get('profiles/:profileId')
  profile(
    @CurrentSession() _: Session,
    @Param('profileId') profileId: string,
    @Query() { version }: ProfileQuery,
    @Req() request: FastifyRequest,
  ): ProfileView {
    const found = this.profiles.find(profileId, version);
    if (!found) throw new ProblemError({ status: 404, code: 'notFound' });
    return profileView(found.profile, preferredLanguage(request.headers['accept-language']));
  }

  /** A lifecycle as the machines define it: its states, and every legal step with who may take it. */
  @Get('lifecycles/:machine')
  lifecycle(@CurrentSession() _: Session, @Param('machine') machine: string, @Query() query: LifecycleQuery): LifecycleView {
    const known = MACHINE_IDS.find((id) => id === machine);
    const version = known && (query.version ?? currentVersion(known));
    const transitions = transitionTable().filter((row) => row.machineId === known && row.version === version);
    if (!known || transitions.length === 0) throw new ProblemError({ status: 404, code: 'notFound' });
    return {
      machine: known,
      version: version!,
      states: [...statesOf(lifecycle<MachineId>(known, version!))],
      transitions: transitions.map(({ from, event, to, roles, smallBody }) => ({
        from,
        event,
        to,
        roles: [...roles],
        smallBody: [...smallBody],
      })),
    };
  }
}
