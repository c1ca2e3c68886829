import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../../platform/config/index.js';
import { ProblemError } from '../../platform/problems/index.js';
import { handOut, tokenOf } from './session.cookie.js';
import type { Refused, Session } from './session.js';
import { SessionService } from './session.service.js';
import type { SessionView } from './session.views.js';

/** What somebody who signs in is given: a cookie, and who they are. */
@Injectable()
export class SessionAnswers {
  constructor(
    private readonly sessions: SessionService,
    private readonly config: Config,
  ) {}

  /**
   * Signs in: a new token each time, whatever cookie came along; that one's session ends.
   * @throws ProblemError 401 when name and password do not fit, 429 after too many attempts
   */
  async signIn(username: string, password: string, request: FastifyRequest, reply: FastifyReply): Promise<SessionView> {
    const signedIn = await this.sessions.open(username, password, request.ip);
    if (signedIn.outcome !== 'opened') throw refusal(signedIn, { status: 401, code: 'session.refused' });
    const earlier = tokenOf(request);
    if (earlier) await this.sessions.close(earlier);
    return this.greet(signedIn.token, request, reply);
  }

  async greet(token: string, request: FastifyRequest, reply: FastifyReply): Promise<SessionView> {
    const session = await this.sessions.find(token);
    if (!session) throw new ProblemError({ status: 401, code: 'session.absent' });
    reply.header('set-cookie', handOut(request, token));
    return this.describe(session);
  }

  async describe(session: Session): Promise<SessionView> {
    const { personId: id, username, displayName, mustChangePassword } = session;
    return {
      user: { id, username, displayName, mustChangePassword },
      appointments: await this.sessions.appointmentsOf(id),
      expiresAt: session.expiresAt.toISOString(),
      mode: this.config.mode,
    };
  }
}

/** A refusal as a problem: `wrong` where the password was, 429 where there were too many attempts. */
export function refusal(refused: Refused, wrong: { status: number; code: string }): ProblemError {
  if (refused.outcome === 'refused') return new ProblemError(wrong);
  const seconds = refused.retryAfter;
  return new ProblemError({
    status: 429,
    code: 'session.throttled',
    parameters: { seconds },
    headers: { 'retry-after': String(seconds) },
  });
}
