import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { idempotencyKey, ProblemError } from '../platform/problems/index.js';
import { deriveKey, type Kdf } from './passwords/scrypt.js';
import type { Session } from './session/session.js';
import { ACCESS_KDF } from './session/session.service.js';

/** Calls the administrators' server functions; the database finds the actor in the session and judges the role. */
@Injectable()
export class Administration {
  constructor(
    private readonly database: DataSource,
    @Inject(ACCESS_KDF) private readonly kdf: Kdf,
  ) {}

  /**
   * @param call such as `account_set_active($1, $2, $3, $4, $5)`: the token comes first, the request's key and hash last
   * @param parameters what stands between
   */
  async run<T>(session: Session, request: FastifyRequest, call: string, parameters: readonly unknown[]): Promise<T> {
    const header = request.headers['idempotency-key'];
    // Without the header the database refuses, after it has looked whether the person may do this at all.
    const key = header === undefined ? null : idempotencyKey(request.headers);
    const hash = await this.hashOf(request, key);
    const [row] = await this.database.query<{ answer: T }[]>(`select ${call} as answer`, [session.token, ...parameters, key, hash]);
    if (!row) throw new Error(`no answer from ${call}`);
    return row.answer;
  }

  /** @throws ProblemError 403 unless the person is one of the three administrators */
  async demandAny(session: Session): Promise<void> {
    const [row] = await this.database.query<{ held: boolean }[]>(
      `select is_administrator($1, 'systemAdministrator') or is_administrator($1, 'securityAdministrator')
              or is_administrator($1, 'auditAdministrator') as held`,
      [session.personId],
    );
    if (!row?.held) throw new ProblemError({ status: 403, code: 'role.missing' });
  }

  /** A password goes in as a derived key: the hash is kept for as long as the log and must not help to guess it. */
  private async hashOf({ method, url, body }: FastifyRequest, key: string | null): Promise<Buffer> {
    const { password, ...rest } = (body ?? {}) as { password?: unknown };
    const hash = createHash('sha256').update(JSON.stringify([method, url, rest]));
    if (typeof password === 'string') hash.update(await deriveKey(password, Buffer.from(`request ${key}`), this.kdf));
    return hash.digest();
  }
}
