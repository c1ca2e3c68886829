import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { demandFitPassword } from '../passwords/demand.js';
import { newCredentials, type Kdf } from '../passwords/scrypt.js';
import { ADMINISTRATORS } from '../roles.js';
import { ACCESS_KDF } from '../session/session.service.js';
import { SetupBody } from './setup.dto.js';
import { SetupView } from './setup.views.js';

/** The beginning of a production installation. Nobody exists yet, so the one-time token stands for the operator. */
@ApiTags('administration')
@Controller('api/setup')
export class SetupController {
  constructor(
    private readonly database: DataSource,
    @Inject(ACCESS_KDF) private readonly kdf: Kdf,
  ) {}

  /** Whether the installation still waits for its first administrators. */
  @Get()
  async show(): Promise<SetupView> {
    const [row] = await this.database.query<{ pending: boolean }[]>('select not exists (select id from account) as pending');
    return { pending: row?.pending ?? false };
  }

  /** Names the first three administrators. Works once; a repetition is answered with 409. */
  @Post()
  @HttpCode(204)
  async complete(@Body() body: SetupBody): Promise<void> {
    for (const role of ADMINISTRATORS) demandFitPassword(body[role]);
    const accounts = await Promise.all(
      ADMINISTRATORS.map(async (role) => {
        const { username, displayName, password } = body[role];
        const { salt, verifier, kdf } = await newCredentials(password, this.kdf);
        return { role, username, displayName, salt: salt.toString('hex'), verifier: verifier.toString('hex'), kdf };
      }),
    );
    await this.database.query('select setup_complete($1, $2)', [body.token, JSON.stringify(accounts)]);
  }
}
