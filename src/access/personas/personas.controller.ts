import { Body, Controller, Get, Header, Headers, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { preferredLanguage, ProblemError } from '../../platform/problems/index.js';
import { KeptAccounts } from '../demo/kept-accounts.js';
import { DEMO_PEOPLE } from '../demo/people.js';
import { ROLE_LABELS } from '../roles.js';
import { SessionAnswers } from '../session/session.answers.js';
import { SessionView } from '../session/session.views.js';
import { PersonaBody } from './personas.dto.js';
import { PersonaListView } from './personas.views.js';

/** The evaluation mode's switch of roles. In production there is no such room. */
@ApiTags('session')
@Controller('api')
export class PersonasController {
  constructor(
    private readonly database: DataSource,
    private readonly kept: KeptAccounts,
    private readonly answers: SessionAnswers,
  ) {}

  /** The demo accounts that a visitor may sign in as without knowing a password. */
  @Get('personas')
  @Header('cache-control', 'no-store')
  async list(@Headers('accept-language') accepted?: string): Promise<PersonaListView> {
    const language = preferredLanguage(accepted);
    const passwords = this.kept.passwords();
    const people = DEMO_PEOPLE.filter(({ username }) => passwords.has(username));
    const names = await this.regionNames(people.flatMap(({ regions = [] }) => regions));
    return {
      items: people.map(({ username, displayName, role, bodies = [], regions = [] }) => ({
        username,
        displayName,
        role,
        roleLabel: ROLE_LABELS[role][language],
        organizations: [...bodies, ...regions.map((code) => names.get(code) ?? code)],
      })),
    };
  }

  /** Signs in as one of them: with the password that was kept, checked and recorded as any other sign-in is. */
  @Post('session/persona')
  @Header('cache-control', 'no-store')
  enter(
    @Body() { username }: PersonaBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const password = this.kept.passwords().get(username);
    if (password === undefined) throw new ProblemError({ status: 404, code: 'notFound' });
    return this.answers.signIn(username, password, request, reply);
  }

  private async regionNames(codes: readonly string[]): Promise<Map<string, string>> {
    const rows: { code: string; name: string }[] = await this.database.query('select code, name from region where code = any ($1)', [
      codes,
    ]);
    return new Map(rows.map(({ code, name }) => [code, name]));
  }
}
