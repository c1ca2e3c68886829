import { Catch, Injectable, type ArgumentsHost } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemFilter, toProblem, type ProblemError } from '../platform/problems/index.js';
import { TakenDown } from './catalogue-pages.js';
import { POLICY, VARY } from './http/answer.js';
import { readerOf, wantsJson, type Reader } from './http/reader.js';
import { speaker } from './messages.js';
import { Renderer } from './renderer.js';

/** Refusals to people are pages that say the next step; to programs, and of defects, they are the usual problem documents. */
@Catch()
@Injectable()
export class PortalFilter extends ProblemFilter {
  constructor(private readonly renderer: Renderer) {
    super();
  }

  override catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = toProblem(error);
    // oxlint-disable-next-line promise/valid-params -- a filter catches, this is no promise
    if (!problem || wantsJson(request) || reply.sent) return super.catch(error, host);
    const reader = readerOf(request);
    const page = this.renderer.page('notice', reader, { path: '/open', ...this.words(problem, reader) });
    void reply
      .status(problem.status)
      .headers({
        ...problem.headers,
        'cache-control': 'no-store',
        vary: VARY,
        'content-security-policy': POLICY,
        'content-language': reader.language === 'zh' ? 'zh-CN' : 'en',
      })
      .type(page.type)
      .send(page.bytes);
  }

  private words(problem: ProblemError, { language }: Reader): { title: string; text: string } {
    const say = speaker(language);
    if (problem instanceof TakenDown) {
      const { title, organization, region } = problem.catalogue;
      return { title: say('notice.takenDown'), text: say('notice.takenDownText', { title, body: organization.name, region: region.name }) };
    }
    if (problem.status === 404) return { title: say('notice.notFound'), text: say('notice.notFoundText') };
    return { title: problem.toDocument(language).title, text: say('notice.refusedText') };
  }
}
