import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { FastifyRequest } from 'fastify';
import { Repository } from 'typeorm';
import { afterCursor, pageOf, type Page } from '../../platform/paging.js';
import { ProblemError } from '../../platform/problems/index.js';
import { Account } from '../account.entity.js';
import { Administration } from '../administration.js';
import { demandFitPassword } from '../passwords/demand.js';
import { newCredentials, type Kdf } from '../passwords/scrypt.js';
import type { Session } from '../session/session.js';
import { ACCESS_KDF } from '../session/session.service.js';
import { containing } from '../../platform/like.js';
import { sought } from '../../platform/searching.js';
import type { AccountsQuery, NewAccountBody } from './accounts.dto.js';

@Injectable()
export class AccountsService {
  constructor(
    private readonly administration: Administration,
    @InjectRepository(Account) private readonly accounts: Repository<Account>,
    @Inject(ACCESS_KDF) private readonly kdf: Kdf,
  ) {}

  async list(session: Session, { q, cursor, limit }: AccountsQuery): Promise<Page<Account>> {
    const after = afterCursor(cursor, 1);
    await this.administration.demandAny(session);
    const query = this.accounts
      .createQueryBuilder('a')
      .orderBy('a.username')
      .limit(limit + 1);
    if (after) query.andWhere('a.username > :after', { after: after[0] });
    const { words, within } = sought(q ? [q] : []);
    if (words[0]) query.andWhere(`(a.username ilike :q or ${within('a.displayName')} ilike :q)`, { q: containing(words[0]) });
    return pageOf(await query.getMany(), limit, (account) => [account.username]);
  }

  async create(session: Session, request: FastifyRequest, body: NewAccountBody): Promise<{ id: string }> {
    const { username, displayName, password } = body;
    demandFitPassword({ password, username });
    const { salt, verifier, kdf } = await newCredentials(password, this.kdf);
    return this.administration.run(session, request, 'account_create($1, $2, $3, $4, $5, $6, $7, $8)', [
      username,
      displayName,
      salt,
      verifier,
      JSON.stringify(kdf),
    ]);
  }

  async resetPassword(session: Session, request: FastifyRequest, id: string, password: string): Promise<{ id: string }> {
    const account = await this.accounts.findOneBy({ id });
    if (!account) throw new ProblemError({ status: 404, code: 'account.absent' });
    demandFitPassword({ password, username: account.username });
    const { salt, verifier, kdf } = await newCredentials(password, this.kdf);
    return this.administration.run(session, request, 'password_reset($1, $2, $3, $4, $5, $6, $7)', [
      id,
      salt,
      verifier,
      JSON.stringify(kdf),
    ]);
  }

  setActive(session: Session, request: FastifyRequest, id: string, active: boolean): Promise<{ id: string; active: boolean }> {
    return this.administration.run(session, request, 'account_set_active($1, $2, $3, $4, $5)', [id, active]);
  }
}
