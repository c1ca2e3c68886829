import { Injectable, SetMetadata, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import { tokenOf } from '../session/session.cookie.js';
import { queryOf } from './query-of.js';
import { ReadLog, type Evidence } from './read-log.js';

interface Marked {
  readonly what: Evidence;
  /** `query`: another question is another entry; otherwise one for the log, however much one goes through it. `past`: only where a moment is asked for. */
  readonly by?: 'query' | 'past';
}

const MARK = 'mulu:reads-evidence';

/** Of a handler that answers from a log: who audits or administers leaves an entry before the answer goes out. Not for one that sends its answer itself. */
export const ReadsEvidence = (what: Evidence, by?: Marked['by']): MethodDecorator =>
  SetMetadata(MARK, { what, ...(by && { by }) } satisfies Marked);

/** Writes down what `ReadsEvidence` marks, once the answer is there and before it is sent. */
@Injectable()
export class EvidenceReader implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly log: ReadLog,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const marked = this.reflector.get<Marked | undefined>(MARK, context.getHandler());
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!marked || (marked.by === 'past' && new URL(request.url, 'http://x').searchParams.get('at') === null)) return next.handle();
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        await this.log.note(tokenOf(request), {
          what: marked.what,
          log: logOf(request.params),
          query: marked.by === 'query' ? queryOf(request.url) : null,
        });
        return answer;
      }),
    );
  }
}

function logOf(params: unknown): string | null {
  const { versionId, matterId } = params as { readonly versionId?: string; readonly matterId?: string };
  return versionId ?? matterId ?? null;
}
