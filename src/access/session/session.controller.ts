import { Body, Controller, Delete, Get, Header, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { demandFitPassword } from '../passwords/demand.js';
import { CurrentSessionEvenIfPasswordDue } from './current-session.js';
import { refusal, SessionAnswers } from './session.answers.js';
import { SessionView } from './session.views.js';
import { takeBack, tokenOf } from './session.cookie.js';
import { ChangePasswordBody, SignInBody } from './session.dto.js';
import type { Session } from './session.js';
import { SessionService } from './session.service.js';

@ApiTags('session')
@Controller('api/session')
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly answers: SessionAnswers,
  ) {}

  /** Signs in: a new token each time, whatever cookie came along; that one's session ends. */
  @Post()
  @Header('cache-control', 'no-store')
  open(@Body() body: SignInBody, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionView> {
    return this.answers.signIn(body.username, body.password, request, reply);
  }

  /** Who am I. */
  @Get()
  @Header('cache-control', 'no-store')
  show(@CurrentSessionEvenIfPasswordDue() session: Session): Promise<SessionView> {
    return this.answers.describe(session);
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
  ): Promise<SessionView> {
    demandFitPassword({ password: body.newPassword, username: session.username, previous: body.currentPassword });
    const changed = await this.sessions.changePassword(session, body.currentPassword, body.newPassword, request.ip);
    if (changed.outcome !== 'changed') throw refusal(changed, { status: 422, code: 'password.currentWrong' });
    return this.answers.greet(changed.token, request, reply);
  }
}
