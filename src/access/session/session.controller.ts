import { Body, Controller, Delete, Get, Header, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../../platform/config/index.js';
import { ProblemError } from '../../platform/problems/index.js';
import { demandFitPassword } from '../passwords/demand.js';
import { CurrentSessionEvenIfPasswordDue } from './current-session.js';
import { handOut, takeBack, tokenOf } from './session.cookie.js';
import { ChangePasswordBody, SignInBody } from './session.dto.js';
import type { HeldAppointment, Refused, Session } from './session.js';
import { SessionService } from './session.service.js';

/** Who am I, what may I act as, and what kind of installation is this. */
export interface SessionAnswer {
  user: { id: string; username: string; displayName: string; mustChangePassword: boolean };
  appointments: HeldAppointment[];
  expiresAt: string;
  mode: Config['mode'];
}

@ApiTags('session')
@Controller('api/session')
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly config: Config,
  ) {}

  /** Signs in: a new token each time, whatever cookie came along; that one's session ends. */
  @Post()
  @Header('cache-control', 'no-store')
  async open(
    @Body() body: SignInBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer> {
    const signedIn = await this.sessions.open(body.username, body.password, request.ip);
    if (signedIn.outcome !== 'opened') throw refusal(signedIn, { status: 401, code: 'session.refused' });
    const earlier = tokenOf(request);
    if (earlier) await this.sessions.close(earlier);
    return this.greet(signedIn.token, request, reply);
  }

  /** Who am I. */
  @Get()
  @Header('cache-control', 'no-store')
  show(@CurrentSessionEvenIfPasswordDue() session: Session): Promise<SessionAnswer> {
    return this.describe(session);
  }

  /** Signs out. Also without a session: the cookie is taken back in any case. */
  @Delete()
  @HttpCode(204)
  async close(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const token = tokenOf(request);
    if (token) await this.sessions.close(token);
    reply.header('set-cookie', takeBack(request));
  }

  /** Changes one's own password. Every session of the account ends; this browser gets a new token. */
  @Put('password')
  @Header('cache-control', 'no-store')
  async changePassword(
    @Body() body: ChangePasswordBody,
    @CurrentSessionEvenIfPasswordDue() session: Session,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer> {
    demandFitPassword({ password: body.newPassword, username: session.username, previous: body.currentPassword });
    const changed = await this.sessions.changePassword(session, body.currentPassword, body.newPassword, request.ip);
    if (changed.outcome !== 'changed') throw refusal(changed, { status: 422, code: 'password.currentWrong' });
    return this.greet(changed.token, request, reply);
  }

  private async greet(token: string, request: FastifyRequest, reply: FastifyReply): Promise<SessionAnswer> {
    const session = await this.sessions.find(token);
    if (!session) throw new ProblemError({ status: 401, code: 'session.absent' });
    reply.header('set-cookie', handOut(request, token));
    return this.describe(session);
  }

  private async describe(session: Session): Promise<SessionAnswer> {
    const { personId: id, username, displayName, mustChangePassword } = session;
    return {
      user: { id, username, displayName, mustChangePassword },
      appointments: await this.sessions.appointmentsOf(id),
      expiresAt: session.expiresAt.toISOString(),
      mode: this.config.mode,
    };
  }
}

function refusal(refused: Refused, wrong: { status: number; code: string }): ProblemError {
  if (refused.outcome === 'refused') return new ProblemError(wrong);
  const seconds = refused.retryAfter;
  return new ProblemError({
    status: 429,
    code: 'session.throttled',
    parameters: { seconds },
    headers: { 'retry-after': String(seconds) },
  });
}
