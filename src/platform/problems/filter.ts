import { randomUUID } from 'node:crypto';
import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { preferredLanguage } from './message.js';
import { ProblemError } from './problem-error.js';
import { toProblem } from './translate.js';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** What of a defect goes into the log: never the values that a database error quotes in `detail`, `where` or parameters. */
function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const source = (error as { driverError?: Error }).driverError ?? error;
  const { code, constraint, table } = source as { code?: unknown; constraint?: unknown; table?: unknown };
  return { kind: error.constructor.name, code, constraint, table, message: source.message, stack: error.stack };
}

/** Every error of every request becomes `application/problem+json`; a defect gets an id that the log knows. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('defect');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const request = http.getRequest<FastifyRequest>();
    const problem = toProblem(error) ?? this.defect(error, request.id);
    sendProblem(reply, problem, preferredLanguage(request.headers['accept-language']));
  }

  private defect(error: unknown, requestId: string): ProblemError {
    const id = randomUUID();
    this.logger.error({ id, requestId, ...describe(error) });
    return new ProblemError({ status: 500, code: 'server.defect', parameters: { id }, cause: error });
  }
}

export function sendProblem(reply: FastifyReply, problem: ProblemError, language: 'zh' | 'en'): void {
  if (reply.sent || reply.raw.headersSent) {
    reply.raw.destroy(); // half an answer must not look like a whole one
    return;
  }
  void reply
    .status(problem.status)
    .headers({ ...problem.headers, 'cache-control': 'no-store', vary: 'accept-language', 'content-language': language })
    .type(PROBLEM_TYPE)
    .send(JSON.stringify(problem.toDocument(language)));
}
