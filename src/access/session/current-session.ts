import { createParamDecorator, Injectable, type CanActivate, type ExecutionContext, type PipeTransform } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../../platform/problems/index.js';
import { tokenOf } from './session.cookie.js';
import type { Session } from './session.js';
import { SessionService } from './session.service.js';

/** Finds the session of a request, once however often it is asked for. */
@Injectable()
export class SessionReader {
  private readonly found = new WeakMap<object, Promise<Session | null>>();

  constructor(private readonly sessions: SessionService) {}

  /** @throws ProblemError 401 without a session; 403 while a new password is due, unless `passwordMayBeDue` */
  async demand(request: FastifyRequest, passwordMayBeDue = false): Promise<Session> {
    const session = await this.read(request);
    if (!session) throw new ProblemError({ status: 401, code: 'session.absent' });
    if (session.mustChangePassword && !passwordMayBeDue) throw new ProblemError({ status: 403, code: 'session.passwordDue' });
    return session;
  }

  private read(request: FastifyRequest): Promise<Session | null> {
    const token = tokenOf(request);
    if (!token) return Promise.resolve(null);
    const found = this.found.get(request) ?? this.sessions.find(token);
    this.found.set(request, found);
    return found;
  }
}

interface Asked {
  readonly request: FastifyRequest;
  readonly passwordMayBeDue: boolean;
}

@Injectable()
export class SessionPipe implements PipeTransform<Asked, Promise<Session>> {
  constructor(private readonly reader: SessionReader) {}

  async transform({ request, passwordMayBeDue }: Asked): Promise<Session> {
    // 400 comes before 401: pipes of one request run side by side, so the body's has its turn first.
    await new Promise((resolve) => setImmediate(resolve));
    return this.reader.demand(request, passwordMayBeDue);
  }
}

const AskedSession = createParamDecorator((passwordMayBeDue: boolean, context: ExecutionContext): Asked => ({
  request: context.switchToHttp().getRequest<FastifyRequest>(),
  passwordMayBeDue,
}));

/** Handler parameter: the {@link Session}; refuses with 401 without one, after a malformed request was refused with 400. */
export const CurrentSession = (): ParameterDecorator => AskedSession(false, SessionPipe);

/** Handler parameter: the same, also for somebody who owes a new password. */
export const CurrentSessionEvenIfPasswordDue = (): ParameterDecorator => AskedSession(true, SessionPipe);

/** For routes that need somebody signed in but not who it is. Refuses before the request is validated. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(private readonly reader: SessionReader) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    await this.reader.demand(context.switchToHttp().getRequest<FastifyRequest>());
    return true;
  }
}
